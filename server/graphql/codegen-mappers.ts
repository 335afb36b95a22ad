/**
 * Which server type stands behind a GraphQL type while it is being resolved: GraphQL type name -> `module#Type`,
 * the module relative to server/graphql/generated/. A type that is not named here is resolved from its own GraphQL shape.
 */
export const mappers: Readonly<Record<string, string>> = {};

/** Type of the context that every resolver gets, as `module#Type`; null = any context. */
export const contextType: string | null = null;
