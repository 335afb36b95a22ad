import { defineComponent } from 'vue';
import { usePage } from '../state/page.ts';

/** Grey places where the picture, the sentence and the table will stand. */
export const Skeleton = defineComponent(
  () => {
    const page = usePage();
    return () => (
      <div class="skeleton" role="status" aria-busy="true">
        <span class="unseen">{page.texts.state.loading}</span>
        <div class="skeleton-line" />
        <div class="skeleton-picture">
          {Array.from({ length: 6 }, (_, column) => (
            <div class="skeleton-column" key={column}>
              {Array.from({ length: 2 + (column % 3) }, (__, row) => (
                <div class="skeleton-node" key={row} />
              ))}
            </div>
          ))}
        </div>
        <div class="skeleton-line" />
        <div class="skeleton-line short" />
      </div>
    );
  },
  { name: 'PageSkeleton' },
);
