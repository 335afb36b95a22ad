import { computed, defineComponent, onUnmounted, ref, watch } from 'vue';
import { exportTexts } from '../i18n/export-texts.ts';
import { usePage } from '../state/page.ts';
import { VIEWS } from '../views/registry.ts';
import { PauseIcon, PlayIcon } from './icons.tsx';
import { nextStop } from './wall-tour.ts';

/** On a wall: the tour with its pause, and the way back to the page with its controls. */
export const WallBar = defineComponent(
  () => {
    const page = usePage();
    const isPaused = ref(false);
    const stops = computed(() => {
      const tourOf = VIEWS.find((view) => view.id === page.url.view)?.tour;
      return page.regions.flatMap((region) => {
        const stop = tourOf === undefined ? { region: region.code } : tourOf(region, page.url);
        return stop === null ? [] : [stop];
      });
    });
    let timer: ReturnType<typeof setInterval> | undefined;
    watch(
      [() => page.url.tour, isPaused] as const,
      ([seconds, paused]) => {
        clearInterval(timer);
        if (seconds === null || paused) return;
        timer = setInterval(() => {
          const next = nextStop(stops.value, page.url);
          // The tour is no step of the reader's.
          if (next !== null) page.go(next, 'correction');
        }, seconds * 1_000);
      },
      { immediate: true },
    );
    onUnmounted(() => {
      clearInterval(timer);
    });
    return () => {
      const { wall } = page.textsOf(exportTexts);
      const { tour } = page.url;
      return (
        <div class="wall-bar" role="region" aria-label={page.texts.notice.keys.wall}>
          {tour === null ? null : (
            <button
              type="button"
              class="plain-button small wall-tour"
              title={wall.tourLabel(String(tour))}
              onClick={() => {
                isPaused.value = !isPaused.value;
              }}
            >
              {isPaused.value ? <PlayIcon /> : <PauseIcon />}
              {isPaused.value ? wall.tourGo : wall.tourPause}
            </button>
          )}
          <button
            type="button"
            class="plain-button small wall-leave"
            onClick={() => {
              page.go({ wall: false, tour: null, theme: 'light' });
            }}
          >
            {wall.leave}
          </button>
        </div>
      );
    };
  },
  { name: 'WallBar' },
);
