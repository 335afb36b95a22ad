import { exhibitEn } from './exhibit.en.ts';
import { exhibitZh } from './exhibit.zh-CN.ts';
import { textPair, type SameTexts } from './texts.ts';

/** Texts of what views present for exports: column titles, filters, titles of sheets. */
export const exhibitTexts = textPair(exhibitZh, exhibitEn);

export type ExhibitTexts = SameTexts<typeof exhibitZh>;
