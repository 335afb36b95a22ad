import { describe, expect, it } from 'vitest';
import { SvgContext } from '../../../web/graph/picture/svg-context.ts';
import { parseXml } from '../../support/workbook-reader.ts';

/** The baseline asked for is 4 px below the alphabetic one. */
const context = (): SvgContext => new SvgContext((_font, baseline) => (baseline === 'alphabetic' ? 0 : -4));

describe('a canvas context that writes SVG', () => {
  it('moves, scales and turns points as a canvas does', () => {
    const svg = context();
    svg.translate(10, 20);
    svg.scale(2, 2);
    svg.rotate(Math.PI / 2);
    svg.moveTo(1, 0);
    svg.lineTo(0, 1);
    svg.stroke();
    // (1,0) turned by 90° is (0,1), doubled and moved (10,22); (0,1) becomes (-1,0), then (8,20).
    expect(svg.body).toContain('d="M10 22L8 20"');
    expect(svg.body).toContain('stroke-width="2"');
  });

  it('restores everything that was saved', () => {
    const svg = context();
    svg.save();
    svg.translate(5, 5);
    svg.fillStyle = 'red';
    svg.setLineDash([1, 2]);
    svg.restore();
    svg.moveTo(0, 0);
    svg.lineTo(1, 1);
    svg.stroke();
    expect(svg.fillStyle).toBe('#000000');
    expect(svg.body).toContain('d="M0 0L1 1"');
    expect(svg.body).not.toContain('dasharray');
  });

  it.each([
    { turn: 'right', x2: 10, y2: 10, end: '10 4', sweep: 1 },
    { turn: 'left', x2: 10, y2: -10, end: '10 -4', sweep: 0 },
  ])('rounds a corner to the $turn with the tangent points of arcTo', ({ x2, y2, end, sweep }) => {
    const svg = context();
    svg.moveTo(0, 0);
    svg.arcTo(10, 0, x2, y2, 4);
    svg.stroke();
    expect(svg.body).toContain(`d="M0 0L6 0A4 4 0 0 ${sweep} ${end}"`);
  });

  it('draws a full circle as two halves, since one arc would be nothing', () => {
    const svg = context();
    svg.beginPath();
    svg.arc(10, 10, 5, 0, 2 * Math.PI);
    svg.fill();
    expect(svg.body).toContain('d="M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10"');
  });

  it('keeps dashes, widths and opacity, with the colour apart from its opacity', () => {
    const svg = context();
    svg.scale(3, 3);
    svg.strokeStyle = 'rgba(1, 2, 3, 0.5)';
    svg.globalAlpha = 0.5;
    svg.lineWidth = 2;
    svg.setLineDash([4, 3]);
    svg.moveTo(0, 0);
    svg.lineTo(1, 0);
    svg.stroke();
    expect(svg.body).toContain('stroke="rgb(1,2,3)" stroke-opacity="0.25"');
    expect(svg.body).toContain('stroke-width="6"');
    expect(svg.body).toContain('stroke-dasharray="12 9"');
  });

  it('sets texts on the alphabetic baseline with their font, escaped', () => {
    const svg = context();
    svg.font = 'normal bold 13px "Noto Sans CJK SC", sans-serif';
    svg.textBaseline = 'middle';
    svg.textAlign = 'center';
    svg.fillText('印 & <染>\u0000', 5, 20);
    const [text] = [...parseXml(svg.document(10, 10, '#fff')).querySelectorAll('text')];
    expect(text?.textContent).toBe('印 & <染>');
    expect(text?.getAttribute('y')).toBe('16');
    expect(text?.getAttribute('text-anchor')).toBe('middle');
    expect(text?.getAttribute('font-weight')).toBe('bold');
    expect(text?.getAttribute('font-family')).toBe('"Noto Sans CJK SC", sans-serif');
  });

  it('leaves out what only erases', () => {
    const svg = context();
    svg.globalCompositeOperation = 'destination-out';
    svg.fillRect(0, 0, 5, 5);
    expect(svg.body).toBe('');
  });

  it('stands on its ground', () => {
    const document = parseXml(context().document(120, 80, '#151a21'));
    const ground = document.querySelector('rect');
    expect(['width', 'height', 'fill'].map((name) => ground?.getAttribute(name))).toEqual(['120', '80', '#151a21']);
  });
});
