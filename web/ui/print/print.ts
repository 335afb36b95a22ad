import './print.css';
import type { ExportSheet } from '../../export/export-sheet.ts';
import type { Page } from '../../state/page.ts';
import { makeSheet } from '../make-sheet.ts';
import { buildPrintSheet, type Paper } from './print-sheet.ts';

/** Image pixels a px of the page: sharp on paper. */
const PRINT_SCALE = 3;

let shown: { readonly root: HTMLElement; readonly pictureUrl: string | null } | null = null;

function put(root: HTMLElement, pictureUrl: string | null): void {
  takeAway();
  shown = { root, pictureUrl };
  document.body.append(root);
  document.body.classList.add('printing');
}

function takeAway(): void {
  if (shown === null) return;
  shown.root.remove();
  document.body.classList.remove('printing');
  if (shown.pictureUrl?.startsWith('blob:') === true) URL.revokeObjectURL(shown.pictureUrl);
  shown = null;
}

/**
 * Lays out what is shown as a sheet, its picture at print resolution, then opens the browser's print dialog. Paper is
 * white, so a dark page is drawn light for as long as the picture is taken. Does nothing while there is nothing to show.
 */
export async function printPage(page: Page, paper: Paper): Promise<void> {
  const { theme } = page.url;
  let sheet: ExportSheet | null = null;
  let pictureUrl: string | null = null;
  try {
    if (theme !== 'light') {
      page.go({ theme: 'light' }, 'correction');
      await drawnAgain();
    }
    sheet = makeSheet(page);
    const picture = sheet?.exhibit.picture ?? null;
    if (picture !== null) pictureUrl = URL.createObjectURL(await picture.toPng(PRINT_SCALE));
  } finally {
    if (theme !== 'light') page.go({ theme }, 'correction');
  }
  if (sheet === null) return;
  const root = buildPrintSheet(sheet, paper, pictureUrl);
  put(root, pictureUrl);
  await root.querySelector('img')?.decode();
  window.print();
}

/** Two frames on, everything that follows a change of the page is drawn. */
function drawnAgain(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
}

/**
 * Prints that the page did not begin (the browser's own menu) cannot wait for a picture, so the sheet gets the canvases
 * as they stand. Returns how to stop watching.
 */
export function watchPrints(page: Page): () => void {
  const before = (): void => {
    if (shown !== null) return;
    const sheet = makeSheet(page);
    if (sheet !== null) put(buildPrintSheet(sheet, 'A4', standingPicture()), null);
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', takeAway);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', takeAway);
    takeAway();
  };
}

/** The picture on the screen, its layers laid over each other on the page's ground; null where there is none. */
function standingPicture(): string | null {
  const holder = document.querySelector<HTMLElement>('#main [role="application"]');
  const layers = [...(holder?.querySelectorAll('canvas') ?? [])].filter((canvas) => canvas.width > 0);
  const [first] = layers;
  if (holder === null || first === undefined) return null;
  const canvas = document.createElement('canvas');
  canvas.width = first.width;
  canvas.height = first.height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of layers) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
