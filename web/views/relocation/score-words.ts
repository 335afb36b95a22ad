import type { Numbers } from '../../i18n/numbers.ts';
import type { relocationZh } from '../../i18n/relocation.zh-CN.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import type { ScoreRange } from './ranking.ts';

/** A score as a position in its range, in words. */
export function scoreWords(score: ScoreRange, numbers: Numbers, texts: SameTexts<typeof relocationZh>): string {
  return texts.map.hoverScore(
    score.value === null ? texts.table.noScore : numbers.ratio(score.value),
    numbers.ratio(score.low),
    numbers.ratio(score.high),
  );
}
