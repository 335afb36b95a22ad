/** A passage of a text with what it is about. */
export interface Marked<About> {
  readonly start: number;
  readonly end: number;
  readonly about: About;
}

/** A run of a text under the same passages; `marks` from the longest to the shortest, empty = nothing rests on it. */
export interface TextRun<About> {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly Marked<About>[];
}

/** Cuts a text where passages begin and end. Passages may lie in one another or overlap; those outside are cut to fit. */
export function textRuns<About>(text: string, passages: readonly Marked<About>[]): readonly TextRun<About>[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of passages) {
    for (const cut of [start, end]) if (cut > 0 && cut < text.length) cuts.add(cut);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      start,
      marks: passages
        .filter((passage) => passage.start <= start && passage.end >= end)
        .sort((a, b) => b.end - b.start - (a.end - a.start)),
    };
  });
}
