/** Works a value out when it is first asked for, and keeps it: most questions ask for a few fields of many cells. */
export function workedOutOnce<T>(work: () => T): () => T {
  let held: { readonly value: T } | null = null;
  return () => (held ??= { value: work() }).value;
}
