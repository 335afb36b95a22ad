import { defineComponent } from 'vue';
import { usePage } from '../state/page.ts';
import type { Mode } from '../state/url-state.ts';

const MODES: readonly Mode[] = ['picture', 'both', 'table'];

/** Picture, both, table. */
export const ModeSwitch = defineComponent(
  () => {
    const page = usePage();
    return () => (
      <div class="switch" role="group" aria-label={page.texts.tools.mode}>
        {MODES.map((mode) => (
          <button
            key={mode}
            type="button"
            class={{ active: page.url.mode === mode }}
            aria-pressed={page.url.mode === mode}
            onClick={() => {
              page.go({ mode });
            }}
          >
            {page.texts.tools[mode]}
          </button>
        ))}
      </div>
    );
  },
  { name: 'ModeSwitch' },
);
