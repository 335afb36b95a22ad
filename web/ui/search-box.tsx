import 'element-plus/theme-chalk/el-autocomplete.css';
import 'element-plus/theme-chalk/el-input.css';
import { ElAutocomplete } from 'element-plus/es/components/autocomplete/index.mjs';
import { defineComponent, onMounted, onUnmounted, ref } from 'vue';
import type { SearchQuery } from '../api/generated/operations.ts';
import { SearchOperation } from '../api/generated/operations.ts';
import { usePage } from '../state/page.ts';
import { repairCombobox } from './combobox-repair.ts';
import { targetOfHit } from './search-target.ts';

export type SearchHit = SearchQuery['search']['edges'][number]['node'];

type Suggestion =
  | { readonly kind: 'hit'; readonly value: string; readonly hit: SearchHit }
  | { readonly kind: 'note'; readonly value: string };

const MOST = 10;

/** Finds places, segments, firms, parks, departments, measures and policies by any name, pinyin or initials, and selects what was chosen. */
export const SearchBox = defineComponent(
  () => {
    const page = usePage();
    const typed = ref('');
    const box = ref<{ focus: () => void; blur: () => void } | null>(null);
    let running: AbortController | null = null;

    const suggest = (query: string, answer: (items: Suggestion[]) => void): void => {
      running?.abort();
      const text = query.trim();
      if (text === '') {
        answer([]);
        return;
      }
      const controller = new AbortController();
      running = controller;
      const variables = {
        query: text,
        types: ['REGION', 'SEGMENT', 'FIRM', 'PARK', 'DEPARTMENT', 'MEASURE', 'POLICY'] as const,
        lang: page.lang === 'en' ? ('EN' as const) : ('ZH' as const),
        first: MOST,
      };
      page.ask(SearchOperation, variables, controller.signal).then(
        (result) => {
          const hits = result.search.edges.map(({ node }): Suggestion => ({
            kind: 'hit',
            value: node.label,
            hit: node,
          }));
          answer(hits.length > 0 ? hits : [{ kind: 'note', value: page.texts.search.none(text) }]);
        },
        () => {
          if (!controller.signal.aborted) answer([{ kind: 'note', value: page.texts.search.failed }]);
        },
      );
    };

    const choose = (item: Suggestion): void => {
      typed.value = '';
      if (item.kind === 'note') return;
      box.value?.blur();
      const target = targetOfHit(item.hit.node, new Set(page.regions.map((region) => region.code)));
      if (target === null) {
        page.notify({ key: 'search', kind: 'info', text: (texts) => texts.search.notSelectable(item.value) });
        return;
      }
      page.dismiss('search');
      page.go(target);
      const region = page.region;
      if (
        target.region !== undefined &&
        region !== null &&
        item.hit.type !== 'SEGMENT' &&
        item.value !== region.fullZh
      ) {
        page.notify({
          key: 'search',
          kind: 'info',
          text: (texts) => texts.search.inRegion(item.value, page.nameOf(region)),
        });
      }
    };

    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null)
        return;
      event.preventDefault();
      box.value?.focus();
    };
    const holder = ref<HTMLElement | null>(null);
    let stopRepair: (() => void) | undefined;
    onMounted(() => {
      document.addEventListener('keydown', onKey);
      const field = holder.value?.querySelector('input');
      if (field !== null && field !== undefined) stopRepair = repairCombobox(field);
    });
    onUnmounted(() => {
      document.removeEventListener('keydown', onKey);
      running?.abort();
      stopRepair?.();
    });

    return () => (
      <div ref={holder} class="search-box" role="search">
        <ElAutocomplete
          ref={box}
          modelValue={typed.value}
          onUpdate:modelValue={(value: string | number) => {
            typed.value = String(value);
          }}
          fetchSuggestions={suggest}
          onSelect={(item) => {
            choose(item as Suggestion);
          }}
          triggerOnFocus={false}
          highlightFirstItem
          debounce={150}
          clearable
          placeholder={page.texts.search.placeholder}
          ariaLabel={page.texts.search.label}
          popperClass="search-options"
        >
          {{
            suffix: () => (typed.value === '' ? <kbd aria-hidden="true">/</kbd> : null),
            default: ({ item }: { item: Suggestion }) =>
              item.kind === 'note' ? (
                <span class="search-note">{item.value}</span>
              ) : (
                <span class="search-hit">
                  <span class="search-type">{page.texts.searchType[item.hit.type]}</span>
                  <b>{item.value}</b>
                  <span class="search-detail">{item.hit.detail}</span>
                </span>
              ),
          }}
        </ElAutocomplete>
      </div>
    );
  },
  { name: 'SearchBox' },
);
