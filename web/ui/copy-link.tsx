import { defineComponent, onUnmounted, ref } from 'vue';
import { exportTexts } from '../i18n/export-texts.ts';
import { usePage } from '../state/page.ts';
import { copyText } from './copy-text.ts';
import { LinkIcon } from './icons.tsx';

/** From here on chat programs and mail may cut a link. */
const LONG_LINK = 1_500;
/** Node reads 16 KiB of headers; the link is the greater part of them, with room for the rest. */
const LONGEST_LINK = 14_000;

/** Puts the link of what is shown on the clipboard, and says so when it is long enough to get into trouble. */
export const CopyLink = defineComponent(
  () => {
    const page = usePage();
    const answer = ref<'idle' | 'done' | 'failed'>('idle');
    let timer: ReturnType<typeof setTimeout> | undefined;
    onUnmounted(() => {
      clearTimeout(timer);
    });
    const copy = async (): Promise<void> => {
      const link = page.link();
      const { link: words } = page.textsOf(exportTexts);
      const count = page.numbers.count(link.length);
      page.dismiss('long-link');
      if (link.length > LONG_LINK) {
        const isTooLong = link.length > LONGEST_LINK;
        page.notify({
          key: 'long-link',
          kind: isTooLong ? 'warning' : 'info',
          text: () => (isTooLong ? words.tooLong(count) : words.long(count)),
        });
        if (isTooLong) return;
      }
      answer.value = (await copyText(link)) ? 'done' : 'failed';
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
          <LinkIcon />
          <span aria-live="polite">{label}</span>
        </button>
      );
    };
  },
  { name: 'CopyLink' },
);
