import type { SlotsType } from 'vue';
import { defineComponent } from 'vue';
import { usePage } from '../state/page.ts';
import { Notices } from './notices.tsx';

/**
 * The frame of every view: tool row, notices, main part, drawer. The drawer stands on the right, below the main part in
 * narrow windows; without a drawer slot the main part takes the whole width.
 */
export const ViewFrame = defineComponent(
  (props: { readonly drawerLabel?: string; readonly drawerOpen?: boolean }, { slots }) => {
    const page = usePage();
    return () => (
      <div class="view">
        <div class="tool-row" role="region" aria-label={page.texts.tools.label}>
          {slots.tools()}
        </div>
        <Notices />
        <div class={['view-body', { 'with-drawer': props.drawerOpen === true }]}>
          <main id="main" class="view-main" tabindex={-1}>
            {slots.default()}
          </main>
          {props.drawerOpen === true && slots.drawer !== undefined ? (
            <aside class="drawer" aria-label={props.drawerLabel ?? page.texts.state.drawer} tabindex={-1}>
              {slots.drawer()}
            </aside>
          ) : null}
        </div>
      </div>
    );
  },
  {
    name: 'ViewFrame',
    props: { drawerLabel: String, drawerOpen: Boolean } as unknown as ['drawerLabel', 'drawerOpen'],
    slots: Object as SlotsType<{ tools: () => unknown; default: () => unknown; drawer?: () => unknown }>,
  },
);
