/** What tells the series of a figure apart, as styles/tokens.css defines it for light pages, dark pages and paper. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seriesStyle } from '../../../src/figures/parts/seriesStyle.ts';

const STYLES = 12;
const css = readFileSync('src/styles/tokens.css', 'utf8');
const themes = css.split(/(?=--fc-paper:)/).slice(1);
const token = (text: string, name: string) => new RegExp(`${name}: ([^;]+);`).exec(text)?.[1] ?? '';

describe('series', () => {
  const styles = Array.from({ length: STYLES }, (_, index) => seriesStyle(index));

  it('differ by colour and by dash, and the next of a colour by its marker', () => {
    for (const part of ['color', 'dash'] as const) expect(new Set(styles.map((style) => style[part])).size).toBe(STYLES);
    expect(seriesStyle(STYLES).color).toBe(styles[0]?.color);
    expect(seriesStyle(STYLES).symbol).not.toBe(styles[0]?.symbol);
    expect(new Set(styles.map(({ dash }) => token(css, dash.slice(4, -1)))).size).toBe(STYLES);
  });

  it.each(themes.map((text, index) => [['light', 'dark', 'print'][index], text] as const))('can be seen: 3 : 1 against the paper, %s', (_name, text) => {
    const paper = luminance(token(text, '--fc-paper'));
    const colors = styles.map(({ color }) => token(text, color.slice(4, -1)));
    expect(new Set(colors).size).toBe(STYLES);
    for (const color of colors) {
      const [dark, light] = [paper, luminance(color)].sort((a, b) => a - b) as [number, number];
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(3);
    }
  });
});

/** Relative luminance of #rrggbb or #rgb, as WCAG 2 defines it. */
function luminance(color: string): number {
  const digits = color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
