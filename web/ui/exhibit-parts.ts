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

/** A picture of the page's graphs with what sheets say beside it; its size is that of the moment it is taken. */
export function pictureWith(
  picture: Pick<ExhibitPicture, 'width' | 'height' | 'toPng' | 'toSvg'>,
  beside: Pick<ExhibitPicture, 'legend' | 'mapNote'>,
): ExhibitPicture {
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
