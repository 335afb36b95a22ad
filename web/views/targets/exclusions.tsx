import { computed, defineComponent, ref } from 'vue';
import type { ExclusionReason } from '../../api/generated/operations.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { coveringFirst, EvidenceLine } from '../../ui/evidence-line.tsx';
import { listingText } from './listing.ts';
import type { Targets } from './use-targets.ts';

/** Firms shown before the rest is folded. */
const SHOWN = 8;

/** Who is out and why, near misses first, with the count of each reason. */
export const Exclusions = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page } = state;
    const only = ref<ExclusionReason | null>(null);
    const isOpen = ref(false);
    const rows = computed(() =>
      (state.answer.value?.excluded ?? []).filter((one) => only.value === null || one.reason === only.value),
    );
    return () => {
      const { out, reason, details } = page.textsOf(targetsTexts);
      const answer = state.answer.value;
      if (answer === null) return null;
      const total = answer.exclusionCounts.reduce((sum, one) => sum + one.count, 0);
      if (total === 0) return null;
      const shown = isOpen.value ? rows.value : rows.value.slice(0, SHOWN);
      return (
        <section class="tg-out after-drawer" aria-label={out.label}>
          <h2>
            {out.title(total)} <span class="tg-quiet">{out.hint}</span>
          </h2>
          <div class="tg-reasons" role="group" aria-label={out.reason}>
            {answer.exclusionCounts.map((one) => (
              <button
                key={one.reason}
                type="button"
                class={['tg-chip', { active: only.value === one.reason }]}
                aria-pressed={only.value === one.reason}
                onClick={() => {
                  only.value = only.value === one.reason ? null : one.reason;
                }}
              >
                {out.filter(reason[one.reason], one.count)}
              </button>
            ))}
          </div>
          <table class="tg-table tg-out-table">
            <caption class="unseen">{out.label}</caption>
            <thead>
              <tr>
                <th scope="col">{out.firm}</th>
                <th scope="col">{out.reason}</th>
                <th scope="col">{out.text}</th>
                <th scope="col">{out.source}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr
                  key={one.firm.code}
                  onClick={() => {
                    state.open(one.firm.code);
                  }}
                >
                  <th scope="row" class="tg-firm">
                    <button
                      type="button"
                      class="tg-firm-name"
                      onClick={(event: MouseEvent) => {
                        event.stopPropagation();
                        state.open(one.firm.code);
                      }}
                    >
                      {page.nameOf(one.firm)}
                    </button>{' '}
                    <span class="tg-listing">{listingText(one.firm)}</span>
                  </th>
                  <td class="tg-reason">{reason[one.reason]}</td>
                  <td>
                    {one.text}
                    {one.measure === null ? null : ` ${details.measure(one.measure.number)}`}
                  </td>
                  <td>
                    {one.sources.length === 0 ? (
                      <span class="tg-quiet">{out.noSource}</span>
                    ) : (
                      coveringFirst(one.sources)
                        .slice(0, 1)
                        .map((evidence) => <EvidenceLine key={evidence.source.id} evidence={evidence} />)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div class="tg-more">
            {rows.value.length > SHOWN ? (
              <button
                type="button"
                class="plain-button small"
                aria-expanded={isOpen.value}
                onClick={() => {
                  isOpen.value = !isOpen.value;
                }}
              >
                {isOpen.value ? out.hide : `${out.show} ${String(rows.value.length)}`}
              </button>
            ) : null}
            {answer.excluded.length < total ? (
              <span class="tg-quiet">{out.shown(answer.excluded.length, total)}</span>
            ) : null}
          </div>
        </section>
      );
    };
  },
  { name: 'TargetExclusions', props: ['state'] },
);
