import { defineComponent } from 'vue';
import type { MeasureInChargeFragment } from '../../api/generated/operations.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { usePage } from '../../state/page.ts';
import { bodies } from './bodies.ts';
import { SourcesLine } from './sources-line.tsx';

/** A measure with who leads and who supports, as its clause says. */
export const ChargeBlock = defineComponent(
  (props: { readonly measure: MeasureInChargeFragment }) => {
    const page = usePage();
    return () => {
      const { details, plan, answer } = page.textsOf(targetsTexts);
      const { measure } = props;
      const { clause } = measure;
      return (
        <div class="tg-charge">
          <p>
            <b>{plan.measure(measure.policy.name, measure.number, measure.heading)}</b>
          </p>
          {clause === null ? (
            <p class="tg-quiet">{details.noClause}</p>
          ) : (
            <dl class="duties">
              <div>
                <dt>{details.lead}</dt>
                <dd>{clause.leads.length === 0 ? details.noLead : bodies(clause.leads, answer.join)}</dd>
              </div>
              {clause.supports.length === 0 ? null : (
                <div>
                  <dt>{details.support}</dt>
                  <dd>{bodies(clause.supports, answer.join)}</dd>
                </div>
              )}
            </dl>
          )}
          <SourcesLine sources={measure.sources} most={1} />
        </div>
      );
    };
  },
  { name: 'ChargeBlock', props: ['measure'] },
);
