import type { SlotsType } from 'vue';
import { computed, defineComponent, onMounted, onUnmounted, ref, shallowRef, watch } from 'vue';
import type { ChainGraph, SegmentMark } from '../../graph/chain-graph.ts';
import { openChainGraph } from '../../graph/chain-graph.ts';
import { GRAPH_PALETTES } from '../../graph/graph-palette.ts';
import { CHAIN_SIZES, layoutChain } from '../../graph/layout/chain-layout.ts';
import type { ChainModel } from '../../graph/layout/chain-model.ts';
import { orderChain } from '../../graph/layout/chain-order.ts';
import type { ChainPath } from '../../graph/layout/chain-path.ts';
import { expansionOf } from '../../graph/layout/expansion.ts';
import type { FocusMove } from '../../graph/layout/roving-focus.ts';
import { moveFocus } from '../../graph/layout/roving-focus.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { pixelRatioOf } from '../../ui/pixel-ratio.ts';
import { GAP_STYLES } from '../../ui/gap-style.ts';
import type { SegmentLook } from './segment-look.ts';
import { markOf } from './segment-look.ts';

const MOVES: Readonly<Record<string, FocusMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const ZOOM_STEP = 1.2;
const FIRST_PICTURE = 'chain-picture';

/** The chain as a picture: selection, keyboard, and the line that screen readers hear. */
export const ChainPicture = defineComponent(
  (
    props: {
      readonly model: ChainModel;
      /** The chain before segments were expanded; null while it is not there. */
      readonly base: ChainModel | null;
      /** By segment, also those that are expanded; a segment without one is still waiting for its state. */
      readonly looks: ReadonlyMap<string, SegmentLook>;
      readonly selected: string | null;
      /** Path of the selected segment as far as it is followed. */
      readonly path: ChainPath | null;
      /** The line of a segment without a look. */
      readonly waiting: string;
      /** Short lines and narrow boxes, for two pictures side by side. */
      readonly compact: boolean;
      readonly filtered: ReadonlySet<string>;
      readonly label: string;
      readonly onPick: (code: string | null) => void;
      readonly onToggle: (code: string, how: 'expand' | 'collapse') => void;
      readonly onHover: (code: string) => void;
      /** The graph once it is drawn, for exports; null when it is closed. */
      readonly onDrawn?: (graph: ChainGraph | null) => void;
    },
    { slots },
  ) => {
    const page = usePage();
    const holder = ref<HTMLElement | null>(null);
    const canvas = ref<HTMLElement | null>(null);
    const width = ref(0);
    const focused = ref<string | null>(null);
    const keyboard = ref(false);
    const graph = shallowRef<ChainGraph | null>(null);
    let closed = false;

    // A finer cut is drawn inside the picture of the base, any other one has a picture of its own.
    const base = computed(() =>
      props.base !== null && expansionOf(props.base, props.model) !== null ? props.base : props.model,
    );
    // The order depends on the chain alone; a new language or width moves boxes, never swaps them.
    const order = computed(() => orderChain(base.value));
    const layout = computed(() =>
      width.value === 0
        ? null
        : layoutChain(
            props.model,
            {
              width: width.value,
              minWidth: props.compact ? CHAIN_SIZES.compactWidth : CHAIN_SIZES.minWidth,
              minColumnHeight: 330,
              base: base.value,
            },
            order.value,
          ),
    );
    const height = computed(() => {
      const drawn = layout.value;
      if (drawn === null) return 460;
      return Math.ceil(drawn.height * Math.min(1, width.value / drawn.width)) + 4;
    });
    const scale = computed(() => (layout.value === null ? 1 : Math.min(1, width.value / layout.value.width)));
    const marks = computed(() => {
      const styles = GAP_STYLES[page.url.theme];
      const palette = GRAPH_PALETTES[page.url.theme];
      const markFor = (code: string, waiting: string): [string, SegmentMark] => [
        code,
        markOf(props.looks.get(code) ?? null, styles, palette, waiting),
      ];
      return new Map([
        ...props.model.stages.flatMap((stage) => stage.members.map((member) => markFor(member.code, props.waiting))),
        // Of a part that was opened further nothing was asked: its frame has a name and no state.
        ...(layout.value?.groups ?? []).map((group) => markFor(group.code, '')),
      ]);
    });
    const emphasis = computed(() => {
      const { path } = props;
      return {
        selected: props.selected,
        focused: keyboard.value ? focused.value : null,
        path: path === null ? null : new Set(path.places.keys()),
        links: path?.links ?? null,
        filtered: props.filtered,
      };
    });

    const observer = new ResizeObserver(() => {
      const measured = holder.value?.clientWidth ?? 0;
      if (measured > 0) width.value = measured;
    });
    onMounted(async () => {
      if (holder.value !== null) {
        width.value = holder.value.clientWidth;
        observer.observe(holder.value);
      }
      if (canvas.value === null) return;
      const opened = await openChainGraph({
        container: canvas.value,
        palette: GRAPH_PALETTES[page.url.theme],
        ...pixelRatioOf(page.url.wall),
        onPick: (code) => {
          keyboard.value = false;
          if (code !== null) focused.value = code;
          props.onPick(code);
        },
        onToggle: (code, how) => {
          props.onToggle(code, how);
        },
        onHover: (code) => {
          props.onHover(code);
        },
      });
      if (closed) opened.close();
      else graph.value = opened;
    });
    onUnmounted(() => {
      closed = true;
      observer.disconnect();
      props.onDrawn?.(null);
      graph.value?.close();
    });
    watch([graph, layout], ([opened, drawn]) => {
      if (opened === null || drawn === null) return;
      opened.draw(drawn, marks.value);
      opened.emphasise(emphasis.value);
      props.onDrawn?.(opened);
    });
    // The first picture with its states, for `npm run bench`: two frames later it is on the screen.
    watch(
      [graph, layout, () => props.looks.size > 0],
      ([opened, drawn, stated]) => {
        if (opened === null || drawn === null || !stated) return;
        if (performance.getEntriesByName(FIRST_PICTURE).length > 0) return;
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(FIRST_PICTURE)));
      },
      { flush: 'post' },
    );
    watch(height, () => graph.value?.resize(), { flush: 'post' });
    watch(marks, (now) => graph.value?.mark(now));
    watch(emphasis, (now) => graph.value?.emphasise(now));
    watch(
      () => page.url.theme,
      (theme) => graph.value?.recolour(GRAPH_PALETTES[theme]),
    );

    const spoken = computed(() => {
      const code = focused.value;
      if (code === null || !keyboard.value) return '';
      const stage = props.model.stages.find((entry) => entry.members.some((member) => member.code === code));
      const member = stage?.members.find((entry) => entry.code === code);
      if (stage === undefined || member === undefined) return '';
      const look = props.looks.get(code) ?? null;
      return page.texts.chain.live(
        member.name,
        stage.name,
        look === null ? page.texts.state.loading : page.texts.gapGrade[look.grade],
        look?.line ?? props.waiting,
        props.model.feeds.filter((feed) => feed.to === code).length,
        props.model.feeds.filter((feed) => feed.from === code).length,
      );
    });

    /** Opens the segment at the keyboard focus; one that cannot be opened is folded into the segment that it came from. */
    const toggleFocused = (): void => {
      const code = (keyboard.value ? focused.value : null) ?? props.selected;
      if (code === null) return;
      const member = props.model.stages.flatMap((stage) => stage.members).find((entry) => entry.code === code);
      if (member?.hasParts === true) {
        props.onToggle(code, 'expand');
        return;
      }
      const groups = layout.value?.groups ?? [];
      const home = groups.filter((group) => group.members.includes(code)).pop();
      if (home !== undefined) props.onToggle(home.code, 'collapse');
    };
    // A cut that no longer has the segment at the focus hands it on: to its first part, or to what it was folded into.
    watch(
      () => props.model,
      (model, before) => {
        const code = focused.value;
        const members = model.stages.flatMap((stage) => stage.members);
        if (code === null || members.some((member) => member.code === code)) return;
        const old = before.stages.flatMap((stage) => stage.members).find((member) => member.code === code);
        const part = members.find((member) => member.ancestors?.some((ancestor) => ancestor.code === code) === true);
        const whole = members.find((member) => old?.ancestors?.some((entry) => entry.code === member.code) === true);
        focused.value = part?.code ?? whole?.code ?? null;
      },
    );

    const onKey = (event: KeyboardEvent): void => {
      const drawn = layout.value;
      if (drawn === null || event.ctrlKey || event.metaKey || event.altKey) return;
      const move = MOVES[event.key];
      if (move !== undefined) {
        keyboard.value = true;
        focused.value = moveFocus(drawn, focused.value ?? props.selected, move);
      } else if (event.key === 'Enter' || event.key === ' ') {
        if (focused.value !== null) props.onPick(focused.value);
      } else if (event.key === 'e' || event.key === 'E') {
        toggleFocused();
      } else if (event.key === 'Escape') {
        props.onPick(null);
      } else if (event.key === '+' || event.key === '=') {
        graph.value?.zoom(ZOOM_STEP);
      } else if (event.key === '-') {
        graph.value?.zoom(1 / ZOOM_STEP);
      } else if (event.key === '0') {
        graph.value?.zoom('reset');
      } else {
        return;
      }
      event.preventDefault();
    };
    const onFocus = (): void => {
      // Only a focus that came by keyboard shows the ring on a segment.
      if (canvas.value?.matches(':focus-visible') !== true) return;
      keyboard.value = true;
      const drawn = layout.value;
      if (drawn !== null) focused.value ??= props.selected ?? moveFocus(drawn, null, 'right');
    };

    return () => (
      <div ref={holder} class="picture">
        <div
          ref={canvas}
          class="picture-canvas"
          style={{ height: `${height.value}px` }}
          role="application"
          aria-label={props.label}
          aria-roledescription={page.texts.chain.tab}
          tabindex={0}
          onKeydown={onKey}
          onFocus={onFocus}
          onBlur={() => {
            keyboard.value = false;
          }}
        />
        {layout.value !== null && !props.compact && layout.value.stages.some((stage) => stage.side) ? (
          <p
            class="picture-lane-hint"
            style={{
              top: `${String(Math.round(laneHintTop(layout.value) * scale.value))}px`,
              left: `${CHAIN_SIZES.lanePadding}px`,
              width: `${CHAIN_SIZES.laneTitleWidth - CHAIN_SIZES.lanePadding}px`,
            }}
          >
            {page.texts.chain.laneHint}
          </p>
        ) : null}
        <div class="picture-foot">
          {slots.default?.()}
          <span class="picture-hint">
            {page.texts.chain.hint} · {page.textsOf(chainTexts).expand.key}
          </span>
          <div class="picture-zoom">
            {(
              [
                ['+', page.texts.chain.zoomIn, ZOOM_STEP],
                ['−', page.texts.chain.zoomOut, 1 / ZOOM_STEP],
                ['⤢', page.texts.chain.zoomReset, 'reset'],
              ] as const
            ).map(([sign, name, step]) => (
              <button
                key={name}
                type="button"
                aria-label={name}
                title={name}
                onClick={() => {
                  graph.value?.zoom(step);
                }}
              >
                {sign}
              </button>
            ))}
          </div>
        </div>
        <p class="unseen" aria-live="polite">
          {spoken.value}
        </p>
      </div>
    );
  },
  {
    name: 'ChainPicture',
    slots: Object as SlotsType<{ default?: () => unknown }>,
    props: [
      'model',
      'base',
      'looks',
      'selected',
      'path',
      'waiting',
      'compact',
      'filtered',
      'label',
      'onPick',
      'onToggle',
      'onHover',
      'onDrawn',
    ],
  },
);

/** Below the title of the bottom lane, px. */
function laneHintTop(drawn: ReturnType<typeof layoutChain>): number {
  const lane = drawn.stages.find((stage) => stage.side);
  if (lane === undefined) return 0;
  return lane.y - lane.height / 2 + CHAIN_SIZES.lanePadding + lane.titleLines.length * 18 + 4;
}
