/**
 * What a view shows at this moment, in a form that exports, prints and "show this as GraphQL" can work from: exactly what
 * is on the screen, after all filters, with where it comes from. A view hands it to `page.present`.
 */
export interface Exhibit {
  /** Stem of file names, without spaces, for example `揭阳-产业链缺口`. */
  readonly fileStem: string;
  /** Heading of the sheet. */
  readonly title: string;
  /** The answer in one sentence, as it stands above the picture; null while there is none. */
  readonly answer: string | null;
  /** Filters and parameters in force, in words. */
  readonly filters: readonly { readonly label: string; readonly value: string }[];
  /** The equal table; its rows in the order shown. */
  readonly table: ExhibitTable;
  /** The picture; null where the view shows none (or only its table). */
  readonly picture: ExhibitPicture | null;
  /** Nodes and links of the picture, for GraphML and JSON; null where the picture is no graph. */
  readonly graph: ExhibitGraph | null;
  /** The very questions behind it, in the order asked. */
  readonly queries: readonly ExhibitQuery[];
  /** One line for each source of what is shown: title, publisher, date. */
  readonly sources: readonly string[];
}

export interface ExhibitTable {
  readonly columns: readonly ExhibitColumn[];
  /**
   * One value a column. Null = unknown or not applicable: an empty cell in CSV and XLSX, null in JSON, never a zero; the
   * state stands in a text column beside it.
   */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ExhibitColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number';
  /** False: files have it, paper has no room for it. */
  readonly onPaper?: false;
}

export interface ExhibitPicture {
  /** Size of the whole picture, CSS px. */
  readonly width: number;
  readonly height: number;
  /** The whole picture with its background, `scale` px to a CSS px. */
  toPng(scale: number): Promise<Blob>;
  /** The same as vectors with its background, an SVG document. */
  toSvg(): Promise<string>;
  /** What colours and signs mean, in the order of the page's legend; stands under the picture on sheets. */
  readonly legend?: readonly ExhibitLegendEntry[];
  /** Maps only: 审图号 or the words that the map must carry. */
  readonly mapNote?: string;
}

export interface ExhibitLegendEntry {
  /** The sign inside the mark; empty where colour and line say all. */
  readonly sign: string;
  readonly label: string;
  readonly fill: string;
  readonly ink: string;
  readonly border: string;
  readonly borderStyle: 'solid' | 'dashed' | 'dotted';
}

export interface ExhibitGraph {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly attributes: ExhibitAttributes }[];
  readonly links: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly attributes: ExhibitAttributes;
  }[];
}

/** Null = unknown: the attribute is left out of GraphML and null in JSON. */
export type ExhibitAttributes = Readonly<Record<string, string | number | boolean | null>>;

export interface ExhibitQuery {
  /** Operation text without the fragments that it does not use. */
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
