import { computed, defineComponent } from 'vue';
import { isPassing } from '../../api/request-fault.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { hasView } from '../registry.ts';
import { ConnectionBlock } from './connection-block.tsx';
import { NeighbourGroupBlock } from './neighbour-group.tsx';
import { TypeChip } from './type-chip.tsx';
import { useExplored } from './use-exploration.ts';

/** The selected thing: what the sources say of it, its neighbours by relation with counts, and what can be done. */
export const ThingDetails = defineComponent(
  () => {
    const explored = useExplored();
    const { page, texts, selected, thing, state } = explored;
    const ready = computed(() => (thing.key?.id === selected.value ? thing.value : null));
    const steps = (id: string) => {
      const { drawer } = texts.value;
      const shown = state.value.things.find((one) => one.id === id);
      if (shown === undefined) {
        return (
          <div class="next-steps xp-steps">
            <span class="quiet">{drawer.notThere}</span>
            <button
              type="button"
              class="plain-button small primary"
              onClick={() => {
                explored.put(id, null);
              }}
            >
              {drawer.put}
            </button>
          </div>
        );
      }
      const button = (label: string, run: () => void, isMain = false) => (
        <button type="button" class={['plain-button small', { primary: isMain }]} onClick={run}>
          {label}
        </button>
      );
      return (
        <div class="next-steps xp-steps">
          {button(drawer.expand, () => void explored.expand(id, null), true)}
          {button(drawer.collapse, () => {
            explored.collapse(id);
          })}
          {button(shown.pinned ? drawer.unpin : drawer.pin, () => {
            explored.pin(id);
          })}
          {button(drawer.remove, () => {
            explored.remove(id);
          })}
          {id.startsWith('Segment:') && hasView('chain')
            ? button(page.texts.chain.tab, () => {
                page.go({ view: 'chain', segment: id.slice('Segment:'.length) });
              })
            : null}
        </div>
      );
    };
    const facts = () => {
      const { drawer } = texts.value;
      const list = ready.value?.neighbourhood.centre.facts ?? [];
      if (list.length === 0) return <p class="quiet">{drawer.noFacts}</p>;
      return (
        <ul class="facts">
          {list.map((fact) => (
            <li key={fact.zh}>
              <p>{page.nameOf(fact)}</p>
              {fact.sources.length === 0 ? <span class="evidence none">{drawer.noSource}</span> : null}
              {fact.sources.slice(0, 3).map((source) => (
                <EvidenceLine key={`${source.source.id} ${source.position ?? ''}`} evidence={source} />
              ))}
            </li>
          ))}
        </ul>
      );
    };
    return () => {
      const { drawer, notice } = texts.value;
      const id = selected.value;
      if (id === null) {
        return (
          <div class="details">
            <p class="quiet">{drawer.pick}</p>
          </div>
        );
      }
      if (thing.fault !== null && !isPassing(thing.fault)) {
        return (
          <div class="details">
            <p class="part-failed" role="alert">
              {thing.fault.kind === 'refused' && thing.fault.code === 'NOT_FOUND'
                ? notice.unknown(id)
                : faultWithId(page.texts, thing.fault)}
            </p>
          </div>
        );
      }
      const answer = ready.value;
      if (answer === null) {
        return (
          <div class="details" role="status" aria-label={page.texts.state.loading}>
            {[1, 2, 3, 4].map((line) => (
              <div key={line} class="skeleton-line" />
            ))}
          </div>
        );
      }
      const { centre, groups } = answer.neighbourhood;
      const detail = page.lang === 'en' ? centre.enDetail : centre.zhDetail;
      return (
        <div class="details" key={id}>
          <header class="drawer-head">
            <div class="drawer-title">
              <h2>{page.nameOf(centre)}</h2>
              <span class="drawer-other" />
              <button
                type="button"
                class="close-button"
                aria-label={page.texts.state.closeDrawer}
                onClick={() => {
                  explored.select(null);
                }}
              >
                ✕
              </button>
            </div>
            <p class="drawer-place">
              <TypeChip type={centre.type} /> {detail === page.nameOf(centre) ? '' : detail}
            </p>
          </header>
          {steps(id)}
          <section>
            <h3>
              {drawer.neighbours} · {drawer.total(centre.neighbourCount)}
            </h3>
            {groups.length === 0 ? (
              <p class="quiet">{drawer.none}</p>
            ) : (
              <ul class="xp-groups">
                {groups.map((group) => (
                  <NeighbourGroupBlock
                    key={`${id} ${group.relation} ${group.direction} ${group.type}`}
                    centre={id}
                    group={group}
                  />
                ))}
              </ul>
            )}
          </section>
          <ConnectionBlock id={id} />
          <section>
            <h3>{drawer.facts}</h3>
            {facts()}
          </section>
        </div>
      );
    };
  },
  { name: 'ThingDetails' },
);
