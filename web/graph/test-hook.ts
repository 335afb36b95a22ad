import type { Core } from 'cytoscape';
import type { GraphProbe } from './graph-probe.ts';

/**
 * Shows the graph to the tests; builds for users leave it out. `painted` gives the names outside of Cytoscape. The graph
 * opened last is the one that is shown; when it goes, the one before is shown again.
 */
export function exposeGraph(cy: Core, painted: GraphProbe['painted'] = () => []): void {
  if (!__TEST_BUILD__) return;
  const before = window.__graph;
  cy.on('destroy', () => {
    if (window.__graph === probe && before !== undefined) window.__graph = before;
  });
  const probe: GraphProbe = {
    ids: () => cy.elements().map((element) => element.id()),
    classes: (id) => cy.getElementById(id).classes(),
    label: (id) => {
      const label: unknown = cy.getElementById(id).data('label');
      return typeof label === 'string' ? label : '';
    },
    box: (id) => {
      const box = cy.getElementById(id).renderedBoundingBox({ includeLabels: false, includeOverlays: false });
      return { x: box.x1, y: box.y1, width: box.w, height: box.h };
    },
    painted,
    zoom: () => cy.zoom(),
    get idle() {
      return document.fonts.ready.then(
        () =>
          new Promise<void>((resolve) => {
            requestAnimationFrame(() => {
              requestAnimationFrame(() => {
                resolve();
              });
            });
          }),
      );
    },
  };
  window.__graph = probe;
}
