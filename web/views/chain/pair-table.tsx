import 'element-plus/theme-chalk/el-table-column.css';
import 'element-plus/theme-chalk/el-table.css';
import { ElTable, ElTableColumn } from 'element-plus/es/components/table/index.mjs';
import { defineComponent } from 'vue';
import type { ChainPath } from '../../graph/layout/chain-path.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { GapChip } from '../../ui/gap-chip.tsx';
import { GAP_ORDER } from '../../ui/gap-style.ts';
import type { PlaceDifference } from './compare-places.ts';
import { DIFFERENCE_ORDER } from './compare-places.ts';
import type { GapCell } from './gap-cell.ts';
import { firmsText } from './gap-cell.ts';
import { byPath, pathWords } from './path-words.ts';

export interface PairRow {
  readonly code: string;
  readonly name: string;
  readonly first: GapCell;
  readonly second: GapCell;
  readonly difference: PlaceDifference;
}

/** Two places side by side as a table with the same selection: the columns of each, and how they differ. */
export const PairTable = defineComponent(
  (props: {
    readonly rows: readonly PairRow[];
    readonly names: readonly [string, string];
    readonly selected: string | null;
    readonly path: ChainPath | null;
    readonly label: string;
    readonly onPick: (code: string) => void;
  }) => {
    const page = usePage();
    const quotient = (cell: GapCell): string =>
      cell.locationQuotient === null ? page.texts.chain.cells.none : page.numbers.ratio(cell.locationQuotient);
    const columnsOf = (place: 'first' | 'second', name: string) => {
      const words = page.textsOf(chainTexts).beside;
      return [
        <ElTableColumn
          key={`${place}-state`}
          label={words.stateOf(name)}
          minWidth={124}
          className={`pair-${place}`}
          sortable
          sortMethod={(a: PairRow, b: PairRow) => GAP_ORDER.indexOf(a[place].grade) - GAP_ORDER.indexOf(b[place].grade)}
        >
          {{ default: ({ row }: { row: PairRow }) => <GapChip gapGrade={row[place].grade} /> }}
        </ElTableColumn>,
        <ElTableColumn key={`${place}-firms`} label={words.firmsOf(name)} minWidth={92} align="right">
          {{ default: ({ row }: { row: PairRow }) => firmsText(page.texts, page.numbers, row[place]) }}
        </ElTableColumn>,
        <ElTableColumn key={`${place}-quotient`} label={words.quotientOf(name)} minWidth={104} align="right">
          {{ default: ({ row }: { row: PairRow }) => quotient(row[place]) }}
        </ElTableColumn>,
      ];
    };
    return () => {
      const words = page.textsOf(chainTexts);
      const { path, names } = props;
      const differences: Readonly<Record<PlaceDifference, string>> = {
        first: words.beside.onlyGap(names[0]),
        second: words.beside.onlyGap(names[1]),
        degree: words.beside.degree,
        both: words.beside.bothGap,
        neither: words.beside.fine,
        open: words.beside.open,
      };
      const order = path === null ? null : byPath(path, props.selected);
      return (
        <ElTable
          data={[...props.rows]}
          rowKey="code"
          size="small"
          class="segment-table pair-table after-drawer"
          aria-label={props.label}
          rowClassName={({ row }: { row: PairRow }) => (row.code === props.selected ? 'selected-row' : '')}
          onRow-click={(row: PairRow) => {
            props.onPick(row.code);
          }}
        >
          {{
            default: () => [
              <ElTableColumn key="segment" label={page.texts.chain.columns.segment} minWidth={140}>
                {{
                  default: ({ row }: { row: PairRow }) => (
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
                key="difference"
                label={words.beside.difference}
                minWidth={130}
                sortable
                sortMethod={(a: PairRow, b: PairRow) =>
                  DIFFERENCE_ORDER.indexOf(a.difference) - DIFFERENCE_ORDER.indexOf(b.difference)
                }
              >
                {{
                  default: ({ row }: { row: PairRow }) => (
                    <span class={{ quiet: row.difference === 'open' }}>{differences[row.difference]}</span>
                  ),
                }}
              </ElTableColumn>,
              ...columnsOf('first', names[0]),
              ...columnsOf('second', names[1]),
              path === null || order === null ? null : (
                <ElTableColumn
                  key="path"
                  label={words.reach.column}
                  minWidth={100}
                  sortable
                  sortMethod={(a: PairRow, b: PairRow) => order(a.code, b.code)}
                >
                  {{
                    default: ({ row }: { row: PairRow }) => pathWords(words.reach, path, props.selected, row.code),
                  }}
                </ElTableColumn>
              ),
            ],
          }}
        </ElTable>
      );
    };
  },
  { name: 'PairTable', props: ['rows', 'names', 'selected', 'path', 'label', 'onPick'] },
);
