import type { policyZh } from '../../i18n/policy.zh-CN.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import type { ExhibitPicture } from '../../state/exhibit.ts';
import { marksIn } from './duty-matrix.ts';
import { matrixSvg } from './matrix-svg.ts';
import { shortName } from './short-name.ts';
import type { PolicyState } from './use-policy.ts';

/** The matrix as shown, whole and without scrolling, in the colours of the page. */
export function matrixPicture(
  state: PolicyState,
  texts: SameTexts<typeof policyZh>,
  answer: string | null,
): ExhibitPicture {
  const { page } = state;
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const columns = state.columns.value;
  const { svg, width, height } = matrixSvg({
    title: texts.board.duties,
    answer,
    heads: columns.map(({ body }) => shortName(body, page.lang)),
    groups: state.chapters.value.map((chapter) => ({
      name: chapter.number === 0 ? texts.actionsShort : `${texts.chapterShort(chapter.number)} ${chapter.name ?? ''}`,
      rows: chapter.rows.map((row) => ({
        number: String(row.measure.number),
        heading: page.nameOf(row.measure),
        cells:
          row.measure.clause === null
            ? []
            : columns.map(({ body }) => marksIn(row, body.code, state.role.value).map((duty) => duty.role)),
        note: row.measure.clause === null ? texts.list.noClause : null,
        silent: row.measure.clause !== null && row.leads === 0 ? texts.list.noLead : null,
      })),
    })),
    legend: { lead: texts.matrix.legendLead, support: texts.matrix.legendSupport },
    colours: {
      ground: colour('--ground'),
      box: colour('--box'),
      ink: colour('--ink'),
      quiet: colour('--ink-2'),
      line: colour('--line'),
      accent: colour('--accent'),
    },
    font: colour('--font').replace(/"/g, "'"),
    uprightHeads: page.lang === 'zh',
  });
  return {
    width,
    height,
    toSvg: () => Promise.resolve(svg),
    toPng: (scale) => pngOf(svg, width, height, scale),
  };
}

/** Draws an SVG document into a PNG. Error: rejects where the browser cannot draw it. */
async function pngOf(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The matrix could not be drawn.'));
      else resolve(blob);
    }, 'image/png');
  });
}
