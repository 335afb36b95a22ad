import { computed, defineComponent, ref, watch } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { QuoteBlock } from './quote-block.tsx';
import type { EvidenceCandidate, Relocation } from './use-relocation.ts';

type Path = EvidenceCandidate['paths'][number];

/** The chain of evidence drawn as a path; a hop opens its sources. Where there is no path, the missing hop is a to-do. */
export const ExplanationPath = defineComponent(
  (props: {
    readonly state: Relocation;
    readonly paths: readonly Path[];
    readonly missingHop: string | null;
    readonly placeName: string;
  }) => {
    const { page } = props.state;
    const pathIndex = ref(0);
    const hopIndex = ref<number | null>(null);
    watch(
      () => props.paths,
      () => {
        pathIndex.value = 0;
        hopIndex.value = null;
      },
    );
    const path = computed(() => props.paths[pathIndex.value] ?? props.paths[0] ?? null);
    /** The measure's words are what a reader asks for first. */
    const openHop = computed(() => {
      const hops = path.value?.hops ?? [];
      const index = hopIndex.value ?? hops.findIndex((hop) => hop.kind === 'measure');
      return index >= 0 ? index : 0;
    });

    const kindName = (kind: string): string => {
      const names: Readonly<Record<string, string>> = page.textsOf(relocationTexts).details.hop;
      return names[kind] ?? kind;
    };
    const missing = () => {
      const { details } = page.textsOf(relocationTexts);
      const hop = props.missingHop;
      if (hop === null) return null;
      const todo: Readonly<Record<string, string>> = details.todo;
      return (
        <p class="rl-missing">
          <b>{details.missing(kindName(hop))}</b>
          {todo[hop] ?? details.missingOther}
        </p>
      );
    };

    return () => {
      const { details } = page.textsOf(relocationTexts);
      const drawn = path.value;
      if (drawn === null) return missing();
      const hop = drawn.hops[openHop.value];
      return (
        <div class="rl-path">
          {props.paths.length < 2 ? null : (
            <div class="switch rl-path-switch" role="group" aria-label={details.path}>
              {props.paths.map((one, index) => (
                <button
                  key={index}
                  type="button"
                  class={{ active: index === pathIndex.value }}
                  aria-pressed={index === pathIndex.value}
                  onClick={() => {
                    pathIndex.value = index;
                    hopIndex.value = null;
                  }}
                >
                  {details.pathOther(index + 1)} · {details.pathStrength(page.numbers.ratio(one.strength))}
                </button>
              ))}
            </div>
          )}
          <ol class="rl-hops">
            {drawn.hops.map((one, index) => (
              <li key={`${one.kind}${one.node.id}`}>
                <button
                  type="button"
                  class={['rl-hop', { active: index === openHop.value }]}
                  title={`${one.label} ${one.note}`.trim()}
                  aria-pressed={index === openHop.value}
                  onClick={() => {
                    hopIndex.value = index;
                  }}
                >
                  <span class="rl-hop-kind">{kindName(one.kind)}</span>
                  <b>{one.label}</b>
                  {one.note === '' ? null : <span class="rl-hop-note">{one.note}</span>}
                </button>
              </li>
            ))}
          </ol>
          {hop === undefined ? null : (
            <div class="rl-hop-evidence" aria-live="polite">
              {hop.sources.length === 0 ? (
                <p class="rl-quiet">{details.noSource}</p>
              ) : (
                <QuoteBlock sources={hop.sources} words={[props.placeName, hop.label]} quotes={2} />
              )}
            </div>
          )}
        </div>
      );
    };
  },
  { name: 'ExplanationPath', props: ['state', 'paths', 'missingHop', 'placeName'] },
);
