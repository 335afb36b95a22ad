import { describe, expect, it } from 'vitest';
import { newPassword } from '../../server/neo4j-local/password.ts';

describe('the password of the local Neo4j', () => {
  it.each([
    ['all ones, a dash and underscores in base64url', new Uint8Array(24).fill(0xff)],
    ['a first byte that base64url writes as a dash', Uint8Array.of(0xf8, ...new Uint8Array(23))],
    ['zeros', new Uint8Array(24)],
  ])('never looks like an option of the tool that sets it: %s', (_bytes, bytes) => {
    expect(newPassword(bytes)).toMatch(/^[0-9a-f]{48}$/);
  });
});
