import type { ChainFeed, ChainModel, ChainStage } from './chain-model.ts';
import { feedId } from './chain-model.ts';
import type { ChainOrder } from './chain-order.ts';
import { orderChain, placeholderId } from './chain-order.ts';
import { columnHeight, placeColumn } from './column-placement.ts';
import type { PartTree } from './expansion.ts';
import { boxesOf, expansionOf, sortParts } from './expansion.ts';
import { fitText, textWidth, wrapText } from './text-width.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its centre and size, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A segment's box. `nameLines` fit its width beside the state glyph. */
export interface NodeBox extends Box {
  readonly code: string;
  readonly stage: string;
  readonly nameLines: readonly string[];
  /** It can be expanded in place: the picture shows a handle on its lower edge. */
  readonly expandable: boolean;
}

/** The frame around the parts of an expanded segment, with its name above them. */
export interface GroupBox extends Box {
  readonly code: string;
  /** Segments inside, however deep. */
  readonly members: readonly string[];
  readonly title: string;
  /** Middle of the title row and of the row below it, px. */
  readonly titleY: number;
  readonly noteY: number;
}

export interface StageBox extends Box {
  readonly code: string;
  readonly side: boolean;
  readonly titleLines: readonly string[];
}

/**
 * How a link runs: `forward` to a later stage, `back` to an earlier one (a circle of use, or work that returns, such as
 * washing after sewing), `arc` inside a stage, `side` from the lane, a service or a machine.
 */
export type LinkRoute = 'forward' | 'back' | 'arc' | 'side';

export interface LinkPath {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: ChainFeed['kind'];
  readonly route: LinkRoute;
  /** `curve`: inner points are control points of a smooth curve; `corner`: corners to be rounded. */
  readonly shape: 'curve' | 'corner';
  readonly start: Point;
  readonly inner: readonly Point[];
  readonly end: Point;
}

/** All side inputs of one stage into another, as one dashed arrow. */
export interface Inflow {
  readonly id: string;
  readonly fromStage: string;
  readonly toStage: string;
  /** Ids of the links that it stands for. */
  readonly links: readonly string[];
  readonly start: Point;
  readonly end: Point;
}

/** The whole picture at scale 1; positions depend on the chain, the width and the names alone, never on a filter. */
export interface ChainLayout {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly StageBox[];
  readonly nodes: readonly NodeBox[];
  /** Frames of expanded segments, the outer before the inner. */
  readonly groups: readonly GroupBox[];
  readonly links: readonly LinkPath[];
  readonly inflows: readonly Inflow[];
}

/** Sizes in px at scale 1. */
export const CHAIN_SIZES = {
  minWidth: 940,
  /** With short lines, for two pictures side by side. */
  compactWidth: 630,
  /** Below this width the boxes take more of their column. */
  narrow: 1000,
  narrowPadding: 7,
  columnGap: 12,
  columnPadding: 12,
  columnBottom: 16,
  titleHeight: 40,
  titleFont: 14,
  nodePadding: 8,
  nodeGap: 18,
  nameFont: 14,
  nameLine: 18,
  /** Chinese names need two at most, English ones three. */
  nameLines: 3,
  detailFont: 12,
  detailLine: 16,
  nodeVertical: 10,
  glyph: 18,
  placeholder: 8,
  laneGap: 22,
  backLane: 18,
  laneTitleWidth: 148,
  lanePadding: 14,
  /** Room for the hint under the lane's title. */
  laneHint: 54,
  cornerRadius: 10,
  /** Title and state of an expanded segment, room below its parts, room between them, and how far its frame stands out. */
  groupTitle: 42,
  groupTitleFont: 12,
  groupBottom: 14,
  partGap: 18,
  groupReach: 5,
  groupInset: 2,
  handle: 18,
  /** How far the handle of a segment hangs below its lower edge: clear of the line of text. */
  handleDrop: 4,
} as const;

