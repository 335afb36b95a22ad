import { escapeXml } from './xml-text.ts';

/** How far the alphabetic baseline lies below the baseline that a text is placed by, px; negative = above. */
export type BaselineShift = (font: string, baseline: CanvasTextBaseline, text: string) => number;

/** What the layers of the page's pictures paint with: a canvas or this package's SVG. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'closePath' | 'setTransform' | 'lineJoin' | 'lineWidth' | 'textBaseline' | 'font'
> & {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  fill(): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
};

/** `[a, b, c, d, e, f]`: x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [number, number, number, number, number, number];

interface Pen {
  matrix: Matrix;
  fillStyle: string | SvgGradient;
  strokeStyle: string | SvgGradient;
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  miterLimit: number;
  lineDashOffset: number;
  dash: readonly number[];
  globalAlpha: number;
  globalCompositeOperation: GlobalCompositeOperation;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
}

const FIRST_PEN: Pen = {
  matrix: [1, 0, 0, 1, 0, 0],
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  dash: [],
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};

const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** A run of colours along a line, as the canvas has it; the line is in the units of the drawing that is filled with it. */
export class SvgGradient {
  readonly stops: { readonly offset: number; readonly colour: string }[] = [];
  readonly line: readonly [number, number, number, number];

  constructor(line: readonly [number, number, number, number]) {
    this.line = line;
  }

  addColorStop(offset: number, colour: string): void {
    this.stops.push({ offset, colour });
  }
}

/**
 * A drawing context that writes SVG: what Cytoscape's canvas renderer and the layers of the map call, and nothing else.
 * Points are transformed as they come, so the result needs no nested groups; texts stand on the alphabetic baseline,
 * which every SVG program places alike. Only transforms that keep shapes similar (move, turn, equal scale) are met here.
 */
export class SvgContext implements Brush {
  matrix = FIRST_PEN.matrix;
  fillStyle: string | SvgGradient = FIRST_PEN.fillStyle;
  strokeStyle: string | SvgGradient = FIRST_PEN.strokeStyle;
  lineWidth = FIRST_PEN.lineWidth;
  lineCap = FIRST_PEN.lineCap;
  lineJoin = FIRST_PEN.lineJoin;
  miterLimit = FIRST_PEN.miterLimit;
  lineDashOffset = FIRST_PEN.lineDashOffset;
  dash = FIRST_PEN.dash;
  globalAlpha = FIRST_PEN.globalAlpha;
  globalCompositeOperation = FIRST_PEN.globalCompositeOperation;
  font = FIRST_PEN.font;
  textAlign = FIRST_PEN.textAlign;
  textBaseline = FIRST_PEN.textBaseline;

  private readonly pens: Pen[] = [];
  private readonly elements: string[] = [];
  private gradients = 0;
  private path = '';
  /** The end of the path, in px of the picture. */
  private at = { x: 0, y: 0 };

  private readonly baselineShift: BaselineShift;

  constructor(baselineShift: BaselineShift) {
    this.baselineShift = baselineShift;
  }

  /** Everything painted so far as SVG elements. */
  get body(): string {
    return this.elements.join('\n');
  }

