import { defineComponent } from 'vue';
import type { CellContextQuery } from '../../api/generated/operations.ts';
import { usePage } from '../../state/page.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { quoteParts } from './quote-parts.ts';

type ContextNode = NonNullable<CellContextQuery['nodes'][number]>;
export type MeasureContext = Extract<ContextNode, { heading: string }>;

/** Whether a node of the context is a measure. */
export function isMeasure(node: ContextNode | null): node is MeasureContext {
  return node !== null && 'heading' in node;
}

/** The words of a measure about this segment and this place, each passage once. */
export function passages(
  measure: MeasureContext,
  segments: ReadonlySet<string>,
  region: string,
): { readonly quote: string; readonly words: readonly string[]; readonly position: string | null }[] {
  const found = new Map<string, { words: string[]; position: string | null }>();
  for (const { node } of measure.appliesTo.edges) {
    const { target } = node;
    const about =
      (target.__typename === 'Segment' && segments.has(target.segmentCode)) ||
      (target.__typename === 'Region' && target.regionCode === region);
    if (!about) continue;
    for (const source of node.sources) {
      if (source.quote === null || source.quote === '') continue;
      const passage = found.get(source.quote) ?? { words: [], position: source.position ?? null };
      passage.words.push(node.term);
      found.set(source.quote, passage);
    }
  }
  return [...found].map(([quote, passage]) => ({ quote, ...passage }));
}

/** The measures behind a cell: words, who leads, who takes part. */
export const PolicyBasis = defineComponent(
  (props: {
    readonly measures: readonly MeasureContext[];
    /** The segment with its ancestors and leaves: the text may name any of them. */
    readonly segments: ReadonlySet<string>;
    readonly region: string;
  }) => {
    const page = usePage();
    const measureBlock = (measure: MeasureContext) => {
      const { drawer } = page.texts.chain;
      const found = passages(measure, props.segments, props.region);
      const { clause } = measure;
      const names = (duties: readonly { readonly written: string }[]): string =>
        duties.map((duty) => duty.written).join(page.texts.chain.answer.join);
      return (
        <article key={measure.id} class="measure">
          <h4>
            {drawer.measure(measure.policy.name, measure.number)}
            <span class="measure-heading">{measure.heading}</span>
          </h4>
          {found.map((passage) => (
            <blockquote key={passage.quote} lang="zh-CN">
              “
              {quoteParts(passage.quote, passage.words).map((part, index) =>
                part.strong ? <strong key={index}>{part.text}</strong> : part.text,
              )}
              ”
              {passage.position === null ? null : (
                <span class="quote-place">{drawer.place(drawer.placeWords(passage.position))}</span>
              )}
            </blockquote>
          ))}
          {measure.sources.slice(0, 1).map((evidence) => (
            <EvidenceLine key={evidence.source.id} evidence={evidence} />
          ))}
          {clause === null ? (
            <p class="duty">{drawer.noClause}</p>
          ) : (
            <dl class="duties">
              <div>
                <dt>{drawer.lead}</dt>
                <dd>{clause.leads.length === 0 ? drawer.noLead : names(clause.leads)}</dd>
              </div>
              {clause.supports.length === 0 ? null : (
                <div>
                  <dt>{drawer.support}</dt>
                  <dd>{names(clause.supports)}</dd>
                </div>
              )}
            </dl>
          )}
        </article>
      );
    };
    return () => <div class="policy-basis">{props.measures.map(measureBlock)}</div>;
  },
  { name: 'PolicyBasis', props: ['measures', 'segments', 'region'] },
);
