/**
 * A key for one save, so that a save sent again because its answer was lost makes one list. `random` fills bytes, as
 * `crypto.getRandomValues` does.
 */
export function saveKey(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): string {
  const bytes = random(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
