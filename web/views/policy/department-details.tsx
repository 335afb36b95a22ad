import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { measuresOf, type DutyRole } from './duty-matrix.ts';
import type { DepartmentNode, PolicyState } from './use-policy.ts';

/** One body: its duties by role, its names, who took over from whom, and where each name stands. */
export const DepartmentDetails = defineComponent(
  (props: { readonly state: PolicyState; readonly department: DepartmentNode }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const duties = (code: string, role: DutyRole) => {
      const { matrix } = state;
      const list = matrix.value === null ? [] : measuresOf(matrix.value, code, role);
      if (list.length === 0) return null;
      return (
        <section key={`${code}${role}`}>
          <h3>
            <span class={['pv-mark', role === 'LEAD' ? 'lead' : 'support']} />{' '}
            {role === 'LEAD' ? texts.value.drawer.leads(list.length) : texts.value.drawer.supports(list.length)}
          </h3>
          <ul class="pv-measures">
            {list.map((measure) => (
              <li key={measure.code}>
                <button
                  type="button"
                  class="pv-measure-link"
                  onClick={() => {
                    state.pickCell(measure.code, code);
                  }}
                >
                  <span class="pv-no">{measure.number}</span>
                  <span class="measure-heading">{page.nameOf(measure)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      );
    };
    const bodyLink = (body: { readonly code: string; readonly zh: string; readonly en: string }) => (
      <button
        type="button"
        class="link-button"
        onClick={() => {
          state.pick({ kind: 'department', code: body.code });
        }}
      >
        {page.nameOf(body)}
      </button>
    );
    const evidenceOf = (body: DepartmentNode) =>
      body.sources.map((evidence, index) => (
        <p key={`${evidence.source.id}${index}`}>
          <EvidenceLine evidence={evidence} />
        </p>
      ));
    return () => {
      const { department } = props;
      const { drawer, kind } = texts.value;
      const isNamed = (state.matrix.value?.columns ?? []).some((column) => column.body.code === department.code);
      const successor = state.departments.value.find((one) => one.code === department.succeededBy?.code);
      const names = department.shortNames;
      return (
        <div class="details pv-details">
          <header class="drawer-head">
            <div class="drawer-title">
              <h2>{page.nameOf(department)}</h2>
              <span class="drawer-other" />
              <button type="button" class="close-button" aria-label={drawer.close} onClick={state.close}>
                ✕
              </button>
            </div>
            <p class="drawer-place">
              {kind[department.kind]}
              {page.lang === 'en' ? <span lang="zh-CN"> · {department.zh}</span> : null}
            </p>
          </header>
          {isNamed ? (
            <div class="pv-only">
              <button
                type="button"
                class="plain-button small"
                aria-pressed={state.params.value.only}
                onClick={() => {
                  page.goExtra({ only: state.params.value.only ? null : 'yes', board: null });
                }}
              >
                {state.params.value.only ? drawer.showAll : drawer.onlyThis}
              </button>
            </div>
          ) : (
            <p class="drawer-line">{drawer.noDuties}</p>
          )}
          {duties(department.code, 'LEAD')}
          {duties(department.code, 'SUPPORT')}
          {department.predecessors.flatMap((before) => [duties(before.code, 'LEAD'), duties(before.code, 'SUPPORT')])}
          <section>
            <h3>{drawer.succession}</h3>
            {successor === undefined && department.predecessors.length === 0 ? (
              <p class="quiet">{drawer.noSuccession}</p>
            ) : (
              <ul class="facts">
                {successor === undefined ? null : (
                  <li>
                    {drawer.succeededBy}
                    {bodyLink(successor)}
                    <br />
                    <span class="quiet">
                      {successor.validFrom === null ? drawer.noDate : drawer.since(successor.validFrom)}
                    </span>
                    {evidenceOf(successor)}
                  </li>
                )}
                {department.predecessors.map((before) => (
                  <li key={before.code}>
                    {drawer.predecessor}
                    {bodyLink(before)}
                    <br />
                    <span class="quiet">
                      {department.validFrom === null ? drawer.noDate : drawer.since(department.validFrom)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {names.length === 0 ? null : (
            <section>
              <h3>{drawer.also}</h3>
              <p lang="zh-CN">{names.join('、')}</p>
            </section>
          )}
          <section>
            <h3>{drawer.sources}</h3>
            {evidenceOf(department)}
            {department.sources
              .filter((evidence) => (evidence.position ?? '') !== '')
              .slice(0, 1)
              .map((evidence) => (
                <span key="position" class="quote-place">
                  {texts.value.position(evidence.position ?? '')}
                </span>
              ))}
          </section>
        </div>
      );
    };
  },
  { name: 'DepartmentDetails', props: ['state', 'department'] },
);
