import { computed, defineComponent, nextTick, ref, watch } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import {
  chapterCounts,
  marksIn,
  nextCell,
  type DutyEntry,
  type MatrixChapter,
  type MatrixColumn,
  type MatrixRow,
} from './duty-matrix.ts';
import { shortName } from './short-name.ts';
import type { PolicyState } from './use-policy.ts';

/** A line of the grid: a measure, or a chapter as a whole. */
type Line =
  | { readonly kind: 'measure'; readonly key: string; readonly row: MatrixRow }
  | { readonly kind: 'chapter'; readonly key: string; readonly chapter: MatrixChapter };

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Kinds of naming that speak of the place, not of the segment. */
const OF_PLACE = ['PARK', 'REGION', 'REGION_PART', 'REGION_WHOLE', 'PARK_THERE', 'ZONE'];
const OF_SEGMENT = ['SEGMENT', 'SEGMENT_PART', 'SEGMENT_WHOLE'];

/** Measures against departments: a disc for a lead, a ring for a part. One cell is in the tab order; arrows move. */
export const MatrixTable = defineComponent(
  (props: { readonly state: PolicyState }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const at = ref<Place>({ row: 0, column: 0 });
    const hovered = ref<number | null>(null);
    const table = ref<HTMLTableElement | null>(null);

    const lines = computed<readonly Line[]>(() =>
      state.params.value.byChapter
        ? state.chapters.value.map((chapter): Line => ({ kind: 'chapter', key: `c${chapter.number}`, chapter }))
        : state.chapters.value.flatMap((chapter) =>
            chapter.rows.map((row): Line => ({ kind: 'measure', key: row.measure.code, row })),
          ),
    );
    const place = computed<Place>(() => ({
      row: Math.max(0, Math.min(at.value.row, lines.value.length - 1)),
      column: Math.max(0, Math.min(at.value.column, state.columns.value.length - 1)),
    }));
    const documentName = (row: MatrixRow | undefined): string => {
      const policy = row === undefined ? null : state.policyOf(row.measure);
      return policy === null ? '' : page.nameOf(policy);
    };
    const issuerName = (row: MatrixRow | undefined): string => {
      const issuer = row === undefined ? null : (state.policyOf(row.measure)?.issuer ?? null);
      return issuer === null ? '' : page.nameOf(issuer);
    };
    const chapterLabel = (chapter: MatrixChapter): string =>
      chapter.number === 0
        ? texts.value.actions(documentName(chapter.rows[0]))
        : texts.value.chapterName(chapter.number, chapter.name ?? '');
    const measureLabel = (row: MatrixRow): string => {
      const { number, isAction } = row.measure;
      return `${isAction ? texts.value.action(number) : texts.value.measure(number)} ${page.nameOf(row.measure)}`;
    };

    const openLine = (line: Line, column: MatrixColumn | undefined): void => {
      if (line.kind === 'chapter') {
        page.goExtra({ grain: null, chapter: String(line.chapter.number) });
        return;
      }
      const { measure } = line.row;
      if (measure.clause === null || column === undefined) state.pick({ kind: 'measure', code: measure.code });
      else state.pickCell(measure.code, column.body.code);
    };
    const moveTo = (next: Place): void => {
      at.value = next;
      void nextTick(() => {
        const cell = table.value?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]');
        cell?.focus({ preventScroll: false });
        cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      });
    };
    // The row of what is open is in sight, also when a link or the drawer opened it.
    watch(
      [() => state.params.value.measure, table] as const,
      () => {
        table.value?.querySelector('tr.current')?.scrollIntoView({ block: 'nearest' });
      },
      { flush: 'post' },
    );
    const placeOf = (target: EventTarget | null): Place | null => {
      const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
      if (cell === null) return null;
      return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column'] ?? place.value.column) };
    };
    const onKeydown = (event: KeyboardEvent): void => {
      const target = event.target as Element;
      if (target.getAttribute('role') !== 'gridcell') return;
      const line = lines.value[place.value.row];
      if (event.key === 'Escape') {
        state.close();
        return;
      }
      if ((event.key === 'Enter' || event.key === ' ') && line !== undefined) {
        event.preventDefault();
        openLine(line, state.columns.value[place.value.column]);
        return;
      }
      const next = nextCell(place.value, event.key, {
        rows: lines.value.length,
        columns: state.columns.value.length,
      });
      if (next === null) return;
      event.preventDefault();
      moveTo(next);
    };
    const onClick = (event: MouseEvent): void => {
      const clicked = placeOf(event.target);
      const line = clicked === null ? undefined : lines.value[clicked.row];
      if (clicked === null || line === undefined) return;
      at.value = clicked;
      // The heading of a row opens the measure as a whole.
      const isCell = event.target instanceof Element && event.target.closest('[data-column]') !== null;
      openLine(line, isCell ? state.columns.value[clicked.column] : undefined);
    };

    const mark = (duty: DutyEntry, index: number) => (
      <span key={index} class={['pv-mark', duty.role === 'LEAD' ? 'lead' : 'support']} />
    );
    const columnClass = (column: MatrixColumn, index: number) => ({
      'current-column': state.columnCodes.value.includes(column.body.code),
      'hover-column': hovered.value === index,
      'group-start': index > 0 && state.columns.value[index - 1]?.body.kind !== column.body.kind,
    });
    const isFocus = (row: number, column: number): boolean => place.value.row === row && place.value.column === column;

    const head = () => {
      const { columns } = state;
      const { matrix, kind, kindShort } = texts.value;
      const groups: { kind: MatrixColumn['body']['kind']; count: number }[] = [];
      for (const { body } of columns.value) {
        const last = groups[groups.length - 1];
        if (last?.kind === body.kind) last.count += 1;
        else groups.push({ kind: body.kind, count: 1 });
      }
      const WIDE = 5;
      return (
        <thead>
          <tr class="pv-groups">
            <th class="pv-corner" scope="col" rowspan={2}>
              {matrix.measures}
            </th>
            <th class="pv-applies" scope="col" rowspan={2} title={matrix.appliesHint(segmentName(), regionName())}>
              {matrix.applies}
            </th>
            {groups.map((group, index) => (
              <th
                key={group.kind}
                class={{ 'group-start': index > 0 }}
                scope="colgroup"
                colspan={group.count}
                title={kind[group.kind]}
              >
                <span class={{ unseen: group.count === 1 && page.lang === 'en' }}>
                  {group.count >= WIDE ? kind[group.kind] : kindShort[group.kind]}
                </span>
              </th>
            ))}
            <th class="group-start" scope="colgroup" colspan={2}>
              {matrix.total}
            </th>
          </tr>
          <tr class="pv-names">
            {columns.value.map((column, index) => (
              <th key={column.body.code} scope="col" class={columnClass(column, index)}>
                <button
                  type="button"
                  class={['pv-head', { wide: column.body.kind === 'COLLECTIVE' }]}
                  title={page.nameOf(column.body)}
                  aria-label={`${shortName(column.body, page.lang)}: ${page.nameOf(column.body)}, ${texts.value.drawer.leads(column.leads)}, ${texts.value.drawer.supports(column.supports)}`}
                  aria-pressed={state.columnCodes.value.includes(column.body.code)}
                  onClick={() => {
                    const isChosen = state.params.value.department === column.body.code;
                    if (isChosen) page.goExtra({ dept: null, only: null });
                    else page.goExtra({ measure: null, goal: null, doc: null, dept: column.body.code });
                  }}
                >
                  <span>{shortName(column.body, page.lang)}</span>
                </button>
              </th>
            ))}
            <th class="group-start pv-count-head" scope="col">
              <span>{matrix.leads}</span>
            </th>
            <th class="pv-count-head" scope="col">
              <span>{matrix.supports}</span>
            </th>
          </tr>
          {(['LEAD', 'SUPPORT'] as const).map((role) => (
            <tr key={role} class="pv-sums">
              <th class="pv-corner" scope="row" colspan={2}>
                <span class={['pv-mark', role === 'LEAD' ? 'lead' : 'support']} />
                {role === 'LEAD' ? matrix.leadCount : matrix.supportCount}
              </th>
              {columns.value.map((column, index) => {
                const count = role === 'LEAD' ? column.leads : column.supports;
                return (
                  <td key={column.body.code} class={columnClass(column, index)}>
                    {count === 0 ? <span class="pv-none">–</span> : count}
                  </td>
                );
              })}
              <td class="group-start" />
              <td />
            </tr>
          ))}
        </thead>
      );
    };
    const segmentName = (): string => (state.segmentNode.value === null ? '' : page.nameOf(state.segmentNode.value));
    const regionName = (): string => (page.region === null ? '' : page.nameOf(page.region));

    const applies = (row: MatrixRow) => {
      const { matrix } = texts.value;
      const reasons = state.reachByMeasure.value.get(row.measure.code)?.reasons ?? [];
      const has = (kinds: readonly string[]): boolean => reasons.some((reason) => kinds.includes(reason.how));
      return (
        <td class="pv-applies">
          {has(OF_SEGMENT) ? (
            <span class="pv-tag segment" title={matrix.markHint.segment}>
              {matrix.marks.segment}
            </span>
          ) : reasons.some((reason) => reason.how === 'CHAIN') ? (
            <span class="pv-tag chain" title={matrix.markHint.chain}>
              {matrix.marks.chain}
            </span>
          ) : null}
          {has(OF_PLACE) ? (
            <span class="pv-tag place" title={matrix.markHint.place}>
              {matrix.marks.place}
            </span>
          ) : null}
        </td>
      );
    };
    const measureCells = (line: Extract<Line, { kind: 'measure' }>, index: number) => {
      const { row } = line;
      const { matrix, role: roleWords } = texts.value;
      const columns = state.columns.value;
      if (row.measure.clause === null) {
        return (
          <>
            <td
              role="gridcell"
              class="pv-no-clause"
              colspan={columns.length}
              tabindex={place.value.row === index ? 0 : -1}
              data-row={index}
            >
              {matrix.noClause(issuerName(row))}
            </td>
            <td class="group-start pv-sum">–</td>
            <td class="pv-sum">–</td>
          </>
        );
      }
      return (
        <>
          {columns.map((column, at_) => {
            const marks = marksIn(row, column.body.code, state.role.value);
            const words = marks.length === 0 ? matrix.noDuty : marks.map((duty) => roleWords[duty.role]).join(', ');
            const twice = marks.length > 1 ? ` (${matrix.twice})` : '';
            return (
              <td
                key={column.body.code}
                role="gridcell"
                class={['pv-cell', columnClass(column, at_), { twice: marks.length > 1 }]}
                tabindex={isFocus(index, at_) ? 0 : -1}
                data-row={index}
                data-column={at_}
                aria-label={matrix.cell(measureLabel(row), page.nameOf(column.body), words + twice)}
                title={
                  marks.length === 0
                    ? undefined
                    : `${page.nameOf(column.body)} · ${measureLabel(row)} · ${words}${twice}`
                }
              >
                {marks.map(mark)}
              </td>
            );
          })}
          <td class="group-start pv-sum">
            {row.leads > 0 ? (
              row.leads
            ) : (
              <span class="pv-silent" title={matrix.noLeadHint}>
                {matrix.noLead}
              </span>
            )}
          </td>
          <td class="pv-sum">{row.supports}</td>
        </>
      );
    };
    const chapterCells = (line: Extract<Line, { kind: 'chapter' }>, index: number) => {
      const { matrix } = texts.value;
      const { chapter } = line;
      const columns = state.columns.value;
      if (chapter.rows.every((row) => row.measure.clause === null)) {
        return (
          <>
            <td
              role="gridcell"
              class="pv-no-clause"
              colspan={columns.length}
              tabindex={place.value.row === index ? 0 : -1}
              data-row={index}
            >
              {matrix.noClause(issuerName(chapter.rows[0]))}
            </td>
            <td class="group-start pv-sum">–</td>
            <td class="pv-sum">–</td>
          </>
        );
      }
      const sum = (role: 'leads' | 'supports'): number => chapter.rows.reduce((total, row) => total + row[role], 0);
      return (
        <>
          {columns.map((column, at_) => {
            const { leads, supports } = chapterCounts(chapter, column.body.code);
            const asked = state.role.value;
            return (
              <td
                key={column.body.code}
                role="gridcell"
                class={['pv-cell', columnClass(column, at_)]}
                tabindex={isFocus(index, at_) ? 0 : -1}
                data-row={index}
                data-column={at_}
                title={matrix.chapterCell(chapterLabel(chapter), page.nameOf(column.body), leads, supports)}
              >
                <span class="unseen">
                  {matrix.chapterCell(chapterLabel(chapter), page.nameOf(column.body), leads, supports)}
                </span>
                {leads === 0 || asked === 'SUPPORT' ? null : (
                  <span class="pv-number lead" aria-hidden="true">
                    {leads}
                  </span>
                )}
                {supports === 0 || asked === 'LEAD' ? null : (
                  <span class="pv-number support" aria-hidden="true">
                    {supports}
                  </span>
                )}
              </td>
            );
          })}
          <td class="group-start pv-sum">{sum('leads')}</td>
          <td class="pv-sum">{sum('supports')}</td>
        </>
      );
    };

    const body = () => {
      const { params } = state;
      const span = state.columns.value.length + 4;
      let shown = -1;
      return state.chapters.value.map((chapter) => {
        if (params.value.byChapter) {
          shown += 1;
          const index = shown;
          const line = lines.value[index];
          return line?.kind !== 'chapter' ? null : (
            <tbody key={line.key}>
              <tr class="pv-chapter-row">
                <th class="pv-heading" scope="row" data-row={index} title={chapter.name ?? chapterLabel(chapter)}>
                  {chapter.number === 0 ? texts.value.actionsShort : chapterLabel(chapter)}
                </th>
                <td class="pv-applies" />
                {chapterCells(line, index)}
              </tr>
            </tbody>
          );
        }
        return (
          <tbody key={chapter.number}>
            <tr class="pv-chapter">
              <th scope="rowgroup" colspan={span}>
                <span title={chapter.name ?? undefined}>{chapterLabel(chapter)}</span>
              </th>
            </tr>
            {chapter.rows.map((row) => {
              shown += 1;
              const index = shown;
              const { measure } = row;
              return (
                <tr key={measure.code} class={['pv-row', { current: params.value.measure === measure.code }]}>
                  <th class="pv-heading" scope="row" data-row={index} title={measureLabel(row)}>
                    <span class="pv-heading-line">
                      <span class="pv-no">{measure.number}</span>
                      <span class="pv-words">{page.nameOf(measure)}</span>
                    </span>
                  </th>
                  {applies(row)}
                  {measureCells({ kind: 'measure', key: measure.code, row }, index)}
                </tr>
              );
            })}
          </tbody>
        );
      });
    };

    return () =>
      lines.value.length === 0 ? (
        <p class="quiet pv-empty">{texts.value.matrix.empty}</p>
      ) : (
        <div class="pv-matrix-box">
          <table
            ref={table}
            class="pv-matrix"
            role="grid"
            aria-label={texts.value.matrix.label}
            onKeydown={onKeydown}
            onClick={onClick}
            onMouseover={(event: MouseEvent) => {
              const over = placeOf(event.target);
              const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
              hovered.value = cell === null ? null : (over?.column ?? null);
            }}
            onMouseleave={() => {
              hovered.value = null;
            }}
            onFocusin={(event: FocusEvent) => {
              const focused = placeOf(event.target);
              if (focused !== null) at.value = focused;
            }}
          >
            <colgroup>
              <col class="heading" />
              <col class="applies" />
              {state.columns.value.map(({ body: { code, kind } }) => (
                <col key={code} class={{ wide: kind === 'COLLECTIVE' }} />
              ))}
              <col class="count" />
              <col class="count" />
            </colgroup>
            {head()}
            {body()}
          </table>
        </div>
      );
  },
  { name: 'MatrixTable', props: ['state'] },
);
