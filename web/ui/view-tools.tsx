import { defineAsyncComponent, defineComponent, ref } from 'vue';
import { exportTexts } from '../i18n/export-texts.ts';
import { usePage } from '../state/page.ts';
import { CopyLink } from './copy-link.tsx';
import { ExportMenu } from './export-menu.tsx';
import { CodeIcon } from './icons.tsx';
import { UndoButtons } from './undo-buttons.tsx';

const GraphqlDialog = defineAsyncComponent(() => import('./graphql-dialog.tsx'));

/**
 * Tools that every view has at the end of its tool row: steps back and forward, and what is shown, taken elsewhere. A view
 * with steps of its own leaves out those of the page (`ownSteps`).
 */
export const ViewTools = defineComponent(
  (props: { readonly ownSteps?: boolean }) => {
    const page = usePage();
    const isAsking = ref(false);
    return () => {
      const { graphql } = page.textsOf(exportTexts);
      return (
        <div class="view-tools">
          {props.ownSteps === true ? null : <UndoButtons />}
          <button
            type="button"
            class="icon-button framed graphql-button"
            aria-label={graphql.button}
            title={graphql.button}
            disabled={page.exhibit === null}
            onClick={() => {
              isAsking.value = true;
            }}
          >
            <CodeIcon />
          </button>
          <ExportMenu />
          <CopyLink />
          {isAsking.value ? (
            <GraphqlDialog
              onClose={() => {
                isAsking.value = false;
              }}
            />
          ) : null}
        </div>
      );
    };
  },
  { name: 'ViewTools', props: { ownSteps: Boolean } as unknown as ['ownSteps'] },
);
