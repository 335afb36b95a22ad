import { policyEn } from './policy.en.ts';
import { policyZh } from './policy.zh-CN.ts';
import { textPair } from './texts.ts';

/** Texts of the policy view. */
export const policyTexts = textPair(policyZh, policyEn);
