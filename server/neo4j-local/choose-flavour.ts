import type { Flavour, FlavourId } from './flavours.ts';
import { FLAVOUR_IDS, FLAVOURS } from './flavours.ts';
import type { Java } from './find-java.ts';

export interface RunnableFlavour {
  readonly flavour: Flavour;
  readonly java: Java;
}

/** The first flavour, in order of preference, for which one of the Javas fits; undefined when none does. */
export function chooseFlavour(javas: readonly Java[], wanted?: FlavourId): RunnableFlavour | undefined {
  for (const id of wanted === undefined ? FLAVOUR_IDS : [wanted]) {
    const flavour = FLAVOURS[id];
    const java = javas.find((candidate) => flavour.javaReleases.includes(candidate.release));
    if (java !== undefined) return { flavour, java };
  }
  return undefined;
}

/** The releases of Java that would do, in words: `17, 21 or 25`. */
export function acceptedReleases(wanted?: FlavourId): string {
  const ids = wanted === undefined ? FLAVOUR_IDS : [wanted];
  const releases = [...new Set(ids.flatMap((id) => FLAVOURS[id].javaReleases))].sort((a, b) => a - b);
  return `${releases.slice(0, -1).join(', ')} or ${String(releases.at(-1))}`;
}
