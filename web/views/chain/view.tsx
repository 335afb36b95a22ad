import '../../ui/styles/details.css';
import './chain.css';
import { computed, defineComponent, onUnmounted, shallowRef, watch } from 'vue';
import type {
  CellEvidenceQuery,
  CellEvidenceQueryVariables,
  ChainQuery,
  ChainQueryVariables,
  GapGrade,
  GapsQuery,
  GapsQueryVariables,
  SegmentFamilyQuery,
  SegmentFamilyQueryVariables,
} from '../../api/generated/operations.ts';
import {
  CellEvidenceOperation,
  ChainOperation,
  GapsOperation,
  SegmentFamilyOperation,
} from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import type { ChainGraph } from '../../graph/chain-graph.ts';
import type { ChainModel } from '../../graph/layout/chain-model.ts';
import { exhibitTexts } from '../../i18n/exhibit-texts.ts';
import { usePage } from '../../state/page.ts';
import { queryOf } from '../../ui/exhibit-parts.ts';
import { GAP_ORDER } from '../../ui/gap-style.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { ModeSwitch } from '../../ui/mode-switch.tsx';
import { RegionPicker } from '../../ui/region-picker.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { ViewTools } from '../../ui/view-tools.tsx';
import { answerSentence } from './answer-sentence.ts';
import { chainExhibit } from './chain-exhibit.ts';
import { SegmentDetails } from './details.tsx';
import { memberFor } from './fold-segment.ts';
import type { GapCell } from './gap-cell.ts';
import { bySeverity } from './gap-cell.ts';
import { GapRanking } from './gap-ranking.tsx';
import { ChainLegend } from './legend.tsx';
import { ChainPicture } from './picture.tsx';
import type { SegmentRow } from './segment-table.tsx';
import { SegmentTable } from './segment-table.tsx';

