import { computed, defineComponent, ref, watch } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { RegionPicker } from '../../ui/region-picker.tsx';
import { SegmentPicker } from './segment-picker.tsx';
import { RULES, ruleCounts } from './hard-rules.ts';
import { COMPONENTS, type ComponentName } from './ranking.ts';
import { RELOCATION_PARAMS, ZONES, type ZoneCode } from './relocation-params.ts';
import type { Relocation } from './use-relocation.ts';

/** Places named before the rest is only counted. */
const NAMED_OVERLAPS = 4;
/** Highest weight of the sliders, and their step, hundredths. */
const WEIGHT = { max: 60, step: 5 } as const;

/** The question and its conditions: origin, segment, zones, lot, weights, hard rules. */
export const Controls = defineComponent(
  (props: { readonly state: Relocation }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(relocationTexts));

    const zonePlaces = (zone: ZoneCode): string => {
      const members = state.candidates.value.filter((candidate) => candidate.zone === zone);
      return members
        .map((candidate) => candidate)
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map((candidate) => page.nameOf(candidate.name))
        .join(' ');
    };
    const zoneName = (zone: ZoneCode): string => (zone === 'PRD' ? texts.value.controls.edge : texts.value.zone[zone]);
    const toggleZone = (zone: ZoneCode): void => {
      const now = state.zones.value;
      const next = now.includes(zone)
        ? now.filter((one) => one !== zone)
        : ZONES.filter((one) => one === zone || now.includes(one));
      // An empty choice would be an empty page; the last tick stays.
      if (next.length > 0) state.setZones(next);
    };

    const land = ref('');
    const isLandBad = ref(false);
    watch(
      () => state.params.value.landHa,
      (ha) => {
        land.value = ha === null ? '' : String(ha);
        isLandBad.value = false;
      },
      { immediate: true },
    );
    const setLand = (text: string): void => {
      land.value = text;
      const bare = text.trim();
      const isGood = bare === '' || (RELOCATION_PARAMS['land']?.(bare) ?? false);
      isLandBad.value = !isGood;
      if (isGood) state.setLand(bare === '' ? null : Number(bare));
    };

    const slider = (name: ComponentName) => {
      const weights = state.weights.value;
      if (weights === null) return null;
      const hundredths = Math.round(weights[name] * 100);
      const label = texts.value.component[name];
      return (
        <div key={name} class="rl-weight">
          <label for={`weight-${name}`}>{label}</label>
          <input
            id={`weight-${name}`}
            type="range"
            min={0}
            max={Math.max(WEIGHT.max, hundredths)}
            step={WEIGHT.step}
            value={hundredths}
            style={{ '--filled': `${String((hundredths / Math.max(WEIGHT.max, hundredths)) * 100)}%` }}
            aria-valuetext={page.numbers.ratio(weights[name])}
            onInput={(event: Event) => {
              const value = Number((event.target as HTMLInputElement).value);
              const next = { ...weights, [name]: value / 100 };
              // All weights at nought say nothing; the last one stays.
              if (COMPONENTS.some((one) => next[one] > 0)) state.setWeights(next);
            }}
          />
          <output for={`weight-${name}`}>{page.numbers.ratio(weights[name])}</output>
        </div>
      );
    };

    const stability = () => {
      const { stability: value, ranked, isAsServed, sameAs } = state;
      const words = texts.value.stability;
      const [first] = ranked.value;
      const same = first === undefined ? [] : sameAs(first);
      const names = [...(first === undefined ? [] : [first]), ...same]
        .slice(0, NAMED_OVERLAPS)
        .map((one) => page.nameOf(one.candidate.name))
        .join(words.join);
      const overlap = same.length + 1 > NAMED_OVERLAPS ? words.sameMore(names, same.length + 1) : words.same(names);
      return (
        <p class="rl-stability" aria-live="polite">
          <span title={isAsServed.value ? words.fromServer : words.fromPage}>
            {value.value === null ? words.none : words.text(page.numbers.percent(value.value))}
          </span>{' '}
          {same.length === 0 ? null : <b>{overlap}</b>}
        </p>
      );
    };

    return () => {
      const { controls, rule } = texts.value;
      return (
        <section class="rl-controls" aria-label={controls.label}>
          <div class="rl-field">
            <RegionPicker value={state.origin.value} label={controls.from} onPick={state.setOrigin} />
          </div>
          <div class="rl-field">
            <SegmentPicker
              stages={state.segments.value?.chain.stages ?? []}
              value={state.segment.value}
              label={controls.what}
              hint={controls.whatHint}
              onPick={state.setSegment}
            />
          </div>
          <fieldset class="rl-field">
            <legend>{controls.to}</legend>
            {ZONES.map((zone) => (
              <label key={zone} class="rl-zone">
                <input
                  type="checkbox"
                  checked={state.zones.value.includes(zone)}
                  onChange={(event: Event) => {
                    toggleZone(zone);
                    // The box shows the state, also where the click was refused.
                    (event.target as HTMLInputElement).checked = state.zones.value.includes(zone);
                  }}
                />
                <span>
                  <b class={`rl-zone-name ${zone}`}>{zoneName(zone)}</b>{' '}
                  <span class="rl-quiet">{zonePlaces(zone)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <div class="rl-field">
            <label class="picker-label" for="rl-land">
              {controls.lot}
            </label>
            <span class="rl-land">
              <input
                id="rl-land"
                type="text"
                inputmode="decimal"
                value={land.value}
                aria-invalid={isLandBad.value}
                aria-describedby="rl-land-hint"
                onChange={(event: Event) => {
                  setLand((event.target as HTMLInputElement).value);
                }}
              />
              {controls.lotUnit}
            </span>
            <span id="rl-land-hint" class={isLandBad.value ? 'rl-bad' : 'rl-quiet'}>
              {isLandBad.value ? controls.lotBad : controls.lotHint}
            </span>
          </div>
          {state.weights.value === null ? null : (
            <>
              <fieldset class="rl-field">
                <legend>
                  {controls.weights} <span class="rl-quiet">{controls.weightsHint}</span>
                </legend>
                {COMPONENTS.map(slider)}
                {state.params.value.weights === null ? null : (
                  <button
                    type="button"
                    class="plain-button small"
                    onClick={() => {
                      state.setWeights(null);
                    }}
                  >
                    {controls.reset}
                  </button>
                )}
              </fieldset>
              {stability()}
              <div class="rl-field">
                <h2>{controls.rules}</h2>
                <ul class="rl-rules">
                  {RULES.map(({ id, codes }) => {
                    const { blocked, verify } = ruleCounts(state.ranked.value, codes);
                    const isAsked = id !== 'land' || state.params.value.landHa !== null;
                    const stays = id === 'stays' && state.answer.value?.stays != null;
                    const note = !isAsked
                      ? rule.landUnasked
                      : stays
                        ? rule.staysNow
                        : blocked + verify === 0
                          ? rule.quiet
                          : rule.counts(blocked, verify);
                    return (
                      <li key={id} class={{ active: isAsked && (stays || blocked + verify > 0) }}>
                        {rule[id]}
                        <span class="rl-rule-note">{note}</span>
                      </li>
                    );
                  })}
                </ul>
                <p class="rl-quiet">{controls.rulesHint}</p>
              </div>
            </>
          )}
        </section>
      );
    };
  },
  { name: 'RelocationControls', props: ['state'] },
);
