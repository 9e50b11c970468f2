import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { arms } from '../../src/experiments/expand.ts';
import { fromRuns } from '../../src/figures/adapter.ts';
import { drawWhole } from '../../src/figures/figureElement.ts';
import { parseCorners, textOf, tipAt } from '../../src/figures/hover.ts';
import { figures } from '../../src/figures/index.ts';
import { liveRun, oneAxis } from './data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

function curves(): Element {
  const experiment = oneAxis();
  const runs = [liveRun('10', 1, [1, 0.5, 0.25]), liveRun('20', 1, [1, 0.8, 0.7])];
  const figure = drawWhole(figures.curves.draw(fromRuns(experiment, arms(experiment), runs, new Map()), { document }));
  // linkedom lays nothing out: every plot at its own size, ten pixels from the corner of the screen.
  for (const plot of figure.querySelectorAll('svg.figure-plot')) Object.assign(plot, { getScreenCTM: () => ({ a: 1, d: 1, e: 10, f: 10 }) });
  return figure;
}

test('a line says the value of its nearest corner, in whichever size of the plot the pointer is', () => {
  const figure = curves();
  for (const size of ['wide', 'narrow']) {
    const plot = figure.querySelector(`svg.figure-${size}`)!;
    const line = plot.querySelectorAll('path[data-values], path[data-line]')[0]!;
    const corners = parseCorners(line.getAttribute('d')!);
    expect(corners).toHaveLength(3);
    const { x, y } = corners[1]!;
    expect(tipAt(plot, x + 10 + 3, y + 10 - 3)).toBe('10, epoch 1: 0.5000');
    expect(tipAt(plot, x + 10 + 60, y + 10 + 60)).toBeUndefined();
  }
});

test('a mark says its own text; outside of plots there is none', () => {
  const { document: page } = parseHTML('<svg class="figure-plot"><g data-tip="seed 1: 0.5"><circle/></g></svg><p></p>');
  expect(tipAt(page.querySelector('circle')!, 0, 0)).toBe('seed 1: 0.5');
  expect(tipAt(page.querySelector('p')!, 0, 0)).toBeUndefined();
});

test('a histogram has two corners for each bin, between two on the base', () => {
  const { document: page } = parseHTML('<svg><path data-name="layer 1" data-pairs="yes" data-values="a|b"/></svg>');
  const path = page.querySelector('path')!;
  expect([0, 1, 2, 3, 4, 5].map((corner) => textOf(path, corner))).toEqual([
    'layer 1: a',
    'layer 1: a',
    'layer 1: a',
    'layer 1: b',
    'layer 1: b',
    'layer 1: b',
  ]);
});
