import 'element-plus/theme-chalk/el-table-column.css';
import 'element-plus/theme-chalk/el-table.css';
import { ElTable, ElTableColumn } from 'element-plus/es/components/table/index.mjs';
import { defineComponent } from 'vue';
import type { ChainPath } from '../../graph/layout/chain-path.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { GapChip } from '../../ui/gap-chip.tsx';
import { GAP_ORDER } from '../../ui/gap-style.ts';
import { byPath, pathWords } from './path-words.ts';
import type { SegmentSpread } from './place-set.ts';

export interface SpreadRow {
  readonly spread: SegmentSpread;
  readonly code: string;
  readonly name: string;
}

/** The picture of several places as a table: one row a segment, prefectures by class. A nought is a count, not a size. */
export const SpreadTable = defineComponent(
  (props: {
    readonly rows: readonly SpreadRow[];
    readonly selected: string | null;
    readonly path: ChainPath | null;
    readonly label: string;
    readonly onPick: (code: string) => void;
  }) => {
    const page = usePage();
    return () => {
      const { columns } = page.texts.chain;
      const words = page.textsOf(chainTexts);
      const { path } = props;
      const order = path === null ? null : byPath(path, props.selected);
      return (
        <ElTable
          data={[...props.rows]}
          rowKey="code"
          size="small"
          class="segment-table spread-table after-drawer"
          aria-label={props.label}
          rowClassName={({ row }: { row: SpreadRow }) => (row.code === props.selected ? 'selected-row' : '')}
          onRow-click={(row: SpreadRow) => {
            props.onPick(row.code);
          }}
        >
          {{
            default: () => [
              <ElTableColumn key="segment" label={columns.segment} minWidth={130}>
                {{
                  default: ({ row }: { row: SpreadRow }) => (
                    <button
                      type="button"
                      class="row-button"
                      aria-pressed={row.code === props.selected}
                      onClick={(event: MouseEvent) => {
                        event.stopPropagation();
                        props.onPick(row.code);
                      }}
                    >
                      {row.name}
                    </button>
                  ),
                }}
              </ElTableColumn>,
              <ElTableColumn
                key="gaps"
                label={words.places.gaps}
                align="right"
                minWidth={page.lang === 'en' ? 112 : 96}
                sortable
                sortMethod={(a: SpreadRow, b: SpreadRow) => a.spread.gaps - b.spread.gaps}
              >
                {{
                  default: ({ row }: { row: SpreadRow }) => (
                    <>
                      <b>{row.spread.gaps}</b> / {row.spread.cells.length}
                    </>
                  ),
                }}
              </ElTableColumn>,
              ...GAP_ORDER.filter(
                (gapGrade) => gapGrade !== 'NO_DEMAND' || props.rows.some((row) => row.spread.counts.has('NO_DEMAND')),
              ).map((gapGrade) => (
                <ElTableColumn
                  key={gapGrade}
                  align="right"
                  minWidth={gapGrade === 'LIKELY_MISSING' ? 104 : 78}
                  sortable
                  sortMethod={(a: SpreadRow, b: SpreadRow) =>
                    (a.spread.counts.get(gapGrade) ?? 0) - (b.spread.counts.get(gapGrade) ?? 0)
                  }
                >
                  {{
                    header: () => page.texts.gapGrade[gapGrade],
                    default: ({ row }: { row: SpreadRow }) => {
                      const count = row.spread.counts.get(gapGrade) ?? 0;
                      return count === 0 ? (
                        <span class="quiet">{page.texts.chain.cells.none}</span>
                      ) : (
                        <span class="spread-count">
                          <GapChip gapGrade={gapGrade} signOnly /> {count}
                        </span>
                      );
                    },
                  }}
                </ElTableColumn>
              )),
              <ElTableColumn key="firms" label={words.places.firms} minWidth={144} align="right">
                {{
                  default: ({ row }: { row: SpreadRow }) =>
                    row.spread.firms === null
                      ? words.places.firmsNone
                      : words.places.firmsKnown(page.numbers.count(row.spread.firms.count), row.spread.firms.places),
                }}
              </ElTableColumn>,
              path === null || order === null ? null : (
                <ElTableColumn
                  key="path"
                  label={words.reach.column}
                  minWidth={92}
                  sortable
                  sortMethod={(a: SpreadRow, b: SpreadRow) => order(a.code, b.code)}
                >
                  {{
                    default: ({ row }: { row: SpreadRow }) => pathWords(words.reach, path, props.selected, row.code),
                  }}
                </ElTableColumn>
              ),
            ],
          }}
        </ElTable>
      );
    };
  },
  { name: 'SpreadTable', props: ['rows', 'selected', 'path', 'label', 'onPick'] },
);
