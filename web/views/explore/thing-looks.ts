import type { ExploreRelation, ExploreType } from '../../api/generated/operations.ts';

/** How things of a type look: shape, sign and colours are told apart without each other. */
export interface ThingLook {
  readonly type: ExploreType;
  /** Sign in front of the name and in the legend; in every font of the page. */
  readonly glyph: string;
  /** Shape of the box, by the names of the canvas. */
  readonly shape: 'round-rectangle' | 'rectangle' | 'cut-rectangle' | 'barrel' | 'bottom-round-rectangle';
  /** Who decides (departments, clusters) has a double border. */
  readonly borderStyle: 'solid' | 'double';
  readonly light: ThingColours;
  readonly dark: ThingColours;
}

export interface ThingColours {
  readonly fill: string;
  readonly border: string;
  readonly ink: string;
}

const LIGHT_INK = '#1a1f26';
const DARK_INK = '#f2f5f8';

/** One entry a type, in the order of the legend; adding a type means adding an entry. */
export const THING_LOOKS: readonly ThingLook[] = [
  look('SEGMENT', '■', 'round-rectangle', ['#dceafc', '#2457a6'], ['#1c3558', '#7fb0f5']),
  look('REGION', '●', 'barrel', ['#dff3ea', '#00795a'], ['#143b30', '#4fd0a5']),
  look('FIRM', '▲', 'rectangle', ['#fff0d6', '#a05a00'], ['#43300f', '#f0a04b']),
  look('PARK', '◆', 'cut-rectangle', ['#eaf3d3', '#55760f'], ['#2c3a12', '#b3d46a']),
  look('MEASURE', '§', 'bottom-round-rectangle', ['#f1e6fa', '#7a3fa6'], ['#372448', '#cf9cf2']),
  look('DEPARTMENT', '▼', 'rectangle', ['#fde5ea', '#b0183f'], ['#481a28', '#ff9db0'], 'double'),
  look('POLICY', '◇', 'rectangle', ['#ece8fb', '#5546b0'], ['#29234d', '#aba0f5']),
  look('TARGET', '◎', 'round-rectangle', ['#fbe9dc', '#a8460b'], ['#452613', '#f4a476']),
  look('CLUSTER', '★', 'round-rectangle', ['#d9eef5', '#0b6b8a'], ['#123a47', '#6fcbe8'], 'double'),
  look('ZONE', '○', 'barrel', ['#e6f0ee', '#3d6b63'], ['#21352f', '#9cc9bf']),
  look('ASSET', '☆', 'cut-rectangle', ['#faf1cc', '#7d6400'], ['#3d3410', '#e6cc5c']),
  look('STATEMENT', '※', 'bottom-round-rectangle', ['#eceff3', '#56616e'], ['#2a323c', '#b5bfca']),
];

function look(
  type: ExploreType,
  glyph: string,
  shape: ThingLook['shape'],
  [lightFill, lightBorder]: readonly [string, string],
  [darkFill, darkBorder]: readonly [string, string],
  borderStyle: ThingLook['borderStyle'] = 'solid',
): ThingLook {
  return {
    type,
    glyph,
    shape,
    borderStyle,
    light: { fill: lightFill, border: lightBorder, ink: LIGHT_INK },
    dark: { fill: darkFill, border: darkBorder, ink: DARK_INK },
  };
}

export const EXPLORE_TYPES: readonly ExploreType[] = THING_LOOKS.map((entry) => entry.type);

const BY_TYPE: ReadonlyMap<ExploreType, ThingLook> = new Map(THING_LOOKS.map((entry) => [entry.type, entry]));

/** Look of a type. */
export function lookOf(type: ExploreType): ThingLook {
  const found = BY_TYPE.get(type);
  if (found === undefined) throw new Error(`The type ${type} has no look.`);
  return found;
}

/** Relations in the order of the legend. */
export const RELATIONS: readonly ExploreRelation[] = [
  'FEEDS',
  'PART_OF',
  'OPERATES_IN',
  'LOCATED_IN',
  'HOSTS',
  'ACCEPTS',
  'APPLIES_TO',
  'LED_BY',
  'SUPPORTED_BY',
  'MEASURE_OF',
  'TARGET_OF',
  'NAMES',
  'PAIRED_WITH',
  'WITHIN',
  'IN_ZONE',
  'ISSUED_BY',
  'IMPLEMENTS',
  'INTERPRETS',
  'SUCCEEDED_BY',
  'CONCERNS',
  'ABOUT',
];

/** Worked out or judged rather than stated by a source: drawn dashed. */
export const DERIVED_RELATIONS: ReadonlySet<ExploreRelation> = new Set(['HOSTS']);
