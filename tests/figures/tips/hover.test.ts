import { parseHTML } from 'linkedom';
import { expect, test, vi } from 'vitest';
import { compactSvg } from '../../../src/published/compactSvg.ts';
import { detachTips } from '../../../src/published/detachTips.ts';
import { fromRuns } from '../../../src/figures/data/adapter.ts';
import { drawWhole } from '../../../src/figures/parts/figureElement.ts';
import { tipAt } from '../../../src/figures/tips/hover.ts';
import { figures } from '../../../src/figures/index.ts';
import { nearestTip, type PlotTips } from '../../../src/figures/tips/plotTips.ts';
import { liveRun, oneAxis } from '../data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

function curves(): Element {
  const experiment = oneAxis();
  const runs = [liveRun('10', 1, [1, 0.5, 0.25]), liveRun('20', 1, [1, 0.8, 0.7])];
  return drawWhole(figures.curves.draw(fromRuns(experiment, experiment.arms, runs, new Map()), { document }));
}

/** linkedom lays nothing out: every plot at its own size, ten pixels from the corner of the screen. */
function laidOut(html: string): Document {
  const { document: page } = parseHTML(html);
  for (const plot of page.querySelectorAll('svg.figure-plot')) Object.assign(plot, { getScreenCTM: () => ({ a: 1, d: 1, e: 10, f: 10 }) });
  return page;
}

/** The middle point of the line of the arm "10", from its path "M…L…L…". */
function middleOf(figure: Element, size: string): { x: number; y: number } {
  const path = figure.querySelector(`svg.figure-${size} path[data-name="10"], svg.figure-${size} path[stroke-width="1.8"]`)!.getAttribute('d')!;
  const [x, y] = /L([\d.]+),([\d.]+)L/.exec(path)!.slice(1).map(Number);
  return { x: x!, y: y! };
}

const nothing = () => undefined;

test.each(['wide', 'narrow'])('a line says the value of its nearest point, in the %s size of its plot', (size) => {
  const drawn = curves();
  const { x, y } = middleOf(drawn, size);
  const plot = laidOut(drawn.outerHTML).querySelector(`svg.figure-${size}`)!;
  expect(tipAt(plot, x + 10 + 3, y + 10 - 3, nothing)).toBe('10, epoch 1: 0.5000');
  expect(tipAt(plot, x + 10 + 60, y + 10 + 60, nothing)).toBeUndefined();
});

test('a recorded plot says the same, from what it fetches when it is first pointed at', async ({ onTestFinished }) => {
  const drawn = curves();
  const { x, y } = middleOf(drawn, 'wide');
  const tips = detachTips([drawn]);
  expect(drawn.outerHTML).not.toMatch(/data-(tip|x|values)=/);
  const figure = drawn.outerHTML.replace(/<svg [\s\S]*?<\/svg>/g, compactSvg);
  const plot = laidOut(`<div data-tips-from="/experiments/a.tips.json">${figure}</div>`).querySelector('svg.figure-wide')!;
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(Response.json(tips)));
  vi.stubGlobal('fetch', fetch);
  onTestFinished(() => void vi.unstubAllGlobals());
  const tip = (onLoad = nothing) => tipAt(plot, x + 10 + 3, y + 10 - 3, onLoad);
  await new Promise<void>((resolve) => expect(tip(resolve as typeof nothing)).toBeUndefined());
  expect(tip()).toBe('10, epoch 1: 0.5000');
  expect(fetch.mock.calls).toEqual([['/experiments/a.tips.json']]);
});

test('of recorded marks, each tells where it stands, also in moved groups', () => {
  const { document: page } = parseHTML(
    '<figure><svg class="figure-plot"><g transform="translate(0.5,2)"><circle cx="10" cy="20" data-tip="a"/>' +
      '<path transform="translate(30,40)" data-tip="b"/></g><path d="M0,0L9,0L9,9Z" data-tip="area"/></svg></figure>',
  );
  expect(detachTips([page.querySelector('figure')!])).toEqual([
    {
      points: [
        [10.5, 22, 'a'],
        [30.5, 42, 'b'],
      ],
      lines: [],
    },
  ]);
  expect(page.querySelectorAll('[data-tip]')).toHaveLength(1);
});

test('a mark says its own text; outside of plots there is none', () => {
  const { document: page } = parseHTML('<svg class="figure-plot"><g data-tip="seed 1: 0.5"><circle/></g></svg><p></p>');
  expect(tipAt(page.querySelector('circle')!, 0, 0, nothing)).toBe('seed 1: 0.5');
  expect(tipAt(page.querySelector('p')!, 0, 0, nothing)).toBeUndefined();
});

test('of points and lines the nearest is told, if it is near on the screen', () => {
  const line = { name: 'layer 1', axis: '', at: [], values: ['a', 'b'], x: [10, 30], y: [10, 30] };
  const tips: PlotTips = { points: [[12, 20, 'mark']], lines: [line] };
  expect(nearestTip(tips, { x: 8, y: 12 }, 1)).toBe('layer 1: a');
  expect(nearestTip(tips, { x: 12, y: 18 }, 1)).toBe('mark');
  expect(nearestTip(tips, { x: 32, y: 28 }, 1)).toBe('layer 1: b');
  // Twelve pixels of the plot are 36 of the screen.
  expect(nearestTip(tips, { x: 42, y: 30 }, 1)).toBe('layer 1: b');
  expect(nearestTip(tips, { x: 42, y: 30 }, 3)).toBeUndefined();
});
