import type { Core } from 'cytoscape';
import type { BaselineShift } from './svg-context.ts';
import { SvgContext } from './svg-context.ts';

/** A picture that leaves the page: the whole of it, with its ground. */
export interface GraphPicture {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** `scale` image pixels a CSS px. */
  toPng(scale: number): Promise<Blob>;
  /** An SVG document. */
  toSvg(): Promise<string>;
}

/** The part of Cytoscape's canvas renderer that paints elements; it takes any context. */
interface ElementPainter {
  pathsEnabled: boolean;
  drawElements(context: unknown, elements: unknown): void;
  getCachedZSortedEles(): unknown;
}

/** Paints all elements of a graph as Cytoscape itself paints them, in the transform that the context has. */
export function paintGraph(cy: Core, context: SvgContext): void {
  const renderer = (cy as unknown as { renderer(): ElementPainter }).renderer();
  const had = renderer.pathsEnabled;
  // Path2D objects keep their points to themselves; without them every point goes through the context.
  renderer.pathsEnabled = false;
  // Cytoscape leaves its pens as it used them.
  context.save();
  try {
    renderer.drawElements(context, renderer.getCachedZSortedEles());
  } finally {
    context.restore();
    renderer.pathsEnabled = had;
  }
}

/** A context for SVG whose texts are measured by the browser. */
export function openSvgContext(document: Document): SvgContext {
  return new SvgContext(baselineRuler(document));
}

function baselineRuler(document: Document): BaselineShift {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to measure on.');
  return (font, baseline, text) => {
    if (baseline === 'alphabetic') return 0;
    context.font = font;
    context.textBaseline = 'alphabetic';
    const onBaseline = context.measureText(text).actualBoundingBoxAscent;
    context.textBaseline = baseline;
    return onBaseline - context.measureText(text).actualBoundingBoxAscent;
  };
}

/** A canvas of a size in image pixels, filled with a ground. */
export function openCanvas(
  document: Document,
  width: number,
  height: number,
  ground: string,
): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, context };
}

/** The canvas as a PNG file. Throws when the browser cannot hold a picture of that size. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture is too large for this browser.'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** A picture file as something that a canvas can draw. */
export async function imageOf(blob: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
