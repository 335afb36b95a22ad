import { defineComponent } from 'vue';
import { exportTexts } from '../i18n/export-texts.ts';
import { usePage } from '../state/page.ts';
import { RedoIcon, UndoIcon } from './icons.tsx';

/** One step back, one step forward. */
export const UndoButtons = defineComponent(
  () => {
    const page = usePage();
    return () => {
      const { undo } = page.textsOf(exportTexts);
      return (
        <div class="button-pair">
          <button
            type="button"
            class="icon-button"
            aria-label={undo.undo}
            title={undo.undoKeys}
            disabled={!page.canUndo}
            onClick={() => {
              page.undo();
            }}
          >
            <UndoIcon />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={undo.redo}
            title={undo.redoKeys}
            disabled={!page.canRedo}
            onClick={() => {
              page.redo();
            }}
          >
            <RedoIcon />
          </button>
        </div>
      );
    };
  },
  { name: 'UndoButtons' },
);
