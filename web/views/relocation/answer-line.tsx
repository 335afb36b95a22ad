import { computed, defineComponent } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { answerSentence, type AnswerWords } from './answer-sentence.ts';
import { nameInSentence, sentencePart } from './sentence-words.ts';
import type { Relocation } from './use-relocation.ts';

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
            if (piece.kind === 'text') return piece.text;
            return (
              <button
                key={index}
                type="button"
                class={['link-button', { current: piece.code === selected }]}
                onClick={() => {
                  props.state.pick(piece.code);
                }}
              >
                {piece.text}
              </button>
            );
          })}
        </p>
      );
    };
  },
  { name: 'AnswerLine', props: ['state'] },
);
