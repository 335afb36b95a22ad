import { computed, defineComponent } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { answerSentence, type AnswerWords } from './answer-sentence.ts';
import { nameInSentence, sentencePart } from './sentence-words.ts';
import type { Relocation } from './use-relocation.ts';

/** Punctuation that no line may begin with. */
const LEADING = /^[,;:.，、；：。]/;

/** The answer in one sentence; names select the place. */
export const AnswerLine = defineComponent(
  (props: { readonly state: Relocation }) => {
    const { page } = props.state;
    const pieces = computed(() => {
      const { answer, ranked } = props.state;
      if (answer.value === null) return null;
      const texts = page.textsOf(relocationTexts);
      const reasons: Readonly<Record<string, string>> = texts.reason;
      const words: AnswerWords = { ...texts.answer, reasonOf: (code) => reasons[code] };
      const { stays } = answer.value;
      return answerSentence(
        ranked.value.map(({ candidate, score }) => ({
          code: candidate.code,
          name: page.nameOf(candidate.name),
          feasibility: candidate.feasibility,
          score,
          blockers: candidate.blockers.map((blocker) => ({
            code: blocker.code,
            hard: blocker.hard,
            text: sentencePart(page.nameOf(blocker.words), page.lang),
            measure: blocker.measure,
          })),
        })),
        {
          origin: page.nameOf(answer.value.from),
          segment: nameInSentence(page.nameOf(answer.value.segment), page.lang),
          stays:
            stays === null
              ? null
              : {
                  text: sentencePart(page.nameOf({ zh: stays.zhText, en: stays.enText }), page.lang),
                  measure: stays.measure?.number ?? null,
                },
        },
        words,
      );
    });
    return () => {
      if (pieces.value === null) {
        return <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />;
      }
      const selected = props.state.shown.value?.candidate.code;
      return (
        <p class="rl-answer">
          {pieces.value.map((piece, index) => {
            if (piece.kind === 'lead') return <b key={index}>{piece.text}</b>;
            const before = pieces.value?.[index - 1];
            // A comma after a name stands in the same box as the name, so that no line begins with it.
            if (piece.kind === 'text') return before?.kind === 'place' ? piece.text.replace(LEADING, '') : piece.text;
            const after = pieces.value?.[index + 1];
            const comma = after?.kind === 'text' ? (LEADING.exec(after.text)?.[0] ?? '') : '';
            return (
              <span key={index} class="rl-whole">
                <button
                  type="button"
                  class={['link-button', { current: piece.code === selected }]}
                  onClick={() => {
                    props.state.pick(piece.code);
                  }}
                >
                  {piece.text}
                </button>
                {comma}
              </span>
            );
          })}
        </p>
      );
    };
  },
  { name: 'AnswerLine', props: ['state'] },
);
