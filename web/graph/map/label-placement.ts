import type { MapPoint } from './map-projection.ts';

/** Upright rectangle, px. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label to be placed beside its mark. */
export interface LabelRequest {
  readonly id: string;
  /** Middle of the mark, px. */
  readonly x: number;
  readonly y: number;
  /** Radius of the mark, px. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Lower ones choose their place first. */
  readonly priority: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: LabelBox;
  /** Line from the mark to a label that could not stay beside it. */
  readonly leader: { readonly from: MapPoint; readonly to: MapPoint } | null;
}

export interface LabelPlan {
  readonly placed: readonly PlacedLabel[];
  /** Labels without a free place inside the area; they show on hover and stand in the table. */
  readonly omitted: readonly string[];
}

export interface LabelArea {
  readonly width: number;
  readonly height: number;
  /** Boxes that no label may cover, for example the legend. */
  readonly reserved: readonly LabelBox[];
  /** Points of lines that labels keep off where they can. */
  readonly lines: readonly MapPoint[];
}

/** Free space between two labels, and between a label and a mark, px. */
export const LABEL_GAP = 2;
/** From a mark to a label beside it, px. */
const BESIDE_GAP = 4;
/** Rings tried with a leader line: distance of the label's edge from the mark, px. */
const LEADER_RINGS = [12, 20, 30, 42, 56, 72, 90, 110, 132] as const;
const LEADER_ANGLES = 24;

interface Candidate {
  readonly box: LabelBox;
  readonly leader: PlacedLabel['leader'];
  readonly cost: number;
}

/** Whether two boxes come nearer than `gap` px. */
export function boxesTouch(a: LabelBox, b: LabelBox, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

function discTouchesBox(x: number, y: number, radius: number, box: LabelBox, gap: number): boolean {
  const nearX = Math.min(Math.max(x, box.x), box.x + box.width);
  const nearY = Math.min(Math.max(y, box.y), box.y + box.height);
  return Math.hypot(x - nearX, y - nearY) < radius + gap;
}

function cross(o: MapPoint, a: MapPoint, b: MapPoint): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/** Whether two lines cross. */
export function linesCross(a: MapPoint, b: MapPoint, c: MapPoint, d: MapPoint): boolean {
  return cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0;
}

function lineTouchesBox(a: MapPoint, b: MapPoint, box: LabelBox, gap: number): boolean {
  const left = box.x - gap;
  const top = box.y - gap;
  const right = box.x + box.width + gap;
  const bottom = box.y + box.height + gap;
  const inside = (p: MapPoint): boolean => p.x > left && p.x < right && p.y > top && p.y < bottom;
  if (inside(a) || inside(b)) return true;
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return corners.some((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return linesCross(a, b, corner, next);
  });
}

function lineTouchesDisc(a: MapPoint, b: MapPoint, x: number, y: number, radius: number): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / squared));
  return Math.hypot(a.x + t * dx - x, a.y + t * dy - y) < radius;
}

/** Places beside the mark, the ones that read best first. */
function besideCandidates(request: LabelRequest): Candidate[] {
  const { x, y, radius, width, height } = request;
  const off = radius + BESIDE_GAP;
  const diagonal = off * 0.75;
  const box = (left: number, top: number): LabelBox => ({ x: left, y: top, width, height });
  return [
    box(x + off, y - height / 2),
    box(x - off - width, y - height / 2),
    box(x - width / 2, y + off),
    box(x - width / 2, y - off - height),
    box(x + diagonal, y - diagonal - height),
    box(x + diagonal, y + diagonal),
    box(x - diagonal - width, y + diagonal),
    box(x - diagonal - width, y - diagonal - height),
  ].map((one, index) => ({ box: one, leader: null, cost: index }));
}

