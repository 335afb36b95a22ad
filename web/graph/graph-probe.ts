/** Upright rectangle inside the picture, px on screen. */
export interface ProbeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the browser tests may see of the graph; read-only. */
export interface GraphProbe {
  /** Ids of all elements. */
  ids(): string[];
  classes(id: string): string[];
  /** Words that an element shows; empty where it shows none. */
  label(id: string): string;
  box(id: string): ProbeBox;
  /** Places of the names that are painted beside the graph, by id of their element; empty where the graph has its own. */
  painted(): readonly (ProbeBox & { readonly id: string })[];
  zoom(): number;
  /** Resolves after the fonts are there and the next frame was drawn. */
  readonly idle: Promise<void>;
}

declare global {
  interface Window {
    __graph?: GraphProbe;
  }
}
