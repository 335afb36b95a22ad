import { computed, defineComponent, onMounted, onUnmounted, ref, watch } from 'vue';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { RegionPicker } from '../../ui/region-picker.tsx';
import { groupByZone } from '../../ui/zone-groups.ts';
import { PLACE_GROUPS, placesOfGroup, WHOLE_PROVINCE } from './place-set.ts';

/** Fewer than two places are one place. */
const LEAST = 2;

/** Picks one prefecture, or several by ticks and by groups: one list for the whole province. */
export const PlacePicker = defineComponent(
  (props: {
    /** Prefectures looked at together; null = the one of the link. */
    readonly chosen: readonly string[] | null;
    readonly name: string;
    readonly onChoose: (codes: readonly string[] | null) => void;
  }) => {
    const page = usePage();
    const open = ref(false);
    const ticked = ref<readonly string[]>([]);
    const root = ref<HTMLElement | null>(null);
    const button = ref<HTMLButtonElement | null>(null);
    const words = computed(() => page.textsOf(chainTexts).places);
    const shortcuts = computed(() => [
      { code: WHOLE_PROVINCE, name: words.value.all },
      ...PLACE_GROUPS.map((code) => {
        const zone = page.regions.flatMap((region) => region.zones).find((entry) => entry.zone.code === code)?.zone;
        return { code, name: code === 'RECEIVERS' || zone === undefined ? words.value.receivers : page.nameOf(zone) };
      }).filter(({ code }) => placesOfGroup(page.regions, code).length > 0),
    ]);

    watch(open, (now) => {
      if (now) ticked.value = props.chosen ?? [page.url.region];
    });
    const close = (): void => {
      open.value = false;
      button.value?.focus();
    };
    const onOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && root.value?.contains(event.target) !== true) open.value = false;
    };
    onMounted(() => {
      document.addEventListener('pointerdown', onOutside);
    });
    onUnmounted(() => {
      document.removeEventListener('pointerdown', onOutside);
    });
    const toggle = (code: string): void => {
      ticked.value = ticked.value.includes(code)
        ? ticked.value.filter((entry) => entry !== code)
        : [...ticked.value, code];
    };
    /** A group that is ticked as a whole is taken out, any other is put in. */
    const toggleGroup = (group: string): void => {
      const members = placesOfGroup(page.regions, group);
      ticked.value = members.every((code) => ticked.value.includes(code))
        ? ticked.value.filter((code) => !members.includes(code))
        : [...new Set([...ticked.value, ...members])];
    };
    const apply = (): void => {
      props.onChoose(ticked.value);
      close();
    };

    const panel = () => (
      <div class="place-panel" role="dialog" aria-label={words.value.label}>
        <div class="place-shortcuts" role="group" aria-label={words.value.shortcuts}>
          {shortcuts.value.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              class="plain-button small"
              aria-pressed={placesOfGroup(page.regions, code).every((entry) => ticked.value.includes(entry))}
              onClick={() => {
                toggleGroup(code);
              }}
            >
              {name}
            </button>
          ))}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              ticked.value = [];
            }}
          >
            {words.value.clear}
          </button>
        </div>
        <div class="place-zones">
          {groupByZone(page.regions).map((zone) => (
            <fieldset key={zone.code}>
              <legend>{page.nameOf(zone)}</legend>
              {zone.regions.map((region) => (
                <label key={region.code}>
                  <input
                    type="checkbox"
                    checked={ticked.value.includes(region.code)}
                    onChange={() => {
                      toggle(region.code);
                    }}
                  />
                  {page.nameOf(region)}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        <p class="quiet">{words.value.rule}</p>
        <div class="place-apply">
          <button type="button" class="plain-button primary" disabled={ticked.value.length < LEAST} onClick={apply}>
            {ticked.value.length < LEAST ? words.value.none : words.value.apply(ticked.value.length)}
          </button>
        </div>
      </div>
    );
    return () => (
      <div
        ref={root}
        class="place-picker"
        onKeydown={(event: KeyboardEvent) => {
          if (event.key !== 'Escape' || !open.value) return;
          event.stopPropagation();
          close();
        }}
      >
        {props.chosen === null ? (
          <RegionPicker
            value={page.url.region}
            label={page.texts.tools.region}
            onPick={(code) => {
              page.go({ region: code });
            }}
          />
        ) : null}
        <button
          ref={button}
          type="button"
          class="plain-button"
          aria-expanded={open.value}
          aria-haspopup="dialog"
          title={words.value.label}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {props.chosen === null ? (
            words.value.button
          ) : (
            <>
              <span class="picker-label">{page.texts.tools.region}</span>
              <b>{props.name}</b>
            </>
          )}
          <span aria-hidden="true">▾</span>
        </button>
        {props.chosen === null ? null : (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              props.onChoose(null);
            }}
          >
            {page.region === null ? words.value.clear : words.value.back(page.nameOf(page.region))}
          </button>
        )}
        {open.value ? panel() : null}
      </div>
    );
  },
  { name: 'PlacePicker', props: ['chosen', 'name', 'onChoose'] },
);
