import { computed, defineComponent, onUnmounted, ref, watch } from 'vue';
import type { ExploreListQuery, ExploreListQueryVariables, ExploreThingQuery } from '../../api/generated/operations.ts';
import { ExploreListOperation } from '../../api/generated/operations.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { EXPANSION } from './next-neighbours.ts';
import { TypeChip } from './type-chip.tsx';
import { useExplored } from './use-exploration.ts';

type Group = ExploreThingQuery['neighbourhood']['groups'][number];
type Edge = ExploreListQuery['neighbourhood']['groups'][number]['neighbours']['edges'][number];

/** One group of neighbours: how many there are, how many are on the picture, twenty more, or all as a list. */
export const NeighbourGroupBlock = defineComponent(
  (props: { readonly centre: string; readonly group: Group }) => {
    const explored = useExplored();
    const { page, texts, allLines } = explored;
    const isOpen = ref(false);
    const listed = ref<readonly Edge[]>([]);
    const after = ref<string | null>(null);
    const hasMore = ref(false);
    const list = page.resource<ExploreListQuery, ExploreListQueryVariables>('explore', ExploreListOperation);
    onUnmounted(() => {
      list.close();
    });
    const key = computed(() => ({
      relation: props.group.relation,
      direction: props.group.direction,
      type: props.group.type,
    }));
    const load = (from: string | null): void => {
      list.load({ id: props.centre, group: key.value, first: EXPANSION, after: from });
    };
    watch(
      () => list.value,
      (answer) => {
        const page = answer?.neighbourhood.groups[0]?.neighbours;
        if (page === undefined) return;
        listed.value = list.key?.after == null ? page.edges : [...listed.value, ...page.edges];
        after.value = page.pageInfo.endCursor;
        hasMore.value = page.pageInfo.hasNextPage;
      },
    );
    const shown = computed(
      () =>
        allLines.value.filter((line) => {
          if (line.relation !== props.group.relation) return false;
          const [own, other] = props.group.direction === 'OUT' ? [line.from, line.to] : [line.to, line.from];
          return own === props.centre && explored.knownThing(other)?.type === props.group.type;
        }).length,
    );
    const row = (edge: Edge) => {
      const { id } = edge.node.node;
      const words = page.lang === 'en' ? edge.link.enProperties : edge.link.zhProperties;
      const source = edge.link.sources[0];
      return (
        <li key={id}>
          <div class="xp-neighbour">
            <button
              type="button"
              class="link-button"
              onClick={() => {
                explored.select(id);
              }}
            >
              {page.nameOf(edge.node)}
            </button>
            {explored.isShown(id) ? (
              <span class="quiet">{texts.value.drawer.there}</span>
            ) : (
              <button
                type="button"
                class="plain-button small"
                aria-label={`${texts.value.drawer.put} ${page.nameOf(edge.node)}`}
                onClick={() => {
                  explored.put(id, props.centre);
                }}
              >
                {texts.value.drawer.put}
              </button>
            )}
          </div>
          {words.length === 0 ? null : <p class="xp-properties">{words.join(page.lang === 'en' ? '; ' : '；')}</p>}
          {source === undefined ? null : <EvidenceLine evidence={source} />}
        </li>
      );
    };
    return () => {
      const { drawer } = texts.value;
      const { group } = props;
      const rest = Math.max(0, group.count - shown.value);
      const name = page.nameOf(group);
      return (
        <li class="xp-group">
          <div class="xp-group-head">
            <span class="xp-group-name">
              {name} <TypeChip type={group.type} />
            </span>
            <span class="xp-group-count" title={drawer.groupShownLabel(shown.value, group.count)}>
              {drawer.groupShown(shown.value, group.count)}
            </span>
          </div>
          <div class="xp-group-tools">
            {rest === 0 ? (
              <span class="quiet">{drawer.complete}</span>
            ) : (
              <button
                type="button"
                class="plain-button small"
                disabled={explored.isExpanding.value}
                aria-label={`${name} ${texts.value.type[group.type]}：${shown.value === 0 ? drawer.first(Math.min(rest, EXPANSION)) : drawer.more(Math.min(rest, EXPANSION))}`}
                onClick={() => void explored.expand(props.centre, key.value)}
              >
                {shown.value === 0 ? drawer.first(Math.min(rest, EXPANSION)) : drawer.more(Math.min(rest, EXPANSION))}
              </button>
            )}
            <button
              type="button"
              class="link-button"
              aria-expanded={isOpen.value ? 'true' : 'false'}
              aria-label={`${isOpen.value ? drawer.unlist : drawer.list} ${name} ${texts.value.type[group.type]}`}
              onClick={() => {
                isOpen.value = !isOpen.value;
                if (isOpen.value && listed.value.length === 0) load(null);
              }}
            >
              {isOpen.value ? drawer.unlist : drawer.list}
            </button>
          </div>
          {isOpen.value ? (
            <>
              {listed.value.length === 0 ? (
                <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />
              ) : (
                <ul class="xp-neighbours">{listed.value.map(row)}</ul>
              )}
              {hasMore.value ? (
                <button
                  type="button"
                  class="link-button"
                  onClick={() => {
                    load(after.value);
                  }}
                >
                  {drawer.listMore(Math.min(EXPANSION, group.count - listed.value.length))}
                </button>
              ) : null}
            </>
          ) : null}
        </li>
      );
    };
  },
  { name: 'NeighbourGroupBlock', props: ['centre', 'group'] },
);
