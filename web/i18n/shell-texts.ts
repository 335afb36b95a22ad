import { en } from './en.ts';
import { textPair } from './texts.ts';
import { zhCN } from './zh-CN.ts';

/** Texts of the shell and the chain view. */
export const shellTexts = textPair(zhCN, en);
