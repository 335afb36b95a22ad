/** Exchange and code as one word, for example `SZSE 002394`; null for a firm that no source calls listed. */
export function listingText(firm: {
  readonly exchange: string | null;
  readonly stockCode: string | null;
}): string | null {
  const parts = [firm.exchange, firm.stockCode].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}
