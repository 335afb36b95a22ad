import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { marksIn, type Body, type DutyEntry, type MatrixRow } from './duty-matrix.ts';
import type { PolicyState } from './use-policy.ts';

/** One duty of a measure; none where the measure has no duty that is shown. */
interface DutyLine {
  readonly row: MatrixRow;
  readonly body: Body | null;
  readonly duty: DutyEntry | null;
}

/** The duties one by one: the same result as the matrix, with the name as written and its position. */
export const DutyList = defineComponent(
  (props: { readonly state: PolicyState }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const lines = computed(() => {
      const columns = state.columns.value;
      const { only } = state.params.value;
      return state.chapters.value.flatMap((chapter) =>
        chapter.rows.flatMap((row): DutyLine[] => {
          const duties = columns
            .filter(
              ({ body }) =>
                !only || state.columnCodes.value.length === 0 || state.columnCodes.value.includes(body.code),
            )
            .flatMap(({ body }) => marksIn(row, body.code, state.role.value).map((duty) => ({ body, duty })));
          const leadsFirst = [...duties].sort(
            (a, b) => Number(a.duty.role === 'SUPPORT') - Number(b.duty.role === 'SUPPORT'),
          );
          return leadsFirst.length === 0
            ? [{ row, body: null, duty: null }]
            : leadsFirst.map((one) => ({ row, body: one.body, duty: one.duty }));
        }),
      );
    });
    return () => {
      const { list, role, drawer } = texts.value;
      return (
        <div class="pv-list-box" tabindex={0} role="region" aria-label={list.label}>
          <table class="pv-list" aria-label={list.label}>
            <thead>
              <tr>
                <th scope="col">{list.number}</th>
                <th scope="col">{list.heading}</th>
                <th scope="col">{list.role}</th>
                <th scope="col">{list.body}</th>
                <th scope="col">{list.position}</th>
              </tr>
            </thead>
            <tbody>
              {lines.value.map(({ row, body, duty }) => (
                <tr
                  key={`${row.measure.code}${duty?.department ?? ''}${duty?.role ?? ''}`}
                  class={{
                    current: state.params.value.measure === row.measure.code,
                    chosen: duty !== null && state.columnCodes.value.includes(duty.department),
                  }}
                >
                  <td class="pv-code">
                    {row.measure.isAction ? texts.value.action(row.measure.number) : row.measure.number}
                  </td>
                  <td>
                    <button
                      type="button"
                      class="row-button"
                      onClick={() => {
                        if (duty === null) state.pick({ kind: 'measure', code: row.measure.code });
                        else state.pickCell(row.measure.code, duty.department);
                      }}
                    >
                      {page.nameOf(row.measure)}
                    </button>
                  </td>
                  <td class="pv-role">
                    {duty === null ? null : (
                      <>
                        <span class={['pv-mark', duty.role === 'LEAD' ? 'lead' : 'support']} /> {role[duty.role]}
                      </>
                    )}
                  </td>
                  <td
                    class="pv-written"
                    lang={duty === null ? undefined : 'zh-CN'}
                    title={body === null ? '' : page.nameOf(body)}
                  >
                    {duty === null ? (
                      <span class="quiet" lang={page.lang}>
                        {row.measure.clause === null ? list.noClause : drawer.noDuties}
                      </span>
                    ) : (
                      duty.written
                    )}
                  </td>
                  <td class="pv-position">
                    {duty?.position == null ? '' : texts.value.position(duty.position.replace(/^.*, /, ''))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    };
  },
  { name: 'DutyList', props: ['state'] },
);
