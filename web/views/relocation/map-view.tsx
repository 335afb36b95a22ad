import { computed, defineComponent, nextTick, onMounted, onUnmounted, ref, shallowRef, watch } from 'vue';
import { FEASIBILITY_GLYPHS, MAP_PALETTES } from '../../graph/map/map-palette.ts';
import { parseOutline } from '../../graph/map/map-outline.ts';
import type { MapPlace, MapScene } from '../../graph/map/map-scene.ts';
import { openRelocationMap, type RelocationMap } from '../../graph/map/relocation-map.ts';
import type { FocusDirection } from '../../graph/map/spatial-focus.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import outlineFile from '../../map/guangdong.json' with { type: 'json' };
import { pixelRatioOf } from '../../ui/pixel-ratio.ts';
import { zoneOf } from '../../ui/zone-groups.ts';
import { nameInSentence } from './sentence-words.ts';
import { isZoneCode, ZONES, type ZoneCode } from './relocation-params.ts';
import { scoreWords } from './score-words.ts';
import type { RankedCandidate, Relocation } from './use-relocation.ts';

const DIRECTIONS: Readonly<Record<string, FocusDirection>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const ZOOM_STEP = 1.3;
const outline = parseOutline(outlineFile);

/** The map of flows: selection, keyboard, legend, and the line that screen readers hear. */
export const MapView = defineComponent(
  (props: { readonly state: Relocation }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(relocationTexts));
    const holder = ref<HTMLElement | null>(null);
    const canvas = ref<HTMLElement | null>(null);
    const legend = ref<HTMLElement | null>(null);
    const map = shallowRef<RelocationMap | null>(null);
    const hasFailed = ref(false);
    const focused = ref<string | null>(null);
    const isKeyboard = ref(false);
    const hovered = ref<{ readonly code: string; readonly x: number; readonly y: number } | null>(null);
    let isClosed = false;

    const byCode = computed(() => new Map(state.ranked.value.map((one) => [one.candidate.code, one] as const)));
    const { flows } = state;
    const zoneOfCode = (code: string): ZoneCode => {
      const region = page.regions.find((one) => one.code === code);
      const zone = region === undefined ? '' : zoneOf(region).code;
      return isZoneCode(zone) ? zone : 'PRD';
    };
    const glyphOf = (one: RankedCandidate): string => {
      const { feasibility } = one.candidate;
      if (feasibility === 'FEASIBLE') return one.rank === null ? '' : String(one.rank);
      return FEASIBILITY_GLYPHS[feasibility];
    };
    const scene = computed<MapScene>(() => ({
      places: page.regions.flatMap((region): MapPlace[] => {
        if (region.lon === null || region.lat === null) return [];
        const candidate = byCode.value.get(region.code);
        const isOrigin = region.code === state.answer.value?.from.code;
        const firms = state.answer.value?.firmsAtOrigin ?? null;
        return [
          {
            code: region.code,
            name: page.nameOf(region),
            lon: region.lon,
            lat: region.lat,
            zone: zoneOfCode(region.code),
            role: isOrigin ? 'origin' : candidate === undefined ? 'plain' : 'candidate',
            feasibility: candidate?.candidate.feasibility ?? null,
            glyph: isOrigin || candidate === undefined ? '' : glyphOf(candidate),
            detail: isOrigin && firms !== null ? texts.value.map.firms(page.numbers.count(firms)) : '',
          },
        ];
      }),
      flows: flows.value.drawn.map((one) => ({
        to: one.code,
        feasibility: one.feasibility,
        score: one.score.value,
      })),
    }));
    const emphasis = computed(() => ({
      selected: state.shown.value?.candidate.code ?? null,
      focused: isKeyboard.value ? focused.value : null,
      isAlone: state.chosen.value !== null,
    }));

    const observer = new ResizeObserver(() => map.value?.resize());
    onMounted(async () => {
      if (canvas.value === null) return;
      try {
        const opened = await openRelocationMap({
          container: canvas.value,
          outline,
          palette: MAP_PALETTES[page.url.theme],
          ...pixelRatioOf(page.url.wall),
          reserved: () => {
            const box = legend.value?.getBoundingClientRect();
            const own = canvas.value?.getBoundingClientRect();
            if (box === undefined || own === undefined || box.top >= own.bottom) return [];
            return [{ x: box.left - own.left, y: box.top - own.top, width: box.width, height: box.height }];
          },
          onPick: (code) => {
            isKeyboard.value = false;
            if (code === null || byCode.value.has(code)) state.pick(code);
            if (code !== null) focused.value = code;
          },
          onHover: (code, x, y) => {
            hovered.value = code === null ? null : { code, x, y };
          },
        });
        if (isClosed) opened.close();
        else map.value = opened;
      } catch {
        // Without a canvas the table still holds the whole result.
        hasFailed.value = true;
      }
    });
    onUnmounted(() => {
      isClosed = true;
      observer.disconnect();
      state.map.value = null;
      map.value?.close();
    });
    // The legend takes its room before names are placed around it.
    watch([map, scene], async ([opened, drawn]) => {
      if (opened === null) return;
      await nextTick();
      opened.draw(drawn);
      opened.emphasise(emphasis.value);
      state.map.value = { picture: opened.picture(), note: schematic() };
    });
    watch(map, (opened) => {
      if (opened !== null && canvas.value !== null) observer.observe(canvas.value);
    });
    watch(emphasis, (now) => map.value?.emphasise(now));
    watch(
      () => page.url.theme,
      (theme) => map.value?.recolour(MAP_PALETTES[theme]),
    );

    const spoken = computed(() => {
      const one = isKeyboard.value && focused.value !== null ? byCode.value.get(focused.value) : undefined;
      if (one === undefined) return '';
      const { candidate } = one;
      return texts.value.map.live(
        page.nameOf(candidate.name),
        texts.value.zone[candidate.zone],
        texts.value.feasibility[candidate.feasibility],
        scoreWords(one.score, page.numbers, texts.value),
      );
    });

    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = DIRECTIONS[event.key];
      if (direction !== undefined) {
        isKeyboard.value = true;
        const from = focused.value ?? state.shown.value?.candidate.code ?? null;
        focused.value = map.value?.next(from, direction) ?? null;
      } else if (event.key === 'Enter' || event.key === ' ') {
        if (focused.value !== null && byCode.value.has(focused.value)) state.pick(focused.value);
      } else if (event.key === 'Escape') {
        state.pick(null);
      } else if (event.key === '+' || event.key === '=') {
        map.value?.zoom(ZOOM_STEP);
      } else if (event.key === '-') {
        map.value?.zoom(1 / ZOOM_STEP);
      } else if (event.key === '0') {
        map.value?.zoom('reset');
      } else {
        return;
      }
      event.preventDefault();
    };
    const onFocus = (): void => {
      // Only a focus that came by keyboard shows the ring on a place.
      if (canvas.value?.matches(':focus-visible') !== true) return;
      isKeyboard.value = true;
      focused.value ??= state.shown.value?.candidate.code ?? null;
    };

    const schematic = (): string => {
      const words = texts.value.map;
      return outline.approval === null ? words.schematic(outline.label) : words.approval(outline.approval);
    };
    const tip = () => {
      const now = hovered.value;
      if (now === null) return null;
      const region = page.regions.find((one) => one.code === now.code);
      if (region === undefined) return null;
      const one = byCode.value.get(now.code);
      const words = texts.value;
      const isOrigin = now.code === state.answer.value?.from.code;
      const stateWords =
        one === undefined
          ? isOrigin
            ? words.map.origin
            : words.map.notReceiver
          : words.feasibility[one.candidate.feasibility];
      return (
        <div class="map-tip" style={{ left: `${String(now.x)}px`, top: `${String(now.y)}px` }} aria-hidden="true">
          <b>{page.nameOf(region)}</b>{' '}
          <span class={`rl-zone-name ${zoneOfCode(now.code)}`}>{words.zone[zoneOfCode(now.code)]}</span>
          <br />
          {stateWords}
          {one === undefined ? null : (
            <>
              <br />
              {scoreWords(one.score, page.numbers, words)}
            </>
          )}
        </div>
      );
    };
    const rest = (): string => {
      const { rest: left, restCounts } = flows.value;
      if (left.length === 0) return '';
      const words = texts.value;
      const parts = (['FEASIBLE', 'UNVERIFIED', 'BLOCKED'] as const)
        .filter((kind) => restCounts[kind] > 0)
        .map((kind) => words.map.restPart(words.feasibility[kind], restCounts[kind]));
      return words.map.rest(left.length, parts.join(words.map.restJoin));
    };
    return () => {
      const words = texts.value.map;
      const { answer } = state;
      const origin = answer.value === null ? '' : page.nameOf(answer.value.from);
      const segment = answer.value === null ? '' : nameInSentence(page.nameOf(answer.value.segment), page.lang);
      return (
        <figure ref={holder} class="rl-map">
          <div
            ref={canvas}
            class="map-canvas"
            role="application"
            aria-label={words.label(origin, segment)}
            tabindex={0}
            onKeydown={onKey}
            onFocus={onFocus}
            onBlur={() => {
              isKeyboard.value = false;
            }}
          />
          {hasFailed.value ? (
            <p class="part-failed" role="alert">
              {words.failed}
            </p>
          ) : null}
          {tip()}
          <figcaption ref={legend} class="map-legend">
            <ul aria-label={words.legend}>
              {ZONES.map((zone) => (
                <li key={zone}>
                  <span class={`map-swatch ${zone}`} aria-hidden="true" />
                  {texts.value.zone[zone]}
                </li>
              ))}
            </ul>
            <ul>
              <li>
                <span class="map-sign line" aria-hidden="true" />
                {words.width}
              </li>
              <li>
                <span class="map-sign dashed" aria-hidden="true">
                  ?
                </span>
                {words.dashed}
              </li>
              <li>
                <span class="map-sign blocked" aria-hidden="true">
                  ✕
                </span>
                {words.dotted}
              </li>
            </ul>
            {rest() === '' ? null : <p>{rest()}</p>}
            <p class="map-schematic">{schematic()}</p>
          </figcaption>
          <div class="map-zoom">
            {(
              [
                ['+', words.zoomIn, ZOOM_STEP],
                ['−', words.zoomOut, 1 / ZOOM_STEP],
                ['⤢', words.zoomReset, 'reset'],
              ] as const
            ).map(([sign, name, step]) => (
              <button
                key={name}
                type="button"
                aria-label={name}
                title={name}
                onClick={() => {
                  map.value?.zoom(step);
                }}
              >
                {sign}
              </button>
            ))}
          </div>
          <p class="unseen" aria-live="polite">
            {spoken.value}
          </p>
        </figure>
      );
    };
  },
  { name: 'RelocationMapView', props: ['state'] },
);