  /** A document of its own on a ground. */
  document(width: number, height: number, ground: string): string {
    const size = `width="${round(width)}" height="${round(height)}"`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${round(width)} ${round(height)}">`,
      `<rect ${size} fill="${escapeXml(ground)}"/>`,
      this.body,
      '</svg>',
    ].join('\n');
  }

  save(): void {
    this.pens.push({
      matrix: this.matrix,
      fillStyle: this.fillStyle,
      strokeStyle: this.strokeStyle,
      lineWidth: this.lineWidth,
      lineCap: this.lineCap,
      lineJoin: this.lineJoin,
      miterLimit: this.miterLimit,
      lineDashOffset: this.lineDashOffset,
      dash: this.dash,
      globalAlpha: this.globalAlpha,
      globalCompositeOperation: this.globalCompositeOperation,
      font: this.font,
      textAlign: this.textAlign,
      textBaseline: this.textBaseline,
    });
  }

  restore(): void {
    const pen = this.pens.pop();
    if (pen !== undefined) Object.assign(this, pen);
  }

  setTransform(a?: number | DOMMatrix2DInit, b?: number, c?: number, d?: number, e?: number, f?: number): void {
    if (typeof a !== 'number') throw new Error('A transform is given as six numbers.');
    this.matrix = [a, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  scale(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a * x, b * x, c * y, d * y, e, f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    this.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  createLinearGradient(x0: number, y0: number, x1: number, y1: number): SvgGradient {
    return new SvgGradient([x0, y0, x1, y1]);
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash];
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.at = this.onPicture(x, y);
    this.path += `M${point(this.at)}`;
  }

  lineTo(x: number, y: number): void {
    this.lineToPicture(this.onPicture(x, y));
  }

  closePath(): void {
    if (this.path !== '') this.path += 'Z';
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.at = this.onPicture(x, y);
    this.path += `Q${point(this.onPicture(cx, cy))} ${point(this.at)}`;
  }

  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    const corner = this.onPicture(x1, y1);
    const after = this.onPicture(x2, y2);
    const inward = direction(corner, this.at);
    const outward = direction(corner, after);
    const cross = inward.x * outward.y - inward.y * outward.x;
    const r = radius * this.zoom();
    if (r === 0 || Math.abs(cross) < 1e-9) {
      this.lineToPicture(corner);
      return;
    }
    const angle = Math.acos(Math.max(-1, Math.min(1, inward.x * outward.x + inward.y * outward.y)));
    const reach = r / Math.tan(angle / 2);
    this.lineToPicture({ x: corner.x + inward.x * reach, y: corner.y + inward.y * reach });
    this.at = { x: corner.x + outward.x * reach, y: corner.y + outward.y * reach };
    this.path += `A${round(r)} ${round(r)} 0 0 ${cross < 0 ? 1 : 0} ${point(this.at)}`;
  }

  arc(x: number, y: number, radius: number, start: number, end: number, isBackward = false): void {
    this.ellipse(x, y, radius, radius, 0, start, end, isBackward);
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    start: number,
    end: number,
    isBackward = false,
  ): void {
    const turn = isBackward ? start - end : end - start;
    const sweep = turn >= 2 * Math.PI ? 2 * Math.PI : ((turn % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
    const signed = isBackward ? -sweep : sweep;
    const onRim = (angle: number): { readonly x: number; readonly y: number } => {
      const along = radiusX * Math.cos(angle);
      const across = radiusY * Math.sin(angle);
      return this.onPicture(
        x + along * Math.cos(rotation) - across * Math.sin(rotation),
        y + along * Math.sin(rotation) + across * Math.cos(rotation),
      );
    };
    this.lineToPicture(onRim(start));
    const zoom = this.zoom();
    const [a, b] = this.matrix;
    const tilt = ((rotation + Math.atan2(b, a)) * 180) / Math.PI;
    // An arc of SVG that ends where it begins is nothing, so it goes in two halves.
    for (const part of [0.5, 1]) {
      this.at = onRim(start + signed * part);
      const radii = `${round(radiusX * zoom)} ${round(radiusY * zoom)}`;
      this.path += `A${radii} ${round(tilt)} 0 ${isBackward ? 0 : 1} ${point(this.at)}`;
    }
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  /** Nothing to clear: each picture starts on a page of its own. */
  clearRect(): void {
    // Cytoscape clears before it draws.
  }

  fill(): void {
    if (!this.isPainting() || this.path === '') return;
    this.elements.push(`<path d="${this.path}"${this.paint('fill', this.fillStyle)}/>`);
  }

  stroke(): void {
    if (!this.isPainting() || this.path === '' || this.lineWidth === 0) return;
    this.elements.push(`<path d="${this.path}" fill="none"${this.line(this.zoom())}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    if (this.isPainting()) this.elements.push(this.text(text, x, y, this.paint('fill', this.fillStyle)));
  }

  strokeText(text: string, x: number, y: number): void {
    if (this.isPainting() && this.lineWidth > 0) {
      this.elements.push(this.text(text, x, y, ` fill="none"${this.line(1)}`));
    }
  }

  /** What is painted to erase what lies below has no counterpart in SVG and is left out. */
  private isPainting(): boolean {
    return this.globalCompositeOperation !== 'destination-out' && this.globalAlpha > 0;
  }

  private onPicture(x: number, y: number): { readonly x: number; readonly y: number } {
    const [a, b, c, d, e, f] = this.matrix;
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }

  private lineToPicture(to: { readonly x: number; readonly y: number }): void {
    this.at = to;
    this.path += `${this.path === '' ? 'M' : 'L'}${point(to)}`;
  }

  private zoom(): number {
    const [a, b, c, d] = this.matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  private paint(attribute: 'fill' | 'stroke', style: string | SvgGradient): string {
    if (style instanceof SvgGradient) return ` ${attribute}="url(#${this.define(style)})"`;
    const { colour, alpha } = colourOf(style);
    const opacity = alpha * this.globalAlpha;
    return ` ${attribute}="${escapeXml(colour)}"${opacity < 1 ? ` ${attribute}-opacity="${round(opacity)}"` : ''}`;
  }

  /** Writes a gradient as it lies on the picture now; returns its name. */
  private define({ line, stops }: SvgGradient): string {
    const id = `gradient-${String(this.gradients)}`;
    this.gradients += 1;
    const from = this.onPicture(line[0], line[1]);
    const to = this.onPicture(line[2], line[3]);
    const place = `x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}"`;
    const colours = stops.map(({ offset, colour }) => {
      const { colour: name, alpha } = colourOf(colour);
      const opacity = alpha * this.globalAlpha;
      const fade = opacity < 1 ? ` stop-opacity="${round(opacity)}"` : '';
      return `<stop offset="${round(offset)}" stop-color="${escapeXml(name)}"${fade}/>`;
    });
    this.elements.push(
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${place}>${colours.join('')}</linearGradient>`,
    );
    return id;
  }

  private line(zoom: number): string {
    const parts = [this.paint('stroke', this.strokeStyle), ` stroke-width="${round(this.lineWidth * zoom)}"`];
    if (this.lineCap !== 'butt') parts.push(` stroke-linecap="${this.lineCap}"`);
    if (this.lineJoin !== 'miter') parts.push(` stroke-linejoin="${this.lineJoin}"`);
    if (this.dash.length > 0) {
      parts.push(` stroke-dasharray="${this.dash.map((length) => round(length * zoom)).join(' ')}"`);
      if (this.lineDashOffset !== 0) parts.push(` stroke-dashoffset="${round(this.lineDashOffset * zoom)}"`);
    }
    return parts.join('');
  }

  private text(text: string, x: number, y: number, paint: string): string {
    const font = fontOf(this.font);
    const baseline = y + this.baselineShift(this.font, this.textBaseline, text);
    const transform = isIdentity(this.matrix) ? '' : ` transform="matrix(${this.matrix.map(round).join(' ')})"`;
    const place = `x="${round(x)}" y="${round(baseline)}" text-anchor="${ANCHORS[this.textAlign]}"`;
    return `<text ${place}${transform}${font}${paint}>${escapeXml(text)}</text>`;
  }
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function point({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)} ${round(y)}`;
}

function direction(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? { x: 0, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function isIdentity(matrix: Matrix): boolean {
  return FIRST_PEN.matrix.every((value, index) => value === matrix[index]);
}

/** Colour and opacity apart: programs that print SVG do not all read `rgba()`. */
function colourOf(style: string): { readonly colour: string; readonly alpha: number } {
  const parts = /^rgba\(\s*(\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\s*\)$/.exec(style);
  if (parts === null) return { colour: style, alpha: 1 };
  const [, red, green, blue, alpha] = parts;
  return { colour: `rgb(${String(red)},${String(green)},${String(blue)})`, alpha: Number(alpha) };
}

/** The attributes of a CSS font: `[style] [weight] 12px family`. */
function fontOf(font: string): string {
  const parts = /^(.*?)([\d.]+)px\s+(.*)$/.exec(font);
  if (parts === null) throw new Error(`The font "${font}" has no size in px.`);
  const [, words = '', size = '', family = ''] = parts;
  const weight = /\b(bold|[1-9]00)\b/.exec(words)?.[1];
  const isItalic = /\b(italic|oblique)\b/.test(words);
  return [
    ` font-family="${escapeXml(family)}" font-size="${size}"`,
    weight === undefined || weight === '400' ? '' : ` font-weight="${weight}"`,
    isItalic ? ' font-style="italic"' : '',
  ].join('');
}
