/** A GraphQL operation as text, typed by what it returns and what it takes. */
export interface Operation<Result, Variables> {
  readonly name: string;
  readonly text: string;
  /** Carries the types only; never set. */
  readonly types?: (variables: Variables) => Result;
}

/** Used by the generated file alone. */
export function operation<Result, Variables>(name: string, text: string): Operation<Result, Variables> {
  return { name, text };
}