/** Places further away, each with its line: it ends at the nearest point of the box. */
function leaderCandidates(request: LabelRequest): Candidate[] {
  const { x, y, radius, width, height } = request;
  const candidates: Candidate[] = [];
  for (const ring of LEADER_RINGS) {
    for (let step = 0; step < LEADER_ANGLES; step += 1) {
      const angle = (step / LEADER_ANGLES) * 2 * Math.PI;
      const ux = Math.cos(angle);
      const uy = Math.sin(angle);
      const middleX = x + ux * (radius + ring + width / 2);
      const middleY = y + uy * (radius + ring + height / 2);
      const box = { x: middleX - width / 2, y: middleY - height / 2, width, height };
      const to = {
        x: Math.min(Math.max(x, box.x), box.x + width),
        y: Math.min(Math.max(y, box.y), box.y + height),
      };
      const length = Math.hypot(to.x - x, to.y - y);
      if (length <= radius + BESIDE_GAP) continue;
      const from = { x: x + ((to.x - x) / length) * radius, y: y + ((to.y - y) / length) * radius };
      candidates.push({ box, leader: { from, to }, cost: 30 + ring });
    }
  }
  return candidates;
}

/** Orders tried before a label is left out. */
const ATTEMPTS = 8;

/**
 * A place for each label such that no two labels touch, none covers a mark, a reserved box or another label's leader
 * line, and all lie inside the area. Labels stay beside their mark where they can and get a leader line where it is
 * crowded; flow lines are kept free where that costs little. Where a label finds no place, the whole is tried again with
 * that label choosing first. Deterministic: the same input gives the same plan.
 */
export function placeLabels(requests: readonly LabelRequest[], area: LabelArea): LabelPlan {
  let order = [...requests].sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  let best = placeInOrder(order, area);
  let plan = best;
  for (let attempt = 1; attempt < ATTEMPTS && plan.omitted.length > 0; attempt += 1) {
    const { omitted } = plan;
    const isOmitted = (request: LabelRequest): boolean => omitted.includes(request.id);
    order = [...order.filter(isOmitted), ...order.filter((request) => !isOmitted(request))];
    plan = placeInOrder(order, area);
    if (plan.omitted.length < best.omitted.length) best = plan;
  }
  return best;
}

function placeInOrder(order: readonly LabelRequest[], area: LabelArea): LabelPlan {
  const placed: PlacedLabel[] = [];
  const omitted: string[] = [];
  for (const request of order) {
    let best: { readonly candidate: Candidate; readonly cost: number } | null = null;
    for (const candidate of [...besideCandidates(request), ...leaderCandidates(request)]) {
      if (best !== null && candidate.cost >= best.cost) continue;
      if (!isFree(request, candidate, placed, order, area)) continue;
      const cost = candidate.cost + LINE_COST * linePointsUnder(candidate.box, area);
      if (best === null || cost < best.cost) best = { candidate, cost };
    }
    if (best === null) omitted.push(request.id);
    else placed.push({ id: request.id, box: best.candidate.box, leader: best.candidate.leader });
  }
  return { placed, omitted };
}

/** Cost of one point of a flow line under a label, in the unit of the places beside the mark. */
const LINE_COST = 4;

function linePointsUnder(box: LabelBox, area: LabelArea): number {
  return area.lines.filter((point) => discTouchesBox(point.x, point.y, 3, box, 0)).length;
}

function isFree(
  request: LabelRequest,
  candidate: Candidate,
  placed: readonly PlacedLabel[],
  marks: readonly LabelRequest[],
  area: LabelArea,
): boolean {
  const { box, leader } = candidate;
  if (box.x < 0 || box.y < 0 || box.x + box.width > area.width || box.y + box.height > area.height) return false;
  if (area.reserved.some((one) => boxesTouch(one, box, LABEL_GAP))) return false;
  for (const other of placed) {
    if (boxesTouch(other.box, box, LABEL_GAP)) return false;
    if (other.leader !== null && lineTouchesBox(other.leader.from, other.leader.to, box, LABEL_GAP)) return false;
    if (leader === null) continue;
    if (lineTouchesBox(leader.from, leader.to, other.box, LABEL_GAP)) return false;
    if (other.leader !== null && linesCross(leader.from, leader.to, other.leader.from, other.leader.to)) return false;
  }
  return marks.every((mark) => {
    if (mark.id === request.id) return true;
    if (discTouchesBox(mark.x, mark.y, mark.radius, box, LABEL_GAP)) return false;
    return leader === null || !lineTouchesDisc(leader.from, leader.to, mark.x, mark.y, mark.radius + 1);
  });
}
