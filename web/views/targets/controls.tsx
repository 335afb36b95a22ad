import { computed, defineComponent, ref, watch } from 'vue';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { chipsOf, EXCHANGES, NO_CRITERIA, readWhole, withoutChip, type Chip, type Criteria } from './criteria.ts';
import { PARTS, type PartName } from './weights.ts';
import type { Targets } from './use-targets.ts';
import { WhyNotBox } from './why-not-box.tsx';

/** Highest weight of the sliders, and their step, hundredths. */
const WEIGHT = { max: 60, step: 5 } as const;

/** Words of a criterion in force. */
export function chipText(chip: Chip, page: Targets['page']): string {
  const { criteria, exchange } = page.textsOf(targetsTexts);
  switch (chip.kind) {
    case 'same':
      return criteria.chips.same;
    case 'flagged':
      return criteria.chips.flagged;
    case 'origin':
      return chip.value === 'OUTSIDE' ? criteria.chips.outside : criteria.chips.inside;
    case 'exchange':
      return criteria.chips.exchange(exchange[chip.value]);
    case 'employees':
      return criteria.chips.employees(page.numbers.count(chip.value));
    case 'km':
      return criteria.chips.km(page.numbers.count(chip.value));
  }
}

/** Criteria as chips and as fields, weights, and the box that asks after one firm. */
export const Controls = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(targetsTexts));
    const criteria = computed(() => state.params.value.criteria);
    const change = (next: Partial<Criteria>): void => {
      state.setCriteria({ ...criteria.value, ...next });
    };

    const chips = () => {
      const { criteria: words } = texts.value;
      const list = chipsOf(criteria.value);
      if (list.length === 0) return <p class="tg-quiet">{words.none}</p>;
      return (
        <>
          <ul class="tg-chips">
            {list.map((chip) => {
              const label = chipText(chip, page);
              return (
                <li key={chip.kind}>
                  <button
                    type="button"
                    class="tg-chip active"
                    aria-label={words.remove(label)}
                    title={words.remove(label)}
                    onClick={() => {
                      state.setCriteria(withoutChip(criteria.value, chip.kind));
                    }}
                  >
                    {label} <span aria-hidden="true">✕</span>
                  </button>
                </li>
              );
            })}
          </ul>
          <button
            type="button"
            class="link-button tg-quiet"
            onClick={() => {
              state.setCriteria(NO_CRITERIA);
            }}
          >
            {words.clear}
          </button>
        </>
      );
    };

    const numberField = (field: 'minEmployees' | 'maxKm') => {
      const typed = ref('');
      const isBad = ref(false);
      watch(
        () => criteria.value[field],
        (value) => {
          typed.value = value === null ? '' : String(value);
          isBad.value = false;
        },
        { immediate: true },
      );
      return { typed, isBad, field };
    };
    const fields = [numberField('minEmployees'), numberField('maxKm')];
    const numberInput = ({ typed, isBad, field }: (typeof fields)[number]) => {
      const { criteria: words } = texts.value;
      const isEmployees = field === 'minEmployees';
      return (
        <div key={field} class="tg-field-line">
          <label for={`tg-${field}`}>{isEmployees ? words.employees : words.km}</label>
          <span>
            <input
              id={`tg-${field}`}
              type="text"
              inputmode="numeric"
              value={typed.value}
              aria-invalid={isBad.value}
              aria-describedby={isBad.value ? `tg-${field}-bad` : undefined}
              onChange={(event: Event) => {
                typed.value = (event.target as HTMLInputElement).value.trim();
                const value = readWhole(typed.value);
                isBad.value = typed.value !== '' && value === null;
                if (!isBad.value) change({ [field]: value });
              }}
            />{' '}
            {isEmployees ? words.employeesUnit : words.kmUnit}
          </span>
          {isBad.value ? (
            <span id={`tg-${field}-bad`} class="tg-bad" role="alert">
              {words.badNumber}
            </span>
          ) : null}
        </div>
      );
    };
    const check = (label: string, isOn: boolean, next: (isOn: boolean) => Partial<Criteria>) => (
      <label class="tg-check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event: Event) => {
            change(next((event.target as HTMLInputElement).checked));
          }}
        />
        <span>{label}</span>
      </label>
    );

    const slider = (name: PartName) => {
      const weights = state.weights.value;
      const label = state.answer.value?.candidates[0]?.score.components.find((part) => part.name === name)?.label;
      if (weights === null) return null;
      const hundredths = Math.round(weights[name] * 100);
      const most = Math.max(WEIGHT.max, hundredths);
      return (
        <div key={name} class="tg-weight">
          <label for={`tg-weight-${name}`}>{label ?? name}</label>
          <input
            id={`tg-weight-${name}`}
            type="range"
            min={0}
            max={most}
            step={WEIGHT.step}
            value={hundredths}
            style={{ '--filled': `${String((hundredths / most) * 100)}%` }}
            aria-valuetext={page.numbers.ratio(weights[name])}
            onChange={(event: Event) => {
              const next = { ...weights, [name]: Number((event.target as HTMLInputElement).value) / 100 };
              // All weights at nought say nothing; the last one stays.
              if (PARTS.some((one) => next[one] > 0)) state.setWeights(next);
            }}
          />
          <output for={`tg-weight-${name}`}>{page.numbers.ratio(weights[name])}</output>
        </div>
      );
    };
    const stability = () => {
      const answer = state.answer.value;
      if (answer === null) return null;
      const { stability: found } = answer;
      return (
        <p class="tg-quiet">
          {found === null
            ? texts.value.noStability
            : texts.value.stability(
                found.draws,
                page.numbers.percent(found.firstStays),
                page.numbers.percent(found.topTenStays),
              )}
        </p>
      );
    };

    return () => {
      const { criteria: words, exchange, weights } = texts.value;
      const now = criteria.value;
      return (
        <section class="tg-controls" aria-label={words.label}>
          <div class="tg-block">
            <h2>{words.title}</h2>
            {chips()}
            {check(words.same, now.sameSegmentOnly, (isOn) => ({ sameSegmentOnly: isOn }))}
            <div class="tg-field-line">
              <label for="tg-origin">{words.origin}</label>
              <select
                id="tg-origin"
                value={now.origin ?? ''}
                onChange={(event: Event) => {
                  const { value } = event.target as HTMLSelectElement;
                  change({ origin: value === 'OUTSIDE' || value === 'IN_PROVINCE' ? value : null });
                }}
              >
                <option value="">{words.anyOrigin}</option>
                <option value="IN_PROVINCE">{words.inside}</option>
                <option value="OUTSIDE">{words.outside}</option>
              </select>
            </div>
            <div class="tg-field-line">
              <label for="tg-exchange">{words.exchange}</label>
              <select
                id="tg-exchange"
                value={now.exchange ?? ''}
                onChange={(event: Event) => {
                  const { value } = event.target as HTMLSelectElement;
                  change({ exchange: EXCHANGES.find((one) => one === value) ?? null });
                }}
              >
                <option value="">{words.anyExchange}</option>
                {EXCHANGES.map((one) => (
                  <option key={one} value={one}>
                    {exchange[one]}
                  </option>
                ))}
              </select>
            </div>
            {fields.map(numberInput)}
            {check(words.flagged, now.includeFlagged, (isOn) => ({ includeFlagged: isOn }))}
            <p class="tg-quiet">{words.hint}</p>
          </div>
          <div class="tg-block">
            <h2>
              {weights.title} <span class="tg-quiet">{weights.hint}</span>
            </h2>
            {PARTS.map(slider)}
            {state.params.value.weights === null ? null : (
              <button
                type="button"
                class="plain-button small"
                onClick={() => {
                  state.setWeights(null);
                }}
              >
                {weights.reset}
              </button>
            )}
            {stability()}
          </div>
          <div class="tg-block">
            <WhyNotBox state={state} />
          </div>
        </section>
      );
    };
  },
  { name: 'TargetControls', props: ['state'] },
);
