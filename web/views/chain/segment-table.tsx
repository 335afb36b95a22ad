import 'element-plus/theme-chalk/el-table-column.css';
import 'element-plus/theme-chalk/el-table.css';
import { ElTable, ElTableColumn } from 'element-plus/es/components/table/index.mjs';
import { defineComponent } from 'vue';
import type { ChainPath } from '../../graph/layout/chain-path.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { GapChip } from '../../ui/gap-chip.tsx';
import { GAP_ORDER } from '../../ui/gap-style.ts';
import type { GapCell } from './gap-cell.ts';
import { actionText, dataText, firmsText, measuresText } from './gap-cell.ts';
import { byPath, pathWords } from './path-words.ts';

export interface SegmentRow {
  readonly cell: GapCell;
  readonly code: string;
  readonly name: string;
  readonly stage: string;
}

/** The same result as the picture, as a table with the same selection. */
export const SegmentTable = defineComponent(
  (props: {
    readonly rows: readonly SegmentRow[];
    readonly selected: string | null;
    /** Path of the selected segment; null while none is selected. */
    readonly path: ChainPath | null;
    readonly label: string;
    readonly onPick: (code: string) => void;
    readonly onHover: (code: string) => void;
  }) => {
    const page = usePage();
    const byClass = (a: SegmentRow, b: SegmentRow): number =>
      GAP_ORDER.indexOf(a.cell.grade) - GAP_ORDER.indexOf(b.cell.grade);
    // Unknown is not a small number: it stands last, whichever way the column is sorted by size.
    const byNumber =
      (read: (cell: GapCell) => number | null | undefined) =>
      (a: SegmentRow, b: SegmentRow): number =>
        (read(a.cell) ?? -1) - (read(b.cell) ?? -1);
    return () => {
      const { columns, cells } = page.texts.chain;
      const { path } = props;
      const words = page.textsOf(chainTexts).reach;
      const order = path === null ? null : byPath(path, props.selected);
      return (
        <ElTable
          data={[...props.rows]}
          rowKey="code"
          size="small"
          class="segment-table after-drawer"
          aria-label={props.label}
          rowClassName={({ row }: { row: SegmentRow }) => (row.code === props.selected ? 'selected-row' : '')}
          onCell-mouse-enter={(row: SegmentRow) => {
            props.onHover(row.code);
          }}
          onRow-click={(row: SegmentRow) => {
            props.onPick(row.code);
          }}
        >
          {{
            default: () => [
              <ElTableColumn key="segment" label={columns.segment} minWidth={150}>
                {{
                  default: ({ row }: { row: SegmentRow }) => (
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
              <ElTableColumn key="state" label={columns.state} minWidth={124} sortable sortMethod={byClass}>
                {{ default: ({ row }: { row: SegmentRow }) => <GapChip gapGrade={row.cell.grade} /> }}
              </ElTableColumn>,
              <ElTableColumn
                key="firms"
                label={columns.firms}
                align="right"
                width={92}
                sortable
                sortMethod={byNumber((cell) => cell.firms)}
              >
                {{ default: ({ row }: { row: SegmentRow }) => firmsText(page.texts, page.numbers, row.cell) }}
              </ElTableColumn>,
              <ElTableColumn
                key="quotient"
                label={columns.quotient}
                align="right"
                width={page.lang === 'en' ? 136 : 104}
                sortable
                sortMethod={byNumber((cell) => cell.locationQuotient)}
              >
                {{
                  default: ({ row }: { row: SegmentRow }) =>
                    row.cell.locationQuotient === null ? cells.none : page.numbers.ratio(row.cell.locationQuotient),
                }}
              </ElTableColumn>,
              <ElTableColumn key="action" label={columns.action} minWidth={112}>
                {{ default: ({ row }: { row: SegmentRow }) => actionText(page.texts, row.cell) }}
              </ElTableColumn>,
              <ElTableColumn key="measures" label={columns.measures} minWidth={132}>
                {{ default: ({ row }: { row: SegmentRow }) => measuresText(page.texts, row.cell) }}
              </ElTableColumn>,
              <ElTableColumn key="data" label={columns.data} minWidth={128}>
                {{ default: ({ row }: { row: SegmentRow }) => dataText(page.texts, row.cell) }}
              </ElTableColumn>,
              path === null || order === null ? null : (
                <ElTableColumn
                  key="path"
                  label={words.column}
                  minWidth={104}
                  sortable
                  sortMethod={(a: SegmentRow, b: SegmentRow) => order(a.code, b.code)}
                >
                  {{
                    default: ({ row }: { row: SegmentRow }) => pathWords(words, path, props.selected, row.code),
                  }}
                </ElTableColumn>
              ),
            ],
          }}
        </ElTable>
      );
    };
  },
  { name: 'SegmentTable', props: ['rows', 'selected', 'path', 'label', 'onPick', 'onHover'] },
);
