import { defineComponent } from 'vue';
import { usePage } from '../../state/page.ts';

/** Grey places where the drawer's heading, its score and its sections will stand. */
export const DrawerSkeleton = defineComponent(
  () => {
    const page = usePage();
    return () => (
      <div class="details drawer-skeleton" role="status" aria-busy="true">
        <span class="unseen">{page.texts.state.loading}</span>
        <div class="skeleton-line heading" />
        <div class="skeleton-line short" />
        {[1, 2, 3, 4, 5].map((row) => (
          <div class="skeleton-row" key={row}>
            <div class="skeleton-line" />
            <div class="skeleton-line" />
          </div>
        ))}
      </div>
    );
  },
  { name: 'DrawerSkeleton' },
);
