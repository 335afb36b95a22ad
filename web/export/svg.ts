import { escapeXml } from '../graph/picture/xml-text.ts';
import type { MakeFile } from './exporter.ts';
import type { ExportSheet } from './export-sheet.ts';
import { layoutPictureSheet, SHEET_COLOURS, SHEET_FONT, type LegendMark, type SheetLine } from './picture-sheet.ts';

const DASHES: Readonly<Record<LegendMark['borderStyle'], string>> = {
  solid: '',
  dashed: ' stroke-dasharray="4 3"',
  dotted: ' stroke-dasharray="1.5 2"',
};

/** The sheet as vectors. The picture stands in it as it comes from the view, moved to its place. */
export function svgText(
  sheet: ExportSheet,
  pictureSvg: string,
  size: { readonly width: number; readonly height: number },
): string {
  const colours = SHEET_COLOURS[sheet.theme];
  const { width, height, picture, lines, marks } = layoutPictureSheet(sheet, size);
  const number = (value: number): string => String(Math.round(value * 100) / 100);
  const line = ({ text, x, y, size: fontSize, bold, tone }: SheetLine): string =>
    `<text x="${number(x)}" y="${number(y)}" font-size="${fontSize}"${bold ? ' font-weight="bold"' : ''} fill="${colours[tone]}">${escapeXml(text)}</text>`;
  const mark = ({
    x,
    y,
    width: markWidth,
    height: markHeight,
    sign,
    fill,
    ink,
    border,
    borderStyle,
  }: LegendMark): string =>
    [
      `<rect x="${number(x)}" y="${number(y)}" width="${markWidth}" height="${markHeight}" rx="3"`,
      ` fill="${escapeXml(fill)}" stroke="${escapeXml(border)}" stroke-width="1.5"${DASHES[borderStyle]}/>`,
      `<text x="${number(x + markWidth / 2)}" y="${number(y + markHeight * 0.76)}" font-size="12" font-weight="bold"`,
      ` text-anchor="middle" fill="${escapeXml(ink)}">${escapeXml(sign)}</text>`,
    ].join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(SHEET_FONT)}">`,
    `<title>${escapeXml(sheet.exhibit.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    ...lines.map(line),
    `<g transform="translate(${number(picture.x)} ${number(picture.y)})">`,
    pictureSvg.replace(/^\s*<\?xml[^>]*\?>\s*/, ''),
    '</g>',
    ...marks.map(mark),
    '</svg>',
    '',
  ].join('\n');
}

export const makeFile: MakeFile = async (sheet) => {
  const { picture } = sheet.exhibit;
  if (picture === null) throw new Error('This view shows no picture.');
  const text = svgText(sheet, await picture.toSvg(), { width: picture.width, height: picture.height });
  return new Blob([text], { type: 'image/svg+xml;charset=utf-8' });
};
