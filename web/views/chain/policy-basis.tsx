import { defineComponent, ref, watch } from 'vue';
import type { CellContextQuery } from '../../api/generated/operations.ts';
import { usePage } from '../../state/page.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { measureName } from './gap-cell.ts';
import { quoteParts } from './quote-parts.ts';

type ContextNode = NonNullable<CellContextQuery['nodes'][number]>;
export type MeasureContext = Extract<ContextNode, { heading: string }>;

/** Measures shown before the reader asks for more. */
const FIRST_MEASURES = 3;

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
    const all = ref(false);
    watch(
      () => props.measures,
      () => {
        all.value = false;
      },
    );
    const measureBlock = (measure: MeasureContext) => {
      const { drawer } = page.texts.chain;
      const found = passages(measure, props.segments, props.region);
      const { clause } = measure;
      const names = (duties: readonly { readonly written: string }[]): string =>
        duties.map((duty) => duty.written).join(page.texts.chain.answer.join);
      return (
        <article key={measure.id} class="measure">
          <h4>
            {measureName(page.texts, measure)} <span class="measure-heading">{measure.heading}</span>
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
    return () => {
      const { drawer } = page.texts.chain;
      // What names the segment and the place stands before what names only one of them.
      const weight = (measure: MeasureContext): number => passages(measure, props.segments, props.region).length;
      const sorted = [...props.measures].sort((a, b) => Math.min(2, weight(b)) - Math.min(2, weight(a)));
      const shown = all.value ? sorted : sorted.slice(0, FIRST_MEASURES);
      const rest = sorted.length - FIRST_MEASURES;
      return (
        <div class="policy-basis">
          {shown.map(measureBlock)}
          {rest <= 0 ? null : (
            <button
              type="button"
              class="link-button more"
              aria-expanded={all.value}
              onClick={() => {
                all.value = !all.value;
              }}
            >
              {all.value ? drawer.fewerMeasures : drawer.moreMeasures(rest)}
            </button>
          )}
        </div>
      );
    };
  },
  { name: 'PolicyBasis', props: ['measures', 'segments', 'region'] },
);
