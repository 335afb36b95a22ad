import type { Lang } from '../../state/url-state.ts';
import type { Body } from './duty-matrix.ts';

/** What the heads of the columns hold: the usual short name in Chinese, the field of work in English. */
export function shortName(body: Pick<Body, 'zh' | 'en' | 'shortNames'>, lang: Lang): string {
  if (lang === 'zh') return body.shortNames[0] ?? body.zh;
  return body.en
    .replace(/ \([^)]*\)$/, '')
    .replace(/ of Guangdong( Province)?$/, '')
    .replace(/^(Department|Administration|Guangdong Office|Guangdong Branch) (of|for) (the )?/, '')
    .replace(/^Guangdong /, '')
    .replace(/ and /g, ' & ');
}
