import { computed, defineComponent, onMounted, onUnmounted, ref, shallowRef, watch } from 'vue';
import type { Arrow } from '../../graph/explore/arrow-focus.ts';
import { moveByArrow } from '../../graph/explore/arrow-focus.ts';
import type { ExploreGraph } from '../../graph/explore/explore-graph.ts';
import { openExploreGraph } from '../../graph/explore/explore-graph.ts';
import { GRAPH_PALETTES } from '../../graph/graph-palette.ts';
import { useExplored } from './use-exploration.ts';

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const ZOOM_STEP = 1.2;

/** The exploration as a picture: selection, dragging, keyboard, and the line that screen readers hear. */
export const ExplorePicture = defineComponent(
  () => {
    const explored = useExplored();
    const { page, texts, state, selected, drawnThings, drawnLinks, things } = explored;
    const canvas = ref<HTMLElement | null>(null);
    const graph = shallowRef<ExploreGraph | null>(null);
    const focused = ref<string | null>(null);
    const keyboard = ref(false);
    let closed = false;

    const emphasis = computed(() => ({
      selected: selected.value,
      focused: keyboard.value ? focused.value : null,
      path: state.value.path === null ? null : new Set(state.value.path),
    }));
    const observer = new ResizeObserver(() => graph.value?.resize());
    onMounted(async () => {
      if (canvas.value === null) return;
      observer.observe(canvas.value);
      const opened = await openExploreGraph({
        container: canvas.value,
        palette: GRAPH_PALETTES[page.url.theme],
        onPick: (id) => {
          keyboard.value = false;
          if (id !== null) focused.value = id;
          explored.select(id);
        },
        onExpand: (id) => {
          explored.select(id);
          void explored.expand(id, null);
        },
        onMove: explored.move,
      });
      if (closed) opened.close();
      else {
        graph.value = opened;
        explored.drawing.value = opened;
      }
    });
    onUnmounted(() => {
      closed = true;
      observer.disconnect();
      explored.drawing.value = null;
      graph.value?.close();
    });

    let drawnBefore = 0;
    watch([graph, drawnThings, drawnLinks] as const, ([opened, nodes, links]) => {
      if (opened === null) return;
      opened.draw(nodes, links);
      opened.emphasise(emphasis.value);
      // The first picture, and one that has grown out of sight, is brought into sight; a smaller one stays as it is.
      if (drawnBefore === 0) opened.fit();
      else if (nodes.length > drawnBefore) opened.fitIfOutside();
      drawnBefore = nodes.length;
    });
    watch(emphasis, (now) => graph.value?.emphasise(now));
    watch(explored.fitWanted, () => graph.value?.fit(), { flush: 'post' });
    watch(
      () => page.url.theme,
      (theme) => graph.value?.recolour(GRAPH_PALETTES[theme]),
    );
    watch([graph, selected] as const, ([opened, id]) => {
      if (opened !== null && id !== null) opened.reveal(id);
    });

    const neighboursOf = (id: string | null): ReadonlySet<string> =>
      new Set(drawnLinks.value.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
    const tell = (id: string | null): void => {
      const thing = things.value.find((one) => one.id === id);
      if (thing === undefined) return;
      explored.spoken.value = texts.value.picture.live(
        thing.name,
        texts.value.type[thing.line.type],
        thing.shown,
        thing.hidden,
      );
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = ARROWS[event.key];
      const current = focused.value ?? selected.value;
      if (arrow !== undefined) {
        keyboard.value = true;
        focused.value = moveByArrow(drawnThings.value, neighboursOf(current), current, arrow);
        if (focused.value !== null) graph.value?.reveal(focused.value);
        tell(focused.value);
      } else if (event.key === '+' || event.key === '=') graph.value?.zoom(ZOOM_STEP);
      else if (event.key === '-') graph.value?.zoom(1 / ZOOM_STEP);
      else if (event.key === '0') graph.value?.fit();
      else if (event.key === 'Escape') explored.select(null);
      else if (current !== null && onThing(event.key, current)) keyboard.value = true;
      else return;
      event.preventDefault();
    };
    /** Keys that do something with the thing in focus; false when the key is none of them. */
    const onThing = (key: string, id: string): boolean => {
      switch (key) {
        case 'Enter':
          explored.select(id);
          void explored.expand(id, null);
          return true;
        case 'Backspace':
          explored.collapse(id);
          return true;
        case ' ':
          explored.select(id);
          return true;
        case 'Delete':
          focused.value = [...neighboursOf(id)][0] ?? null;
          explored.remove(id);
          return true;
        case 'p':
        case 'P':
          explored.pin(id);
          return true;
        default:
          return false;
      }
    };
    const onFocus = (): void => {
      // Only a focus that came by keyboard shows the ring on a thing.
      if (canvas.value?.matches(':focus-visible') !== true) return;
      keyboard.value = true;
      focused.value ??= selected.value ?? things.value[0]?.id ?? null;
      tell(focused.value);
    };

    return () => (
      <div class="xp-picture">
        <div
          ref={canvas}
          class="picture-canvas xp-canvas"
          role="application"
          aria-label={texts.value.picture.label(things.value.length, drawnLinks.value.length)}
          aria-roledescription={texts.value.picture.role}
          tabindex={0}
          onKeydown={onKey}
          onFocus={onFocus}
          onBlur={() => {
            keyboard.value = false;
          }}
        />
        <div class="xp-picture-tools">
          <span class="picture-hint">{texts.value.picture.hint}</span>
          <div class="picture-zoom">
            {(
              [
                ['+', texts.value.tools.zoomIn, ZOOM_STEP],
                ['−', texts.value.tools.zoomOut, 1 / ZOOM_STEP],
                ['⤢', texts.value.tools.fit, null],
              ] as const
            ).map(([sign, name, factor]) => (
              <button
                key={sign}
                type="button"
                aria-label={name}
                title={name}
                onClick={() => {
                  if (factor === null) graph.value?.fit();
                  else graph.value?.zoom(factor);
                }}
              >
                {sign}
              </button>
            ))}
          </div>
        </div>
        <p class="unseen" aria-live="polite">
          {explored.spoken.value}
        </p>
      </div>
    );
  },
  { name: 'ExplorePicture' },
);
