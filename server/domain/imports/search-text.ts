import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/** The two properties that the full-text indexes read. */
export interface SearchProperties {
  /** Every name and alias, NFKC, one blank between: for the cjk analyzer and for CONTAINS. */
  readonly searchText: string;
  /**
   * Pinyin of every Chinese name (whole, and initials), the Latin names in lower case, and the Chinese names: for the
   * standard analyzer. 佛山 gives `foshan fs 佛山`.
   */
  readonly searchPinyin: string;
}

/** Search properties of a thing known by these names; nulls and repetitions are left out. */
export function searchProperties(names: readonly (string | null)[]): SearchProperties {
  const known = unique(names.flatMap((name) => (name === null ? [] : [fold(name)])));
  const words = known.flatMap((name) => {
    if (!HAN.test(name)) return [name.toLowerCase()];
    const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
      .filter((syllable) => syllable !== '');
    const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
    return [syllables.join(''), initials, name];
  });
  return { searchText: known.join(' '), searchPinyin: unique(words).join(' ') };
}

function fold(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}
