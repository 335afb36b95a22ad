import type { ClauseFact, EvidenceRef, MeasureFact, ParkFact, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { Blocker } from '../relocation/blocker.ts';
import type { MapMatrix } from './build-matrix.ts';
import type { Sentence } from './explained-score.ts';
import { decimal } from './figures.ts';
import { PARKS_RULE, STAYS_RULE, WASTEWATER_RULE } from './policy-rules.ts';
import { needsWastewaterTreatment } from './relocation-basis.ts';

export interface ExplainedBlocker {
  readonly code: Blocker['kind'];
  /** It forbids; otherwise it must be verified. */
  readonly hard: boolean;
  readonly text: Sentence;
  readonly measure: MeasureFact | null;
  /** The clause that makes the rule; null where no measure does. */
  readonly clause: ClauseFact | null;
  readonly park: ParkFact | null;
}

/** What the words about a blocker need. */
export interface BlockerContext {
  readonly index: MapIndex;
  readonly built: MapMatrix;
  /** What would move, or come. */
  readonly segment: SegmentFact;
}

/** The park at a position of the matrix; null for none. */
export function parkAt(
  { index, built }: Pick<BlockerContext, 'index' | 'built'>,
  position: number | null,
): ParkFact | null {
  return position === null ? null : (index.park(built.matrix.parks[position]?.id ?? '') ?? null);
}

const HARD: ReadonlySet<Blocker['kind']> = new Set([
  'no-park-accepts',
  'park-lacks-feature',
  'park-full',
  'park-too-small',
  'segment-stays',
]);

/** Features of parks for people. */
export const FEATURE_NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  central_wastewater: { zh: '污水集中处理', en: 'central waste-water treatment' },
  steam: { zh: '集中供热', en: 'steam supply' },
  standard_plant: { zh: '标准厂房', en: 'standard plant' },
};

/** A blocker in words, with the measure and clause behind it and where they are written. */
export function explainBlocker(context: BlockerContext, blocker: Blocker): ExplainedBlocker {
  const { index, segment } = context;
  const wastewater = needsWastewaterTreatment(index, segment.code);
  const measureId = blocker.demandedBy?.measure ?? (wastewater ? WASTEWATER_RULE.measure : PARKS_RULE.measure);
  const measure = index.measure(measureId) ?? null;
  const park = 'park' in blocker ? parkAt(context, blocker.park) : null;
  const words = blockerWords(context, blocker, park, wastewater);
  return {
    code: blocker.kind,
    hard: HARD.has(blocker.kind),
    text: { ...words, evidence: ruleEvidence(index, blocker.rule, measure, park) },
    measure,
    clause: measure === null ? null : (index.clauseOf(measure.id) ?? null),
    park,
  };
}

/** The words of the measure that make the rule, where an application quotes them, else the measure itself; the park's too. */
function ruleEvidence(
  index: MapIndex,
  rule: Blocker['rule'],
  measure: MeasureFact | null,
  park: ParkFact | null,
): readonly EvidenceRef[] {
  const parkEvidence = park?.evidence ?? [];
  if (measure === null) return parkEvidence;
  const facts = index.applicationsOf(measure.id);
  const quoted =
    rule === 'stay-in-area'
      ? facts.find((fact) => fact.kind === 'ZONE' && fact.target === STAYS_RULE.zone)
      : measure.id === WASTEWATER_RULE.measure
        ? facts.find((fact) => fact.kind === 'SEGMENT' && fact.target === 'D1')
        : facts.find((fact) => fact.kind === 'PARK');
  return [...(quoted?.evidence ?? measure.evidence), ...(rule === 'park-land' ? parkEvidence : [])];
}

function blockerWords(
  { segment }: BlockerContext,
  blocker: Blocker,
  park: ParkFact | null,
  wastewater: boolean,
): { readonly zh: string; readonly en: string } {
  const name = { zh: park?.nameZh ?? '园区', en: park?.nameEn ?? park?.nameZh ?? 'the park' };
  switch (blocker.kind) {
    case 'no-park-accepts':
      return wastewater
        ? {
            zh: '没有已知的、集中处理污水的印染园区',
            en: 'No dyeing park with central waste-water treatment is known here',
          }
        : { zh: '没有园区接收这个环节', en: 'No park admits the segment' };
    case 'parks-not-loaded':
      return {
        zh: '没有来源列全本地园区：是否有园区接收未知',
        en: 'No source lists all parks here: whether one admits the segment is not known',
      };
    case 'park-admission-unknown':
      return {
        zh: `${name.zh}是否接收${segment.nameZh}未知`,
        en: `Whether ${name.en} admits ${segment.nameEn ?? segment.nameZh} is not known`,
      };
    case 'park-lacks-feature':
    case 'park-feature-unknown': {
      const feature = FEATURE_NAMES[blocker.feature] ?? { zh: blocker.feature, en: blocker.feature };
      return blocker.kind === 'park-lacks-feature'
        ? { zh: `${name.zh}没有${feature.zh}`, en: `${name.en} has no ${feature.en}` }
        : { zh: `${name.zh}有无${feature.zh}未知`, en: `Whether ${name.en} has ${feature.en} is not known` };
    }
    case 'park-full':
      return {
        zh: `${name.zh}可用地 ${decimal(blocker.freeHa, 1)} 公顷，不足`,
        en: `${name.en} has ${decimal(blocker.freeHa, 1)} ha free, too little`,
      };
    case 'park-too-small':
      return {
        zh: `${name.zh}全部用地 ${decimal(blocker.totalHa, 1)} 公顷，不足所需 ${decimal(blocker.neededHa, 1)} 公顷`,
        en: `All the land of ${name.en}, ${decimal(blocker.totalHa, 1)} ha, is less than the ${decimal(blocker.neededHa, 1)} ha needed`,
      };
    case 'park-land-unknown':
      return { zh: `${name.zh}可用地未知`, en: `Free land of ${name.en} is not known` };
    case 'lot-land-unknown':
      return { zh: '未说明需要多少用地', en: 'The land need is not stated' };
    case 'segment-stays':
      return {
        zh: '属高端链条，政策鼓励留在珠三角，不建议转出',
        en: 'A high-end link that the policy wants to keep in the Delta: not proposed to leave',
      };
  }
}
