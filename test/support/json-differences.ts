/**
 * Compares a computed JSON value with the expected one: numbers within an absolute tolerance, everything else exactly
 * (null only equals null, lists keep order and length, objects have the same keys). Returns one line a difference.
 */
export function jsonDifferences(expected: unknown, actual: unknown, tolerance: number, path = '$'): readonly string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(expected - actual) <= tolerance ? [] : [`${path}: expected ${expected}, got ${actual}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) {
      return [`${path}: expected ${expected.length} entries, got ${actual.length}`];
    }
    return expected.flatMap((item, i) => jsonDifferences(item, actual[i], tolerance, `${path}[${i}]`));
  }
  if (isRecord(expected) && isRecord(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) => jsonDifferences(expected[key], actual[key], tolerance, `${path}.${key}`));
  }
  return Object.is(expected, actual)
    ? []
    : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
