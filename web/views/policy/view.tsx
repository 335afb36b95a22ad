import '../../ui/styles/details.css';
import './policy.css';
import { computed, defineComponent, onUnmounted } from 'vue';
import { isPassing } from '../../api/request-fault.ts';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { PolicyAnswer } from './answer-line.tsx';
import { DepartmentDetails } from './department-details.tsx';
import { DocumentBoard } from './document-board.tsx';
import { DocumentDetails } from './document-details.tsx';
import { DutyList } from './duty-list.tsx';
import { departmentSentence, overviewSentence, type DutySentenceWords } from './duty-sentence.ts';
import { MatrixLegend } from './matrix-legend.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { MeasureDetails } from './measure-details.tsx';
import { OverviewDetails } from './overview-details.tsx';
import { policyExhibit } from './policy-exhibit.ts';
import { ReachBoard } from './reach-board.tsx';
import { reachSentence } from './reach-sentence.ts';
import type { Piece } from './selection.ts';
import { TargetBoard } from './target-board.tsx';
import { TargetOverview } from './target-overview.tsx';
import { TargetDetails } from './target-details.tsx';
import { targetSentence } from './target-sentence.ts';
import { targetGroups } from './targets.ts';
import { PolicyTools } from './tool-row.tsx';
import { usePolicy } from './use-policy.ts';

