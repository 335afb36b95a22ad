import type { DutyMatrix, MatrixColumn, MeasureDuties } from './duty-matrix.ts';
import { measuresOf } from './duty-matrix.ts';
import type { Piece } from './selection.ts';

/** Words that the sentences are put together from. */
export interface DutySentenceWords {
  readonly join: string;
  readonly clause: string;
  readonly end: string;
  readonly overview: (measures: number, withLead: number) => string;
  readonly leadsMost: (count: number) => string;
  readonly then: (count: number) => string;
  readonly noLead: string;
  readonly noLeadAre: string;
  readonly actions: (count: number) => string;
  readonly lead: string;
  readonly support: string;
  readonly both: string;
  readonly noDuty: string;
  readonly succeeds: string;
  readonly succeeded: string;
  readonly succeededEnd: string;
  /** Between a body that was taken over and its duties. */
  readonly own: string;
  readonly dateOpen: string;
  /** A measure in a sentence: its number alone, or with its document where that is not the opinions. */
  readonly measure: (measure: MeasureDuties) => string;
}

interface NamedCode {
  readonly code: string;
  readonly name: string;
}

const text = (words: string): Piece => ({ kind: 'text', text: words });
const lead = (words: string): Piece => ({ kind: 'lead', text: words });
const department = ({ code, name }: NamedCode): Piece => ({
  kind: 'link',
  text: name,
  to: { kind: 'department', code },
});

function list(pieces: readonly Piece[], join: string): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [text(join), piece]));
}

function measureLinks(measures: readonly MeasureDuties[], words: DutySentenceWords): Piece[] {
  return list(
    measures.map((measure): Piece => ({
      kind: 'link',
      text: words.measure(measure),
      to: { kind: 'measure', code: measure.code },
    })),
    words.join,
  );
}

/** Who leads how much, and where the text names nobody; the whole is read, whatever is filtered. */
export function overviewSentence(
  matrix: DutyMatrix,
  nameOf: (column: MatrixColumn) => string,
  words: DutySentenceWords,
): readonly Piece[] {
  const rows = matrix.chapters.flatMap((chapter) => chapter.rows);
  const charged = rows.filter((row) => row.measure.clause !== null);
  const silent = charged.filter((row) => row.leads === 0).map((row) => row.measure);
  const leading = matrix.columns.filter((column) => column.leads > 0).sort((a, b) => b.leads - a.leads);
  const [first] = leading;
  const second = leading.find((column) => column.leads < (first?.leads ?? 0));
  const most = leading.filter((column) => column.leads === first?.leads);
  const next = leading.filter((column) => column.leads === second?.leads);
  const named = (columns: readonly MatrixColumn[]): Piece[] =>
    list(
      columns.map((column) => department({ code: column.body.code, name: nameOf(column) })),
      words.join,
    );
  const withoutClause = rows.length - charged.length;
  return [
    lead(words.overview(charged.length, charged.length - silent.length)),
    ...(first === undefined ? [] : [...named(most), text(words.leadsMost(first.leads))]),
    ...(second === undefined ? [] : [text(words.clause), ...named(next), text(words.then(second.leads))]),
    ...(silent.length === 0
      ? []
      : [text(words.clause), text(words.noLead), ...measureLinks(silent, words), text(words.noLeadAre)]),
    ...(withoutClause === 0 ? [] : [text(words.clause), text(words.actions(withoutClause))]),
    text(words.end),
  ];
}

export interface SentenceBody extends NamedCode {
  readonly succeededBy: NamedCode | null;
  readonly predecessors: readonly NamedCode[];
  /** When a succession on either side took place; null = not confirmed. */
  readonly succeededOn: string | null;
}

/**
 * Which measures a department leads and takes part in. One that was succeeded says by whom; one that only succeeded others
 * has no duty of its own, and says whose it took over.
 */
export function departmentSentence(matrix: DutyMatrix, body: SentenceBody, words: DutySentenceWords): readonly Piece[] {
  const duties = (code: string): Piece[] => {
    const leads = measuresOf(matrix, code, 'LEAD');
    const supports = measuresOf(matrix, code, 'SUPPORT');
    if (leads.length + supports.length === 0) return [text(words.noDuty)];
    return [
      ...(leads.length === 0 ? [] : [text(words.lead), ...measureLinks(leads, words)]),
      ...(leads.length > 0 && supports.length > 0 ? [text(words.both)] : []),
      ...(supports.length === 0 ? [] : [text(words.support), ...measureLinks(supports, words)]),
    ];
  };
  const { succeededBy } = body;
  return [
    lead(body.name),
    ...duties(body.code),
    ...(succeededBy === null
      ? []
      : [
          text(words.clause),
          text(words.succeeded),
          department(succeededBy),
          text(words.succeededEnd),
          text(body.succeededOn === null ? words.dateOpen : ''),
        ]),
    ...body.predecessors.flatMap((before) => [
      text(words.clause),
      text(words.succeeds),
      department(before),
      text(body.succeededOn === null ? words.dateOpen : ''),
      text(words.own),
      ...duties(before.code),
    ]),
    text(words.end),
  ];
}
