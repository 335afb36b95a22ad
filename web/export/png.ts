import { imageOf, openCanvas, pngOf } from '../graph/picture/graph-picture.ts';
import type { MakeFile } from './exporter.ts';
import { layoutPictureSheet, SHEET_COLOURS, SHEET_FONT, type LegendMark } from './picture-sheet.ts';

/** Image pixels a px of the page: sharp in a report. */
const SCALE = 2;

const DASHES: Readonly<Record<LegendMark['borderStyle'], readonly number[]>> = {
  solid: [],
  dashed: [4, 3],
  dotted: [1.5, 2],
};

/** The picture on its ground with title, answer, legend and what the file says of itself. */
export const makeFile: MakeFile = async (sheet) => {
  const { picture } = sheet.exhibit;
  if (picture === null) throw new Error('This view shows no picture.');
  const colours = SHEET_COLOURS[sheet.theme];
  const placed = layoutPictureSheet(sheet, { width: picture.width, height: picture.height });
  const { canvas, context } = openCanvas(document, placed.width * SCALE, placed.height * SCALE, colours.ground);
  context.scale(SCALE, SCALE);
  const { x, y, width, height } = placed.picture;
  context.drawImage(await imageOf(await picture.toPng(SCALE)), x, y, width, height);
  for (const mark of placed.marks) {
    context.fillStyle = mark.fill;
    context.fillRect(mark.x, mark.y, mark.width, mark.height);
    context.strokeStyle = mark.border;
    context.lineWidth = 1.5;
    context.setLineDash([...DASHES[mark.borderStyle]]);
    context.strokeRect(mark.x, mark.y, mark.width, mark.height);
    context.setLineDash([]);
    context.fillStyle = mark.ink;
    context.font = `bold 12px ${SHEET_FONT}`;
    context.textAlign = 'center';
    context.fillText(mark.sign, mark.x + mark.width / 2, mark.y + mark.height * 0.76);
  }
  context.textAlign = 'left';
  for (const line of placed.lines) {
    context.font = `${line.bold ? 'bold ' : ''}${line.size}px ${SHEET_FONT}`;
    context.fillStyle = colours[line.tone];
    context.fillText(line.text, line.x, line.y);
  }
  return pngOf(canvas);
};
