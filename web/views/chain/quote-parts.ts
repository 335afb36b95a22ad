/** A run of a quotation, set bold when it is one of the words that matter. */
export interface QuotePart {
  readonly text: string;
  readonly strong: boolean;
}

/** Splits a quotation at the given words; longer words win where they overlap. */
export function quoteParts(quote: string, words: readonly string[]): QuotePart[] {
  const wanted = [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  const parts: QuotePart[] = [];
  let plain = '';
  let at = 0;
  while (at < quote.length) {
    const word = wanted.find((candidate) => quote.startsWith(candidate, at));
    if (word === undefined) {
      plain += quote.charAt(at);
      at += 1;
    } else {
      if (plain !== '') parts.push({ text: plain, strong: false });
      plain = '';
      parts.push({ text: word, strong: true });
      at += word.length;
    }
  }
  if (plain !== '') parts.push({ text: plain, strong: false });
  return parts;
}
