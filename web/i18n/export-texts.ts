import { exportEn } from './export.en.ts';
import { exportZh } from './export.zh-CN.ts';
import { textPair, type SameTexts } from './texts.ts';

/** Texts of exports, prints, "show this as GraphQL" and the keys. */
export const exportTexts = textPair(exportZh, exportEn);

export type ExportTexts = SameTexts<typeof exportZh>;
