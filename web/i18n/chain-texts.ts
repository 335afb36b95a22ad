import { chainEn } from './chain.en.ts';
import { chainZh } from './chain.zh-CN.ts';
import { textPair } from './texts.ts';

/** Texts of the chain view beyond those of the shell's dictionary. */
export const chainTexts = textPair(chainZh, chainEn);
