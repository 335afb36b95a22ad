import '../../ui/styles/details.css';
import './targets.css';
import { computed, defineComponent, onUnmounted, watch } from 'vue';
import { isPassing } from '../../api/request-fault.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultText } from '../../ui/connection-banner.tsx';
import { RegionPicker } from '../../ui/region-picker.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { ViewTools } from '../../ui/view-tools.tsx';
import { SegmentPicker } from '../relocation/segment-picker.tsx';
import { AnswerLine } from './answer-line.tsx';
import { ChargeBlock } from './charge-block.tsx';
import { Controls } from './controls.tsx';
import { Exclusions } from './exclusions.tsx';
import { FirmDetailsPanel } from './firm-details.tsx';
import { FirmTable } from './firm-table.tsx';
import { PickBar } from './pick-bar.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { SavedListPanel } from './saved-list.tsx';
import { SavedLists } from './saved-lists.tsx';
import { targetsExhibit } from './targets-exhibit.ts';
import { useTargets } from './use-targets.ts';

/** Whom to approach for what a place lacks, why, and the lists that come of it. */
export default defineComponent(
  () => {
    const state = useTargets();
    const { page, ranking, params } = state;
    onUnmounted(page.present(() => targetsExhibit(state)));
    const texts = computed(() => page.textsOf(targetsTexts));
    const isLists = computed(() => params.value.isLists || params.value.list !== null);
    const listCount = computed(() => state.lists.value?.targetLists.totalCount ?? null);
    const fault = computed(() => (ranking.fault === null || isPassing(ranking.fault) ? null : ranking.fault));

    // Another page of the view begins at its top.
    watch(
      () => [params.value.plan, params.value.list, isLists.value] as const,
      () => {
        document.getElementById('main')?.scrollTo({ top: 0 });
      },
      { flush: 'post' },
    );

    const tools = () => {
      const { crumbs, tools: words } = texts.value;
      return (
        <>
          <div class="breadcrumb">
            {crumbs.cluster} › <b>{crumbs.view}</b>
          </div>
          {isLists.value || params.value.plan !== null ? null : (
            <>
              <RegionPicker value={page.url.region} label={words.region} onPick={state.setRegion} />
              <SegmentPicker
                stages={state.segments.value?.chain.stages ?? []}
                value={state.segment.value ?? ''}
                label={words.segment}
                hint={words.segmentHint}
                onPick={state.setSegment}
              />
            </>
          )}
          <span class="tool-space" />
          <div class="switch" role="group" aria-label={crumbs.view}>
            <button
              type="button"
              class={{ active: !isLists.value }}
              aria-pressed={!isLists.value}
              onClick={() => {
                state.showLists(false);
              }}
            >
              {words.find}
            </button>
            <button
              type="button"
              class={{ active: isLists.value }}
              aria-pressed={isLists.value}
              onClick={() => {
                state.showLists(true);
              }}
            >
              {listCount.value === null ? words.lists : words.listsCount(listCount.value)}
            </button>
          </div>
          <ViewTools />
        </>
      );
    };
    const problem = () => {
      const now = fault.value;
      if (now === null) return null;
      const { state: words } = texts.value;
      return (
        <p class="part-failed" role="alert">
          {now.kind === 'refused' && now.code === 'BAD_USER_INPUT' ? words.badQuestion : words.noAnswer}：
          {faultText(page.texts, now)} · {page.texts.fault.requestId(now.requestId)}{' '}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              ranking.reload();
            }}
          >
            {page.texts.fault.retryNow}
          </button>
        </p>
      );
    };
    const unknowns = () => {
      const answer = state.answer.value;
      if (answer === null) return null;
      const { unknowns: words } = texts.value;
      return (
        <section class="tg-unknowns after-drawer">
          <h2>{words.title}</h2>
          <ul class="unknowns">
            {answer.unknowns.map((fact) => (
              <li key={fact.text}>{fact.text}</li>
            ))}
          </ul>
          <p class="tg-quiet">{answer.caution}</p>
        </section>
      );
    };
    const charge = () => {
      const measure = state.promotion.value;
      if (measure === null) return null;
      return (
        <section class="tg-unknowns after-drawer">
          <h2>{texts.value.charge.title}</h2>
          <ChargeBlock measure={measure} />
        </section>
      );
    };
    const find = () => (
      <div class="tg-find">
        <Controls state={state} />
        <div class={['tg-centre', { stale: state.isStale.value }]} aria-busy={ranking.loading}>
          {problem()}
          {state.answer.value === null ? (
            fault.value === null ? (
              <Skeleton />
            ) : null
          ) : (
            <>
              <AnswerLine state={state} />
              <FirmTable state={state} />
              <PickBar state={state} />
              <Exclusions state={state} />
              {charge()}
              {unknowns()}
            </>
          )}
        </div>
      </div>
    );

    const main = () => {
      if (params.value.plan !== null) return <PlanSheet state={state} />;
      if (params.value.list !== null) return <SavedListPanel state={state} saved={state.savedList} />;
      return isLists.value ? <SavedLists state={state} /> : find();
    };

    return () => (
      <ViewFrame
        drawerOpen={params.value.firm !== null && params.value.plan === null && !isLists.value}
        drawerLabel={texts.value.details.label}
      >
        {{ tools, default: main, drawer: () => <FirmDetailsPanel state={state} /> }}
      </ViewFrame>
    );
  },
  { name: 'TargetsView' },
);
