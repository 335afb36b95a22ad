import { defineComponent } from 'vue';
import type { RequestFault } from '../../api/request-fault.ts';
import { usePage } from '../../state/page.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';

/** In the place of a part that the service refused: what is missing, why, the id that the log knows, and a way to ask again. */
export const PartFailed = defineComponent(
  (props: { readonly part: string; readonly fault: RequestFault; readonly onRetry: () => void }) => {
    const page = usePage();
    return () => {
      const { texts } = page;
      return (
        <p class="part-failed" role="alert">
          {texts.fault.partBecause(props.part, faultWithId(texts, props.fault))}{' '}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              props.onRetry();
            }}
          >
            {texts.fault.retryNow}
          </button>
        </p>
      );
    };
  },
  { name: 'PartFailed', props: ['part', 'fault', 'onRetry'] },
);
