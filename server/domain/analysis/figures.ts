/** Numbers as they stand in sentences: the same in both languages, so that they can be compared and recomputed. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function decimal(value: number, digits = 2): string {
  return value.toFixed(digits);
}

export function wholeKm(km: number): string {
  return `${Math.round(km)} km`;
}
