import type { Core } from 'cytoscape';
import type { GraphPicture } from './graph-picture.ts';
import { imageOf, openCanvas, openSvgContext, paintGraph, pngOf } from './graph-picture.ts';

/** Ground around the elements, px. */
const PICTURE_MARGIN = 8;

/**
 * All elements of a graph as a picture that leaves the page, on its ground. Sizes are asked for when the picture is taken, so
 * that one object serves for as long as the graph is open.
 */
export function cytoscapePicture(cy: Core, ground: () => string): GraphPicture {
  const document = cy.container()?.ownerDocument ?? window.document;
  const measure = () => {
    const box = cy.elements().boundingBox();
    const [width, height] = [Math.ceil(box.w), Math.ceil(box.h)];
    return { box, inner: { width, height }, width: width + 2 * PICTURE_MARGIN, height: height + 2 * PICTURE_MARGIN };
  };
  return {
    get width() {
      return measure().width;
    },
    get height() {
      return measure().height;
    },
    toPng: async (scale) => {
      const { width, height, inner } = measure();
      const { canvas, context } = openCanvas(document, width * scale, height * scale, ground());
      const graph = await imageOf(await cy.png({ output: 'blob-promise', full: true, scale }));
      const margin = PICTURE_MARGIN * scale;
      context.drawImage(graph, margin, margin, inner.width * scale, inner.height * scale);
      return pngOf(canvas);
    },
    toSvg: () => {
      const { box, width, height } = measure();
      const context = openSvgContext(document);
      context.translate(PICTURE_MARGIN - box.x1, PICTURE_MARGIN - box.y1);
      paintGraph(cy, context);
      return Promise.resolve(context.document(width, height, ground()));
    },
  };
}
