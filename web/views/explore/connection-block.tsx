import { computed, defineComponent } from 'vue';
import type { ExploreConnectionQuery } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { markPath } from './exploration.ts';
import { ThingSearch } from './thing-search.tsx';
import { useExplored } from './use-exploration.ts';

type Path = ExploreConnectionQuery['shortestConnection']['paths'][number];

/** The shortest connection from the selected thing to another: asked for, told hop by hop, drawn. */
export const ConnectionBlock = defineComponent(
  (props: { readonly id: string }) => {
    const explored = useExplored();
    const { page, texts, state, connection, pathStart } = explored;
    const asked = computed(() => {
      const key = connection.key;
      return key !== null && (key.from === props.id || key.to === props.id) ? connection.value : null;
    });
    const idsOf = (path: Path): string[] => path.things.map((thing) => thing.node.id);
    const isDrawn = (path: Path): boolean => idsOf(path).join(' ') === state.value.path?.join(' ');
    const hop = (path: Path, place: number) => {
      const step = path.hops[place];
      const next = path.things[place + 1];
      if (step === undefined || next === undefined) return null;
      return (
        <li key={step.end}>
          {step.links.map((link) => {
            const words = page.lang === 'en' ? link.enProperties : link.zhProperties;
            const [source] = link.sources;
            return (
              <p key={link.key} class="xp-hop">
                <span class="xp-hop-relation">
                  {link.from === step.start ? '→' : '←'} {page.nameOf(link)}
                </span>
                {words.length === 0 ? null : <span class="quiet"> {words.join('；')}</span>}{' '}
                {source === undefined ? null : <EvidenceLine evidence={source} />}
              </p>
            );
          })}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              explored.select(next.node.id);
            }}
          >
            {page.nameOf(next)}
          </button>
        </li>
      );
    };
    const pathItem = (path: Path, place: number) => {
      const { drawer } = texts.value;
      const [first] = path.things;
      return (
        <li key={idsOf(path).join(' ')} class="xp-path">
          <div class="xp-group-head">
            <b>{drawer.step(place + 1)}</b>
            <button
              type="button"
              class="plain-button small"
              disabled={isDrawn(path)}
              onClick={() => {
                explored.showPath(idsOf(path));
              }}
            >
              {isDrawn(path) ? drawer.pathShown : drawer.showPath}
            </button>
          </div>
          <p>{first === undefined ? null : page.nameOf(first)}</p>
          <ol class="xp-hops">{path.hops.map((_, index) => hop(path, index))}</ol>
        </li>
      );
    };
    const result = () => {
      const { drawer } = texts.value;
      if (connection.fault !== null && !isPassing(connection.fault)) {
        return <p class="part-failed">{faultWithId(page.texts, connection.fault)}</p>;
      }
      if (connection.loading) return <p class="quiet">{drawer.finding}</p>;
      const answer = asked.value?.shortestConnection;
      if (answer === undefined) return null;
      return (
        <>
          <p class="xp-connection-answer">{page.nameOf(answer)}</p>
          {answer.pathCount > answer.paths.length ? (
            <p class="quiet">{drawer.morePaths(answer.paths.length, answer.pathCount)}</p>
          ) : null}
          <ol class="xp-paths">{answer.paths.map(pathItem)}</ol>
        </>
      );
    };
    return () => {
      const { drawer } = texts.value;
      const start = pathStart.value;
      return (
        <section>
          <h3>{drawer.connection}</h3>
          <p class="quiet">{drawer.connectionFrom(explored.nameOf(props.id))}</p>
          <ThingSearch
            label={drawer.connectionTo}
            onFound={(id) => {
              explored.connect(props.id, id);
            }}
          />
          <div class="next-steps xp-steps">
            {start !== null && start !== props.id ? (
              <button
                type="button"
                class="plain-button small"
                onClick={() => {
                  explored.connect(start, props.id);
                }}
              >
                {drawer.connectHere(explored.nameOf(start))}
              </button>
            ) : null}
            {start === props.id ? (
              <span class="quiet" role="status">
                {drawer.startMarked}
              </span>
            ) : (
              <button
                type="button"
                class="plain-button small"
                onClick={() => {
                  pathStart.value = props.id;
                }}
              >
                {drawer.markStart}
              </button>
            )}
            {state.value.path === null ? null : (
              <button
                type="button"
                class="plain-button small"
                onClick={() => {
                  explored.change((now) => markPath(now, null));
                }}
              >
                {drawer.clearPath}
              </button>
            )}
          </div>
          <div aria-live="polite">{result()}</div>
        </section>
      );
    };
  },
  { name: 'ConnectionBlock', props: ['id'] },
);