/** Room for a segment's text: the inner width, and the width of a name line beside the glyph. */
export function nodeTextWidth(nodeWidth: number): { readonly detail: number; readonly name: number } {
  const detail = nodeWidth - 2 * CHAIN_SIZES.nodePadding;
  return { detail, name: detail - CHAIN_SIZES.glyph };
}

export interface ChainLayoutOptions {
  /** Width of the picture, px; below the least width that is used and the picture is to be scaled. */
  readonly width: number;
  /** Least width, px; `CHAIN_SIZES.minWidth` when left out, `CHAIN_SIZES.compactWidth` where lines are short. */
  readonly minWidth?: number;
  /** Least height of the columns, px. */
  readonly minColumnHeight?: number;
  /**
   * The chain before segments were expanded. What is not expanded keeps the place that it has there: an expanded segment
   * pushes its own column down and moves no other. Left out, or no coarser form of the model: the model itself.
   */
  readonly base?: ChainModel;
}

/** Relaxation passes over the columns; more changed no box by as much as 1 px. */
const PASSES = 12;

/** Lays the chain out. The same chain, base, names and width always give the same picture. */
export function layoutChain(model: ChainModel, options: ChainLayoutOptions, baseOrder?: ChainOrder): ChainLayout {
  const sizes = CHAIN_SIZES;
  const expansion = (options.base === undefined ? null : expansionOf(options.base, model)) ?? NOTHING_EXPANDED;
  const base = expansion === NOTHING_EXPANDED ? model : (options.base ?? model);
  const order = baseOrder ?? orderChain(base);
  const width = Math.max(options.minWidth ?? sizes.minWidth, Math.floor(options.width));
  const mainStages = base.stages.filter((stage) => !stage.side && stage.members.length > 0);
  const sideStages = model.stages.filter((stage) => stage.side && stage.members.length > 0);
  const count = Math.max(1, mainStages.length);
  const columnWidth = (width - sizes.columnGap * (count - 1)) / count;
  const nodeWidth = columnWidth - 2 * (width < sizes.narrow ? sizes.narrowPadding : sizes.columnPadding);
  const columnX = (column: number): number => column * (columnWidth + sizes.columnGap) + columnWidth / 2;

  const segments = new Map(
    [...base.stages, ...model.stages].flatMap((stage) =>
      stage.members.map((member) => [member.code, { ...member, stage: stage.code }] as const),
    ),
  );
  const nameLines = new Map(
    [...segments].map(([code, { name }]) => [
      code,
      wrapText(name, nodeTextWidth(nodeWidth).name, sizes.nameFont, sizes.nameLines, true),
    ]),
  );
  const nodeHeight = (code: string): number =>
    2 * sizes.nodeVertical + (nameLines.get(code)?.length ?? 1) * sizes.nameLine + sizes.detailLine + 4;

  // Vertical places of segments and place holders of the base; they hold whatever is expanded.
  const heights = new Map<string, number>();
  for (const entry of order.columns.flat())
    heights.set(entry.id, entry.placeholder ? sizes.placeholder : nodeHeight(entry.id));
  const gap = sizes.nodeGap;
  const titleLines = mainStages.map((stage) => wrapText(stage.name, nodeWidth, sizes.titleFont, 2, true));
  const titleExtra = (Math.max(1, ...titleLines.map((lines) => lines.length)) - 1) * 16;
  const top = sizes.titleHeight + titleExtra;
  const room = (height: (id: string) => number): number =>
    Math.max(
      options.minColumnHeight ?? 0,
      ...order.columns.map((entries) =>
        columnHeight(
          entries.map((entry) => ({ wish: 0, height: height(entry.id) })),
          gap,
        ),
      ),
    );
  const baseBottom = top + room((id) => heights.get(id) ?? 0);
  const centre = new Map(relax(order, heights, gap, top, baseBottom));

  // Parts inside a segment stand in the order of what they are linked with in the base.
  const homeOf = (code: string): string => expansion.baseOf.get(code) ?? code;
  const homeCentre = new Map(centre);
  const pull = (code: string): number => {
    const others = model.feeds.flatMap((feed) => {
      if (!isMain(feed) || (feed.from !== code && feed.to !== code)) return [];
      const other = homeCentre.get(homeOf(feed.from === code ? feed.to : feed.from));
      return other === undefined ? [] : [other];
    });
    const own = homeCentre.get(homeOf(code)) ?? 0;
    return others.length === 0 ? own : others.reduce((sum, y) => sum + y, 0) / others.length;
  };
  const blocks = new Map([...expansion.split].map(([code, tree]) => [code, sortParts(tree, pull)] as const));
  const blockHeight = (id: string): number => {
    const tree = blocks.get(id);
    return tree === undefined ? (heights.get(id) ?? 0) : treeHeight(tree, nodeHeight);
  };
  const bottom = Math.max(baseBottom, top + room(blockHeight));
  const groups: GroupBox[] = [];
  order.columns.forEach((entries, column) => {
    if (!entries.some((entry) => blocks.has(entry.id))) return;
    const items = entries.map((entry) => ({ wish: centre.get(entry.id) ?? top, height: blockHeight(entry.id) }));
    placeColumn(items, gap, top, bottom).forEach((y, index) => {
      const entry = entries[index];
      if (entry === undefined) return;
      centre.set(entry.id, Math.round(y));
      const tree = blocks.get(entry.id);
      if (tree !== undefined) {
        const frame = { x: columnX(column), nodeWidth, nodeHeight };
        groups.push(...placeParts(tree, Math.round(y) - blockHeight(entry.id) / 2, 0, frame, centre));
      }
    });
  });

  const stages: StageBox[] = mainStages.map((stage, column) => ({
    code: stage.code,
    side: false,
    titleLines: titleLines[column] ?? [],
    x: columnX(column),
    y: (bottom + sizes.columnBottom) / 2,
    width: columnWidth,
    height: bottom + sizes.columnBottom,
  }));
  const boxed = (code: string): string[] => {
    const tree = blocks.get(code);
    return tree === undefined ? [code] : boxesOf(tree);
  };
  const nodes: NodeBox[] = mainStages.flatMap((stage, column) =>
    stage.members.flatMap((member) =>
      boxed(member.code).map((code) => ({
        code,
        stage: stage.code,
        nameLines: nameLines.get(code) ?? [],
        expandable: segments.get(code)?.hasParts === true,
        x: columnX(column),
        y: centre.get(code) ?? top,
        width: nodeWidth,
        height: nodeHeight(code),
      })),
    ),
  );

  const columnOf = new Map(order.columnOf);
  for (const [code, home] of expansion.baseOf) {
    const column = order.columnOf.get(home);
    if (column !== undefined) columnOf.set(code, column);
  }
  const hasBackLane = model.feeds.some((feed) => {
    const from = columnOf.get(feed.from);
    const to = columnOf.get(feed.to);
    return isMain(feed) && from !== undefined && to !== undefined && from - to > 1;
  });
  const stageBottom = bottom + sizes.columnBottom;
  const laneTop = stageBottom + sizes.laneGap + (hasBackLane ? sizes.backLane : 0);
  let height = stageBottom + (hasBackLane ? sizes.backLane : 0);
  if (sideStages.length > 0) {
    const lane = placeLane(sideStages, order.lane.flatMap(boxed), {
      width,
      laneTop,
      nodeWidth,
      nodeHeight,
      nameLines,
      expandable: (code) => segments.get(code)?.hasParts === true,
    });
    stages.push(...lane.stages);
    nodes.push(...lane.nodes);
    height = lane.bottom;
  }

  const boxes = new Map(nodes.map((node) => [node.code, node] as const));
  const passing = (code: string, column: number): number | undefined => centre.get(placeholderId(homeOf(code), column));
  const geometry: Geometry = { columnOf, passing, boxes, columnX, columnWidth, nodeWidth, stageBottom, laneTop, width };
  const links = model.feeds.flatMap((feed) => routeLink(feed, geometry) ?? []);
  return { width, height, stages, nodes, groups, links, inflows: aggregate(model, links, stages) };
}

