/** The words for a code of a closed set; the code itself where the page does not know it. */
export function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
