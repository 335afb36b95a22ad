import type { ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Point } from './place-around.ts';

export interface BoxToPlace extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Stays where it is. */
  readonly pinned: boolean;
}

export interface LinkToPlace {
  readonly from: string;
  readonly to: string;
}

/** Why there is no layout: it took too long, or the layout engine could not be fetched or gave up. */
export type LayoutFault = 'timeout' | 'failed';

export class LayoutError extends Error {
  readonly fault: LayoutFault;

  constructor(fault: LayoutFault) {
    super(`layout ${fault}`);
    this.name = 'LayoutError';
    this.fault = fault;
  }
}

/** ELK is known to loop for ever on some graphs; 1,500 elements take about 2 s on an office computer. */
export const LAYOUT_TIMEOUT_MS = 10_000;

/**
 * New places for boxes by ELK (stress majorisation, then overlaps taken out) in a worker of its own, which is ended
 * afterwards or when time is up. The layout is laid over the pinned boxes, or over the middle of the present picture. The
 * same input gives the same places.
 *
 * Errors: LayoutError.
 */
export async function layOut(
  boxes: readonly BoxToPlace[],
  links: readonly LinkToPlace[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Point>> {
  if (boxes.length < 2) return new Map();
  const { default: Elk } = await import('elkjs/lib/elk-api.js').catch(() => {
    throw new LayoutError('failed');
  });
  let worker: Worker | null = null;
  const elk = new Elk({
    workerFactory: () => {
      worker = new Worker(workerUrl);
      return worker;
    },
  });
  const ended = endOf(signal);
  try {
    const spread = await Promise.race([elk.layout(stressGraph(boxes, links)), ended.promise]);
    const clear = await Promise.race([elk.layout(overlapGraph(spread)), ended.promise]);
    return overPresent(boxes, clear.children ?? []);
  } catch (error) {
    throw error instanceof LayoutError ? error : new LayoutError('failed');
  } finally {
    ended.stop();
    (worker as Worker | null)?.terminate();
  }
}

/** Rejects when the caller gives up or time is up. */
function endOf(signal: AbortSignal): { readonly promise: Promise<never>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new LayoutError('timeout'));
    }, LAYOUT_TIMEOUT_MS);
    const onAbort = (): void => {
      reject(new LayoutError('failed'));
    };
    signal.addEventListener('abort', onAbort);
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  promise.catch(() => undefined);
  return { promise, stop };
}

function stressGraph(boxes: readonly BoxToPlace[], links: readonly LinkToPlace[]): ElkNode {
  const pairs = new Map(
    links.map(({ from, to }) => [from < to ? `${from} ${to}` : `${to} ${from}`, { from, to }] as const),
  );
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'stress',
      'elk.stress.desiredEdgeLength': '190',
      'elk.stress.iterationLimit': '300',
      'elk.randomSeed': '1',
      'elk.separateConnectedComponents': 'true',
      'elk.spacing.componentComponent': '60',
    },
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: [...pairs.values()].map(({ from, to }, place) => ({ id: `e${place}`, sources: [from], targets: [to] })),
  };
}

function overlapGraph(spread: ElkNode): ElkNode {
  return {
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'sporeOverlap', 'elk.spacing.nodeNode': '22' },
    children: (spread.children ?? []).map(({ id, x, y, width, height }) => ({
      id,
      x: x ?? 0,
      y: y ?? 0,
      width: width ?? 0,
      height: height ?? 0,
    })),
  };
}

/** Centres of the boxes, moved so that the pinned ones (or all) lie over where they are now on average. */
function overPresent(boxes: readonly BoxToPlace[], laid: readonly ElkNode[]): ReadonlyMap<string, Point> {
  const centres = new Map(
    laid.map((box) => [box.id, { x: (box.x ?? 0) + (box.width ?? 0) / 2, y: (box.y ?? 0) + (box.height ?? 0) / 2 }]),
  );
  const anchors = boxes.some((box) => box.pinned) ? boxes.filter((box) => box.pinned) : boxes;
  const shift = { x: 0, y: 0 };
  for (const box of anchors) {
    const centre = centres.get(box.id) ?? box;
    shift.x += (box.x - centre.x) / anchors.length;
    shift.y += (box.y - centre.y) / anchors.length;
  }
  return new Map([...centres].map(([id, centre]) => [id, { x: centre.x + shift.x, y: centre.y + shift.y }]));
}
