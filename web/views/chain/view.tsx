import '../../ui/styles/details.css';
import './chain.css';
import { computed, defineComponent, onUnmounted, ref, shallowRef, watch } from 'vue';
import type { GapGrade, SegmentFamilyQuery, SegmentFamilyQueryVariables } from '../../api/generated/operations.ts';
import {
  CellEvidenceOperation,
  ChainOperation,
  GapsOperation,
  SegmentFamilyOperation,
} from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import type { ChainGraph } from '../../graph/chain-graph.ts';
import { GRAPH_PALETTES } from '../../graph/graph-palette.ts';
import { CHAIN_SIZES } from '../../graph/layout/chain-layout.ts';
import { pathOf } from '../../graph/layout/chain-path.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { exhibitTexts } from '../../i18n/exhibit-texts.ts';
import type { Named } from '../../i18n/texts.ts';
import type { AtlasRegion } from '../../state/page.ts';
import { usePage } from '../../state/page.ts';
import { queryOf, stackedPicture, type ShownPicture } from '../../ui/exhibit-parts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { GAP_ORDER } from '../../ui/gap-style.ts';
import { ModeSwitch } from '../../ui/mode-switch.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { ViewTools } from '../../ui/view-tools.tsx';
import type { AnswerPiece } from './answer-sentence.ts';
import { answerSentence } from './answer-sentence.ts';
import { BesidePicker } from './beside-picker.tsx';
import { useChainData } from './chain-data.ts';
import { extraWithout } from './chain-params.ts';
import { useChainPlaces } from './chain-places.ts';
import { compareSentence, DIFFERENCE_ORDER, differenceOf } from './compare-places.ts';
import { changeCut, foldTargets } from './cut-changes.ts';
import { chainExhibit, type ToldChain } from './chain-exhibit.ts';
import { spreadExhibit } from './spread-exhibit.ts';
import { SegmentDetails } from './details.tsx';
import { DrawerSkeleton } from './drawer-skeleton.tsx';
import { useDrawerMemory } from './drawer-memory.ts';
import { FirmDetails } from './firm-details.tsx';
import { memberFor } from './fold-segment.ts';
import type { GapCell } from './gap-cell.ts';
import { bySeverity, cellLine } from './gap-cell.ts';
import { GapRanking } from './gap-ranking.tsx';
import { ChainLegend } from './legend.tsx';
import type { PairRow } from './pair-table.tsx';
import { PairTable } from './pair-table.tsx';
import { PartFailed } from './part-failed.tsx';
import { ChainPicture } from './picture.tsx';
import { PlacePicker } from './place-picker.tsx';
import { placeSentence } from './place-sentence.ts';
import { bySpread, spreadOf } from './place-set.ts';
import { ReachPicker } from './reach-picker.tsx';
import type { SegmentLook } from './segment-look.ts';
import { compactLine, spreadLine } from './segment-look.ts';
import type { SegmentRow } from './segment-table.tsx';
import { SegmentTable } from './segment-table.tsx';
import { SpreadDetails, SpreadRanking } from './spread-details.tsx';
import type { SpreadRow } from './spread-table.tsx';
import { SpreadTable } from './spread-table.tsx';

/** Window from which two pictures stand side by side: twice the least width of one, the gap, the padding, a scroll bar. */
const PAIR_WIDTH = 2 * CHAIN_SIZES.compactWidth + 16 + 32 + 16;

