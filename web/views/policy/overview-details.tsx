import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import type { PolicyState } from './use-policy.ts';

/** Nothing is open: who leads and takes part how often, and which measures name no lead. */
export const OverviewDetails = defineComponent(
  (props: { readonly state: PolicyState }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const ranked = computed(() =>
      [...(state.matrix.value?.columns ?? [])]
        .filter((column) => column.body.kind !== 'COLLECTIVE')
        .sort((a, b) => b.leads - a.leads || b.supports - a.supports),
    );
    const silent = computed(() =>
      (state.matrix.value?.chapters ?? [])
        .flatMap((chapter) => chapter.rows)
        .filter((row) => row.measure.clause !== null && row.leads === 0)
        .map((row) => row.measure),
    );
    return () => {
      const { drawer } = texts.value;
      const most = Math.max(1, ...ranked.value.map((column) => column.leads + column.supports));
      return (
        <div class="details pv-details">
          <h2>{drawer.overview}</h2>
          <p class="drawer-place">{drawer.overviewNote}</p>
          <ol class="pv-ranking">
            {ranked.value.map((column) => (
              <li key={column.body.code}>
                <button
                  type="button"
                  onClick={() => {
                    state.pick({ kind: 'department', code: column.body.code });
                  }}
                >
                  <span class="pv-ranking-name">{page.nameOf(column.body)}</span>
                  <span class="pv-stack" aria-hidden="true">
                    <span class="lead" style={{ width: `${(column.leads / most) * 100}%` }} />
                    <span class="support" style={{ width: `${(column.supports / most) * 100}%` }} />
                  </span>
                  <span class="pv-ranking-counts">
                    <span class="pv-mark lead" />
                    <span aria-label={drawer.leads(column.leads)}>{column.leads}</span>
                    <span class="pv-mark support" />
                    <span aria-label={drawer.supports(column.supports)}>{column.supports}</span>
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <section>
            <h3>{drawer.noLeadTitle}</h3>
            <ul class="pv-measures">
              {silent.value.map((measure) => (
                <li key={measure.code}>
                  <button
                    type="button"
                    class="pv-measure-link"
                    onClick={() => {
                      state.pick({ kind: 'measure', code: measure.code });
                    }}
                  >
                    <span class="pv-no">{measure.number}</span>
                    <span class="measure-heading">{page.nameOf(measure)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        </div>
      );
    };
  },
  { name: 'OverviewDetails', props: ['state'] },
);
