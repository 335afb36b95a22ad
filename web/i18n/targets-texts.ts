import { targetsEn } from './targets.en.ts';
import { targetsZh } from './targets.zh-CN.ts';
import { textPair } from './texts.ts';

/** Texts of the targets view. */
export const targetsTexts = textPair(targetsZh, targetsEn);