const NOTHING_EXPANDED = { split: new Map<string, PartTree>(), baseOf: new Map<string, string>() } as const;

/** Height of a segment with all that is expanded in it. */
function treeHeight(tree: PartTree, nodeHeight: (code: string) => number): number {
  if (tree.parts.length === 0) return nodeHeight(tree.code);
  const { groupTitle, groupBottom, partGap } = CHAIN_SIZES;
  const inner = tree.parts.reduce((sum, part) => sum + treeHeight(part, nodeHeight), 0);
  return groupTitle + inner + partGap * (tree.parts.length - 1) + groupBottom;
}

interface PartFrame {
  readonly x: number;
  readonly nodeWidth: number;
  readonly nodeHeight: (code: string) => number;
}

/** Puts the parts of an expanded segment below each other into `centre` and gives its frames, the outer first. */
function placeParts(
  tree: PartTree,
  top: number,
  depth: number,
  frame: PartFrame,
  centre: Map<string, number>,
): GroupBox[] {
  const sizes = CHAIN_SIZES;
  const height = treeHeight(tree, frame.nodeHeight);
  if (tree.parts.length === 0) {
    centre.set(tree.code, top + height / 2);
    return [];
  }
  const reach = Math.max(1, sizes.groupReach - depth * sizes.groupInset);
  const groups: GroupBox[] = [
    {
      code: tree.code,
      members: boxesOf(tree),
      title: fitText(tree.name, frame.nodeWidth - sizes.handle - 6, sizes.groupTitleFont, true),
      titleY: top + 14,
      noteY: top + 31,
      x: frame.x,
      y: top + height / 2,
      width: frame.nodeWidth + 2 * reach,
      height,
    },
  ];
  let y = top + sizes.groupTitle;
  for (const part of tree.parts) {
    groups.push(...placeParts(part, y, depth + 1, frame, centre));
    y += treeHeight(part, frame.nodeHeight) + sizes.partGap;
  }
  return groups;
}

