import { defineComponent } from 'vue';
import type { Piece, Selection } from './selection.ts';

/** Punctuation that no line may begin with. */
const LEADING = /^[,;:.，、；：。]/;

/** The answer in one sentence; what it names opens. */
export const PolicyAnswer = defineComponent(
  (props: { readonly pieces: readonly Piece[]; readonly onPick: (to: Selection) => void }) => () => (
    <p class="answer pv-answer">
      {props.pieces.map((piece, index) => {
        if (piece.kind === 'lead') return <b key={index}>{piece.text}</b>;
        // A comma after a link stands in the same box as the link, so that no line begins with it.
        if (piece.kind === 'text') {
          return props.pieces[index - 1]?.kind === 'link' ? piece.text.replace(LEADING, '') : piece.text;
        }
        const { to } = piece;
        const after = props.pieces[index + 1];
        const comma = after?.kind === 'text' ? (LEADING.exec(after.text)?.[0] ?? '') : '';
        return (
          <span key={index} class="pv-whole">
            <button
              type="button"
              class="link-button"
              onClick={() => {
                props.onPick(to);
              }}
            >
              {piece.text}
            </button>
            {comma}
          </span>
        );
      })}
    </p>
  ),
  { name: 'PolicyAnswer', props: ['pieces', 'onPick'] },
);
