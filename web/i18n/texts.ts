import type { Lang } from '../state/url-state.ts';

/**
 * A dictionary of the same keys: plain strings stay strings, functions keep their arguments. Typing the English one by
 * this makes a missing or surplus key fail to compile.
 */
export type SameTexts<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : Texts[Key] extends string
      ? string
      : SameTexts<Texts[Key]>;
};

/** Texts in both languages. */
export interface TextPair<Texts> {
  readonly zh: Texts;
  readonly en: SameTexts<Texts>;
}

/** Ties the two dictionaries of a view together. */
export function textPair<Texts>(zh: Texts, en: SameTexts<Texts>): TextPair<Texts> {
  return { zh, en };
}

/** The dictionary of a language. */
export function textsIn<Texts>(pair: TextPair<Texts>, lang: Lang): SameTexts<Texts> {
  return lang === 'en' ? pair.en : (pair.zh as SameTexts<Texts>);
}

/** A thing with a name in both languages, as the operations ask for it. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

/** Its name; the Chinese one where no English one is known. */
export function nameIn(thing: Named, lang: Lang): string {
  return lang === 'en' && thing.en !== '' ? thing.en : thing.zh;
}
