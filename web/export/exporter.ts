import type { ExportTexts } from '../i18n/export-texts.ts';
import type { Exhibit } from '../state/exhibit.ts';
import type { ExportSheet } from './export-sheet.ts';

/** Makes one kind of file. */
export type MakeFile = (sheet: ExportSheet) => Promise<Blob>;

/** A format in the export menu. */
export interface Exporter {
  /** Extension of the file; also its name in links and tests. */
  readonly id: string;
  readonly label: (texts: ExportTexts) => string;
  /** Whether the exhibit has what the format needs; null = yes, otherwise why not. */
  readonly missing: (exhibit: Exhibit, texts: ExportTexts) => string | null;
  /** Fetches the code that makes the file; nothing of it is in the first load of the page. */
  readonly load: () => Promise<{ readonly makeFile: MakeFile }>;
}
