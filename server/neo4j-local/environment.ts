/** The environment variables that this folder looks at, handed in by the entry point. */
export type Environment = Readonly<Record<string, string | undefined>>;
