import { computed, defineComponent } from 'vue';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { answerSentence, type AnswerPiece } from './answer-sentence.ts';
import type { Targets } from './use-targets.ts';

/** The pieces of the sentence in the present language; null while there is no answer. */
export function answerPieces(state: Targets): AnswerPiece[] | null {
  const { page } = state;
  const answer = state.answer.value;
  if (answer === null) return null;
  const { answer: words, reason } = page.textsOf(targetsTexts);
  const [first] = answer.candidates;
  // Not known of any candidate: then the part tells none of them from another.
  const unknownParts = (first?.score.components ?? [])
    .filter(({ name }) =>
      answer.candidates.every((one) =>
        one.score.components.some((part) => part.name === name && part.state === 'UNKNOWN'),
      ),
    )
    .map(({ label }) => nameInSentence(label, page.lang));
  return answerSentence(
    {
      region: page.nameOf(answer.region),
      segment: nameInSentence(page.nameOf(answer.segment), page.lang),
      count: answer.candidateCount,
      candidates: answer.candidates.map(({ firm, score }) => ({ code: firm.code, name: page.nameOf(firm), score })),
      exclusions: answer.exclusionCounts,
      unknownParts,
    },
    { ...words, reasonOf: (code) => reason[code] },
  );
}

/** The answer in one sentence, and why this segment where nobody named one. */
export const AnswerLine = defineComponent(
  (props: { readonly state: Targets }) => {
    const { page } = props.state;
    const pieces = computed(() => answerPieces(props.state));
    return () => {
      const { from } = page.textsOf(targetsTexts);
      const kind = props.state.segmentFrom.value;
      if (pieces.value === null) {
        return <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />;
      }
      return (
        <div class="tg-answer" aria-live="polite">
          <p>
            {pieces.value.map((piece, index) => {
              if (piece.kind === 'lead') return <b key={index}>{piece.text}</b>;
              if (piece.kind === 'text') return piece.text;
              return (
                <button
                  key={index}
                  type="button"
                  class="link-button"
                  onClick={() => {
                    props.state.open(piece.code);
                  }}
                >
                  {piece.text}
                </button>
              );
            })}
          </p>
          {kind === null ? null : <p class="tg-quiet">{from[kind]}</p>}
        </div>
      );
    };
  },
  { name: 'TargetsAnswer', props: ['state'] },
);
