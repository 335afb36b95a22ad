import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { valueWords } from './targets.ts';
import type { PolicyState, TargetNode } from './use-policy.ts';

/** One target: value, year and base as the text has them, the words, and progress where a source gives it. */
export const TargetDetails = defineComponent(
  (props: { readonly state: PolicyState; readonly target: TargetNode }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    return () => {
      const { target } = props;
      const { drawer, targets: words } = texts.value;
      const measure = state.measures.value.find((one) => one.code === target.measure?.code);
      const leads = (measure?.clause?.duties ?? []).filter((duty) => duty.role === 'LEAD');
      const due =
        target.year === null
          ? drawer.dueNone
          : target.yearBasis === 'TITLE'
            ? drawer.dueTitle(target.year)
            : drawer.dueStated(target.year);
      return (
        <div class="details pv-details">
          <header class="drawer-head">
            <div class="drawer-title">
              <h2>{page.nameOf(target)}</h2>
              <span class="drawer-other" />
              <button type="button" class="close-button" aria-label={drawer.close} onClick={state.close}>
                ✕
              </button>
            </div>
            <p class="pv-value">
              {valueWords(target, state.targetList.value, (value) => page.numbers.count(value), texts.value.value)}
            </p>
          </header>
          <section>
            <dl class="pv-facts">
              <dt>{drawer.due}</dt>
              <dd>{due}</dd>
              <dt>{drawer.wording}</dt>
              <dd lang="zh-CN">{target.wording ?? '–'}</dd>
              {target.comparator === 'MULTIPLE' ? (
                <>
                  <dt>{drawer.base}</dt>
                  <dd>{target.base ?? drawer.baseNone}</dd>
                </>
              ) : null}
              <dt>{drawer.progress}</dt>
              <dd>
                {target.progress === null
                  ? drawer.noProgressLong
                  : words.progressValue(
                      page.numbers.count(target.progress.value),
                      target.unit === null ? '' : texts.value.value.unit(target.unit),
                      target.progress.period ?? '',
                    )}
                {target.progress?.sources.map((evidence) => (
                  <EvidenceLine key={evidence.source.id} evidence={evidence} />
                ))}
              </dd>
              <dt>{drawer.measureOf}</dt>
              <dd>
                {measure === undefined ? (
                  <>
                    {page.nameOf(target.policy)}
                    {' · '}
                    {target.yearBasis === 'TITLE' ? words.summaryOnly : words.headingOnly}
                  </>
                ) : (
                  <button
                    type="button"
                    class="link-button"
                    onClick={() => {
                      state.pick({ kind: 'measure', code: measure.code });
                    }}
                  >
                    {texts.value.measure(measure.number)} {page.nameOf(measure)}
                  </button>
                )}
              </dd>
              <dt>{words.lead}</dt>
              <dd lang={leads.length > 0 ? 'zh-CN' : undefined}>
                {leads.length === 0
                  ? measure === undefined
                    ? words.noMeasure
                    : words.noLead
                  : leads.map((duty, index) => (
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
                    ))}
              </dd>
            </dl>
          </section>
          <section>
            <h3>{drawer.text}</h3>
            {target.sources.map((evidence, index) => (
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
  { name: 'TargetDetails', props: ['state', 'target'] },
);
