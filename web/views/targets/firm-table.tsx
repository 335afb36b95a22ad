import { computed, defineComponent } from 'vue';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { ScoreRange } from '../../ui/score-range.tsx';
import { indistinguishableHead } from '../relocation/ranking.ts';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { listingText } from './listing.ts';
import { PartBars } from './part-bars.tsx';
import { tiesOf } from './ties.ts';
import { SHOWN_FIRST, type Candidate, type Targets } from './use-targets.ts';

/** The ranked firms. Places count; between overlapping ranges they rank nothing, and the table says so. */
export const FirmTable = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page } = state;
    const ties = computed(() => tiesOf(state.shown.value));
    const head = computed(() => indistinguishableHead(state.answer.value?.candidates ?? []));

    const row = (one: Candidate) => {
      const { table } = page.textsOf(targetsTexts);
      const { firm, score } = one;
      const name = page.nameOf(firm);
      const isOpen = state.params.value.firm === firm.code;
      const places = one.places.map((place) => page.nameOf({ zh: place.fullZh, en: place.fullEn }));
      const value = score.value === null ? table.noScore : page.numbers.ratio(score.value);
      const low = page.numbers.ratio(score.low);
      const high = page.numbers.ratio(score.high);
      return (
        <tr
          key={firm.code}
          class={{ shown: isOpen }}
          aria-current={isOpen ? 'true' : undefined}
          onClick={() => {
            state.open(firm.code);
          }}
        >
          <td class="tg-pick">
            <input
              type="checkbox"
              checked={state.params.value.picks.includes(firm.code)}
              aria-label={table.pickOne(name)}
              onClick={(event: MouseEvent) => {
                event.stopPropagation();
              }}
              onChange={(event: Event) => {
                state.toggle(firm.code);
                // The box shows the state, also where the list is full.
                (event.target as HTMLInputElement).checked = state.params.value.picks.includes(firm.code);
              }}
            />
          </td>
          <td class="tg-rank">{one.rank}</td>
          <th scope="row" class="tg-firm">
            <button
              type="button"
              class="tg-firm-name"
              onClick={(event: MouseEvent) => {
                event.stopPropagation();
                state.open(firm.code);
              }}
            >
              {name}
            </button>
            <span class="tg-under">
              {listingText(firm) === null ? null : <span class="tg-listing">{listingText(firm)}</span>}
              <span>{places.length === 0 ? table.fromUnknown : [...new Set(places)].join(' ')}</span>
            </span>
          </th>
          <td class={['number', { unknown: one.distanceKm === null }]}>
            {one.distanceKm === null ? table.distanceUnknown : table.km(page.numbers.count(one.distanceKm))}
          </td>
          <td class="tg-segment">{page.nameOf(one.segment)}</td>
          <td class="tg-score">
            <ScoreRange
              value={score.value}
              low={score.low}
              high={score.high}
              label={table.scoreWords(value, low, high)}
            />
            <span class="tg-score-numbers">
              <b>{value}</b>
              <span>{table.range(low, high)}</span>
            </span>
          </td>
          <td class="tg-parts">
            <PartBars parts={score.components} />
          </td>
          <td class="tg-verify">
            {one.toVerify.length === 0 ? (
              <span class="tg-quiet">{table.nothing}</span>
            ) : (
              one.toVerify.map((fact) => <span key={fact.text}>{fact.text}</span>)
            )}
          </td>
        </tr>
      );
    };

    const notes = () => {
      const { table, answer } = page.textsOf(targetsTexts);
      const count = state.answer.value?.candidateCount ?? 0;
      const places = ties.value.map((tie) => table.tie(tie.first, tie.last));
      const lines = [
        ...(head.value > 1 ? [table.overlaps(head.value, head.value === count)] : []),
        ...(places.length > 0 ? [table.ties(places.join(answer.join))] : []),
      ];
      return lines.length === 0 ? null : (
        <ul class="tg-notes">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    };
    const more = () => {
      const { table } = page.textsOf(targetsTexts);
      const answer = state.answer.value;
      if (answer === null) return null;
      const { candidateCount: count, candidates } = answer;
      if (count < SHOWN_FIRST) return <p class="tg-quiet">{table.fewerThan(count)}</p>;
      if (count === SHOWN_FIRST) return null;
      const { isAll } = state.params.value;
      const all = count > candidates.length ? table.most(candidates.length, count) : table.all(count);
      return (
        <button
          type="button"
          class="plain-button small"
          onClick={() => {
            state.setAll(!isAll);
          }}
        >
          {isAll ? table.fewer : all}
        </button>
      );
    };

    return () => {
      const { table } = page.textsOf(targetsTexts);
      const answer = state.answer.value;
      if (answer === null) return null;
      if (answer.candidateCount === 0) return <p class="tg-empty">{table.empty}</p>;
      const [first] = answer.candidates;
      return (
        <>
          {notes()}
          <table class="tg-table">
            <caption class="unseen">
              {table.label(page.nameOf(answer.region), nameInSentence(page.nameOf(answer.segment), page.lang))}
            </caption>
            <thead>
              <tr>
                <th scope="col" class="tg-pick">
                  {table.pick}
                </th>
                <th scope="col" class="tg-rank">
                  {table.rank}
                </th>
                <th scope="col">{table.firm}</th>
                <th scope="col" class="number">
                  {table.distance}
                </th>
                <th scope="col">{table.segment}</th>
                <th scope="col" class="tg-score">
                  {table.score}
                </th>
                <th scope="col" class="tg-parts" title={first?.score.components.map((part) => part.label).join(' ')}>
                  {table.parts}
                </th>
                <th scope="col" class="tg-verify">
                  {table.verify}
                </th>
              </tr>
            </thead>
            <tbody>{state.shown.value.map(row)}</tbody>
          </table>
          <div class="tg-more">{more()}</div>
        </>
      );
    };
  },
  { name: 'FirmTable', props: ['state'] },
);
