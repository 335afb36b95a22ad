import { computed, watch } from 'vue';
import { chainTexts } from '../../i18n/chain-texts.ts';
import type { AtlasRegion } from '../../state/page.ts';
import { usePage } from '../../state/page.ts';
import { chainParams } from './chain-params.ts';
import { groupOf, placesInLink, placesNamed, WHOLE_PROVINCE } from './place-set.ts';

/** The places of the link: one, one with another beside it, or several together. */
export function useChainPlaces() {
  const page = usePage();
  const params = computed(() => chainParams(page.url.extra));
  /** Several places together; null = one. */
  const several = computed(() => {
    const named = params.value.places;
    if (named === null) return null;
    const codes = placesNamed(page.regions, named);
    return codes.length > 1 ? codes : null;
  });
  const beside = computed((): AtlasRegion | null =>
    several.value === null ? (page.regions.find((region) => region.code === params.value.beside) ?? null) : null,
  );
  /** Codes to ask for; none until it is known which prefectures several places are. */
  const asked = computed((): readonly string[] => {
    if (params.value.places !== null && page.regions.length === 0) return [];
    if (several.value !== null) return several.value;
    return beside.value === null ? [page.url.region] : [page.url.region, beside.value.code];
  });
  const name = computed(() => {
    const codes = several.value;
    if (codes === null) return page.region === null ? '…' : page.nameOf(page.region);
    const words = page.textsOf(chainTexts).places;
    const group = groupOf(page.regions, codes);
    if (group === WHOLE_PROVINCE) return words.named(words.all, codes.length);
    const zone = page.regions.flatMap((region) => region.zones).find((entry) => entry.zone.code === group)?.zone;
    if (group === 'RECEIVERS') return words.named(words.receivers, codes.length);
    if (zone !== undefined) return words.named(page.nameOf(zone), codes.length);
    return codes.length <= NAMED_PLACES
      ? page.regions
          .filter((region) => codes.includes(region.code))
          .map((region) => page.nameOf(region))
          .join(page.texts.chain.answer.join)
      : words.some(codes.length);
  });

  // A link may hold a place that is not there: say so and fall back.
  watch(
    [() => page.regions, () => page.url.region] as const,
    ([regions, code]) => {
      if (regions.length === 0 || regions.some((region) => region.code === code)) return;
      const fallback = regions.find((region) => region.code === page.firstRegion) ?? regions[0];
      if (fallback === undefined) return;
      page.notify({
        key: 'url-region',
        kind: 'warning',
        text: (texts) => texts.notice.unknownRegion(code, page.nameOf({ zh: fallback.fullZh, en: fallback.fullEn })),
      });
      page.go({ region: fallback.code });
    },
    { immediate: true },
  );
  watch(
    [() => page.regions.length > 0, () => params.value.places, () => params.value.beside] as const,
    ([ready, places, other]) => {
      if (!ready) return;
      const drop = (key: 'places' | 'beside', value: string): void => {
        page.notify({
          key: `url-${key}`,
          kind: 'warning',
          text: (texts) => texts.notice.badValue(page.textsOf(chainTexts).keys[key], value, texts.notice.defaultValue),
        });
        page.goExtra({ [key]: null });
      };
      if (places !== null && several.value === null) drop('places', places.join(','));
      if (other !== null && (other === page.url.region || !page.regions.some((region) => region.code === other))) {
        drop('beside', other);
      }
    },
    { immediate: true },
  );
  // The place chosen elsewhere, in the search box or on another view, is looked at alone.
  watch(
    () => page.url.region,
    (region) => {
      const change: Record<string, null> = {};
      if (params.value.places !== null) change['places'] = null;
      if (params.value.beside === region) change['beside'] = null;
      if (Object.keys(change).length > 0) page.goExtra(change);
    },
  );

  const choose = (codes: readonly string[] | null): void => {
    page.goExtra({
      places: codes === null ? null : placesInLink(page.regions, codes).join(','),
      beside: null,
      company: null,
    });
  };
  return { params, several, beside, asked, name, choose };
}

/** So many places are named one by one. */
const NAMED_PLACES = 3;
