import { project, type MapPoint } from './map-projection.ts';

/** Outline of one prefecture, projected. Rings are closed, without holes, largest first. */
export interface OutlineRegion {
  /** GB/T 2260 code. */
  readonly code: string;
  readonly rings: readonly (readonly MapPoint[])[];
}

/** The replaceable outline map (web/map/README.md). */
export interface MapOutline {
  readonly attribution: string;
  /** Words that must stand under the map. */
  readonly label: string;
  /** 审图号 of an approved map; it then stands in place of the label. */
  readonly approval: string | null;
  readonly regions: readonly OutlineRegion[];
}

export interface MapBounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(file: Record<string, unknown>, key: string): string {
  const value = file[key];
  if (typeof value !== 'string' || value === '') throw new Error(`The outline map has no ${key}.`);
  return value;
}

function ring(value: unknown, code: string): MapPoint[] {
  if (!Array.isArray(value) || value.length < 4) throw new Error(`A ring of ${code} has fewer than four points.`);
  return value.map((point: unknown) => {
    if (!Array.isArray(point)) throw new Error(`A point of ${code} is not a pair.`);
    const [lon, lat] = point as readonly unknown[];
    if (typeof lon !== 'number' || typeof lat !== 'number') throw new Error(`A point of ${code} is not two numbers.`);
    return project(lon, lat);
  });
}

/** Reads the outline file and projects it. Throws an Error that names what is wrong: the file is meant to be replaced. */
export function parseOutline(file: unknown): MapOutline {
  if (!isRecord(file) || !Array.isArray(file['regions'])) throw new Error('The outline map holds no regions.');
  const approval = file['approval'];
  return {
    attribution: text(file, 'attribution'),
    label: text(file, 'label'),
    approval: typeof approval === 'string' && approval !== '' ? approval : null,
    regions: file['regions'].map((region: unknown) => {
      if (!isRecord(region) || !Array.isArray(region['rings']))
        throw new Error('A region of the outline map has no rings.');
      const code = text(region, 'code');
      return { code, rings: region['rings'].map((one: unknown) => ring(one, code)) };
    }),
  };
}

/** The rectangle around all rings; what the picture is fitted to, so that no border is cropped. */
export function outlineBounds(outline: MapOutline): MapBounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const region of outline.regions) {
    for (const points of region.rings) {
      for (const { x, y } of points) {
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
      }
    }
  }
  if (minX > maxX) throw new Error('The outline map holds no points.');
  return { minX, minY, maxX, maxY };
}