/** What the chain is, who is in it, and where its gaps are: in one place, in two side by side, or counted over several. */
export default defineComponent(
  () => {
    const page = usePage();
    const { params, several, beside, asked, name, choose } = useChainPlaces();
    const data = useChainData(() => asked.value);
    const { chain, settled, members, defaultCut, base, model, gaps, evidence } = data;
    const family = page.resource<SegmentFamilyQuery, SegmentFamilyQueryVariables>('chain', SegmentFamilyOperation);
    onUnmounted(() => {
      family.close();
    });
    const words = computed(() => page.textsOf(chainTexts));
    const memory = useDrawerMemory();
    /** The drawer of a segment may be wanted next: what it needs is fetched while the pointer rests there. */
    const foresee = (code: string): void => {
      for (const held of several.value === null ? [cells.value, besideCells.value] : []) {
        const cell = held.get(code);
        if (cell !== undefined) memory.foresee(cell);
      }
    };

    const cells = computed(() => data.cellsIn(gaps.value, page.url.region));
    const besideCells = computed(() =>
      beside.value === null ? new Map<string, GapCell>() : data.cellsIn(gaps.value, beside.value.code),
    );
    const rowsIn = (held: ReadonlyMap<string, GapCell>): SegmentRow[] =>
      (chain.value?.stages ?? []).flatMap((stage) =>
        stage.members.flatMap((member): SegmentRow[] => {
          const cell = held.get(member.code);
          return cell === undefined
            ? []
            : [{ cell, code: member.code, name: page.nameOf(member), stage: stage.segment.code }];
        }),
      );
    const rows = computed(() => (several.value === null ? rowsIn(cells.value) : []));
    const besideRows = computed(() => rowsIn(besideCells.value));
    const pairs = computed(() =>
      rows.value.flatMap((row): PairRow[] => {
        const second = besideCells.value.get(row.code);
        return second === undefined
          ? []
          : [{ code: row.code, name: row.name, first: row.cell, second, difference: differenceOf(row.cell, second) }];
      }),
    );
    // Several places are shown when the answer is there for exactly them.
    const spreadRows = computed((): SpreadRow[] => {
      const codes = several.value;
      const answered = gaps.key?.regions;
      if (codes === null || answered === undefined || JSON.stringify(answered) !== JSON.stringify(codes)) return [];
      const bySegment = new Map<string, GapCell[]>();
      for (const cell of gaps.value?.gaps.cells ?? []) {
        const held = bySegment.get(cell.segment.code) ?? [];
        held.push(cell);
        bySegment.set(cell.segment.code, held);
      }
      return members.value.flatMap((member): SpreadRow[] => {
        const held = bySegment.get(member.code);
        return held === undefined
          ? []
          : [{ spread: spreadOf(member.code, held), code: member.code, name: page.nameOf(member) }];
      });
    });
    const ready = computed(() => (several.value === null ? rows.value.length > 0 : spreadRows.value.length > 0));

    const countGrades = (grades: readonly GapGrade[]): ReadonlyMap<GapGrade, number> => {
      const result = new Map<GapGrade, number>();
      for (const gapGrade of grades) result.set(gapGrade, (result.get(gapGrade) ?? 0) + 1);
      return result;
    };
    const counts = computed(() =>
      countGrades(
        several.value === null
          ? rows.value.map((row) => row.cell.grade)
          : spreadRows.value.map((row) => row.spread.grade),
      ),
    );
    const besideCounts = computed(() =>
      beside.value === null ? null : countGrades(besideRows.value.map((row) => row.cell.grade)),
    );
    // Beside another place a segment stays as long as one of the two has a class that is shown.
    const filtered = computed(() => {
      const { show } = page.url;
      if (show === null) return new Set<string>();
      const gone = (gapGrade: GapGrade | undefined): boolean => gapGrade === undefined || !show.includes(gapGrade);
      return new Set(
        several.value === null
          ? rows.value
              .filter((row) => gone(row.cell.grade) && gone(besideCells.value.get(row.code)?.grade))
              .map((row) => row.code)
          : spreadRows.value.filter((row) => gone(row.spread.grade)).map((row) => row.code),
      );
    });
    // Gaps first, the worst of a class on top; what is filtered out of the picture is out of the table.
    const tableRows = computed(() =>
      rows.value
        .filter((row) => !filtered.value.has(row.code))
        .sort(
          (a, b) => GAP_ORDER.indexOf(a.cell.grade) - GAP_ORDER.indexOf(b.cell.grade) || bySeverity(a.cell, b.cell),
        ),
    );
    const pairRows = computed(() =>
      pairs.value
        .filter((row) => !filtered.value.has(row.code))
        .sort(
          (a, b) =>
            DIFFERENCE_ORDER.indexOf(a.difference) - DIFFERENCE_ORDER.indexOf(b.difference) ||
            bySeverity(a.first, b.first),
        ),
    );
    const spreadTableRows = computed(() =>
      spreadRows.value.filter((row) => !filtered.value.has(row.code)).sort((a, b) => bySpread(a.spread, b.spread)),
    );
    // Two pictures side by side need the room for two, and names that break after any character; else they stand below each other.
    const windowWidth = ref(window.innerWidth);
    const measure = (): void => {
      windowWidth.value = window.innerWidth;
    };
    window.addEventListener('resize', measure);
    onUnmounted(() => {
      window.removeEventListener('resize', measure);
    });
    const sideBySide = computed(() => beside.value !== null && page.lang === 'zh' && windowWidth.value >= PAIR_WIDTH);
    const sentence = computed((): readonly AnswerPiece[] | null => {
      const { region } = page;
      if (region === null || !ready.value) return null;
      const names = new Map(members.value.map((member) => [member.code, page.nameOf(member)] as const));
      const nameOf = (code: string): string => names.get(code) ?? code;
      const joints = page.texts.chain.answer;
      if (several.value !== null) {
        const spreads = spreadRows.value.map((row) => row.spread);
        return placeSentence(spreads, name.value, nameOf, words.value.placesAnswer, joints);
      }
      if (beside.value !== null) {
        const other = page.nameOf(beside.value);
        return pairs.value.length === 0
          ? null
          : compareSentence(pairs.value, page.nameOf(region), other, nameOf, words.value.beside, joints);
      }
      return answerSentence(
        rows.value.map((row) => row.cell),
        page.nameOf(region),
        nameOf,
        page.texts,
      );
    });

    // The selection: a member of the cut, or what a segment outside of the cut is folded into.
    const selected = computed(() => members.value.find((member) => member.code === page.url.segment) ?? null);
    watch(
      [() => page.url.segment, members, settled] as const,
      ([code, list, isSettled]) => {
        if (code !== null && isSettled && list.length > 0 && !list.some((member) => member.code === code))
          family.load({ code });
      },
      { immediate: true },
    );
    watch(
      () => family.value,
      (answer) => {
        const code = page.url.segment;
        if (answer === null || code === null || family.key?.code !== code) return;
        const found = answer.segment;
        const member = found === null ? null : memberFor(found, members.value);
        const into = members.value.find((entry) => entry.code === member?.code);
        page.notify({
          key: 'segment',
          kind: found === null ? 'warning' : 'info',
          text: (texts) => {
            if (found === null) return texts.notice.unknownSegment(code);
            const name = page.nameOf(found);
            if (member === null || into === undefined) return texts.search.notInChain(name);
            return member.how === 'split'
              ? texts.search.unfolds(name, page.nameOf(into))
              : texts.search.foldedInto(name, page.nameOf(into));
          },
        });
        page.go({ segment: member?.code ?? null }, 'correction');
      },
    );
    const pick = (code: string | null): void => {
      page.dismiss('segment');
      page.go({ segment: code, extra: extraWithout(page.url.extra, 'company') });
    };
    const path = computed(() =>
      selected.value === null
        ? null
        : pathOf(model.value.feeds, selected.value.code, params.value.reach ?? Number.POSITIVE_INFINITY),
    );
    const folds = computed(() => (selected.value === null ? [] : foldTargets(selected.value, defaultCut.value)));

    // Opening and folding segments: the cut of the link changes, so the table, the sentence and the counts follow.
    const told = ref('');
    const toggle = (code: string, how: 'expand' | 'collapse'): void => {
      const known = [...members.value, ...members.value.flatMap((member) => member.ancestors)];
      const named = known.find((member) => member.code === code);
      const before = members.value.length;
      const change = changeCut(members.value, defaultCut.value, code, how, page.url.segment);
      const after = change.cut?.length ?? defaultCut.value.length;
      if (named !== undefined) {
        const { opened, folded } = words.value.expand;
        told.value = how === 'expand' ? opened(page.nameOf(named), after - before + 1) : folded(page.nameOf(named));
      }
      page.dismiss('segment');
      page.go(change);
    };
    const isFiner = computed(() => page.url.cut !== null && members.value.length > defaultCut.value.length);

    const lookOf = (cell: GapCell): SegmentLook => ({
      grade: cell.grade,
      line: sideBySide.value
        ? compactLine(words.value.compactLine, page.numbers, cell)
        : cellLine(page.texts, page.numbers, cell),
      spread: null,
    });
    const looksIn = (region: string): ReadonlyMap<string, SegmentLook> =>
      new Map([...data.cellsWithWholes(region)].map(([code, cell]) => [code, lookOf(cell)] as const));
    const spreadLooks = computed(
      () =>
        new Map(
          spreadRows.value.map(({ code, spread }) => [
            code,
            { grade: spread.grade, line: spreadLine(words.value.places, spread), spread: spread.counts },
          ]),
        ),
    );
    const looks = computed((): ReadonlyMap<string, SegmentLook> =>
      several.value === null ? looksIn(page.url.region) : spreadLooks.value,
    );
    const besideLooks = computed((): ReadonlyMap<string, SegmentLook> =>
      beside.value === null ? new Map<string, SegmentLook>() : looksIn(beside.value.code),
    );

    // What exports, prints and "show this as GraphQL" work from.
    const graph = shallowRef<ChainGraph | null>(null);
    const besideGraph = shallowRef<ChainGraph | null>(null);
    const picture = (): ShownPicture | null => {
      if (page.url.mode === 'table') return null;
      const first = graph.value?.picture() ?? null;
      const second = besideGraph.value?.picture() ?? null;
      return beside.value === null || first === null || second === null
        ? first
        : stackedPicture([first, second], GRAPH_PALETTES[page.url.theme].ground);
    };
    onUnmounted(
      page.present(() => {
        const shownChain = chain.value;
        const shownGaps = gaps.value?.gaps;
        const { region, url } = page;
        if (shownChain === null || shownGaps === undefined || region === null || !ready.value) return null;
        const told: ToldChain = {
          chain: shownChain,
          basis: shownGaps.basis,
          answer: sentence.value?.map((piece) => piece.text).join('') ?? null,
          selected: selected.value === null ? null : page.nameOf(selected.value),
          cut: url.cut,
          shown: url.show,
          picture: picture(),
          queries: [
            queryOf(ChainOperation, { cut: url.cut }),
            ...(gaps.key === null ? [] : [queryOf(GapsOperation, gaps.key)]),
            ...(evidence.key === null || several.value !== null ? [] : [queryOf(CellEvidenceOperation, evidence.key)]),
          ],
          theme: url.theme,
        };
        const exhibitWords = {
          texts: page.texts,
          words: page.textsOf(exhibitTexts),
          nameOf: (thing: Named) => page.nameOf(thing),
        };
        if (several.value !== null) {
          return spreadExhibit(
            { ...told, place: name.value, all: spreadRows.value, rows: spreadTableRows.value },
            exhibitWords,
          );
        }
        const sourcesOf = (segment: string, place: string) =>
          data.evidenceOf(segment, place)?.sources.map((line) => line.source) ?? [];
        const here = { code: region.code, name: page.nameOf(region) };
        const other = beside.value;
        const places =
          other === null
            ? [{ region: here, all: rows.value, rows: tableRows.value }]
            : [
                { region: here, all: rows.value, rows: inOrder(rows.value, pairRows.value) },
                {
                  region: { code: other.code, name: page.nameOf(other) },
                  all: besideRows.value,
                  rows: inOrder(besideRows.value, pairRows.value),
                },
              ];
        return chainExhibit({ ...told, places, sourcesOf }, exhibitWords);
      }),
    );

    const baseFault = computed(() => {
      const { fault } = data.baseChain;
      return fault !== null && !isPassing(fault) ? fault : null;
    });
    const gapsRefused = computed(() => gaps.fault !== null && !isPassing(gaps.fault));
    const waitingLines = () => [1, 2, 3, 4].map((line) => <div key={line} class="skeleton-line" />);
    const tools = () => {
      const { texts } = page;
      const basis = gaps.value?.gaps;
      return (
        <>
          <div class="breadcrumb">
            {chain.value === null ? '…' : page.nameOf(chain.value.cluster)} › <b>{texts.chain.chainName}</b>
          </div>
          <PlacePicker chosen={several.value} name={name.value} onChoose={choose} />
          {several.value === null ? (
            <BesidePicker
              beside={beside.value?.code ?? null}
              onPick={(code) => {
                page.goExtra({ beside: code, company: null });
              }}
            />
          ) : null}
          <ReachPicker reach={params.value.reach} />
          {basis === undefined ? null : (
            <span class="tool-fact" title={page.nameOf({ zh: basis.zhReason, en: basis.enReason })}>
              {texts.tools.basis} <b>{texts.basis[basis.basis]}</b>
            </span>
          )}
          <span class="tool-space" />
          <ModeSwitch />
          <ViewTools />
        </>
      );
    };
    const answer = () =>
      sentence.value === null ? (
        <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />
      ) : (
        <p class="answer">
          {sentence.value.map((piece, index) => {
            if (piece.kind === 'lead') return <b key={index}>{piece.text}</b>;
            if (piece.kind === 'text') return piece.text;
            return (
              <button
                key={index}
                type="button"
                class="link-button"
                onClick={() => {
                  pick(piece.code);
                }}
              >
                {piece.text}
              </button>
            );
          })}
        </p>
      );
    // Without a result there are no counts: zeros would read as one.
    const legend = () => (ready.value ? <ChainLegend counts={counts.value} beside={besideCounts.value} /> : null);
    const pictureOf = (
      held: ReadonlyMap<string, SegmentLook>,
      label: string,
      slots: { readonly default?: () => unknown },
      onDrawn: (drawn: ChainGraph | null) => void,
    ) => (
      <ChainPicture
        model={model.value}
        base={base.value}
        looks={held}
        selected={selected.value?.code ?? null}
        path={path.value}
        waiting={gapsRefused.value ? words.value.unknownYet.failed : page.texts.chain.node.waiting}
        compact={sideBySide.value}
        filtered={filtered.value}
        label={label}
        onPick={pick}
        onToggle={toggle}
        onHover={foresee}
        onDrawn={onDrawn}
      >
        {slots}
      </ChainPicture>
    );
    const drawn = (opened: ChainGraph | null): void => {
      graph.value = opened;
    };
    const besideDrawn = (opened: ChainGraph | null): void => {
      besideGraph.value = opened;
    };
    const pictures = () => {
      const { texts } = page;
      if (beside.value === null) {
        const label =
          several.value === null ? texts.chain.pictureLabel(name.value) : words.value.places.pictureLabel(name.value);
        return pictureOf(looks.value, label, { default: legend }, drawn);
      }
      const other = page.nameOf(beside.value);
      return (
        <>
          <div class={['pair', { stacked: !sideBySide.value }]}>
            <section class="pair-picture" aria-label={name.value}>
              <h2>{name.value}</h2>
              {pictureOf(looks.value, texts.chain.pictureLabel(name.value), {}, drawn)}
            </section>
            <section class="pair-picture" aria-label={other}>
              <h2>{other}</h2>
              {pictureOf(besideLooks.value, texts.chain.pictureLabel(other), {}, besideDrawn)}
            </section>
          </div>
          {legend()}
        </>
      );
    };
    const detailsOf = (region: AtlasRegion, cell: GapCell) =>
      selected.value === null ? null : (
        <SegmentDetails
          key={region.code}
          member={selected.value}
          cell={cell}
          evidence={data.evidenceOf(selected.value.code, region.code)}
          evidenceFault={evidence.fault !== null && !isPassing(evidence.fault) ? evidence.fault : null}
          onRetryEvidence={() => {
            evidence.reload();
          }}
          region={region}
          folds={folds.value}
          memory={memory}
          onPick={pick}
          onToggle={toggle}
        />
      );
    const firmOf = (code: string) => (
      <FirmDetails
        code={code}
        back={selected.value === null ? name.value : page.nameOf(selected.value)}
        onBack={() => {
          page.goExtra({ company: null });
        }}
        onPick={pick}
      />
    );
    /** What the drawer says of one place, for both places below their pictures. */
    const pairDetails = () => {
      const { region } = page;
      const other = beside.value;
      const member = selected.value;
      if (other === null || region === null) return null;
      const first = member === null ? undefined : cells.value.get(member.code);
      const second = member === null ? undefined : besideCells.value.get(member.code);
      if (params.value.company !== null) return <div class="pair-details">{firmOf(params.value.company)}</div>;
      if (first === undefined || second === undefined) return <p class="quiet">{words.value.beside.pick}</p>;
      return (
        <div class="pair pair-details">
          {detailsOf(region, first)}
          {detailsOf(other, second)}
        </div>
      );
    };
    const table = () => {
      const { texts } = page;
      const chosen = selected.value?.code ?? null;
      const common = { selected: chosen, path: path.value, onPick: pick };
      if (several.value !== null) {
        const label = words.value.places.tableLabel(name.value);
        return <SpreadTable rows={spreadTableRows.value} label={label} {...common} />;
      }
      if (beside.value === null) {
        return (
          <SegmentTable
            rows={tableRows.value}
            onHover={foresee}
            label={texts.chain.tableLabel(name.value)}
            {...common}
          />
        );
      }
      const other = page.nameOf(beside.value);
      const label = words.value.beside.tableLabel(name.value, other);
      return <PairTable rows={pairRows.value} names={[name.value, other]} label={label} {...common} />;
    };
    const main = () => {
      const { texts } = page;
      if (chain.value === null) {
        return baseFault.value !== null ? (
          <div class="empty chain-empty" role="alert">
            <p class="empty-title">{texts.fault.part(texts.fault.parts.chain)}</p>
            <p class="quiet">{faultWithId(texts, baseFault.value)}</p>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                data.baseChain.reload();
              }}
            >
              {texts.fault.retryNow}
            </button>
          </div>
        ) : (
          <Skeleton />
        );
      }
      if (members.value.length === 0) {
        return (
          <div class="empty chain-empty">
            <p class="empty-title">{texts.state.emptyChain}</p>
            <p class="quiet">{texts.state.emptyChainWhat}</p>
          </div>
        );
      }
      const gapsFault = gaps.fault !== null && !isPassing(gaps.fault) ? gaps.fault : null;
      return (
        <>
          {gapsFault === null ? (
            answer()
          ) : (
            <PartFailed
              part={texts.fault.parts.gaps}
              fault={gapsFault}
              onRetry={() => {
                gaps.reload();
              }}
            />
          )}
          {isFiner.value ? (
            <p class="finer">
              <span>
                {words.value.expand.finer(members.value.length)} · {words.value.expand.recount}
              </span>
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  page.go({ cut: null });
                }}
              >
                {words.value.expand.reset}
              </button>
            </p>
          ) : null}
          {page.url.mode === 'table' && gapsFault === null ? legend() : pictures()}
          {gapsFault === null ? pairDetails() : null}
          {page.url.mode === 'picture' || gapsFault !== null ? null : ready.value ? (
            table()
          ) : (
            <div class="after-drawer">{waitingLines()}</div>
          )}
          <p class="unseen" aria-live="polite">
            {told.value}
          </p>
        </>
      );
    };
    const drawer = () => {
      const { region } = page;
      if (region === null || !ready.value) return <DrawerSkeleton />;
      const member = selected.value;
      if (several.value !== null) {
        const row = spreadRows.value.find((entry) => entry.code === member?.code);
        return member === null || row === undefined ? (
          <SpreadRanking rows={spreadRows.value} name={name.value} onPick={pick} />
        ) : (
          <SpreadDetails
            member={member}
            spread={row.spread}
            name={name.value}
            folds={folds.value}
            onPick={pick}
            onPlace={(code) => {
              page.go({ region: code, extra: extraWithout(page.url.extra, 'places') });
            }}
            onToggle={toggle}
          />
        );
      }
      if (params.value.company !== null) return firmOf(params.value.company);
      const cell = member === null ? undefined : cells.value.get(member.code);
      if (member === null || cell === undefined) {
        return (
          <GapRanking rows={rows.value} title={page.texts.chain.drawer.ranking(page.nameOf(region))} onPick={pick} />
        );
      }
      return detailsOf(region, cell);
    };
    return () => (
      <ViewFrame
        drawerOpen={
          (chain.value === null ? baseFault.value === null : members.value.length > 0) &&
          beside.value === null &&
          (gaps.fault === null || isPassing(gaps.fault))
        }
      >
        {{ tools, default: main, drawer }}
      </ViewFrame>
    );
  },
  { name: 'ChainView' },
);

/** Rows in the order of the pairs, as the table shows them. */
function inOrder(rows: readonly SegmentRow[], pairs: readonly { readonly code: string }[]): readonly SegmentRow[] {
  return pairs.flatMap((pair) => rows.find((row) => row.code === pair.code) ?? []);
}
