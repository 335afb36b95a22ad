/** What a citation points at: a source, by its id. */
interface Sourced {
  readonly source: { readonly id: string };
}

export interface Citations<Evidence extends Sourced = Sourced> {
  /** Numbers of the sources, each once, in the order given; a source that was cited before keeps its number. */
  cite(sources: readonly Evidence[]): readonly number[];
  /** The sources in the order of their numbers, from 1. */
  list(): readonly Evidence[];
}

/** Numbers the sources of a page in the order in which it uses them. */
export function citations<Evidence extends Sourced>(): Citations<Evidence> {
  const numbers = new Map<string, number>();
  const list: Evidence[] = [];
  return {
    cite: (sources) => [
      ...new Set(
        sources.map((evidence) => {
          const known = numbers.get(evidence.source.id);
          if (known !== undefined) return known;
          list.push(evidence);
          numbers.set(evidence.source.id, list.length);
          return list.length;
        }),
      ),
    ],
    list: () => list,
  };
}
