import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import type { PolicyNode, PolicyState } from './use-policy.ts';

/** One document, fund, strategy or instrument: what is known of it and which measures name it. */
export const DocumentDetails = defineComponent(
  (props: { readonly state: PolicyState; readonly policy: PolicyNode }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const link = (policy: { readonly code: string; readonly zh: string; readonly en: string }) => (
      <button
        key={policy.code}
        type="button"
        class="link-button"
        onClick={() => {
          state.pick({ kind: 'document', code: policy.code });
        }}
      >
        {page.nameOf(policy)}
      </button>
    );
    return () => {
      const { policy } = props;
      const { documents, drawer } = texts.value;
      return (
        <div class="details pv-details">
          <header class="drawer-head">
            <div class="drawer-title">
              <h2>{page.nameOf(policy)}</h2>
              <span class="drawer-other" />
              <button type="button" class="close-button" aria-label={drawer.close} onClick={state.close}>
                ✕
              </button>
            </div>
            <p class="drawer-place">{documents.kind[policy.kind]}</p>
          </header>
          <section>
            <dl class="pv-facts">
              <dt>{documents.number}</dt>
              <dd lang={policy.number === null ? undefined : 'zh-CN'}>{policy.number ?? documents.unknown}</dd>
              <dt>{documents.date}</dt>
              <dd>{policy.date ?? documents.unknown}</dd>
              <dt>{documents.issuer}</dt>
              <dd>{policy.issuer === null ? documents.unknown : page.nameOf(policy.issuer)}</dd>
              {policy.implements.length + policy.interprets.length === 0 ? null : (
                <>
                  <dt>{documents.relation}</dt>
                  <dd>
                    {policy.implements.map((other) => (
                      <p key={other.code}>
                        {documents.implements('')}
                        {link(other)}
                      </p>
                    ))}
                    {policy.interprets.map((other) => (
                      <p key={other.code}>
                        {documents.interprets('')}
                        {link(other)}
                      </p>
                    ))}
                  </dd>
                </>
              )}
            </dl>
            {policy.kind === 'NICKNAME' ? <p class="quiet">{documents.nicknameNote}</p> : null}
            {policy.kind === 'PLANNED_DOCUMENT' ? <p class="quiet">{documents.plannedNote}</p> : null}
          </section>
          <section>
            <h3>{drawer.namedIn}</h3>
            {policy.namedIn.length === 0 ? (
              <p class="quiet">{drawer.notNamed}</p>
            ) : (
              <ul class="pv-measures">
                {policy.namedIn.map((measure) => (
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
            )}
          </section>
          <section>
            <h3>{drawer.text}</h3>
            {policy.sources.map((evidence, index) => (
              <div key={index}>
                {evidence.quote === null || evidence.quote === '' ? null : (
                  <blockquote lang="zh-CN">
                    “{evidence.quote}”
                    <span class="quote-place" lang={page.lang}>
                      {drawer.inSource(texts.value.position(evidence.position ?? ''))}
                    </span>
                  </blockquote>
                )}
                <EvidenceLine evidence={evidence} />
              </div>
            ))}
          </section>
        </div>
      );
    };
  },
  { name: 'DocumentDetails', props: ['state', 'policy'] },
);
