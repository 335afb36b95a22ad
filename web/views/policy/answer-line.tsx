import { defineComponent } from 'vue';
import type { Piece, Selection } from './selection.ts';

/** The answer in one sentence; what it names opens. */
export const PolicyAnswer = defineComponent(
  (props: { readonly pieces: readonly Piece[]; readonly onPick: (to: Selection) => void }) => () => (
    <p class="answer pv-answer">
      {props.pieces.map((piece, index) => {
        if (piece.kind === 'lead') return <b key={index}>{piece.text}</b>;
        if (piece.kind === 'text') return piece.text;
        const { to } = piece;
        return (
          <button
            key={index}
            type="button"
            class="link-button"
            onClick={() => {
              props.onPick(to);
            }}
          >
            {piece.text}
          </button>
        );
      })}
    </p>
  ),
  { name: 'PolicyAnswer', props: ['pieces', 'onPick'] },
);