/** Kinds that are the flow itself; the others feed in from the side. */
function isMain(feed: ChainFeed): boolean {
  return feed.kind === 'MATERIAL' || feed.kind === 'LOOP';
}

/** Centres of all entries: spread evenly at first, then drawn towards what they are linked with. */
function relax(
  order: ChainOrder,
  heights: ReadonlyMap<string, number>,
  gap: number,
  top: number,
  bottom: number,
): ReadonlyMap<string, number> {
  const centre = new Map<string, number>();
  for (const entries of order.columns) {
    entries.forEach((entry, index) => {
      centre.set(entry.id, top + ((index + 0.5) / entries.length) * (bottom - top));
    });
  }
  const linked = new Map<string, string[]>();
  for (const hop of order.hops) {
    linked.set(hop.from, [...(linked.get(hop.from) ?? []), hop.to]);
    linked.set(hop.to, [...(linked.get(hop.to) ?? []), hop.from]);
  }
  const start = new Map(centre);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const columns = pass % 2 === 0 ? order.columns : [...order.columns].reverse();
    for (const entries of columns) {
      const items = entries.map((entry) => {
        const others = linked.get(entry.id) ?? [];
        const own = start.get(entry.id) ?? 0;
        const sum = others.reduce((total, id) => total + (centre.get(id) ?? 0), 0);
        // Its own even place counts a little, so that columns stay spread and unlinked segments stay put.
        return { wish: (sum + own * 0.6) / (others.length + 0.6), height: heights.get(entry.id) ?? 0 };
      });
      placeColumn(items, gap, top, bottom).forEach((y, index) => {
        const entry = entries[index];
        if (entry !== undefined) centre.set(entry.id, Math.round(y));
      });
    }
  }
  return centre;
}

interface LaneFrame {
  readonly width: number;
  readonly laneTop: number;
  readonly nodeWidth: number;
  readonly nodeHeight: (code: string) => number;
  readonly nameLines: ReadonlyMap<string, readonly string[]>;
  readonly expandable: (code: string) => boolean;
}

