import { exploreEn } from './explore.en.ts';
import { exploreZh } from './explore.zh-CN.ts';
import { textPair } from './texts.ts';

/** Texts of the exploration. */
export const exploreTexts = textPair(exploreZh, exploreEn);
