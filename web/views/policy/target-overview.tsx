import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import type { PolicyState, TargetNode } from './use-policy.ts';

/** Nothing is open on the board of targets: which departments lead the measures behind them. */
export const TargetOverview = defineComponent(
  (props: { readonly state: PolicyState; readonly targets: readonly TargetNode[] }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const leadsOf = (target: TargetNode): string[] => {
      const measure = state.measures.value.find((one) => one.code === target.measure?.code);
      return (measure?.clause?.duties ?? []).filter((duty) => duty.role === 'LEAD').map((duty) => duty.department);
    };
    const ranked = computed(() =>
      state.departments.value
        .map((body) => ({ body, count: props.targets.filter((target) => leadsOf(target).includes(body.code)).length }))
        .filter((one) => one.count > 0)
        .sort((a, b) => b.count - a.count),
    );
    return () => {
      const { drawer, targets: words } = texts.value;
      const most = Math.max(1, ...ranked.value.map((one) => one.count));
      const without = props.targets.filter((target) => leadsOf(target).length === 0).length;
      return (
        <div class="details pv-details">
          <h2>{drawer.targetOverview}</h2>
          <p class="drawer-place">{drawer.targetOverviewNote}</p>
          <ol class="pv-ranking">
            {ranked.value.map(({ body, count }) => (
              <li key={body.code}>
                <button
                  type="button"
                  onClick={() => {
                    state.pick({ kind: 'department', code: body.code });
                  }}
                >
                  <span>{page.nameOf(body)}</span>
                  <span class="pv-stack" aria-hidden="true">
                    <span class="lead" style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                  <span>{drawer.targetCount(count)}</span>
                </button>
              </li>
            ))}
          </ol>
          {without === 0 ? null : <p class="quiet drawer-line">{words.noLeadCount(without)}</p>}
          <p class="unknowns pv-unknowns">{drawer.noProgressLong}</p>
        </div>
      );
    };
  },
  { name: 'TargetOverview', props: ['state', 'targets'] },
);