/** The bottom lane: its segments side by side, in as many rows as they need. */
function placeLane(
  sideStages: readonly ChainStage[],
  order: readonly string[],
  frame: LaneFrame,
): { readonly stages: StageBox[]; readonly nodes: NodeBox[]; readonly bottom: number } {
  const sizes = CHAIN_SIZES;
  const stages: StageBox[] = [];
  const nodes: NodeBox[] = [];
  let y = frame.laneTop;
  for (const stage of sideStages) {
    const codes = order.filter((code) => stage.members.some((member) => member.code === code));
    const left = sizes.laneTitleWidth + sizes.lanePadding;
    const room = frame.width - left - sizes.lanePadding;
    const perRow = Math.max(1, Math.min(codes.length, Math.floor((room + 12) / (frame.nodeWidth + 12))));
    const pitch = room / perRow;
    const rows = Math.ceil(codes.length / perRow);
    const rowHeight = Math.max(...codes.map(frame.nodeHeight));
    const titleLines = wrapText(stage.name, sizes.laneTitleWidth - sizes.lanePadding, sizes.titleFont, 2, true);
    const height = Math.max(
      2 * sizes.lanePadding + rows * rowHeight + (rows - 1) * 12,
      sizes.lanePadding * 1.5 + titleLines.length * sizes.nameLine + sizes.laneHint,
    );
    stages.push({
      code: stage.code,
      side: true,
      titleLines,
      x: frame.width / 2,
      y: y + height / 2,
      width: frame.width,
      height,
    });
    codes.forEach((code, index) => {
      nodes.push({
        code,
        stage: stage.code,
        nameLines: frame.nameLines.get(code) ?? [],
        expandable: frame.expandable(code),
        x: left + pitch * ((index % perRow) + 0.5),
        y:
          y +
          (height - rows * rowHeight - (rows - 1) * 12) / 2 +
          Math.floor(index / perRow) * (rowHeight + 12) +
          rowHeight / 2,
        width: frame.nodeWidth,
        height: frame.nodeHeight(code),
      });
    });
    y += height + sizes.columnGap;
  }
  return { stages, nodes, bottom: y - sizes.columnGap };
}

interface Geometry {
  readonly columnOf: ReadonlyMap<string, number>;
  /** Where the links of a segment pass a column that lies between; undefined where none do. */
  readonly passing: (code: string, column: number) => number | undefined;
  readonly boxes: ReadonlyMap<string, NodeBox>;
  readonly columnX: (column: number) => number;
  readonly columnWidth: number;
  readonly nodeWidth: number;
  readonly stageBottom: number;
  readonly laneTop: number;
  readonly width: number;
}

