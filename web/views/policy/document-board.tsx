import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import type { PolicyKind } from '../../api/generated/operations.ts';
import type { PolicyNode, PolicyState } from './use-policy.ts';

/** Kinds in the order of the board: texts first, then what they name. */
export const DOCUMENT_KINDS: readonly PolicyKind[] = [
  'POLICY',
  'PLAN',
  'INTERPRETATION',
  'NICKNAME',
  'FUND',
  'PROGRAMME',
  'INSTRUMENT',
  'STRATEGY',
  'FRAME',
  'PLANNED_DOCUMENT',
];

/** Documents and what they name, and the bodies whose names changed. */
export const DocumentBoard = defineComponent(
  (props: { readonly state: PolicyState }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const groups = computed(() =>
      DOCUMENT_KINDS.map((kind) => ({
        kind,
        policies: state.policies.value.filter((one) => one.kind === kind),
      })).filter((group) => group.policies.length > 0),
    );
    const changed = computed(() => state.departments.value.filter((one) => one.succeededBy !== null));
    const row = (policy: PolicyNode) => {
      const { documents } = texts.value;
      return (
        <tr key={policy.code} class={{ current: state.params.value.document === policy.code }}>
          <td class="pv-subject">
            <button
              type="button"
              class="row-button"
              onClick={() => {
                state.pick({ kind: 'document', code: policy.code });
              }}
            >
              {page.nameOf(policy)}
            </button>
          </td>
          <td lang={policy.number === null ? undefined : 'zh-CN'}>
            {policy.number ?? <span class="quiet">{documents.unknown}</span>}
          </td>
          <td class="pv-date">{policy.date ?? <span class="quiet">{documents.unknown}</span>}</td>
          <td>
            {policy.namedIn.map((measure, index) => (
              <span key={measure.code}>
                <button
                  type="button"
                  class="link-button"
                  title={page.nameOf(measure)}
                  onClick={() => {
                    state.pick({ kind: 'measure', code: measure.code });
                  }}
                >
                  {state.isAction(measure.code)
                    ? texts.value.action(measure.number)
                    : texts.value.measure(measure.number)}
                </button>
                {index < policy.namedIn.length - 1 ? texts.value.sentence.join : ''}
              </span>
            ))}
          </td>
        </tr>
      );
    };
    return () => {
      const { documents } = texts.value;
      return (
        <>
          <div class="pv-list-box">
            <table class="pv-list pv-documents" aria-label={documents.label}>
              <thead>
                <tr>
                  <th scope="col">{documents.name}</th>
                  <th scope="col">{documents.number}</th>
                  <th scope="col">{documents.date}</th>
                  <th scope="col">{documents.namedIn}</th>
                </tr>
              </thead>
              {groups.value.map((group) => (
                <tbody key={group.kind}>
                  <tr class="pv-chapter">
                    <th scope="rowgroup" colspan={4}>
                      <b>{documents.kind[group.kind]}</b> <span class="pv-group-count">{group.policies.length}</span>
                    </th>
                  </tr>
                  {group.policies.map(row)}
                </tbody>
              ))}
            </table>
          </div>
          <h2 class="pv-second">{documents.departments}</h2>
          <p class="quiet">{documents.departmentsNote}</p>
          <div class="pv-list-box">
            <table class="pv-list pv-names-table" aria-label={documents.departments}>
              <thead>
                <tr>
                  <th scope="col">{documents.oldName}</th>
                  <th scope="col">{documents.newName}</th>
                  <th scope="col">{texts.value.drawer.succession}</th>
                  <th scope="col">{documents.evidence}</th>
                </tr>
              </thead>
              <tbody>
                {changed.value.map((body) => {
                  const after = state.departments.value.find((one) => one.code === body.succeededBy?.code);
                  return (
                    <tr key={body.code} class={{ current: state.columnCodes.value.includes(body.code) }}>
                      {[body, after].map((one, index) => (
                        <td key={index}>
                          {one === undefined ? null : (
                            <button
                              type="button"
                              class="row-button"
                              onClick={() => {
                                state.pick({ kind: 'department', code: one.code });
                              }}
                            >
                              {page.nameOf(one)}
                            </button>
                          )}
                        </td>
                      ))}
                      <td>{after?.validFrom ?? <span class="quiet">{texts.value.drawer.noDate}</span>}</td>
                      <td>
                        {after?.sources.map((evidence, index) => (
                          <p key={index}>
                            <EvidenceLine evidence={evidence} />
                          </p>
                        ))}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      );
    };
  },
  { name: 'DocumentBoard', props: ['state'] },
);
