import { describe, expect, it } from 'vitest';
import { gridSize, surfaceTile } from '../../src/figures/surfaceTile.ts';

/** Two outputs; class 1 leads by `lead` right of the middle and is behind by it on the left. 4 × 4 points. */
function halves(lead: number) {
  const row = [-lead, -lead, lead, lead].map((margin) => (1 + margin) / 2);
  const one = [row, row, row, row];
  return { outputs: [one.map((values) => values.map((value) => 1 - value)), one] };
}

const paths = (svg: string) => Array.from(svg.matchAll(/<path ([^>]*?)d="([^"]*)"/g), ([, style = '', d = '']) => ({ style, d }));

describe('a decision surface as a tile', () => {
  it('puts the border half way between the points where the lead changes hands', () => {
    // Points stand at 0.5, 1.5, 2.5, 3.5; equal leads on both sides of 1.5 and 2.5 are level at 2.
    const border = paths(surfaceTile(halves(0.5))).find(({ style }) => style.includes('fill="none"'));
    expect(border?.d).toContain('2 ');
    for (const x of (border?.d ?? '').matchAll(/[ML](\S+) /g)) expect(Number(x[1])).toBeLessThanOrEqual(2);
  });

  it('has a band for each lead that is reached, and none for others', () => {
    // A lead of 0.5 fills the bands from 0 and from 1/3, not that from 2/3.
    const filled = paths(surfaceTile(halves(0.5))).filter(({ style, d }) => !style.includes('fill="none"') && d !== '');
    expect(filled).toHaveLength(4);
  });

  it('points x₂ up: what leads in the last row is at the top', () => {
    const up = [
      [0, 0],
      [1, 1],
    ];
    const svg = surfaceTile({ outputs: [up.map((row) => row.map((value) => 1 - value)), up] });
    const strong = paths(svg).filter(({ style, d }) => style.includes('series-2') && d !== '');
    for (const y of (strong[0]?.d ?? '').matchAll(/[ML]\S+ ([^LMZ]+)/g)) expect(Number(y[1])).toBeLessThanOrEqual(1);
  });

  it('draws nothing where a diverged network has no finite output', () => {
    const nothing = [
      [NaN, NaN],
      [NaN, NaN],
    ];
    expect(paths(surfaceTile({ outputs: [nothing, nothing] })).every(({ d }) => d === '')).toBe(true);
  });

  it('knows the size of its grid', () => {
    expect(gridSize(halves(1))).toEqual({ columns: 4, rows: 4 });
  });
});
