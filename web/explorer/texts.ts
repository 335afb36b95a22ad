import type { SameTexts } from '../i18n/texts.ts';

/** Limits of the service, as `/explorer/limits.json` tells them. */
export interface Limits {
  readonly depth: number;
  readonly nodes: number;
  readonly pageSize: number;
  readonly tokens: number;
  readonly deadlineMs: number;
  /** Null = no limit. */
  readonly requestsPerMinute: number | null;
}

const listed = (parts: readonly string[]): string => parts.join(' · ');

const zh = {
  title: 'GraphQL 查询台',
  documentTitle: 'GraphQL 查询台 · 粤链',
  back: '回到图谱',
  questions: '例题',
  questionsLabel: '打开一道例题',
  language: 'EN',
  languageLabel: '切换到英文',
  limitsLabel: '接口上限',
  limits: (limits: Limits): string =>
    listed([
      `深度 ≤ ${limits.depth}`,
      `节点 ≤ ${limits.nodes.toLocaleString('en')}`,
      `first ≤ ${limits.pageSize}`,
      `${limits.deadlineMs / 1_000} 秒`,
      ...(limits.requestsPerMinute === null ? [] : [`每分钟 ≤ ${limits.requestsPerMinute.toLocaleString('en')} 次`]),
    ]),
  limitsUnknown: '上限暂时读不到',
};

const en: SameTexts<typeof zh> = {
  title: 'GraphQL explorer',
  documentTitle: 'GraphQL explorer · Yuelian',
  back: 'Back to the map',
  questions: 'Worked questions',
  questionsLabel: 'Open a worked question',
  language: '中文',
  languageLabel: 'Switch to Chinese',
  limitsLabel: 'Limits of the API',
  limits: (limits) =>
    listed([
      `depth ≤ ${limits.depth}`,
      `nodes ≤ ${limits.nodes.toLocaleString('en')}`,
      `first ≤ ${limits.pageSize}`,
      `${limits.deadlineMs / 1_000} s`,
      ...(limits.requestsPerMinute === null ? [] : [`≤ ${limits.requestsPerMinute.toLocaleString('en')} a minute`]),
    ]),
  limitsUnknown: 'The limits cannot be read now',
};

/** Texts of the explorer's own header; GraphiQL itself speaks English only. */
export const explorerTexts = { zh, en } as const;
