/** What the benchmark asks of the page. */
export interface PanningProbe {
  /** Elements drawn. */
  readonly elements: number;
  /** Starts to note the time between frames; `stop` gives them, ms. */
  start(): void;
  stop(): readonly number[];
}

declare global {
  interface Window {
    panning?: PanningProbe;
  }
}
