import type { ExportTexts } from '../i18n/export-texts.ts';
import type { Numbers } from '../i18n/numbers.ts';
import type { Exhibit } from '../state/exhibit.ts';
import type { Lang, Theme } from '../state/url-state.ts';

/** What leaves the page: the exhibit and what every file says of itself, whatever its format. */
export interface ExportSheet {
  readonly exhibit: Exhibit;
  readonly release: { readonly id: string; readonly at: string; readonly coverage: string };
  readonly madeAt: Date;
  /** Link to what is shown. */
  readonly link: string;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly texts: ExportTexts;
  readonly numbers: Numbers;
}

/** A statement about the file: what it is about and what it says. */
export interface SheetFact {
  readonly label: string;
  readonly value: string;
}

/**
 * The statements that every export carries: filters and parameters, release, date of making, link, and sources one by
 * one. Without a source that is said, too.
 */
export function sheetFacts(sheet: ExportSheet): readonly SheetFact[] {
  const { exhibit, texts, release, numbers } = sheet;
  const words = texts.facts;
  const sources = exhibit.sources.length === 0 ? [words.noSource] : exhibit.sources;
  return [
    ...exhibit.filters,
    { label: words.release, value: words.releaseValue(release.id, numbers.day(release.at), release.coverage) },
    { label: words.madeAt, value: madeAtText(sheet.madeAt) },
    { label: words.link, value: sheet.link },
    ...sources.map((value) => ({ label: words.source, value })),
    ...(exhibit.picture?.mapNote === undefined ? [] : [{ label: words.map, value: exhibit.picture.mapNote }]),
    { label: words.unknown, value: words.unknownValue },
  ];
}

/** Date and time of making in China, to the minute. */
export function madeAtText(time: Date): string {
  return `${new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} +08:00`;
}

/** Name of the file: stem, day of making, extension; without characters that file systems refuse. */
export function fileName(sheet: ExportSheet, extension: string): string {
  const stem = sheet.exhibit.fileStem.replace(/[\s\\/:*?"<>|]+/g, '-').replace(/^-+|-+$/g, '');
  return `${stem}-${madeAtText(sheet.madeAt).slice(0, 10)}.${extension}`;
}
