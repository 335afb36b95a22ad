import 'element-plus/theme-chalk/el-autocomplete.css';
import 'element-plus/theme-chalk/el-input.css';
import { ElAutocomplete } from 'element-plus/es/components/autocomplete/index.mjs';
import { defineComponent, onMounted, onUnmounted, ref } from 'vue';
import type { ExploreSearchQuery } from '../../api/generated/operations.ts';
import { ExploreSearchOperation } from '../../api/generated/operations.ts';
import { repairCombobox } from '../../ui/combobox-repair.ts';
import { isExplorable, useExplored } from './use-exploration.ts';

type Hit = ExploreSearchQuery['search']['edges'][number]['node'];

type Suggestion =
  | { readonly kind: 'hit'; readonly value: string; readonly hit: Hit }
  | { readonly kind: 'note'; readonly value: string };

const MOST = 12;

/** Finds anything that can be explored and hands its global id on. */
export const ThingSearch = defineComponent(
  (props: { readonly label: string; readonly onFound: (id: string) => void }) => {
    const { page, texts } = useExplored();
    const typed = ref('');
    const holder = ref<HTMLElement | null>(null);
    let running: AbortController | null = null;
    let stopRepair: (() => void) | undefined;
    onMounted(() => {
      const field = holder.value?.querySelector('input');
      if (field !== null && field !== undefined) stopRepair = repairCombobox(field);
    });
    onUnmounted(() => {
      running?.abort();
      stopRepair?.();
    });

    const suggest = (query: string, answer: (items: Suggestion[]) => void): void => {
      running?.abort();
      const text = query.trim();
      if (text === '') {
        answer([]);
        return;
      }
      const controller = new AbortController();
      running = controller;
      const variables = { query: text, lang: page.lang === 'en' ? ('EN' as const) : ('ZH' as const), first: MOST };
      page.ask(ExploreSearchOperation, variables, controller.signal).then(
        (result) => {
          const hits = result.search.edges.map(({ node }): Suggestion => ({
            kind: 'hit',
            value: node.label,
            hit: node,
          }));
          answer(hits.length > 0 ? hits : [{ kind: 'note', value: texts.value.tools.none(text) }]);
        },
        () => {
          if (!controller.signal.aborted) answer([{ kind: 'note', value: texts.value.tools.failed }]);
        },
      );
    };
    const choose = (item: Suggestion): void => {
      typed.value = '';
      if (item.kind === 'note') return;
      const { id } = item.hit.node;
      if (isExplorable(id)) props.onFound(id);
      else {
        page.notify({ key: 'explore-search', kind: 'info', text: () => texts.value.tools.notExplorable(item.value) });
      }
    };
    return () => (
      <div ref={holder} class="xp-search">
        <ElAutocomplete
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
          placeholder={texts.value.tools.searchHint}
          ariaLabel={props.label}
          popperClass="search-options"
        >
          {{
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
  { name: 'ThingSearch', props: ['label', 'onFound'] },
);
