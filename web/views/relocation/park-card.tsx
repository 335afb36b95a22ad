import { defineComponent } from 'vue';
import type { RelocationPlaceQuery } from '../../api/generated/operations.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { usePage } from '../../state/page.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';

export type PlacePark = NonNullable<RelocationPlaceQuery['region']>['parks'][number];

/** Features that decide whether dyers can settle, in the order shown; one that no source speaks of is unknown. */
const FEATURES = ['central_wastewater', 'steam', 'standard_plant'] as const;

/** A park: state, what it admits, features, figures, each with its source. */
export const ParkCard = defineComponent(
  (props: { readonly park: PlacePark; readonly isChosen: boolean }) => {
    const page = usePage();
    return () => {
      const texts = page.textsOf(relocationTexts);
      const { details } = texts;
      const { park } = props;
      const units: Readonly<Record<string, string>> = details.unit;
      const states: Readonly<Record<string, string>> = details.parkState;
      const names: Readonly<Record<string, string>> = details.feature;
      const others = park.features.map((one) => one.feature).filter((one) => !FEATURES.some((known) => known === one));
      const accepts = park.accepts
        .map((one) => page.nameOf(one.segment) + (one.method === 'NAME' ? ` (${details.byName})` : ''))
        .join(details.join);
      const sources = [...park.features.flatMap((one) => one.sources), ...park.sources].filter(
        (one, index, all) => all.findIndex((other) => other.source.id === one.source.id) === index,
      );
      return (
        <article class={['rl-card', { chosen: props.isChosen }]}>
          <h4>
            {page.nameOf(park)}
            <span class="rl-quiet">
              {' '}
              {park.state === null ? details.parkStateUnknown : (states[park.state] ?? park.state)}
            </span>
          </h4>
          <p>{accepts === '' ? details.acceptsUnknown : details.accepts(accepts)}</p>
          <ul class="rl-features">
            {[...FEATURES, ...others].map((feature) => {
              const found = park.features.find((one) => one.feature === feature);
              const state = found === undefined ? 'unknown' : found.present ? 'present' : 'absent';
              const sign = { unknown: '?', present: '✓', absent: '✕' }[state];
              const word = { unknown: details.featureUnknown, present: details.present, absent: details.absent }[state];
              return (
                <li key={feature} class={state}>
                  <span aria-hidden="true">{sign}</span> {names[feature] ?? feature}
                  <span class="unseen"> {word}</span>
                  {found?.asOf == null ? null : <span class="rl-quiet"> {found.asOf}</span>}
                </li>
              );
            })}
          </ul>
          {park.observations.edges.length === 0 ? null : (
            <dl class="rl-figures" aria-label={details.figures}>
              {park.observations.edges.map(({ node }) => (
                <div key={node.id} title={node.note ?? undefined}>
                  <dt>{node.indicator.name}</dt>
                  <dd>
                    <b>{figure(node.value, page.lang)}</b> {units[node.indicator.unit] ?? node.indicator.unit}
                    {node.period === null ? null : <span class="rl-quiet"> {node.period}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {sources.map((evidence) => (
            <EvidenceLine key={evidence.source.id} evidence={evidence} />
          ))}
        </article>
      );
    };
  },
  { name: 'ParkCard', props: { park: Object, isChosen: Boolean } as unknown as ['park', 'isChosen'] },
);

/** A figure with as many decimals as it has, at most two; large sums of money in 亿 or millions would hide the source's digits. */
function figure(value: number, lang: 'zh' | 'en'): string {
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 2 }).format(value);
}
