import { describe, expect, it } from 'vitest';
import { compactSvg } from '../../src/components/experiments/compactSvg.ts';

describe('compact SVG', () => {
  it('leaves out points on the line between their neighbours and keeps corners', () => {
    const svg = compactSvg('<svg width="20" height="10" viewBox="0 0 20 10"><path d="M0,0L5,5.01L10,10L20,0"/></svg>');
    expect(svg).toContain('d="m0 0 10 10L20 0"');
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
    expect(compactSvg(`<svg width="40" height="40"><g>${stars}</g></svg>`)).toMatch(/ d="m10\.5 9\.5\.9 2\.8h2\.9[zZ]M30\.5 9\.5l\.9 2\.8h2\.9[zZ]"/);
  });

  it('draws marks of one look as one path, and others apart', () => {
    const circles = [10, 30].map((x) => `<circle data-mark="" cx="${x}" cy="20" r="2" fill="red"/>`).join('');
    const squares = [1, 5].map((x) => `<path data-mark="" transform="translate(${x},7)" d="M-1,-1L1,-1L1,1L-1,1Z"/>`).join('');
    const bands = '<path d="M0,0L9,0L9,9Z"/><path d="M1,1L8,1L8,8Z"/>';
    const compact = compactSvg(`<svg width="40" height="40"><g>${circles}${squares}${bands}</g></svg>`);
    const paths = Array.from(compact.matchAll(/ d="([^"]*)"/g), ([, d]) => d);
    expect(paths).toHaveLength(4);
    expect(paths[0]).toMatch(/^M8 20a2 2 0 1 0 4 0 2 2 0 1 0-4 0z?M28 20a2 2 0 1 0 4 0 2 2 0 1 0-4 0z?$/);
    expect(paths[1]).toMatch(/^M0 6h2v2H0[zZ]M4 6h2v2H4[zZ]$/);
    expect(compact).not.toContain('data-mark');
  });
});
