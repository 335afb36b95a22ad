import type { Operation } from '../api/operation.ts';
import type { ExhibitPicture, ExhibitQuery } from '../state/exhibit.ts';

/** A source as far as an export names it. */
export interface NamedSource {
  readonly code: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
}

/** Title, publisher and date of a source, as it stands under exports. */
export function sourceWords(source: NamedSource, undated: string): string {
  return [source.title, source.publisher ?? '', source.date ?? undated].filter((part) => part !== '').join(' · ');
}

/** Each source once, by its title, in the order met. */
export function sourceLines(sources: readonly NamedSource[], undated: string): readonly string[] {
  const byCode = new Map(sources.map((source) => [source.code, source] as const));
  return [...byCode.values()].map((source) => sourceWords(source, undated));
}

/** An operation as asked, for "show this as GraphQL". */
export function queryOf<Result, Variables extends Readonly<Record<string, unknown>>>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): ExhibitQuery {
  return { text: operation.text, variables };
}

/** A picture without what sheets say beside it. */
export type ShownPicture = Pick<ExhibitPicture, 'width' | 'height' | 'toPng' | 'toSvg'>;

/** Room between pictures that stand below each other, CSS px. */
const STACK_GAP = 24;

/** Several pictures as one, below each other, on the ground of the page. */
export function stackedPicture(pictures: readonly ShownPicture[], ground: string): ShownPicture {
  const width = (): number => Math.max(...pictures.map((picture) => picture.width));
  const height = (): number =>
    pictures.reduce((sum, picture) => sum + picture.height, 0) + STACK_GAP * (pictures.length - 1);
  const tops = (): readonly number[] => {
    let top = 0;
    return pictures.map((picture) => {
      const here = top;
      top += picture.height + STACK_GAP;
      return here;
    });
  };
  return {
    get width() {
      return width();
    },
    get height() {
      return height();
    },
    toPng: async (scale) => {
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(width() * scale);
      canvas.height = Math.round(height() * scale);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('The browser gives no canvas to draw on.');
      context.fillStyle = ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
      const places = tops();
      const images = await Promise.all(pictures.map(async (picture) => createImageBitmap(await picture.toPng(scale))));
      images.forEach((image, position) => {
        context.drawImage(image, 0, Math.round((places[position] ?? 0) * scale));
        image.close();
      });
      return new Promise((resolve, reject) => {
        canvas.toBlob((blob) => {
          if (blob === null) reject(new Error('The browser made no picture of the canvas.'));
          else resolve(blob);
        }, 'image/png');
      });
    },
    toSvg: async () => {
      const parts = await Promise.all(pictures.map((picture) => picture.toSvg()));
      const places = tops();
      // Each keeps its own names: ids of one drawing must not answer for another's.
      const nested = parts.map((part, position) =>
        part
          .replace(/^<\?xml[^>]*\?>\s*/, '')
          .replace(/\b(id="|href="#|url\(#)/g, (start) => `${start}p${String(position)}-`)
          .replace(/^<svg/, `<svg y="${String(places[position] ?? 0)}"`),
      );
      const size = `width="${String(width())}" height="${String(height())}"`;
      return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${String(width())} ${String(height())}"><rect ${size} fill="${ground}"/>${nested.join('')}</svg>`;
    },
  };
}

/** A picture of the page's graphs with what sheets say beside it; its size is that of the moment it is taken. */
export function pictureWith(picture: ShownPicture, beside: Pick<ExhibitPicture, 'legend' | 'mapNote'>): ExhibitPicture {
  return {
    get width() {
      return picture.width;
    },
    get height() {
      return picture.height;
    },
    toPng: (scale) => picture.toPng(scale),
    toSvg: () => picture.toSvg(),
    ...beside,
  };
}