/** What the chain is, who is in it, and where its gaps are in one prefecture. */
export default defineComponent(
  () => {
    const page = usePage();
    const chain = page.resource<ChainQuery, ChainQueryVariables>('chain', ChainOperation);
    const gaps = page.resource<GapsQuery, GapsQueryVariables>('gaps', GapsOperation);
    const evidence = page.resource<CellEvidenceQuery, CellEvidenceQueryVariables>('evidence', CellEvidenceOperation);
    const family = page.resource<SegmentFamilyQuery, SegmentFamilyQueryVariables>('chain', SegmentFamilyOperation);
    onUnmounted(() => {
      for (const resource of [chain, gaps, evidence, family]) resource.close();
    });

    watch(
      () => page.url.cut,
      (cut) => {
        chain.load({ cut });
      },
      { immediate: true },
    );
    watch(
      [() => page.url.region, () => page.url.cut] as const,
      ([region, cut]) => {
        gaps.load({ regions: [region], cut });
      },
      { immediate: true },
    );
    // The facts follow the picture, so that the picture does not wait for them.
    watch([() => gaps.key, () => page.lang] as const, ([key, lang]) => {
      if (key !== null) evidence.load({ ...key, lang: lang === 'en' ? 'EN' : 'ZH' });
    });

    // A link may hold a region or a cut that is not there: say so and fall back.
    watch(
      [() => page.regions, () => page.url.region] as const,
      ([regions, code]) => {
        if (regions.length === 0 || regions.some((region) => region.code === code)) return;
        const fallback = regions.find((region) => region.code === page.firstRegion) ?? regions[0];
        if (fallback === undefined) return;
        page.notify({
          key: 'url-region',
          kind: 'warning',
          text: (texts) => texts.notice.unknownRegion(code, page.nameOf({ zh: fallback.fullZh, en: fallback.fullEn })),
        });
        page.go({ region: fallback.code }, 'correction');
      },
      { immediate: true },
    );
    watch(
      () => chain.fault,
      (fault) => {
        const { cut } = page.url;
        if (fault === null || isPassing(fault) || cut === null) return;
        page.notify({ key: 'url-cut', kind: 'warning', text: (texts) => texts.notice.badCut(cut.join(',')) });
        page.go({ cut: null }, 'correction');
      },
    );
    for (const resource of [chain, gaps]) {
      watch(
        () => resource.value,
        (value) => {
          const release = value === null ? undefined : 'chain' in value ? value.chain.release : value.gaps.release;
          if (release !== undefined) page.sawRelease(release.id);
        },
      );
    }

    const members = computed(() => chain.value?.chain.stages.flatMap((stage) => stage.members) ?? []);
    const model = computed<ChainModel>(() => ({
      stages: (chain.value?.chain.stages ?? []).map((stage) => ({
        code: stage.segment.code,
        name: page.nameOf(stage.segment),
        side: stage.side,
        members: stage.members.map((member) => ({ code: member.code, name: page.nameOf(member) })),
      })),
      feeds: (chain.value?.chain.feeds ?? []).map((feed) => ({
        from: feed.from.code,
        to: feed.to.code,
        kind: feed.kind,
      })),
    }));
    // Cells of the region before stay out: a picture never shows one place's numbers under another's name.
    const cells = computed(
      () =>
        new Map(
          (gaps.value?.gaps.cells ?? [])
            .filter((cell) => cell.region.code === page.url.region)
            .map((cell): [string, GapCell] => [cell.segment.code, cell]),
        ),
    );
    const rows = computed(() =>
      (chain.value?.chain.stages ?? []).flatMap((stage) =>
        stage.members.flatMap((member): SegmentRow[] => {
          const cell = cells.value.get(member.code);
          return cell === undefined
            ? []
            : [{ cell, code: member.code, name: page.nameOf(member), stage: stage.segment.code }];
        }),
      ),
    );
    const counts = computed(() => {
      const result = new Map<GapGrade, number>();
      for (const row of rows.value) result.set(row.cell.grade, (result.get(row.cell.grade) ?? 0) + 1);
      return result;
    });
    const filtered = computed(() => {
      const { show } = page.url;
      return new Set(
        show === null ? [] : rows.value.filter((row) => !show.includes(row.cell.grade)).map((row) => row.code),
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
    const sentence = computed(() => {
      const { region } = page;
      if (region === null || rows.value.length === 0) return null;
      const names = new Map(rows.value.map((row) => [row.code, row.name] as const));
      return answerSentence(
        rows.value.map((row) => row.cell),
        page.nameOf(region),
        (code) => names.get(code) ?? code,
        page.texts,
      );
    });

    // The selection: a member of the cut, or what a segment outside of the cut is folded into.
    const selected = computed(() => members.value.find((member) => member.code === page.url.segment) ?? null);
    watch(
      [() => page.url.segment, members] as const,
      ([code, list]) => {
        if (code !== null && list.length > 0 && !list.some((member) => member.code === code)) family.load({ code });
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
      page.go({ segment: code });
    };
    const selectedEvidence = computed(
      () =>
        evidence.value?.gaps.cells.find(
          (cell) => cell.segment.code === selected.value?.code && cell.region.code === page.url.region,
        ) ?? null,
    );

    // What exports, prints and "show this as GraphQL" work from.
    const graph = shallowRef<ChainGraph | null>(null);
    onUnmounted(
      page.present(() => {
        const shownChain = chain.value?.chain;
        const shownGaps = gaps.value?.gaps;
        const { region, url } = page;
        if (shownChain === undefined || shownGaps === undefined || region === null || rows.value.length === 0)
          return null;
        const full = new Map(
          (evidence.value?.gaps.cells ?? [])
            .filter((cell) => cell.region.code === region.code)
            .map((cell) => [cell.segment.code, cell.sources.map((line) => line.source)] as const),
        );
        return chainExhibit(
          {
            chain: shownChain,
            region: { code: region.code, name: page.nameOf(region) },
            basis: shownGaps.basis,
            answer: sentence.value?.map((piece) => piece.text).join('') ?? null,
            all: rows.value,
            rows: tableRows.value,
            selected: selected.value?.code ?? null,
            cut: url.cut,
            shown: url.show,
            picture: url.mode === 'table' ? null : (graph.value?.picture() ?? null),
            sourcesOf: (code) => full.get(code) ?? [],
            queries: [
              ...(chain.key === null ? [] : [queryOf(ChainOperation, chain.key)]),
              ...(gaps.key === null ? [] : [queryOf(GapsOperation, gaps.key)]),
              ...(evidence.key === null ? [] : [queryOf(CellEvidenceOperation, evidence.key)]),
            ],
            theme: url.theme,
          },
          { texts: page.texts, words: page.textsOf(exhibitTexts), nameOf: (thing) => page.nameOf(thing) },
        );
      }),
    );

    const waitingLines = () => [1, 2, 3, 4].map((line) => <div key={line} class="skeleton-line" />);
    const tools = () => {
      const { texts } = page;
      const cluster = chain.value?.chain.cluster;
      const basis = gaps.value?.gaps;
      return (
        <>
          <div class="breadcrumb">
            {cluster === undefined ? '…' : page.nameOf(cluster)} › <b>{texts.chain.chainName}</b>
          </div>
          <RegionPicker
            value={page.url.region}
            label={texts.tools.region}
            onPick={(code) => {
              page.go({ region: code });
            }}
          />
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
    const legend = () => (rows.value.length === 0 ? null : <ChainLegend counts={counts.value} />);
    const main = () => {
      const { texts } = page;
      if (chain.value === null) {
        return chain.fault !== null && !isPassing(chain.fault) ? (
          <div class="empty" role="alert">
            <p>{texts.fault.part(texts.fault.parts.chain)}</p>
            <p class="quiet">{faultWithId(texts, chain.fault)}</p>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                chain.reload();
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
          <div class="empty">
            <p>{texts.state.emptyChain}</p>
            <p class="quiet">{texts.state.emptyChainWhat}</p>
          </div>
        );
      }
      const region = page.region === null ? '…' : page.nameOf(page.region);
      const gapsFault = gaps.fault !== null && !isPassing(gaps.fault) ? gaps.fault : null;
      return (
        <>
          {gapsFault === null ? (
            answer()
          ) : (
            <p class="part-failed" role="alert">
              {texts.fault.partBecause(texts.fault.parts.gaps, faultWithId(texts, gapsFault))}{' '}
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  gaps.reload();
                }}
              >
                {texts.fault.retryNow}
              </button>
            </p>
          )}
          {page.url.mode === 'table' && gapsFault === null ? (
            legend()
          ) : (
            <ChainPicture
              model={model.value}
              cells={cells.value}
              selected={selected.value?.code ?? null}
              filtered={filtered.value}
              label={texts.chain.pictureLabel(region)}
              onPick={pick}
              onDrawn={(drawn) => {
                graph.value = drawn;
              }}
            >
              {{ default: legend }}
            </ChainPicture>
          )}
          {page.url.mode === 'picture' || gapsFault !== null ? null : rows.value.length === 0 ? (
            <div class="after-drawer">{waitingLines()}</div>
          ) : (
            <SegmentTable
              rows={tableRows.value}
              selected={selected.value?.code ?? null}
              label={texts.chain.tableLabel(region)}
              onPick={pick}
            />
          )}
        </>
      );
    };
    const drawer = () => {
      const { region } = page;
      if (region === null || rows.value.length === 0) return <div class="details">{waitingLines()}</div>;
      const member = selected.value;
      const cell = member === null ? undefined : cells.value.get(member.code);
      if (member === null || cell === undefined) {
        return (
          <GapRanking rows={rows.value} title={page.texts.chain.drawer.ranking(page.nameOf(region))} onPick={pick} />
        );
      }
      return (
        <SegmentDetails
          member={member}
          cell={cell}
          evidence={selectedEvidence.value}
          evidenceFailed={
            evidence.fault !== null && !isPassing(evidence.fault) ? faultWithId(page.texts, evidence.fault) : null
          }
          region={region}
          onPick={pick}
        />
      );
    };
    return () => (
      <ViewFrame drawerOpen={members.value.length > 0 && (gaps.fault === null || isPassing(gaps.fault))}>
        {{ tools, default: main, drawer }}
      </ViewFrame>
    );
  },
  { name: 'ChainView' },
);
