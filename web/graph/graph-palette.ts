/** The canvas does not inherit CSS, so it is told the page's font and colours. */
export const GRAPH_FONT = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** Colours of everything on the canvas but the states. */
export interface GraphPalette {
  /** Ground of the page, on which the picture stands. */
  readonly page: string;
  /** Ground behind faded segments. */
  readonly ground: string;
  readonly stage: string;
  readonly heading: string;
  readonly link: string;
  readonly fadedLink: string;
  readonly fadedInk: string;
  readonly fadedBorder: string;
  /** Handles that open and fold. */
  readonly handle: string;
  readonly accent: string;
  readonly focus: string;
}

export const GRAPH_PALETTES: Readonly<Record<'light' | 'dark', GraphPalette>> = {
  light: {
    page: '#ffffff',
    ground: '#ffffff',
    stage: '#f6f8fa',
    heading: '#1a1f26',
    link: '#b4bec9',
    fadedLink: '#e1e6eb',
    fadedInk: '#7f8a96',
    fadedBorder: '#d5dbe1',
    handle: '#5b6673',
    accent: '#2457a6',
    focus: '#1a1f26',
  },
  dark: {
    page: '#151a21',
    ground: '#1a2029',
    stage: '#1d242e',
    heading: '#e8ecf1',
    link: '#56626f',
    fadedLink: '#2d3641',
    fadedInk: '#76828f',
    fadedBorder: '#343e4a',
    handle: '#a7b1bd',
    accent: '#7fb0f5',
    focus: '#ffffff',
  },
};
