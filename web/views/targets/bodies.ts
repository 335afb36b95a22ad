/** Bodies of a clause as it writes them, with the full name where the text uses a short one. */
export function bodies(
  list: readonly { readonly written: string; readonly department: { readonly name: string } }[],
  join: string,
): string {
  return list
    .map(({ written, department }) => (written === department.name ? written : `${written}（${department.name}）`))
    .join(join);
}
