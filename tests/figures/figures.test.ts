/** Figures as they come out of linkedom at build time: names, panels, labels, styles. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { fromRuns, type Context, type LiveRun } from '../../src/figures/data/adapter.ts';
import { drawWhole } from '../../src/figures/parts/figureElement.ts';
import { figures } from '../../src/figures/index.ts';
import { reportedTable } from '../../src/figures/tables/reportedTable.ts';
import { lineTipsOf } from '../../src/figures/tips/lineTips.ts';
import { circlesExperiment, eckerleExperiment } from '../experiments/examples.ts';
import { completeRuns, liveRun, oneAxis, twoAxes } from './data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

function draw(name: keyof typeof figures, experiment: Experiment, runs: LiveRun[], context: Context = {}): Element {
  return drawWhole(figures[name].draw(fromRuns(experiment, experiment.arms, runs, new Map(), context), { document }));
}

function texts(element: Element): string[] {
  return Array.from(element.querySelectorAll('text'), (text) => text.textContent);
}

const endings = { finished: { state: 'finished' }, diverged: { state: 'diverged', step: 5, explanation: 'why' } } as const;
const twoAxesRuns = twoAxes().arms.flatMap(({ label }, index) => [1, 2, 3].map((seed) => liveRun(label, seed, [0.7, 0.1 * (index + 1) + 0.01 * seed])));

describe.each(Object.keys(figures) as (keyof typeof figures)[])('%s', (name) => {
  const { experiment, runs, context } = completeRuns();
  const data = fromRuns(experiment, experiment.arms, runs, new Map(), context);
  const figure = drawWhole(figures[name].draw(data, { document }));

  it('is an image with a name and a description', () => {
    const plots = Array.from(figure.querySelectorAll('svg.figure-plot'));
    expect(plots.length).toBeGreaterThan(0);
    for (const plot of plots) {
      expect(plot.getAttribute('role')).toBe('img');
      const title = plot.querySelector('title')?.textContent ?? '';
      const description = plot.querySelector('desc')?.textContent ?? '';
      expect(title).toContain('A fit');
      expect(description.length).toBeGreaterThan(20);
      expect(plot.getAttribute('aria-label')).toBe(`${title}. ${description}`);
    }
  });

  it('takes its colours from the page, so that one drawing serves light and dark', () => {
    const colours = Array.from(figure.querySelectorAll('[stroke], [fill]')).flatMap((element) => [
      element.getAttribute('stroke'),
      element.getAttribute('fill'),
    ]);
    expect(colours.filter((colour) => colour !== null && !/^(none|currentColor|var\(--[a-z0-9-]+\))$/.test(colour))).toEqual([]);
  });

  it('has a caption, and no style sheet of its own', () => {
    expect(figure.querySelector('figcaption')?.textContent).toMatch(/[\w)]\.$/);
    expect(figure.querySelector('style')).toBeNull();
  });

  it('writes no number that is none', () => {
    expect(figure.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says exact values where a pointer is', () => {
    const tips = figure.querySelectorAll('[data-tip], [data-values]').length;
    expect(tips).toBeGreaterThan(0);
  });

  it('can be drawn, and its tables written, with no runs at all, with one run, and with runs that diverged', () => {
    const diverged = runs.map(({ arm, seed }) => liveRun(arm, seed, [0.5], endings.diverged));
    for (const some of [[], runs.slice(0, 1), diverged]) {
      const few = fromRuns(experiment, experiment.arms, some, new Map(), context);
      const drawn = drawWhole(figures[name].draw(few, { document }));
      expect(drawn.querySelector('figcaption')?.textContent).not.toBe('');
      expect(drawn.outerHTML).not.toMatch(/NaN|undefined/);
      expect(() => figures[name].tables?.(few, { document })).not.toThrow();
    }
  });

  it('can be drawn of one arm alone', () => {
    const single = { ...experiment, axes: [] };
    const [arm] = single.arms;
    const own = runs.slice(0, 1).map((run) => ({ ...run, arm: arm!.label }));
    expect(() => drawWhole(figures[name].draw(fromRuns(single, [arm!], own, new Map(), context), { document }))).not.toThrow();
  });
});

describe('curves', () => {
  it('have one panel per label of the second axis, with its heading', () => {
    const figure = draw('curves', twoAxes(), twoAxesRuns);
    const panels = Array.from(figure.querySelectorAll('svg.figure-plot'));
    expect(panels).toHaveLength(2);
    expect(panels.map((panel) => texts(panel).filter((text) => text.startsWith('optimizer')))).toEqual([['optimizer sgd'], ['optimizer adam']]);
  });

  it('leave small panels to the curves where labels are long: a key names them once', () => {
    const compare = (second: string) => ({
      'training.optimizer': ['sgd', 'adam'],
      batches: [
        { label: 'small', set: { 'training.batchSize': 10 } },
        { label: second, set: { 'training.batchSize': 20 } },
      ],
    });
    const drawn = (second: string) =>
      draw('curves', circlesExperiment({ compare: compare(second), show: { metric: 'loss', split: 'train', color: 'batches' } }), []);
    const short = drawn('large');
    expect(short.querySelector('.figure-key')).toBeNull();
    const long = drawn('as large as it gets');
    expect(Array.from(long.querySelectorAll('.figure-key li'), (item) => item.textContent)).toEqual(['small', 'as large as it gets']);
    expect(texts(long)).not.toContain('small');
  });

  it('come in a wide and a narrow size where there is one panel', () => {
    const figure = draw('curves', oneAxis(), [liveRun('10', 1, [1, 0.5])]);
    expect(Array.from(figure.querySelectorAll('svg.figure-plot'), (plot) => plot.getAttribute('class'))).toEqual([
      'figure-plot figure-wide',
      'figure-plot figure-narrow',
    ]);
  });

  it('differ by dash as well as colour', () => {
    const figure = draw('curves', oneAxis(), [liveRun('10', 1, [1, 0.5]), liveRun('20', 1, [1, 0.7])]);
    const lines = Array.from(figure.querySelectorAll('svg.figure-wide [stroke-dasharray^="var"]'));
    expect(lines.map((line) => line.getAttribute('stroke-dasharray'))).toEqual(['var(--dash-1)', 'var(--dash-2)']);
    expect(lines.map((line) => line.getAttribute('stroke'))).toEqual(['var(--series-1)', 'var(--series-2)']);
  });

  it('keep the labels of curves that end at the same place apart', () => {
    const experiment = circlesExperiment({ compare: { 'training.batchSize': [1, 2, 4, 5, 10, 20] } });
    const runs = experiment.arms.map(({ label }) => liveRun(label, 1, [0.7, 0.30001]));
    const labels = Array.from(
      draw('curves', experiment, runs).querySelectorAll('svg.figure-narrow [font-weight="600"] text, svg.figure-narrow text[font-weight="600"]'),
    );
    const heights = labels.map((label) => Number(/,(-?[\d.]+)\)/.exec(label.getAttribute('transform') ?? '')?.[1])).sort((a, b) => a - b);
    expect(heights).toHaveLength(6);
    for (const [index, height] of heights.slice(1).entries()) expect(height - heights[index]!).toBeGreaterThanOrEqual(12.9);
  });

  it('label every tick of a log scale', () => {
    // d3 leaves labels out of wide log scales; from 0.009 to 0.7 it would drop 0.05 and 0.5.
    const figure = draw('curves', oneAxis(), [liveRun('10', 1, [0.7, 0.009])]);
    const wide = figure.querySelector('svg.figure-wide')!;
    expect(texts(wide)).toEqual(expect.arrayContaining(['0.01', '0.02', '0.05', '0.1', '0.2', '0.5']));
  });

  it('are not flattened by an arm that diverges', () => {
    const linear = oneAxis({ show: { metric: 'loss', split: 'train', scale: 'linear', x: 'epoch' } });
    const figure = draw('curves', linear, [liveRun('10', 1, [1, 0.5]), liveRun('20', 1, [1, 1e12], endings.diverged)]);
    const ticks = texts(figure.querySelector('svg.figure-wide')!);
    expect(ticks).toContain('0.8');
    expect(ticks.some((tick) => tick.includes('10¹'))).toBe(false);
  });

  it('have a band over several seeds, and none over one', () => {
    const bands = (runs: LiveRun[]) => draw('curves', oneAxis(), runs).querySelectorAll('svg.figure-wide [fill-opacity]').length;
    expect(bands([1, 2, 3].map((seed) => liveRun('10', seed, [1, 0.1 * seed])))).toBeGreaterThan(0);
    expect(bands([liveRun('10', 1, [1, 0.1])])).toBe(0);
  });
});

describe('finals', () => {
  it('show the median of each arm as a number', () => {
    // Losses 0.11, 0.12, 0.13 for the first arm, then 0.21 …, 0.31 …, 0.41 …
    expect(texts(draw('finals', twoAxes(), twoAxesRuns))).toEqual(expect.arrayContaining(['0.120', '0.220', '0.320', '0.420']));
  });

  it('say how many runs diverged', () => {
    const runs = [liveRun('10', 1, [1, 0.5]), liveRun('20', 1, [1], endings.diverged), liveRun('20', 2, [1], endings.diverged)];
    const figure = draw('finals', oneAxis(), runs);
    expect(texts(figure)).toContain('2 diverged');
    expect(figure.querySelector('desc')?.textContent).toContain('20: no finite value, 2 diverged');
  });

  it('mark the bound that a verdict names', () => {
    const bounded = oneAxis({ verdict: { metric: 'loss', split: 'train', below: 0.25 } });
    const figure = draw('finals', bounded, [liveRun('10', 1, [1, 0.5])]);
    expect(figure.querySelector('figcaption')?.textContent).toContain('Dashed: the claim’s bound, 0.250.');
    expect(figure.querySelectorAll('[stroke-dasharray="3 3"]')).toHaveLength(1);
  });

  it('mark what a source reports of the shown quantity, and their table says whether it is inside', () => {
    const at = (value: number, metric = 'loss') => ({ arm: '10', split: 'train', metric, value, source: 'E7' });
    const reporting = oneAxis({ sources: ['E7'], reported: [at(0.4), at(0.9, 'accuracy')] });
    const runs = [0.3, 0.5, 0.6].map((loss, seed) => liveRun('10', seed + 1, [1, loss]));
    const figure = draw('finals', reporting, runs);
    expect(figure.querySelector('figcaption')?.textContent).toContain('Diamond: what the source reports (E7).');
    expect(Array.from(figure.querySelectorAll('[data-tip]'), (mark) => mark.getAttribute('data-tip'))).toContain('10, reported (E7): 0.40000');
    const rows = reportedTable(fromRuns(reporting, reporting.arms, runs, new Map()))!.rows;
    expect(rows[0]).toEqual(['batch size 10', 'training loss', '0.4000', '0.5000', '0.3000 to 0.6000', '3', 'inside', 'E7']);
    expect(draw('finals', oneAxis(), runs).querySelector('figcaption')?.textContent).not.toContain('Diamond');
  });

  it('tell close bounds and medians apart, but no medians whose seeds overlap', () => {
    const band = oneAxis({
      verdict: [
        { claim: 'above', metric: 'loss', split: 'train', above: 1.2465 },
        { claim: 'below', metric: 'loss', split: 'train', below: 1.2465035 },
      ],
    });
    const exact = draw('finals', band, [liveRun('10', 1, [1, 1.2465002]), liveRun('20', 1, [1, 1.24996])]);
    expect(exact.querySelector('figcaption')?.textContent).toContain('the claim’s bounds, 1.2465, 1.2465035.');
    expect(texts(exact)).toEqual(expect.arrayContaining(['1.247', '1.250']));
    const spread = (middle: number) => [1, 2, 3].map((seed) => [1, middle + seed - 2]);
    const noisy = ['10', '20'].flatMap((arm, index) => spread(5.001 + 0.001 * index).map((losses, seed) => liveRun(arm, seed + 1, losses)));
    expect(texts(draw('finals', oneAxis(), noisy)).filter((text) => text.startsWith('5.0'))).toEqual(['5.00', '5.00']);
  });

  it('leave one arm beyond the axis that is far from all others, where there are many', () => {
    const sizes = [1, 2, 4, 5, 8, 10, 20];
    const finals = [0.1, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95];
    const show = { metric: 'loss', split: 'train', scale: 'linear' };
    const drawOf = (count: number) => {
      const experiment = circlesExperiment({ compare: { 'training.batchSize': sizes.slice(0, count) }, show });
      return draw(
        'finals',
        experiment,
        experiment.arms.map(({ label }, index) => liveRun(label, 1, [1, finals[index]!])),
      );
    };
    const many = drawOf(7);
    expect(many.querySelector('figcaption')?.textContent).toContain('Far off and beyond the axis: 1.');
    expect(texts(many)).toEqual(expect.arrayContaining(['◂', '0.100']));
    expect(drawOf(6).querySelector('figcaption')?.textContent).not.toContain('beyond');
  });
});

describe('a loss of exactly 0 on a logarithmic scale', () => {
  const experiment = oneAxis({ show: { scale: 'log' } });
  const runs = [liveRun('10', 1, [1, 0.1, 0]), liveRun('10', 2, [1, 0.1, 0.01]), liveRun('20', 1, [1, 0.5, 0]), liveRun('20', 2, [1, 0.5, 0])];

  it('is counted with the final values, and is no divergence', () => {
    const figure = draw('finals', experiment, runs);
    expect(texts(figure)).toEqual(expect.arrayContaining(['1 at 0', '2 at 0', '0.00500', '0']));
    expect(figure.querySelector('desc')?.textContent).toBe('10: median 0.00500, 1 at 0; 20: median 0, 2 at 0.');
    expect(figure.textContent).not.toContain('diverged');
    expect(figure.outerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('leads a curve to the lower edge, with its own value at the pointer', () => {
    const figure = draw('curves', experiment, [liveRun('10', 1, [1, 0.1, 0]), liveRun('20', 1, [1, 0.5, 0.2])]);
    const line = Array.from(figure.querySelectorAll('svg.figure-wide path[data-x]'), lineTipsOf).find(({ name }) => name === '10');
    expect(line?.at).toEqual(['0', '1', '2']);
    expect(line?.values).toEqual(['1.000', '0.1000', '0']);
    // The plot is 320 px high, its axis 34 px above the lower end.
    expect(line?.y.at(-1)).toBe(320 - 34);
    expect(figure.querySelector('figcaption')?.textContent).toContain('What is 0, which a logarithmic scale does not have, lies on its lower edge.');
  });
});

it('more than eight curves get a panel each, with all others behind it', () => {
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const experiment = (count: number) => oneAxis({ compare: { 'training.batchSize': sizes.slice(0, count) } });
  const runs = (count: number) => sizes.slice(0, count).map((size) => liveRun(String(size), 1, [1, 1 / size]));
  const figure = draw('curves', experiment(9), runs(9));
  const panels = Array.from(figure.querySelectorAll('svg.figure-small'));
  expect(panels.map((panel) => Array.from(panel.querySelectorAll('path[data-x]'), (path) => lineTipsOf(path).name))).toEqual(
    sizes.map((size) => [String(size)]),
  );
  // Eight curves of two points in one path.
  const behind =
    panels[0]?.querySelector('[stroke-opacity="0.2"] path')?.getAttribute('d') ?? panels[0]?.querySelector('path[stroke-opacity="0.2"]')?.getAttribute('d');
  expect(behind?.match(/M/g)).toHaveLength(8);
  expect(figure.querySelector('figcaption')?.textContent).toContain('Over epoch, one panel for each batch size; the others are in gray.');
  expect(draw('curves', experiment(8), runs(8)).querySelector('svg.figure-small')).toBeNull();
});

describe('fit', () => {
  it('draws the data of arms that have their own where they differ, and takes residuals from them', () => {
    const experiment = eckerleExperiment({ compare: { 'training.batchSize': [3, 5] }, seeds: 1 });
    const runs = ['3', '5'].map((arm) => ({ ...liveRun(arm, 1, [1]), fit: { x: [400, 500], y: [0, 0] } }));
    const points = { x: [400, 450, 500], y: [0, 1, 0] };
    const figure = draw('fit', experiment, runs, { points, armPoints: { '5': { x: [400, 450, 500], y: [0, 0.25, 0] } } });
    expect(Array.from(figure.querySelectorAll('.figure-key li'), (item) => item.textContent)).toEqual([
      'measured',
      'measured, where it differs: batch size 5',
      'batch size 3',
      'batch size 5',
    ]);
    const residuals = figure.querySelectorAll('svg.figure-wide')[1];
    // Fitted is 0 everywhere: 1² against the figure's data, 0.25² against the arm's own.
    expect(residuals?.querySelector('desc')?.textContent).toBe('3: sum of squares 1.00, largest 1.00; 5: sum of squares 0.0625, largest 0.250.');
    const context = { points, armPoints: { '5': { x: [400, 450, 500], y: [0, 0.25, 0] } } };
    const tables = figures.fit.tables?.(fromRuns(experiment, experiment.arms, runs, new Map(), context), { document });
    expect(tables?.map(({ rows }) => rows[1])).toEqual([
      ['450.00', '1.0000', '0', '1.00'],
      ['450.00', '0.25000', '0', '0.250'],
    ]);
  });

  it('draws points, reference and networks, each with an entry in the key', () => {
    const experiment = eckerleExperiment({ compare: { 'training.batchSize': [3, 5] } });
    const runs = ['3', '5'].map((arm) => ({ ...liveRun(arm, 1, [1]), fit: { x: [400, 500], y: [0, 1] } }));
    const figure = draw('fit', experiment, runs, { points: { x: [400, 450, 500], y: [0, 1, 0] }, reference: { label: 'certified', x: [400, 500], y: [0, 0] } });
    expect(Array.from(figure.querySelectorAll('.figure-key li'), (item) => item.textContent)).toEqual([
      'measured',
      'certified',
      'batch size 3',
      'batch size 5',
    ]);
    expect(figure.querySelector('svg.figure-wide')?.querySelectorAll('circle')).toHaveLength(3);
  });

  it('gives each arm residuals of its own where there are too many for one panel, and cuts outliers off', () => {
    const experiment = eckerleExperiment({ compare: { 'training.batchSize': [3, 5] } });
    const runs = ['3', '5'].map((arm) => ({ ...liveRun(arm, 1, [1]), fit: { x: [0, 300], y: [0, 0] } }));
    const x = Array.from({ length: 150 }, (_, index) => index);
    // Measured is residual: ±1 in turn, and one outlier of 50.
    const points = { x, y: x.map((at) => (at === 70 ? 50 : at % 2 === 0 ? 1 : -1)) };
    const figure = draw('fit', experiment, runs, { points });
    const panels = Array.from(figure.querySelectorAll('.figure-residuals svg.figure-plot'));
    expect(panels.map((panel) => panel.querySelectorAll('[data-tip]').length)).toEqual([150, 150]);
    expect(panels.map((panel) => texts(panel).filter((text) => ['3', '5'].includes(text)))).toEqual([['3'], ['5']]);
    // 149 of size 1 and one of 50: 2649, in three digits.
    expect(panels[0]?.querySelector('desc')?.textContent).toBe('3: sum of squares 2650, largest 50.0.');
    expect(texts(panels[0]!)).toContain('2');
    expect(texts(panels[0]!)).not.toContain('20');
    expect(figure.querySelector('figcaption')?.textContent).toContain('what is larger at the edge');
    const few = draw('fit', experiment, runs, { points: { x: x.slice(0, 50), y: x.slice(0, 50) } });
    expect(few.querySelector('.figure-residuals')).toBeNull();
  });
});
