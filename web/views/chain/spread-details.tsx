import { computed, defineComponent, onUnmounted, watch } from 'vue';
import type { EvidenceLineFragment, SourcesOfQuery, SourcesOfQueryVariables } from '../../api/generated/operations.ts';
import { SourcesOfOperation } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { GapChip } from '../../ui/gap-chip.tsx';
import { GAP_ORDER } from '../../ui/gap-style.ts';
import { CutButtons } from './cut-buttons.tsx';
import type { ChainMember } from './gap-cell.ts';
import { cellLine } from './gap-cell.ts';
import { PartFailed } from './part-failed.tsx';
import type { SegmentSpread } from './place-set.ts';
import { bySpread } from './place-set.ts';
import { SpreadBar } from './spread-bar.tsx';
import type { SpreadRow } from './spread-table.tsx';

type ListedSource = EvidenceLineFragment['source'];

function isSource(node: SourcesOfQuery['nodes'][number]): node is ListedSource {
  return node !== null && 'title' in node;
}

/** A segment over several places: each place with its class and line, by class, and the sources of all of it. */
export const SpreadDetails = defineComponent(
  (props: {
    readonly member: ChainMember;
    readonly spread: SegmentSpread;
    readonly name: string;
    readonly folds: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
    readonly onPick: (code: string | null) => void;
    readonly onPlace: (region: string) => void;
    readonly onToggle: (code: string, how: 'expand' | 'collapse') => void;
  }) => {
    const page = usePage();
    const sources = page.resource<SourcesOfQuery, SourcesOfQueryVariables>('evidence', SourcesOfOperation);
    onUnmounted(() => {
      sources.close();
    });
    const ids = computed(() => [
      ...new Set(props.spread.cells.flatMap((cell) => cell.sources.map((evidence) => evidence.source.id))),
    ]);
    watch(
      ids,
      (wanted) => {
        if (wanted.length > 0) sources.load({ ids: wanted });
      },
      { immediate: true },
    );
    const sourceLines = () => {
      const words = page.textsOf(chainTexts).places;
      if (ids.value.length === 0) return <p class="quiet">{words.noSources}</p>;
      if (sources.value === null) {
        return sources.fault !== null && !isPassing(sources.fault) ? (
          <PartFailed
            part={page.texts.fault.parts.evidence}
            fault={sources.fault}
            onRetry={() => {
              sources.reload();
            }}
          />
        ) : (
          <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />
        );
      }
      return (
        <ul class="facts">
          {sources.value.nodes
            .filter(isSource)
            .filter((source) => ids.value.includes(source.id))
            .map((source) => (
              <li key={source.id}>
                <EvidenceLine evidence={{ source, quote: null, position: null }} />
              </li>
            ))}
        </ul>
      );
    };
    return () => {
      const { member, spread } = props;
      const words = page.textsOf(chainTexts).places;
      const regions = new Map(page.regions.map((region) => [region.code, region] as const));
      return (
        <div class="details">
          <header class="drawer-head">
            <div class="drawer-title">
              <h2>{page.nameOf(member)}</h2>
              <span class="drawer-other">
                {page.lang === 'en' ? member.zh : member.en} · {member.code}
              </span>
              <button
                type="button"
                class="close-button"
                aria-label={page.texts.state.closeDrawer}
                onClick={() => {
                  props.onPick(null);
                }}
              >
                ✕
              </button>
            </div>
            <p class="drawer-place">{props.name}</p>
            <p class="spread-head">
              <SpreadBar counts={spread.counts} />
            </p>
            <p class="drawer-line">
              {words.rankingCount(spread.gaps, spread.cells.length - spread.unknown)}
              {spread.firms === null
                ? null
                : ` · ${words.firms} ${words.firmsKnown(page.numbers.count(spread.firms.count), spread.firms.places)}`}
            </p>
            <CutButtons member={member} folds={props.folds} onToggle={props.onToggle} />
          </header>
          <section>
            <h3>{words.byGrade}</h3>
            {GAP_ORDER.filter((gapGrade) => spread.counts.has(gapGrade)).map((gapGrade) => (
              <div key={gapGrade} class="spread-class">
                <p>
                  <GapChip gapGrade={gapGrade} /> {words.some(spread.counts.get(gapGrade) ?? 0)}
                </p>
                <ul>
                  {spread.cells
                    .filter((cell) => cell.grade === gapGrade)
                    .map((cell) => {
                      const region = regions.get(cell.region.code);
                      return (
                        <li key={cell.region.code}>
                          <button
                            type="button"
                            class="link-button"
                            onClick={() => {
                              props.onPlace(cell.region.code);
                            }}
                          >
                            {region === undefined ? cell.region.code : page.nameOf(region)}
                          </button>
                          <span class="quiet">{cellLine(page.texts, page.numbers, cell)}</span>
                        </li>
                      );
                    })}
                </ul>
              </div>
            ))}
            <p class="quiet">{words.noSum}</p>
          </section>
          <section>
            <h3>{words.sources}</h3>
            {sourceLines()}
          </section>
        </div>
      );
    };
  },
  { name: 'SpreadDetails', props: ['member', 'spread', 'name', 'folds', 'onPick', 'onPlace', 'onToggle'] },
);

/** What the drawer shows of several places while nothing is selected: segments by the number of places with a gap. */
export const SpreadRanking = defineComponent(
  (props: { readonly rows: readonly SpreadRow[]; readonly name: string; readonly onPick: (code: string) => void }) => {
    const page = usePage();
    return () => {
      const words = page.textsOf(chainTexts).places;
      const rows = props.rows.filter((row) => row.spread.gaps > 0).sort((a, b) => bySpread(a.spread, b.spread));
      return (
        <div class="details">
          <header class="drawer-head">
            <h2>{words.ranking(props.name)}</h2>
            <p class="drawer-place">{words.rankingPick}</p>
          </header>
          {rows.length === 0 ? (
            <p class="quiet">{words.rankingNone}</p>
          ) : (
            <ol class="ranking spread-ranking">
              {rows.map((row) => (
                <li key={row.code}>
                  <button
                    type="button"
                    onClick={() => {
                      props.onPick(row.code);
                    }}
                  >
                    <span class="ranking-name">{row.name}</span>
                    <span class="ranking-range">
                      {words.rankingCount(row.spread.gaps, row.spread.cells.length - row.spread.unknown)}
                    </span>
                    <SpreadBar counts={row.spread.counts} />
                  </button>
                </li>
              ))}
            </ol>
          )}
          <p class="quiet">{words.noSum}</p>
        </div>
      );
    };
  },
  { name: 'SpreadRanking', props: ['rows', 'name', 'onPick'] },
);
