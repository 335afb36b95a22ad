import type { Feasibility } from './flow-selection.ts';

/** The four zones of the provincial statistics. */
export type MapZone = 'YUEDONG' | 'YUEXI' | 'YUEBEI' | 'PRD';

/** Colours of the map; the page has the same in ui/styles/tokens.css. */
export interface MapPalette {
  readonly ground: string;
  /** Land by zone: a light tint of the zone's colour, the Delta grey. */
  readonly land: Readonly<Record<MapZone, string>>;
  /** The same, stronger: the place under the pointer, and the one looked at. */
  readonly landHover: Readonly<Record<MapZone, string>>;
  readonly landChosen: Readonly<Record<MapZone, string>>;
  readonly border: string;
  readonly chosenBorder: string;
  /** Flows and marks by zone of the destination. */
  readonly flow: Readonly<Record<MapZone, string>>;
  readonly onFlow: string;
  readonly origin: string;
  readonly onOrigin: string;
  readonly plain: string;
  readonly blocked: string;
  readonly ink: string;
  readonly ink2: string;
  readonly focus: string;
}

export const MAP_PALETTES: Readonly<Record<'light' | 'dark', MapPalette>> = {
  light: {
    ground: '#ffffff',
    land: { YUEDONG: '#fbead5', YUEXI: '#ddebf7', YUEBEI: '#dff1e8', PRD: '#eeeff3' },
    landHover: { YUEDONG: '#f7dcb8', YUEXI: '#c9dff2', YUEBEI: '#cbe7d9', PRD: '#e2e4ea' },
    landChosen: { YUEDONG: '#f3cd9b', YUEXI: '#b3d2ec', YUEBEI: '#b5dcc9', PRD: '#d5d8e0' },
    border: '#ffffff',
    chosenBorder: '#1a1f26',
    flow: { YUEDONG: '#c26a00', YUEXI: '#1f6fb2', YUEBEI: '#00795a', PRD: '#5f6772' },
    onFlow: '#ffffff',
    origin: '#1a1f26',
    onOrigin: '#ffffff',
    plain: '#8b95a1',
    blocked: '#b00020',
    ink: '#1a1f26',
    ink2: '#5b6673',
    focus: '#1a1f26',
  },
  dark: {
    ground: '#151a21',
    land: { YUEDONG: '#3a2b18', YUEXI: '#1a2e42', YUEBEI: '#173529', PRD: '#262d37' },
    landHover: { YUEDONG: '#4b371d', YUEXI: '#213b55', YUEBEI: '#1d4434', PRD: '#313a46' },
    landChosen: { YUEDONG: '#5e4421', YUEXI: '#294a6b', YUEBEI: '#245540', PRD: '#3d4754' },
    border: '#151a21',
    chosenBorder: '#e8ecf1',
    flow: { YUEDONG: '#f0a04b', YUEXI: '#6db4ee', YUEBEI: '#4fd0a5', PRD: '#a7b1bd' },
    onFlow: '#151a21',
    origin: '#e8ecf1',
    onOrigin: '#151a21',
    plain: '#7a8692',
    blocked: '#ff8a9b',
    ink: '#e8ecf1',
    ink2: '#a7b1bd',
    focus: '#ffffff',
  },
};

/** Sign in a mark, so that no state rests on colour or line style alone. */
export const FEASIBILITY_GLYPHS: Readonly<Record<Feasibility, string>> = {
  FEASIBLE: '●',
  UNVERIFIED: '?',
  BLOCKED: '✕',
};
