import { computed, defineComponent } from 'vue';
import { answerPieces } from './answer-pieces.ts';
import type { Relocation } from './use-relocation.ts';

/** Punctuation that no line may begin with. */
const LEADING = /^[,;:.，、；：。]/;

/** The answer in one sentence; names select the place. */
export const AnswerLine = defineComponent(
  (props: { readonly state: Relocation }) => {
    const { page } = props.state;
    const pieces = computed(() => answerPieces(props.state));
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
