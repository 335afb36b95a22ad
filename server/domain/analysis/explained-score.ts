import type { EvidenceRef } from '../map/industry-map.ts';
import type { CompositeScore, ScoreComponent } from '../matrix/composite-score.ts';

/** A sentence in both languages with what it rests on. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
  /** Empty only for a sentence that says what is not known. */
  readonly evidence: readonly EvidenceRef[];
}

export interface NamedParameter {
  readonly name: string;
  readonly value: number;
}

/** A component with its name for people and the facts behind it. */
export interface ExplainedComponent extends ScoreComponent {
  readonly labelZh: string;
  readonly labelEn: string;
  /** weight x value / known weight: the part of the score that comes from here; null unless known. */
  readonly contribution: number | null;
  readonly facts: readonly Sentence[];
}

export interface ExplainedScore {
  /** Null when too little is known. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly evidence: number;
  readonly components: readonly ExplainedComponent[];
}

/** Names for people of every component of a composite; a component without an entry is a fault of ours. */
export const COMPONENT_LABELS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  shortfall: { zh: '供给缺口', en: 'Shortfall' },
  exposure: { zh: '下游暴露', en: 'Exposure' },
  criticality: { zh: '环节关键性', en: 'Criticality' },
  concentration: { zh: '企业集中度', en: 'Concentration' },
  dependence: { zh: '省外依赖', en: 'Dependence' },
  chainFit: { zh: '链条配套', en: 'Chain fit' },
  park: { zh: '园区条件', en: 'Park' },
  policy: { zh: '政策支持', en: 'Policy' },
  pairing: { zh: '对口帮扶', en: 'Pairing' },
  gradient: { zh: '产业梯度', en: 'Gradient' },
  proximity: { zh: '距离', en: 'Proximity' },
  relatedness: { zh: '产业关联', en: 'Relatedness' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  depth: { zh: '深度', en: 'Depth' },
  linkage: { zh: '联系', en: 'Linkage' },
  need: { zh: '缺口严重度', en: 'Need' },
  match: { zh: '环节匹配', en: 'Match' },
  size: { zh: '企业规模', en: 'Size' },
};

/**
 * Puts names, contributions and facts to the components of a composite.
 *
 * @param value what counts as the score; it may be null although `score` has a number, when a rule asks for more evidence
 * @param factsOf the facts behind a component, by its name
 */
export function explain(
  components: readonly ScoreComponent[],
  score: CompositeScore,
  value: number | null,
  factsOf: (name: string) => readonly Sentence[],
): ExplainedScore {
  let known = 0;
  for (const component of components) if (typeof component.value === 'number') known += component.weight;
  return {
    value,
    low: score.low,
    high: score.high,
    evidence: score.evidence,
    components: components.map((component) => {
      const label = COMPONENT_LABELS[component.name];
      return {
        ...component,
        labelZh: label?.zh ?? component.name,
        labelEn: label?.en ?? component.name,
        contribution:
          typeof component.value === 'number' && known > 0 ? (component.weight * component.value) / known : null,
        get facts() {
          return factsOf(component.name);
        },
      };
    }),
  };
}
