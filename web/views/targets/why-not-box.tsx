import 'element-plus/theme-chalk/el-autocomplete.css';
import 'element-plus/theme-chalk/el-input.css';
import { ElAutocomplete } from 'element-plus/es/components/autocomplete/index.mjs';
import { defineComponent, onMounted, onUnmounted, ref } from 'vue';
import { SearchOperation } from '../../api/generated/operations.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { repairCombobox } from '../../ui/combobox-repair.ts';
import type { Targets } from './use-targets.ts';

type Suggestion =
  | { readonly kind: 'firm'; readonly value: string; readonly code: string; readonly detail: string }
  | { readonly kind: 'note'; readonly value: string };

/** Hits offered. */
const MOST = 10;
const FIRM_PREFIX = 'Firm:';

/** "Why not this firm": finds any firm and opens where it stands or why it is out. */
export const WhyNotBox = defineComponent(
  (props: { readonly state: Targets }) => {
    const { page } = props.state;
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
      const { why } = page.textsOf(targetsTexts);
      page
        .ask(
          SearchOperation,
          { query: text, types: ['FIRM'], lang: props.state.lang.value, first: MOST },
          controller.signal,
        )
        .then(
          ({ search }) => {
            const hits = search.edges.flatMap(({ node }): Suggestion[] =>
              node.node.id.startsWith(FIRM_PREFIX)
                ? [
                    {
                      kind: 'firm',
                      value: node.label,
                      code: node.node.id.slice(FIRM_PREFIX.length),
                      detail: node.detail,
                    },
                  ]
                : [],
            );
            answer(hits.length > 0 ? hits : [{ kind: 'note', value: why.none(text) }]);
          },
          () => {
            if (!controller.signal.aborted) answer([{ kind: 'note', value: why.failed }]);
          },
        );
    };
    return () => {
      const { why } = page.textsOf(targetsTexts);
      return (
        <div ref={holder} class="tg-why">
          <h2>{why.title}</h2>
          <ElAutocomplete
            modelValue={typed.value}
            onUpdate:modelValue={(value: string | number) => {
              typed.value = String(value);
            }}
            fetchSuggestions={suggest}
            onSelect={(item) => {
              const suggestion = item as Suggestion;
              typed.value = '';
              if (suggestion.kind === 'firm') props.state.open(suggestion.code);
            }}
            triggerOnFocus={false}
            highlightFirstItem
            debounce={150}
            placeholder={why.placeholder}
            ariaLabel={why.label}
            popperClass="search-options"
          >
            {{
              default: ({ item }: { item: Suggestion }) =>
                item.kind === 'note' ? (
                  <span class="search-note">{item.value}</span>
                ) : (
                  <span class="search-hit">
                    <b>{item.value}</b>
                    <span class="search-detail">{item.detail}</span>
                  </span>
                ),
            }}
          </ElAutocomplete>
        </div>
      );
    };
  },
  { name: 'WhyNotBox', props: ['state'] },
);
