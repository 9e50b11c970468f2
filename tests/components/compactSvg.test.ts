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
});
