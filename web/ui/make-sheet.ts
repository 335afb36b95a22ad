import type { ExportSheet } from '../export/export-sheet.ts';
import { exportTexts } from '../i18n/export-texts.ts';
import type { Page } from '../state/page.ts';

/** The present exhibit as a sheet for exports and prints; null while there is nothing to show. */
export function makeSheet(page: Page): ExportSheet | null {
  const { exhibit, release } = page;
  if (exhibit === null || release === null) return null;
  return {
    exhibit,
    release: { id: release.id, at: release.at, coverage: page.texts.coverage[release.coverage] },
    madeAt: new Date(page.now()),
    link: page.link(),
    lang: page.lang,
    theme: page.url.theme,
    texts: page.textsOf(exportTexts),
    numbers: page.numbers,
  };
}