function routeLink(feed: ChainFeed, geometry: Geometry): LinkPath | null {
  const from = geometry.boxes.get(feed.from);
  const to = geometry.boxes.get(feed.to);
  if (from === undefined || to === undefined) return null;
  const fromColumn = geometry.columnOf.get(feed.from);
  const toColumn = geometry.columnOf.get(feed.to);
  const base = { id: feedId(feed), from: feed.from, to: feed.to, kind: feed.kind };
  const right = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y });
  const left = (box: Box): Point => ({ x: box.x - box.width / 2, y: box.y });
  const gutter = (column: number): number =>
    geometry.columnX(column) + geometry.columnWidth / 2 + CHAIN_SIZES.columnGap / 2;

  if (fromColumn === undefined || toColumn === undefined) {
    // From the lane: up into the gutter before the column, then into the box from the left.
    const top: Point = { x: from.x, y: from.y - from.height / 2 };
    const x =
      toColumn === undefined
        ? to.x
        : geometry.columnX(toColumn) - geometry.nodeWidth / 2 - CHAIN_SIZES.narrowPadding - 2;
    const corridor = geometry.laneTop - 8;
    return {
      ...base,
      route: 'side',
      shape: 'corner',
      start: top,
      inner: [
        { x: top.x, y: corridor },
        { x, y: corridor },
        { x, y: to.y },
      ],
      end: left(to),
    };
  }

  const side = !isMain(feed);
  if (toColumn > fromColumn) {
    const inner: Point[] = [];
    let y = from.y;
    for (let column = fromColumn; column < toColumn; column += 1) {
      const x = gutter(column);
      const next = column + 1 === toColumn ? to.y : (geometry.passing(feed.from, column + 1) ?? from.y);
      inner.push({ x, y }, { x, y: next });
      if (column + 1 < toColumn) {
        const middle = geometry.columnX(column + 1);
        inner.push({ x: middle - geometry.nodeWidth / 2, y: next }, { x: middle + geometry.nodeWidth / 2, y: next });
      }
      y = next;
    }
    return { ...base, route: side ? 'side' : 'forward', shape: 'curve', start: right(from), inner, end: left(to) };
  }
  if (toColumn === fromColumn) {
    const x = from.x + from.width / 2 + CHAIN_SIZES.narrowPadding;
    return {
      ...base,
      route: 'arc',
      shape: 'curve',
      start: right(from),
      inner: [
        { x, y: from.y },
        { x, y: to.y },
      ],
      end: right(to),
    };
  }
  if (fromColumn - toColumn === 1) {
    const x = gutter(toColumn);
    return {
      ...base,
      route: side ? 'side' : 'back',
      shape: 'curve',
      start: left(from),
      inner: [
        { x, y: from.y },
        { x, y: to.y },
      ],
      end: right(to),
    };
  }
  // Far back: out on the right, under the stages, in from the left.
  const outX = from.x + from.width / 2 + CHAIN_SIZES.narrowPadding - 2;
  const inX = to.x - to.width / 2 - CHAIN_SIZES.narrowPadding + 2;
  const y = geometry.stageBottom + CHAIN_SIZES.backLane / 2;
  return {
    ...base,
    route: side ? 'side' : 'back',
    shape: 'corner',
    start: right(from),
    inner: [
      { x: outX, y: from.y },
      { x: outX, y },
      { x: inX, y },
      { x: inX, y: to.y },
    ],
    end: left(to),
  };
}

/** Side inputs, one dashed arrow from stage to stage. */
function aggregate(model: ChainModel, links: readonly LinkPath[], stages: readonly StageBox[]): Inflow[] {
  const stageOf = new Map(
    model.stages.flatMap((stage) => stage.members.map((member) => [member.code, stage.code] as const)),
  );
  const boxes = new Map(stages.map((stage) => [stage.code, stage] as const));
  const groups = new Map<string, { from: StageBox; to: StageBox; links: string[] }>();
  for (const link of links) {
    if (link.route !== 'side') continue;
    const from = boxes.get(stageOf.get(link.from) ?? '');
    const to = boxes.get(stageOf.get(link.to) ?? '');
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from.code}=>${to.code}`;
    const group = groups.get(key) ?? { from, to, links: [] };
    group.links.push(link.id);
    groups.set(key, group);
  }
  return [...groups].map(([id, { from, to, links: members }]) => {
    const common = { id, fromStage: from.code, toStage: to.code, links: members };
    if (from.side) {
      return {
        ...common,
        start: { x: to.x, y: from.y - from.height / 2 },
        end: { x: to.x, y: to.y + to.height / 2 },
      };
    }
    const leftwards = to.x < from.x;
    const edge = (box: StageBox, right: boolean): number => box.x + (right ? box.width / 2 : -box.width / 2);
    return {
      ...common,
      start: { x: edge(from, !leftwards), y: 20 },
      end: { x: edge(to, leftwards), y: 20 },
    };
  });
}

/** Whether a text fits a segment's box in the given role. */
export function textFits(text: string, nodeWidth: number, role: 'name' | 'detail'): boolean {
  const room = nodeTextWidth(nodeWidth);
  return role === 'name'
    ? textWidth(text, CHAIN_SIZES.nameFont, true) <= room.name
    : textWidth(text, CHAIN_SIZES.detailFont) <= room.detail;
}
