import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { isPassing } from '../../api/request-fault.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { PolicyState, ReachLine } from './use-policy.ts';

/** Measures that reach the segment, place or park chosen: how the text says so, in which words, who leads. */
export const ReachBoard = defineComponent(
  (props: { readonly state: PolicyState }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const groups = computed(() => {
      const lines = state.reached.value ?? [];
      const isDirect = (line: ReachLine): boolean => line.reasons.some((reason) => reason.how !== 'CHAIN');
      return [
        { key: 'direct' as const, lines: lines.filter(isDirect) },
        { key: 'chain' as const, lines: lines.filter((line) => !isDirect(line)) },
      ].filter((group) => group.lines.length > 0);
    });
    const row = (line: ReachLine) => {
      const measure = state.measures.value.find((one) => one.code === line.measure.code);
      if (measure === undefined) return null;
      const leads = (measure.clause?.duties ?? []).filter((duty) => duty.role === 'LEAD');
      const { reach, targets: words } = texts.value;
      return (
        <tr key={measure.code} class={{ current: state.params.value.measure === measure.code }}>
          <td class="pv-code">{measure.isAction ? texts.value.action(measure.number) : measure.number}</td>
          <td class="pv-subject">
            <button
              type="button"
              class="row-button"
              onClick={() => {
                state.pick({ kind: 'measure', code: measure.code });
              }}
            >
              {page.nameOf(measure)}
            </button>
          </td>
          <td>
            <ul class="pv-reasons">
              {line.reasons.map(({ how, application }, index) => (
                <li key={index}>
                  <span class={['pv-how', how.toLowerCase()]}>{reach.how[how]}</span>{' '}
                  {how === 'CHAIN' || how === 'SEGMENT' || how === 'REGION' || how === 'PARK' ? null : (
                    <span class="quiet">{page.nameOf(application.target)} </span>
                  )}
                  <span class="pv-term" lang="zh-CN" title={application.sources[0]?.quote ?? ''}>
                    「{application.term}」
                  </span>
                </li>
              ))}
            </ul>
          </td>
          <td class="pv-leads" lang={leads.length > 0 ? 'zh-CN' : undefined}>
            {leads.length === 0 ? (
              <span class="quiet">{measure.clause === null ? texts.value.list.noClause : words.noLead}</span>
            ) : (
              leads.map((duty, index) => (
                <span key={duty.department}>
                  <button
                    type="button"
                    class="link-button"
                    onClick={() => {
                      state.pick({ kind: 'department', code: duty.department });
                    }}
                  >
                    {duty.written}
                  </button>
                  {index < leads.length - 1 ? '、' : ''}
                </span>
              ))
            )}
          </td>
        </tr>
      );
    };
    return () => {
      const { reach } = texts.value;
      if (state.reached.value === null) {
        const { fault } = state.reach;
        return fault !== null && !isPassing(fault) ? (
          <p class="part-failed" role="alert">
            {faultWithId(page.texts, fault)}
          </p>
        ) : (
          <Skeleton />
        );
      }
      return (
        <div class="pv-list-box">
          <table class="pv-list pv-reach" aria-label={reach.label}>
            <thead>
              <tr>
                <th scope="col">{texts.value.list.number}</th>
                <th scope="col">{texts.value.list.heading}</th>
                <th scope="col">{reach.how_}</th>
                <th scope="col">{reach.lead}</th>
              </tr>
            </thead>
            {groups.value.map((group) => (
              <tbody key={group.key}>
                <tr class="pv-chapter">
                  <th scope="rowgroup" colspan={4}>
                    <b>{reach.group[group.key]}</b>{' '}
                    <span class="pv-group-count">
                      {texts.value.matrix.rows(group.lines.length, group.lines.length)}
                    </span>
                  </th>
                </tr>
                {group.lines.map(row)}
              </tbody>
            ))}
          </table>
          {groups.value.length === 0 ? <p class="quiet pv-empty">{reach.none}</p> : null}
        </div>
      );
    };
  },
  { name: 'ReachBoard', props: ['state'] },
);
