import type { EvidenceRef, Named } from '../../domain/map/industry-map.ts';

/** Arguments of every field that speaks. */
export interface LangArgument {
  readonly lang?: 'ZH' | 'EN' | null | undefined;
}

/** The name in the language asked for; the Chinese one where no English name is held. */
export function nameIn(thing: Named, { lang }: LangArgument): string {
  return lang === 'EN' ? (thing.nameEn ?? thing.nameZh) : thing.nameZh;
}

/** One of two texts; the Chinese one where there is no English. */
export function textIn(zh: string, en: string | null, { lang }: LangArgument): string {
  return lang === 'EN' ? (en ?? zh) : zh;
}

/** `sources` of every fact: its evidence. */
export const evidenced = {
  sources: (fact: { readonly evidence: readonly EvidenceRef[] }): EvidenceRef[] => [...fact.evidence],
};
