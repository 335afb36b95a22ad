import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceOf, joinLines, policyTextFolder, readSeed, seedFiles, seedText } from './policy-seed-files.ts';

const FACT_FILES = [
  'departments.csv',
  'policies.csv',
  'measures.csv',
  'clauses.csv',
  'clause-roles.csv',
  'targets.csv',
  'applies-to.csv',
  'assets.csv',
];
const TEXTS: readonly (readonly [string, string])[] = [
  ['s23', '2023-textile-opinions.txt'],
  ['s24', '2024-textile-action-plan-interpretation.txt'],
];
/** Sources that these facts cite from other source files of the folder. */
const CITED_FROM_OTHER_FILES = ['gd-20-clusters'];

const sources = readSeed('sources-policy.csv');
const measures = readSeed('measures.csv');
const evidence = FACT_FILES.flatMap((file) => readSeed(file).flatMap(evidenceOf));
const measureIds = new Set(measures.map((row) => row.get('id')));

const POSITION = /^(?:(measure|part) (\d+), )?bytes (\d+)-(\d+)$/;

function span(position: string): { owner: string; from: number; to: number } {
  const match = POSITION.exec(position);
  if (match === null) throw new Error(`not a position: ${position}`);
  const [, kind, number] = match;
  const owner = kind === undefined ? '' : `${kind === 'measure' ? 'S23-M' : 'S24-P'}${number ?? ''}`;
  return { owner, from: Number(match[3]), to: Number(match[4]) };
}

