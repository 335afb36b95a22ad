import { describe, expect, test } from 'vitest';
import { matrixSvg, type MatrixDrawing } from '../../../web/views/policy/matrix-svg.ts';

const drawing: MatrixDrawing = {
  title: '措施×部门',
  answer: '30 条 <措施> & "其他"',
  heads: ['工信厅', '市监局'],
  groups: [
    {
      name: '第三章',
      rows: [
        { number: '11', heading: '提升产品品质', cells: [['SUPPORT'], ['LEAD']], note: null, silent: null },
        { number: '24', heading: '引进培育高端人才', cells: [['LEAD', 'SUPPORT'], []], note: null, silent: null },
        { number: '30', heading: '发挥行业组织桥梁纽带作用', cells: [[], []], note: null, silent: '未写明牵头' },
      ],
    },
    {
      name: '专项行动',
      rows: [{ number: '1', heading: '新活力', cells: [], note: '没有责任分工条款', silent: null }],
    },
  ],
  legend: { lead: '牵头', support: '参与' },
  colours: { ground: '#fff', box: '#eee', ink: '#000', quiet: '#555', line: '#ddd', accent: '#2457a6' },
  font: 'sans-serif',
  uprightHeads: true,
};

describe('the drawn matrix', () => {
  const { svg, width, height } = matrixSvg(drawing);
  const circles = svg.match(/<circle [^>]*>/g) ?? [];

  test('has a disc for each lead and a ring for each part, and one of both in the legend', () => {
    expect(circles.filter((one) => one.includes('fill="#2457a6"'))).toHaveLength(2 + 1);
    expect(circles.filter((one) => one.includes('fill="none"'))).toHaveLength(2 + 1);
  });

  test('sets the two marks of one cell apart', () => {
    const centres = circles.map(
      (one) => `${/cx="([\d.]+)"/.exec(one)?.[1] ?? ''} ${/cy="([\d.]+)"/.exec(one)?.[1] ?? ''}`,
    );
    expect(new Set(centres).size).toBe(circles.length);
  });

  test('says who names no lead and what has no clause', () => {
    expect(svg).toContain('未写明牵头');
    expect(svg).toContain('没有责任分工条款');
  });

  test('keeps signs of markup in words as words', () => {
    expect(svg).toContain('30 条 &lt;措施&gt; &amp; &quot;其他&quot;');
  });

  test('breaks a long answer into lines and moves the grid down', () => {
    const sentence = '措施'.repeat(80);
    const long = matrixSvg({ ...drawing, answer: sentence });
    const lines = (long.svg.match(/<text [^>]*font-size="13"[^>]*>[措施]+</g) ?? []).map((one) =>
      one.replace(/^<[^>]*>|<$/g, ''),
    );
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('').length).toBe(sentence.length);
    expect(long.height).toBe(height + 20 * (lines.length - 1));
  });

  test('is one document with the size that it states, everything inside of it', () => {
    expect(svg.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`)).toBe(true);
    expect(svg.endsWith('</svg>')).toBe(true);
    for (const one of circles) {
      expect(Number(/cx="([\d.]+)"/.exec(one)?.[1])).toBeLessThan(width);
      expect(Number(/cy="([\d.]+)"/.exec(one)?.[1])).toBeLessThan(height);
    }
  });
});
