import '../../ui/styles/details.css';
import './relocation.css';
import { computed, defineComponent, onUnmounted, ref, watch } from 'vue';
import {
  RelocationEvidenceOperation,
  RelocationPathsOperation,
  RelocationSegmentsOperation,
} from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { exhibitTexts } from '../../i18n/exhibit-texts.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { faultText } from '../../ui/connection-banner.tsx';
import { queryOf } from '../../ui/exhibit-parts.ts';
import { ModeSwitch } from '../../ui/mode-switch.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { ViewTools } from '../../ui/view-tools.tsx';
import { AnswerLine } from './answer-line.tsx';
import { answerPieces } from './answer-pieces.ts';
import { CandidateDetails } from './candidate-details.tsx';
import { CandidateTable } from './candidate-table.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { Controls } from './controls.tsx';
import { LotSankey } from './lot-sankey.tsx';
import { MapView } from './map-view.tsx';
import { relocationExhibit } from './relocation-exhibit.ts';
import { useRelocation } from './use-relocation.ts';

/** Where a segment of one prefecture could move to, what stands in the way, and why. */
export default defineComponent(
  () => {
    const state = useRelocation();
    const { page, paths, answer } = state;
    const texts = computed(() => page.textsOf(relocationTexts));
    const isComparing = ref(false);
    const openCompare = (): void => {
      isComparing.value = true;
    };
    const side = ref<HTMLElement | null>(null);
    // A place picked in one of the three is in sight in the other two.
    watch(
      () => state.chosen.value?.candidate.code,
      () => {
        side.value?.querySelector('.rl-details')?.scrollTo({ top: 0 });
        side.value?.querySelector('tr.shown')?.scrollIntoView({ block: 'nearest' });
      },
      { flush: 'post' },
    );
    // What exports, prints and "show this as GraphQL" work from.
    onUnmounted(
      page.present(() => {
        const asked = answer.value;
        const weights = state.weights.value;
        if (asked === null || weights === null) return null;
        const { segments, evidence } = state;
        return relocationExhibit(
          {
            origin: { code: asked.from.code, name: page.nameOf(asked.from) },
            firmsAtOrigin: asked.firmsAtOrigin,
            segment: { code: asked.segment.code, name: page.nameOf(asked.segment) },
            basis: page.texts.basis[asked.basis],
            answer:
              answerPieces(state)
                ?.map((piece) => piece.text)
                .join('') ?? null,
            ranked: state.ranked.value,
            drawn: state.flows.value.drawn.map((one) => one.code),
            zones: state.zones.value,
            weights,
            landHa: paths.key?.lot?.landHa ?? null,
            chosen: state.chosen.value?.candidate.code ?? null,
            map: page.url.mode === 'table' ? null : state.map.value,
            sourcesOf: state.sourcesOf,
            queries: [
              ...(segments.key === null ? [] : [queryOf(RelocationSegmentsOperation, segments.key)]),
              ...(paths.key === null ? [] : [queryOf(RelocationPathsOperation, paths.key)]),
              ...(evidence.key === null ? [] : [queryOf(RelocationEvidenceOperation, evidence.key)]),
            ],
            theme: page.url.theme,
          },
          {
            texts: texts.value,
            words: page.textsOf(exhibitTexts),
            numbers: page.numbers,
            nameOf: (thing) => page.nameOf(thing),
          },
        );
      }),
    );
    const fault = computed(() => (paths.fault === null || isPassing(paths.fault) ? null : paths.fault));

    const tools = () => {
      const { crumbs, question, compare, controls, zone: zoneWords } = texts.value;
      const asked = answer.value;
      const zoneNames = state.zones.value.map((zone) => (zone === 'PRD' ? controls.edge : zoneWords[zone]));
      return (
        <>
          <div class="breadcrumb">
            {crumbs.cluster} › <b>{crumbs.chain}</b>
          </div>
          {asked === null ? null : (
            <span class="rl-question">
              {question(page.nameOf(asked.from), page.nameOf(asked.segment), zoneNames.join(' '))}
            </span>
          )}
          {asked === null ? null : (
            <span class="tool-fact">
              {page.texts.tools.basis} <b>{page.texts.basis[asked.basis]}</b>
            </span>
          )}
          <span class="tool-space" />
          <button type="button" class="plain-button" disabled={state.compared.value.length < 2} onClick={openCompare}>
            {compare.button(state.compared.value.length)}
          </button>
          <ModeSwitch />
          <ViewTools />
        </>
      );
    };

    const originName = (): string => {
      const region = page.regions.find((one) => one.code === state.origin.value);
      return region === undefined ? state.origin.value : page.nameOf(region);
    };
    const problem = () => {
      const now = fault.value;
      if (now === null) return null;
      const words = texts.value.state;
      // A question that cannot be asked needs another question, not another try.
      if (now.kind === 'refused' && (now.code === 'BAD_USER_INPUT' || now.code === 'NOT_FOUND')) {
        return (
          <p class="part-failed" role="alert">
            {words.badQuestion(originName(), state.segment.value)}{' '}
            <button type="button" class="link-button" onClick={state.askDefault}>
              {words.defaultQuestion}
            </button>
            <span class="rl-quiet" lang="en">
              {' '}
              {now.message} · {page.texts.fault.requestId(now.requestId)}
            </span>
          </p>
        );
      }
      return (
        <p class="part-failed" role="alert">
          {words.noAnswer}：{faultText(page.texts, now)} · {page.texts.fault.requestId(now.requestId)}{' '}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              paths.reload();
            }}
          >
            {page.texts.fault.retryNow}
          </button>
        </p>
      );
    };
    const centre = () => {
      if (answer.value === null) return fault.value === null ? <Skeleton /> : problem();
      const isTable = page.url.mode === 'table';
      return (
        <>
          {problem()}
          <AnswerLine state={state} />
          {isTable ? (
            <div class="rl-table-box">
              <CandidateTable state={state} wide />
            </div>
          ) : (
            <MapView state={state} />
          )}
          <LotSankey state={state} />
        </>
      );
    };
    const listAndDetails = () => {
      if (answer.value === null) return null;
      return (
        <>
          {page.url.mode === 'both' ? (
            <div class="rl-table-box" tabindex={-1}>
              <CandidateTable state={state} wide={false} />
            </div>
          ) : null}
          <CandidateDetails state={state} onCompare={openCompare} />
        </>
      );
    };

    return () => {
      const isStale = paths.loading && answer.value !== null;
      return (
        <ViewFrame>
          {{
            tools,
            default: () => (
              <div class={['rl', `mode-${page.url.mode}`, { stale: isStale }]} aria-busy={paths.loading}>
                <div class="rl-left">
                  <Controls state={state} />
                </div>
                <div class="rl-centre">{centre()}</div>
                <aside ref={side} class="rl-side" aria-label={texts.value.details.label}>
                  {listAndDetails()}
                </aside>
                <CompareDialog
                  state={state}
                  open={isComparing.value}
                  onClose={() => {
                    isComparing.value = false;
                  }}
                />
              </div>
            ),
          }}
        </ViewFrame>
      );
    };
  },
  { name: 'RelocationView' },
);