describe('policy facts: form', () => {
  it.each([...FACT_FILES, 'sources-policy.csv'])('%s is UTF-8 without mark, with LF line ends', (file) => {
    const text = seedText(file);
    expect(text.startsWith('\uFEFF')).toBe(false);
    expect(text).not.toContain('\r');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('holds 30 measures and 6 parts, in 9 chapters', () => {
    const kinds = measures.map((row) => row.get('kind'));
    expect(kinds.filter((kind) => kind === 'MEASURE')).toHaveLength(30);
    expect(kinds.filter((kind) => kind === 'SPECIAL_ACTION')).toHaveLength(6);
    const chapters = measures.filter((row) => row.get('kind') === 'MEASURE').map((row) => Number(row.get('chapter')));
    const sizes = Array.from({ length: 9 }, (_, i) => chapters.filter((chapter) => chapter === i + 1).length);
    expect(sizes).toEqual([5, 4, 3, 4, 2, 3, 2, 2, 5]);
  });

  it('gives every row at least one source, and a position and quote where the text is held', () => {
    for (const each of evidence) {
      expect(each.source, each.file).not.toBe('');
      if (each.source !== 's23' && each.source !== 's24') continue;
      expect(each.position, each.file).toMatch(POSITION);
      expect(each.quote, each.file).not.toBe('');
    }
  });

  it('quotes at most a sentence or clause of the two texts', () => {
    const quotations = evidence
      .filter((each) => each.source === 's23' || each.source === 's24')
      .map((each) => each.quote);
    expect(quotations.length).toBeGreaterThan(200);
    const longest = quotations.reduce((a, b) => (b.length > a.length ? b : a), '');
    expect(longest.length, longest).toBeLessThanOrEqual(LONGEST_SENTENCE);
  });

  it('dates every source', () => {
    for (const row of sources) expect(row.get('date')).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
    const s24 = sources.find((row) => row.get('id') === 's24');
    expect([s24?.get('date'), s24?.get('datePrecision')]).toEqual(['2024', 'YEAR']);
  });
});

/** Signs; the longest sentence that the map quotes (measure 28) has 109. */
const LONGEST_SENTENCE = 120;

describe('policy facts: no dangling code', () => {
  const ids = (file: string): Set<string> => new Set(readSeed(file).map((row) => row.get('id')));
  const departments = ids('departments.csv');
  const policies = ids('policies.csv');
  const clauses = ids('clauses.csv');

  it('knows every source', () => {
    const known = new Set([
      ...seedFiles()
        .filter((file) => file.startsWith('sources'))
        .flatMap((file) => readSeed(file).map((row) => row.get('id'))),
      ...CITED_FROM_OTHER_FILES,
    ]);
    expect([...new Set(evidence.map((each) => each.source))].filter((id) => !known.has(id))).toEqual([]);
  });

  it.each([
    ['measures.csv', 'policy', policies],
    ['clauses.csv', 'measure', measureIds],
    ['clause-roles.csv', 'clause', clauses],
    ['clause-roles.csv', 'department', departments],
    ['departments.csv', 'successor', departments],
    ['policies.csv', 'issuer', departments],
    ['policies.csv', 'implements', policies],
    ['policies.csv', 'interprets', policies],
    ['policies.csv', 'namedIn', measureIds],
    ['targets.csv', 'policy', policies],
    ['targets.csv', 'measure', measureIds],
    ['applies-to.csv', 'measure', measureIds],
    ['assets.csv', 'measures', measureIds],
  ] as const)('%s: every %s exists', (file, column, known) => {
    const used = readSeed(file).flatMap((row) => row.list(column));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(['departments.csv', 'policies.csv', 'measures.csv', 'clauses.csv', 'targets.csv', 'assets.csv'])(
    '%s: no id stands twice',
    (file) => {
      const rows = readSeed(file);
      expect(new Set(rows.map((row) => row.get('id'))).size).toBe(rows.length);
    },
  );

  // The codes that live in other files: compared where those files are in the folder.
  const present = new Set(seedFiles());
  const codesOf = (prefix: string, column: string): Set<string> =>
    new Set(
      [...present]
        .filter((file) => file === `${prefix}.csv` || file.startsWith(`${prefix}-`))
        .flatMap((file) => readSeed(file))
        .filter((row) => row.has(column))
        .map((row) => row.get(column)),
    );
  for (const [kind, prefix, column] of [
    ['SEGMENT', 'segments', 'code'],
    ['REGION', 'regions', 'code'],
    ['ZONE', 'zones', 'code'],
    ['PARK', 'parks', 'id'],
  ] as const) {
    const here = present.has(`${prefix}.csv`);
    if (!here) console.warn(`SKIPPED: cypher/seed/${prefix}.csv is not there, so ${kind} codes are not checked.`);
    it.skipIf(!here)(`applies-to.csv: every ${kind} exists`, () => {
      const known = codesOf(prefix, column);
      const used = readSeed('applies-to.csv').filter((row) => row.get('kind') === kind);
      expect(used.map((row) => row.get('target')).filter((code) => !known.has(code))).toEqual([]);
    });
  }
});

describe('policy facts: the words are those of the texts', () => {
  const folder = policyTextFolder();

  describe.skipIf(folder === undefined).each(TEXTS)('%s', (id, file) => {
    const read = (): Buffer => readFileSync(join(folder ?? '', file));

    it('has the stated SHA-256', () => {
      const stated = sources.find((row) => row.get('id') === id)?.get('sha256');
      expect(createHash('sha256').update(read()).digest('hex')).toBe(stated);
    });

    it('holds every quote at its position', () => {
      const bytes = read();
      const cited = evidence.filter((each) => each.source === id && each.file !== 'measures.csv');
      expect(cited.length).toBeGreaterThan(10);
      for (const { position, quote, file: seedFile } of cited) {
        const { from, to } = span(position);
        const words = joinLines(bytes.subarray(from, to).toString('utf8'));
        expect(words, `${seedFile}: ${position}`).toBe(quote);
      }
    });

    it('places each measure as a whole, from its number to its last bracket or full stop', () => {
      const bytes = read();
      const own = measures.filter((row) => row.get('sources') === id);
      expect(own).toHaveLength(id === 's23' ? 30 : 6);
      let last = 0;
      for (const row of own) {
        const { from, to, owner } = span(row.get('positions'));
        const words = joinLines(bytes.subarray(from, to).toString('utf8'));
        expect(owner).toBe(row.get('id'));
        expect(words.startsWith(row.get('quotes'))).toBe(true);
        expect(row.get('quotes')).toContain(row.get('headingZh'));
        expect(words).toMatch(id === 's23' ? /按职责分工负责）$/u : /。$/u);
        expect(from).toBeGreaterThanOrEqual(last);
        last = to;
      }
    });

    it('puts every position that names a measure inside that measure', () => {
      const spans = new Map(measures.map((row) => [row.get('id'), span(row.get('positions'))]));
      for (const { position } of evidence.filter((each) => each.source === id)) {
        const { owner, from, to } = span(position);
        if (owner === '') continue;
        const whole = spans.get(owner);
        expect(whole, position).toBeDefined();
        expect(from).toBeGreaterThanOrEqual(whole?.from ?? Infinity);
        expect(to).toBeLessThanOrEqual(whole?.to ?? -1);
      }
    });
  });
});
