import { defineComponent, onUnmounted, ref } from 'vue';
import { usePage } from '../state/page.ts';
import { copyText } from './copy-text.ts';

/** Puts the link of what is shown on the clipboard. */
export const CopyLink = defineComponent(
  () => {
    const page = usePage();
    const answer = ref<'idle' | 'done' | 'failed'>('idle');
    let timer: ReturnType<typeof setTimeout> | undefined;
    onUnmounted(() => {
      clearTimeout(timer);
    });
    const copy = async (): Promise<void> => {
      answer.value = (await copyText(page.link())) ? 'done' : 'failed';
      clearTimeout(timer);
      timer = setTimeout(() => {
        answer.value = 'idle';
      }, 3_000);
    };
    return () => {
      const { tools } = page.texts;
      const label = { idle: tools.copy, done: tools.copied, failed: tools.copyByHand }[answer.value];
      return (
        <button type="button" class="plain-button" onClick={() => void copy()}>
          <span aria-live="polite">{label}</span>
        </button>
      );
    };
  },
  { name: 'CopyLink' },
);
