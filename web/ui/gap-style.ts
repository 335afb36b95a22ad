import type { GapGrade } from '../api/generated/operations.ts';
import type { Theme } from '../state/url-state.ts';

/** Look of a grade: colour, sign and border together, so that none of them is needed alone. */
export interface GapStyle {
  readonly fill: string;
  readonly ink: string;
  readonly border: string;
  readonly borderStyle: 'solid' | 'dashed' | 'dotted';
  readonly borderWidth: number;
  readonly glyph: string;
}

/** Order of the legend and of the answer: gaps first, then what holds, then what is not known. */
export const GAP_ORDER: readonly GapGrade[] = [
  'MISSING',
  'LIKELY_MISSING',
  'SHORT',
  'THIN',
  'AMPLE',
  'NO_DEMAND',
  'NO_DATA',
];

/** Grades that call for work. */
export const GAP_GRADES_TO_ACT: readonly GapGrade[] = ['MISSING', 'LIKELY_MISSING', 'SHORT', 'THIN'];

const INK = '#1a1a1a';

// Okabe–Ito fills with dark text, tested for protan, deutan and tritan vision and for black-and-white print.
const filled = (fill: string, border: string, glyph: string): GapStyle => ({
  fill,
  ink: INK,
  border,
  borderStyle: 'solid',
  borderWidth: 1.5,
  glyph,
});

const SHARED = {
  AMPLE: filled('#009e73', '#00724f', '●'),
  THIN: filled('#f0e442', '#b3a800', '◐'),
  SHORT: filled('#e69f00', '#a87300', '▲'),
} as const;

/** Looks in both themes. */
export const GAP_STYLES: Readonly<Record<Theme, Readonly<Record<GapGrade, GapStyle>>>> = {
  light: {
    ...SHARED,
    MISSING: { fill: '#ffffff', ink: INK, border: '#b00020', borderStyle: 'dashed', borderWidth: 2, glyph: '✕' },
    LIKELY_MISSING: {
      fill: '#ffffff',
      ink: INK,
      border: '#b00020',
      borderStyle: 'dotted',
      borderWidth: 2,
      glyph: '✕?',
    },
    NO_DEMAND: {
      fill: '#ffffff',
      ink: INK,
      border: '#6f7985',
      borderStyle: 'solid',
      borderWidth: 1,
      glyph: '–',
    },
    NO_DATA: { fill: '#d9d9d9', ink: INK, border: '#7b8794', borderStyle: 'dotted', borderWidth: 1.5, glyph: '?' },
  },
  dark: {
    ...SHARED,
    MISSING: { fill: '#1a2029', ink: '#f2f4f7', border: '#ff6b81', borderStyle: 'dashed', borderWidth: 2, glyph: '✕' },
    LIKELY_MISSING: {
      fill: '#1a2029',
      ink: '#f2f4f7',
      border: '#ff6b81',
      borderStyle: 'dotted',
      borderWidth: 2,
      glyph: '✕?',
    },
    NO_DEMAND: {
      fill: '#1a2029',
      ink: '#f2f4f7',
      border: '#8b95a1',
      borderStyle: 'solid',
      borderWidth: 1,
      glyph: '–',
    },
    NO_DATA: {
      fill: '#3a434e',
      ink: '#f2f4f7',
      border: '#94a0ad',
      borderStyle: 'dotted',
      borderWidth: 1.5,
      glyph: '?',
    },
  },
};
