import { relocationEn } from './relocation.en.ts';
import { relocationZh } from './relocation.zh-CN.ts';
import { textPair } from './texts.ts';

/** Texts of the relocation view. */
export const relocationTexts = textPair(relocationZh, relocationEn);
