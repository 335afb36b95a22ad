import type { SlotsType } from 'vue';
import { defineComponent, onMounted, ref } from 'vue';

/** A modal dialog with a heading and a close button; shown as long as it is mounted. */
export const DialogFrame = defineComponent(
  (props: { readonly title: string; readonly closeLabel: string; readonly onClose: () => void }, { slots }) => {
    const dialog = ref<HTMLDialogElement | null>(null);
    onMounted(() => {
      dialog.value?.showModal();
    });
    return () => (
      <dialog
        ref={dialog}
        class="dialog"
        aria-label={props.title}
        onClose={props.onClose}
        onClick={(event: MouseEvent) => {
          // A click on the dialog itself is one beside its contents.
          if (event.target === dialog.value) dialog.value?.close();
        }}
      >
        <div class="dialog-inside">
          <div class="dialog-head">
            <h2>{props.title}</h2>
            <button
              type="button"
              class="close-button"
              aria-label={props.closeLabel}
              title={props.closeLabel}
              onClick={() => {
                dialog.value?.close();
              }}
            >
              ✕
            </button>
          </div>
          <div class="dialog-body">{slots.default()}</div>
        </div>
      </dialog>
    );
  },
  {
    name: 'DialogFrame',
    props: ['title', 'closeLabel', 'onClose'],
    slots: Object as SlotsType<{ default: () => unknown }>,
  },
);
