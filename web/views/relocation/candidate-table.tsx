import { defineComponent } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { ScoreRange } from '../../ui/score-range.tsx';
import { nameInSentence } from './sentence-words.ts';
import { PartBars } from './part-bars.tsx';
import { COMPONENTS } from './ranking.ts';
import { COMPARE_LIMIT } from './relocation-params.ts';
import { scoreWords } from './score-words.ts';
import { StateChip } from './state-chip.tsx';
import type { RankedCandidate, Relocation } from './use-relocation.ts';

/** The ranked list, equal to the map: `wide` adds numbers for all parts, distance and firms. */
export const CandidateTable = defineComponent(
  (props: { readonly state: Relocation; readonly wide: boolean }) => {
    const { state } = props;
    const { page } = state;

    const reason = (one: RankedCandidate) => {
      const { table, shortReason } = page.textsOf(relocationTexts);
      const { blockers, feasibility } = one.candidate;
      const decisive =
        (feasibility === 'BLOCKED' ? blockers.find((blocker) => blocker.hard) : undefined) ?? blockers[0];
      if (decisive === undefined || feasibility === 'FEASIBLE') return null;
      // The kind in few words; the service's own sentences stand in the details, and on hover.
      const kinds: Readonly<Record<string, string>> = shortReason;
      return (
        <span class="rl-reason" title={blockers.map((blocker) => page.nameOf(blocker.words)).join('\n')}>
          {kinds[decisive.code] ?? page.nameOf(decisive.words)}
          {decisive.measure === null ? null : (
            <>
              {' '}
              <span class="rl-whole">{table.measure(decisive.measure.number)}</span>
            </>
          )}
          {blockers.length > 1 ? (
            <>
              {' '}
              <span class="rl-whole">{table.moreBlockers(blockers.length - 1)}</span>
            </>
          ) : null}
        </span>
      );
    };
    /** The park that the score rests on; else the one that a blocker speaks of; else that none is known to admit it. */
    const parkWords = (one: RankedCandidate): string => {
      const { table } = page.textsOf(relocationTexts);
      const { park, blockers, feasibility } = one.candidate;
      if (park !== null) return page.nameOf(park);
      const spokenOf = blockers.find((blocker) => blocker.park !== null)?.park ?? null;
      if (spokenOf === null) return table.noPark;
      return feasibility === 'BLOCKED' ? page.nameOf(spokenOf) : table.parkToVerify(page.nameOf(spokenOf));
    };
    const compareBox = (one: RankedCandidate) => {
      const { table } = page.textsOf(relocationTexts);
      const { code, name } = one.candidate;
      const compared = state.params.value.compared;
      const isIn = compared.includes(code);
      const isFull = !isIn && compared.length >= COMPARE_LIMIT;
      const label = table.compareOne(page.nameOf(name));
      return (
        <input
          type="checkbox"
          class="rl-compare-box"
          checked={isIn}
          disabled={isFull}
          aria-label={label}
          title={isFull ? table.compareFull : label}
          onClick={(event: MouseEvent) => {
            event.stopPropagation();
          }}
          onChange={() => {
            state.toggleCompared(code);
          }}
        />
      );
    };
    const wideCells = (one: RankedCandidate) => {
      const { table } = page.textsOf(relocationTexts);
      const { candidate } = one;
      return (
        <>
          {candidate.components.map((part) => (
            <td key={part.name} class={['number', { unknown: part.value === null }]}>
              {part.state === 'NOT_APPLICABLE'
                ? table.notApplicable
                : part.value === null
                  ? table.unknown
                  : page.numbers.ratio(part.value)}
            </td>
          ))}
          <td class="number">
            {candidate.distanceKm === null ? table.unknown : table.km(page.numbers.count(candidate.distanceKm))}
          </td>
          <td class={['number', { unknown: candidate.firms === null }]}>
            {candidate.firms === null ? table.unknown : table.count(page.numbers.count(candidate.firms))}
          </td>
        </>
      );
    };
    const row = (one: RankedCandidate) => {
      const texts = page.textsOf(relocationTexts);
      const { table } = texts;
      const { candidate, score, rank } = one;
      const isShown = state.shown.value?.candidate.code === candidate.code;
      return (
        <tr
          key={candidate.code}
          class={[candidate.feasibility, { shown: isShown }]}
          aria-current={isShown ? 'true' : undefined}
          onClick={() => {
            state.pick(candidate.code);
          }}
        >
          <td class="rl-rank">{rank ?? '–'}</td>
          <th scope="row" class="rl-place">
            <button
              type="button"
              class="rl-place-name"
              onClick={(event: MouseEvent) => {
                event.stopPropagation();
                state.pick(candidate.code);
              }}
            >
              {page.nameOf(candidate.name)}
            </button>{' '}
            <span class={`rl-zone-name ${candidate.zone}`}>{texts.zone[candidate.zone]}</span>
            <span class="rl-park" title={parkWords(one)}>
              {parkWords(one)}
            </span>
          </th>
          <td class="rl-score">
            <ScoreRange
              value={score.value}
              low={score.low}
              high={score.high}
              quiet={candidate.feasibility === 'BLOCKED'}
              label={scoreWords(score, page.numbers, texts)}
            />
            <span class="rl-score-numbers">
              <b>{score.value === null ? table.noScore : page.numbers.ratio(score.value)}</b>
              <span>{table.range(page.numbers.ratio(score.low), page.numbers.ratio(score.high))}</span>
            </span>
          </td>
          {props.wide ? (
            wideCells(one)
          ) : (
            <td class="rl-parts">
              <PartBars parts={candidate.components} />
            </td>
          )}
          <td class="rl-can">
            <StateChip feasibility={candidate.feasibility} />
            {reason(one)}
          </td>
          <td class="rl-compare">{compareBox(one)}</td>
        </tr>
      );
    };

    return () => {
      const texts = page.textsOf(relocationTexts);
      const { table } = texts;
      const { answer, ranked } = state;
      if (answer.value === null) return null;
      if (ranked.value.length === 0) return <p class="rl-empty">{table.empty}</p>;
      const label = table.label(
        page.nameOf(answer.value.from),
        nameInSentence(page.nameOf(answer.value.segment), page.lang),
      );
      return (
        <table class={['rl-table', { wide: props.wide }]}>
          <caption class="unseen">{label}</caption>
          <thead>
            <tr>
              <th scope="col" class="rl-rank">
                {table.rank}
              </th>
              <th scope="col" class="rl-col-place">
                {table.place}
              </th>
              <th scope="col" class="rl-col-score">
                {table.score}
              </th>
              {props.wide ? (
                <>
                  {COMPONENTS.map((name) => (
                    <th key={name} scope="col" class="number">
                      {texts.component[name]}
                    </th>
                  ))}
                  <th scope="col" class="number">
                    {table.distance}
                  </th>
                  <th scope="col" class="number">
                    {table.firms}
                  </th>
                </>
              ) : (
                <th
                  scope="col"
                  class="rl-col-parts"
                  title={COMPONENTS.map((name) => texts.component[name]).join(texts.details.join)}
                >
                  {table.parts}
                </th>
              )}
              <th scope="col" class="rl-col-can">
                {table.state}
              </th>
              <th scope="col" class="rl-compare">
                <abbr title={table.compare}>{table.compareShort}</abbr>
              </th>
            </tr>
          </thead>
          <tbody>{ranked.value.map(row)}</tbody>
        </table>
      );
    };
  },
  { name: 'CandidateTable', props: { state: Object, wide: Boolean } as unknown as ['state', 'wide'] },
);
