import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { valueWords, type TargetGroup } from './targets.ts';
import type { PolicyState, TargetNode } from './use-policy.ts';

/** All targets by due year: value in words, wording, who leads, progress or that there are no data. */
export const TargetBoard = defineComponent(
  (props: { readonly state: PolicyState; readonly groups: readonly TargetGroup<TargetNode>[] }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const line = (target: TargetNode) => {
      const { targets: words } = texts.value;
      const measure = state.measures.value.find((one) => one.code === target.measure?.code);
      const leads = (measure?.clause?.duties ?? []).filter((duty) => duty.role === 'LEAD');
      return (
        <tr key={target.code} class={{ current: state.params.value.target === target.code }}>
          <td class="pv-code">
            {measure === undefined ? (
              <span class="quiet">{target.yearBasis === 'TITLE' ? words.summaryOnly : words.headingOnly}</span>
            ) : (
              <button
                type="button"
                class="link-button"
                title={page.nameOf(measure)}
                onClick={() => {
                  state.pick({ kind: 'measure', code: measure.code });
                }}
              >
                {texts.value.measure(measure.number)}
              </button>
            )}
          </td>
          <td class="pv-subject">
            <button
              type="button"
              class="row-button"
              onClick={() => {
                state.pick({ kind: 'target', code: target.code });
              }}
            >
              {page.nameOf(target)}
            </button>
          </td>
          <td class="pv-value-cell">
            {valueWords(target, state.targetList.value, (value) => page.numbers.count(value), texts.value.value)}
          </td>
          <td class="pv-wording" lang="zh-CN">
            {target.wording ?? ''}
          </td>
          <td class="pv-leads" lang={leads.length > 0 ? 'zh-CN' : undefined}>
            {leads.length === 0 ? (
              <span class="quiet">{measure === undefined ? words.noMeasure : words.noLead}</span>
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
          <td class="pv-progress">
            {target.progress === null ? (
              <>
                <span class="bar unknown" aria-hidden="true" />
                <span>{words.noProgress}</span>
              </>
            ) : (
              words.progressValue(
                page.numbers.count(target.progress.value),
                target.unit === null ? '' : texts.value.value.unit(target.unit),
                target.progress.period ?? '',
              )
            )}
          </td>
        </tr>
      );
    };
    return () => {
      const { targets: words } = texts.value;
      if (props.groups.length === 0) return <p class="quiet pv-empty">{words.empty}</p>;
      return (
        <div class="pv-list-box">
          <table class="pv-list pv-targets" aria-label={words.label}>
            <thead>
              <tr>
                <th scope="col">{words.from}</th>
                <th scope="col">{words.subject}</th>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.wording}</th>
                <th scope="col">{words.lead}</th>
                <th scope="col">{words.progress}</th>
              </tr>
            </thead>
            {props.groups.map((group) => (
              <tbody key={String(group.year)}>
                <tr class="pv-chapter">
                  <th scope="rowgroup" colspan={6}>
                    <b>{group.year === null ? words.undated : words.year(group.year)}</b>{' '}
                    <span class="pv-group-count">{words.count(group.targets.length)}</span>
                    {group.isPast ? (
                      <span class="pv-past">
                        {group.targets.some((target) => target.progress === null) ? words.pastNoData : words.isPast}
                      </span>
                    ) : null}
                    {group.targets.every((target) => target.yearBasis === 'TITLE') ? (
                      <span class="quiet"> {words.titleYear}</span>
                    ) : group.year === null ? (
                      <span class="quiet"> {words.noYear}</span>
                    ) : null}
                  </th>
                </tr>
                {group.targets.map((target) => line(target))}
              </tbody>
            ))}
          </table>
        </div>
      );
    };
  },
  { name: 'TargetBoard', props: ['state', 'groups'] },
);
