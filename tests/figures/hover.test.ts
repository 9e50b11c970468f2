import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { compactSvg } from '../../src/components/experiments/compactSvg.ts';
import { arms } from '../../src/experiments/expand.ts';
import { fromRuns } from '../../src/figures/adapter.ts';
import { drawWhole } from '../../src/figures/figureElement.ts';
import { parseCorners, tipAt } from '../../src/figures/hover.ts';
import { figures } from '../../src/figures/index.ts';
import { liveRun, oneAxis } from './data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

function curves(): Element {
  const experiment = oneAxis();
  const runs = [liveRun('10', 1, [1, 0.5, 0.25]), liveRun('20', 1, [1, 0.8, 0.7])];
  return drawWhole(figures.curves.draw(fromRuns(experiment, arms(experiment), runs, new Map()), { document }));
}

test.each([
  ['as it was drawn', (figure: string) => figure],
  ['made smaller', (figure: string) => figure.replace(/<svg [\s\S]*?<\/svg>/g, compactSvg)],
])('a line %s says the value of its nearest point, in whichever size of the plot the pointer is', (_name, treat) => {
  const drawn = curves();
  const { document: page } = parseHTML(treat(drawn.outerHTML));
  // linkedom lays nothing out: every plot at its own size, ten pixels from the corner of the screen.
  for (const plot of page.querySelectorAll('svg.figure-plot')) Object.assign(plot, { getScreenCTM: () => ({ a: 1, d: 1, e: 10, f: 10 }) });
  for (const size of ['wide', 'narrow']) {
    const line = drawn.querySelector(`svg.figure-${size} path[data-x]`)!;
    const corners = parseCorners(line.getAttribute('d')!);
    expect(corners).toHaveLength(3);
    const { x, y } = corners[1]!;
    const plot = page.querySelector(`svg.figure-${size}`)!;
    expect(tipAt(plot, x + 10 + 3, y + 10 - 3)).toBe('10, epoch 1: 0.5000');
    expect(tipAt(plot, x + 10 + 60, y + 10 + 60)).toBeUndefined();
  }
});

test('a mark says its own text; outside of plots there is none', () => {
  const { document: page } = parseHTML('<svg class="figure-plot"><g data-tip="seed 1: 0.5"><circle/></g></svg><p></p>');
  expect(tipAt(page.querySelector('circle')!, 0, 0)).toBe('seed 1: 0.5');
  expect(tipAt(page.querySelector('p')!, 0, 0)).toBeUndefined();
});

test('a histogram says the count of the bin under the pointer, near the top of the bin', () => {
  const { document: page } = parseHTML(
    '<svg class="figure-plot"><path d="M0,50L0,10L20,10L20,30L40,30L40,50" data-name="layer 1" data-x="10 30" data-values="a|b"/></svg>',
  );
  const plot = Object.assign(page.querySelector('svg')!, { getScreenCTM: () => ({ a: 1, d: 1, e: 0, f: 0 }) });
  expect([tipAt(plot, 8, 12), tipAt(plot, 32, 28)]).toEqual(['layer 1: a', 'layer 1: b']);
});

test('corners are those of absolute, relative and shortened commands', () => {
  const corners = [
    { x: 1, y: 2 },
    { x: 4, y: 2 },
    { x: 4, y: 1.5 },
    { x: 5, y: 0.5 },
  ];
  expect(parseCorners('M1,2L4,2L4,1.5L5,.5')).toEqual(corners);
  expect(parseCorners('M1 2h3v-.5l1-1')).toEqual(corners);
});
