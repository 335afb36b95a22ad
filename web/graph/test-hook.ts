import type { Core } from 'cytoscape';

/** What the browser tests may see of the graph; read-only. */
export interface GraphProbe {
  /** Ids of all elements. */
  ids(): string[];
  classes(id: string): string[];
  /** Place of an element inside the picture, px on screen. */
  box(id: string): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  zoom(): number;
  /** Resolves after the fonts are there and the next frame was drawn. */
  readonly idle: Promise<void>;
}

declare global {
  interface Window {
    __graph?: GraphProbe;
  }
}

/** Shows the graph to the tests; builds for users leave it out. */
export function exposeGraph(cy: Core): void {
  if (!__TEST_BUILD__) return;
  window.__graph = {
    ids: () => cy.elements().map((element) => element.id()),
    classes: (id) => cy.getElementById(id).classes(),
    box: (id) => {
      const box = cy.getElementById(id).renderedBoundingBox({ includeLabels: false, includeOverlays: false });
      return { x: box.x1, y: box.y1, width: box.w, height: box.h };
    },
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
}
