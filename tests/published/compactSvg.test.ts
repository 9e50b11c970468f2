import { describe, expect, it } from 'vitest';
import { compactSvg } from '../../src/published/compactSvg.ts';

describe('compact SVG', () => {
  it('leaves out points on the line between their neighbours and keeps corners', () => {
    const svg = compactSvg('<svg width="20" height="10" viewBox="0 0 20 10"><path d="M0,0L5,5.01L10,10L20,0"/></svg>');
    expect(svg).toContain('d="m0 0 10 10L20 0"');
  });

  it('says how large it is where nothing has been laid out yet', () => {
    expect(compactSvg('<svg width="20" height="10" viewBox="0 0 20 10"><path d="M0,0L20,10"/></svg>')).toContain('style="--own-width:20px;aspect-ratio:20/10"');
  });

  it('draws edges of shaded areas on half pixels, and keeps symbols as they are', () => {
    const edge = Array.from({ length: 14 }, (_, index) => `${10 * index},${index % 2 ? 3.3 : 20.2}`).join('L');
    const compact = compactSvg(`<svg width="140" height="30"><path d="M${edge}Z"/><path d="M0.3,0.3L5.7,0.3L3,4.2Z"/></svg>`);
    const [area, symbol] = Array.from(compact.matchAll(/ d="([^"]*)"/g), ([, d]) => d);
    // 20.2 stands at 20, 3.3 at 3.5.
    expect(area).toMatch(/^[mM]0 20l? ?10(-16| 3)\.5/);
    for (const number of area?.match(/-?(\d*\.\d+|\d+)/g) ?? []) expect((2 * Number(number)) % 1).toBeCloseTo(0, 10);
    expect(symbol).toContain('.3');
  });

  it('keeps title, description and text', () => {
    const svg = '<svg role="img" aria-label="Loss" width="1" height="1"><title>Loss</title><desc>It falls.</desc><text x="0.123456">0.0377</text></svg>';
    const compact = compactSvg(svg);
    for (const part of ['aria-label="Loss"', '<title>Loss</title>', '<desc>It falls.</desc>', '>0.0377</text>', 'x=".12"']) expect(compact).toContain(part);
  });

  it('leaves curves and dash arrays as they are', () => {
    const compact = compactSvg('<svg width="1" height="1"><path stroke-dasharray="var(--dash-2)" d="M0,0C1,2,3,4,5,6"/></svg>');
    expect(compact).toContain('var(--dash-2)');
    expect(compact).toMatch(/d="M0 0[cC]1 2 3 4 5 6"/i);
  });

  it('reads numbers that only their points separate', () => {
    const stars = [10, 30].map((x) => `<path data-mark="" transform="translate(${x + 0.5},9.5)" d="M0,0L0.9,2.8L3.8,2.8Z"/>`).join('');
    expect(compactSvg(`<svg width="40" height="40"><g>${stars}</g></svg>`)).toMatch(/ d="m10\.5 9\.5l\.9 2\.8h2\.9[zZ]m20 0l\.9 2\.8h2\.9[zZ]"/);
  });

  it('draws marks of one look as one path, and others apart', () => {
    const circles = [30, 10].map((x) => `<circle data-mark="" cx="${x}" cy="20" r="2" fill="red"/>`).join('');
    const squares = [1, 5].map((x) => `<path data-mark="" transform="translate(${x},7)" d="M-1,-1L1,-1L1,1L-1,1Z"/>`).join('');
    const bands = '<path d="M0,0L9,0L9,9Z"/><path d="M1,1L8,1L8,8Z"/>';
    const compact = compactSvg(`<svg width="40" height="40"><g>${circles}${squares}${bands}</g></svg>`);
    const paths = Array.from(compact.matchAll(/ d="([^"]*)"/g), ([, d]) => d);
    expect(paths).toHaveLength(4);
    expect(paths[0]).toMatch(/^m8 20a2 2 0 1 0 4 0 2 2 0 1 0-4 0z?m20 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0z?$/);
    expect(paths[1]).toMatch(/^m0 6h2v2H0[zZ]m4 0h2v2H4[zZ]$/);
    expect(compact).not.toContain('data-mark');
  });
});