/** Who does what by which measure, what is to be reached by when, and the words behind it. */
export default defineComponent(
  () => {
    const state = usePolicy();
    const { page, params } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const opened = new Date();

    const groups = computed(() => {
      const { due, department } = params.value;
      const leadBy = state.columnCodes.value;
      return targetGroups(
        state.targetList.value.filter((target) => {
          if (due !== null && target.year !== (due === 'none' ? null : due)) return false;
          if (department === null || !params.value.only) return true;
          const measure = state.measures.value.find((one) => one.code === target.measure?.code);
          return (measure?.clause?.duties ?? []).some(
            (duty) => duty.role === 'LEAD' && leadBy.includes(duty.department),
          );
        }),
        opened,
      );
    });

    const dutyPieces = (): readonly Piece[] => {
      const { matrix } = state;
      if (matrix.value === null) return [];
      const { sentence } = texts.value;
      const words: DutySentenceWords = {
        ...sentence,
        measure: (measure) => (measure.isAction ? sentence.action(measure.number) : String(measure.number)),
      };
      const body = state.department.value;
      if (body === null) return overviewSentence(matrix.value, (column) => page.nameOf(column.body), words);
      const named = (one: { readonly code: string; readonly zh: string; readonly en: string }) => ({
        code: one.code,
        name: page.nameOf(one),
      });
      return departmentSentence(
        matrix.value,
        {
          ...named(body),
          succeededBy: body.succeededBy === null ? null : named(body.succeededBy),
          predecessors: body.predecessors.map(named),
          succeededOn: body.validTo ?? body.validFrom,
        },
        words,
      );
    };
    const pieces = computed<readonly Piece[]>(() => {
      const { targets: words, sentence, documents } = texts.value;
      switch (params.value.board) {
        case 'duties':
          return dutyPieces();
        case 'targets':
          if (state.targets.value === null || state.duties.value === null) return [];
          return targetSentence(
            groups.value,
            (target) =>
              (state.measures.value.find((one) => one.code === target.measure?.code)?.clause?.duties ?? [])
                .filter((duty) => duty.role === 'LEAD')
                .map((duty) => {
                  const body = state.departments.value.find((one) => one.code === duty.department);
                  return { code: duty.department, name: body === undefined ? duty.written : page.nameOf(body) };
                }),
            {
              ...words,
              ...sentence,
              year: (year) => (year === null ? words.undated : words.year(year)),
              sentence: words.sentence,
            },
          );
        case 'reach':
          return state.reached.value === null
            ? []
            : reachSentence(
                state.reached.value,
                {
                  segment: state.segmentNode.value === null ? null : page.nameOf(state.segmentNode.value),
                  region: page.region === null ? null : page.nameOf(page.region),
                  park: parkName(),
                },
                (code) => state.measures.value.find((one) => one.code === code) ?? null,
                { ...texts.value.reach, ...sentence, action: sentence.action, chain: texts.value.reach.chain },
              );
        case 'documents': {
          const kinds = state.policies.value.map((one) => one.kind);
          const count = (wanted: readonly string[]): number => kinds.filter((kind) => wanted.includes(kind)).length;
          const texts_ = ['POLICY', 'PLAN', 'INTERPRETATION'];
          const planned = count(['PLANNED_DOCUMENT']);
          return kinds.length === 0
            ? []
            : [
                {
                  kind: 'lead',
                  text: documents.sentence(count(texts_), kinds.length - count(texts_) - planned, planned),
                },
                { kind: 'text', text: sentence.end },
              ];
        }
      }
    });
    const parkName = (): string | null => {
      const park = state.places.value?.parks.edges.find(({ node }) => node.code === params.value.park)?.node;
      return park === undefined ? null : page.nameOf(park);
    };

    const takeBack = page.present(() =>
      state.duties.value === null ? null : policyExhibit(state, groups.value, pieces.value, texts.value),
    );
    onUnmounted(takeBack);

    const board = () => {
      const failed = params.value.board === 'targets' ? state.targets : state.duties;
      if (state.duties.value === null || (params.value.board === 'targets' && state.targets.value === null)) {
        const { fault } = failed;
        return fault !== null && !isPassing(fault) ? (
          <div class="empty" role="alert">
            <p>{page.texts.fault.part(page.texts.fault.parts.policy)}</p>
            <p class="quiet">{faultWithId(page.texts, fault)}</p>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                failed.reload();
              }}
            >
              {page.texts.fault.retryNow}
            </button>
          </div>
        ) : (
          <Skeleton />
        );
      }
      switch (params.value.board) {
        case 'duties':
          return (
            <>
              <MatrixLegend state={state} />
              {page.url.mode === 'table' ? null : <MatrixTable state={state} />}
              {page.url.mode === 'picture' ? null : <DutyList state={state} />}
            </>
          );
        case 'targets':
          return <TargetBoard state={state} groups={groups.value} />;
        case 'reach':
          return <ReachBoard state={state} />;
        case 'documents':
          return <DocumentBoard state={state} />;
      }
    };
    const main = () => (
      <div class={['pv', `mode-${page.url.mode}`, `board-${params.value.board}`]}>
        {pieces.value.length === 0 ? (
          <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />
        ) : (
          <PolicyAnswer pieces={pieces.value} onPick={state.pick} />
        )}
        {board()}
      </div>
    );
    // Lists take the whole width until something is open; the two pictures have an overview beside them.
    const hasDrawer = computed(
      () =>
        state.duties.value !== null &&
        (state.open.value !== null || params.value.board === 'duties' || params.value.board === 'targets'),
    );
    const drawer = () => {
      const open = state.open.value;
      const measure = state.measures.value.find((one) => open?.kind === 'measure' && one.code === open.code);
      if (measure !== undefined) return <MeasureDetails state={state} measure={measure} />;
      const target = state.targetList.value.find((one) => open?.kind === 'target' && one.code === open.code);
      if (target !== undefined) return <TargetDetails state={state} target={target} />;
      const policy = state.policies.value.find((one) => open?.kind === 'document' && one.code === open.code);
      if (policy !== undefined) return <DocumentDetails state={state} policy={policy} />;
      const body = state.department.value;
      if (body === null && params.value.board === 'targets') {
        return <TargetOverview state={state} targets={groups.value.flatMap((group) => group.targets)} />;
      }
      return body === null ? <OverviewDetails state={state} /> : <DepartmentDetails state={state} department={body} />;
    };
    return () => (
      <ViewFrame drawerOpen={hasDrawer.value} drawerLabel={texts.value.drawer.label}>
        {{ tools: () => <PolicyTools state={state} />, default: main, drawer }}
      </ViewFrame>
    );
  },
  { name: 'PolicyView' },
);
