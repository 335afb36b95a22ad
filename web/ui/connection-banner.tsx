import { defineComponent, onUnmounted, ref, watch } from 'vue';
import type { RequestFault } from '../api/request-fault.ts';
import type { SameTexts } from '../i18n/texts.ts';
import type { zhCN } from '../i18n/zh-CN.ts';
import { usePage } from '../state/page.ts';

/** A fault in words. */
export function faultText(texts: SameTexts<typeof zhCN>, fault: RequestFault): string {
  switch (fault.kind) {
    case 'unreachable':
      return texts.fault.unreachable;
    case 'deadline':
      return texts.fault.deadline(String(Math.round(fault.afterMs / 1000)));
    case 'refused': {
      const known: Readonly<Record<string, string>> = texts.fault.codes;
      return known[fault.code] ?? texts.fault.refused(fault.message);
    }
    case 'malformed':
      return texts.fault.malformed(fault.status);
  }
}

/** A fault in words with the id that the log knows it by. */
export function faultWithId(texts: SameTexts<typeof zhCN>, fault: RequestFault): string {
  return `${faultText(texts, fault)} · ${texts.fault.requestId(fault.requestId)}`;
}

/** How long the good news stays, ms. */
const RECOVERED_MS = 4_000;

/** Says that the service does not answer, when it will be asked again, and when it is back. */
export const ConnectionBanner = defineComponent(
  () => {
    const page = usePage();
    const now = ref(Date.now());
    const recovered = ref(false);
    const ticking = setInterval(() => {
      if (page.lost.length > 0) now.value = Date.now();
    }, 500);
    let hide: ReturnType<typeof setTimeout> | undefined;
    watch(
      () => page.lost.length > 0,
      (lost, before) => {
        now.value = Date.now();
        clearTimeout(hide);
        recovered.value = before && !lost;
        if (recovered.value) {
          hide = setTimeout(() => {
            recovered.value = false;
          }, RECOVERED_MS);
        }
      },
    );
    onUnmounted(() => {
      clearInterval(ticking);
      clearTimeout(hide);
    });
    return () => {
      const { texts, lost } = page;
      const [first] = lost;
      if (first === undefined) {
        return recovered.value ? (
          <div class="banner good" role="status">
            {texts.fault.recovered}
          </div>
        ) : null;
      }
      const { retryAt, attempts } = first.resource;
      const seconds = retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now.value) / 1000));
      return (
        <div class="banner bad" role="alert">
          <b>{faultText(texts, first.fault)}</b>
          <span>{page.release === null ? texts.fault.unreachableEmpty : texts.fault.unreachableWhat}</span>
          <span class="banner-quiet" aria-live="off">
            {seconds === 0 ? texts.fault.retrying : texts.fault.retryIn(seconds, attempts)} ·{' '}
            {texts.fault.requestId(first.fault.requestId)}
          </span>
          <button
            type="button"
            class="plain-button small"
            onClick={() => {
              for (const entry of page.lost) entry.resource.reload();
            }}
          >
            {texts.fault.retryNow}
          </button>
        </div>
      );
    };
  },
  { name: 'ConnectionBanner' },
);
