/** Figures of what probes read: marks and tables against numbers by hand (see readings() in data.ts). */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fromRuns } from '../../src/figures/data/adapter.ts';
import { leads } from '../../src/figures/parts/leads.ts';
import type { FigureData } from '../../src/figures/data/figureData.ts';
import { drawWhole } from '../../src/figures/parts/figureElement.ts';
import { densities } from '../../src/figures/kinds/histograms.ts';
import { figures } from '../../src/figures/index.ts';
import { atStep, stepsOf } from '../../src/figures/data/readings.ts';
import { pictureUri } from '../../src/figures/parts/svg.ts';
import { levelOf as outputLevel } from '../../src/figures/kinds/activity.ts';
import { levelOf } from '../../src/figures/kinds/weightImages.ts';
import { circlesExperiment } from '../experiments/examples.ts';
import { liveRun, mistakes, readings, reliabilityBins } from './data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** One arm per batch size, one seed, all with the same readings. */
function dataOf(batches: number[] = [10]): FigureData {
  const experiment = circlesExperiment({ compare: { 'training.batchSize': batches } });
  const confusion = {
    train: [
      [3, 1],
      [0, 4],
    ],
  };
  const runs = experiment.arms.map(({ label }) => ({
    ...liveRun(label, 1, [1, 0.5]),
    probes: readings(),
    confusion,
    mistakes: mistakes(),
    reliability: { train: reliabilityBins() },
  }));
  return fromRuns(experiment, experiment.arms, runs, new Map());
}

function draw(name: keyof typeof figures, data = dataOf()): Element {
  return drawWhole(figures[name].draw(data, { document }));
}

function tips(figure: Element): (string | null)[] {
  return Array.from(figure.querySelectorAll('[data-tip]'), (element) => element.getAttribute('data-tip'));
}

function table(name: keyof typeof figures, data = dataOf()) {
  return figures[name].tables?.(data, { document }) ?? [];
}

describe('small multiples', () => {
  it.each(['decision', 'network', 'histograms', 'weightImages', 'activity', 'landscape', 'confusion', 'mistakes', 'reliability'] as const)(
    '%s has a panel for each arm, headed with its name',
    (name) => {
      const panels = Array.from(draw(name, dataOf([10, 20, 50])).querySelectorAll('svg.figure-plot'));
      const headings = panels.map((panel) =>
        Array.from(panel.querySelectorAll('text'), (text) => text.textContent).find((text) => text.startsWith('batch size')),
      );
      const parts = name === 'histograms' ? [', weights', ', biases'] : [''];
      expect(headings).toEqual([10, 20, 50].flatMap((size) => parts.map((part) => `batch size ${size}${part}`)));
    },
  );
});

describe('movement', () => {
  it('shows the end alone, since nothing has moved before training', () => {
    expect(table('movement')).toEqual([
      expect.objectContaining({ head: ['arm', 'moment', 'layer 1', 'layer 2', 'output'], rows: [['10', 'after 1 epoch', '0.0100', '0.100', '1.00']] }),
    ]);
    const plots = Array.from(draw('movement').querySelectorAll('svg.figure-plot'));
    expect(plots.map((plot) => tips(plot))).toEqual([['10, layer 1: 0.0100', '10, layer 2: 0.100', '10, output: 1.00']]);
  });
});

describe('profiles', () => {
  it('leave a run that diverged out of the panels of the end, and say so', () => {
    const experiment = circlesExperiment({ compare: { 'training.batchSize': [10, 20] } });
    const diverged = { state: 'diverged', step: 3, explanation: 'why' } as const;
    const runs = [
      { ...liveRun('10', 1, [1, 0.5]), probes: readings() },
      { ...liveRun('20', 1, [1], diverged), probes: readings().filter(({ step }) => step === 0) },
    ];
    const figure = draw('profiles', fromRuns(experiment, experiment.arms, runs, new Map()));
    const titles = Array.from(figure.querySelectorAll('svg.figure-plot title'), (title) => title.textContent);
    expect(titles.filter((title) => title.includes('after 1 epoch')).every((title) => !title.includes('before training'))).toBe(true);
    expect(titles.some((title) => title.endsWith('after 1 epoch'))).toBe(true);
    expect(figure.querySelector('figcaption')?.textContent).toContain('Read before training alone, because the run diverged: 20.');
  });

  it('show the standard deviation of each layer, the square root of the variance, before and after', () => {
    // Variances 4, 1, 0.25 before training, four times as much after it.
    expect(table('profiles').find(({ caption }) => caption.includes('standard deviation'))?.rows).toEqual([
      ['10', 'before training', '2.00', '1.00', '0.500'],
      ['10', 'after 1 epoch', '4.00', '2.00', '1.00'],
    ]);
  });

  it('put each layer at its place on a logarithmic scale', () => {
    // Gradient norms 0.01, 0.1, 1 are even steps of a logarithm: the dots lie on a straight line.
    const panel = Array.from(draw('profiles').querySelectorAll('svg.figure-plot')).find((plot) =>
      plot.getAttribute('aria-label')?.includes('gradient norm of each layer, before'),
    );
    const dots = Array.from(panel!.querySelectorAll('[data-tip]'), (dot) => ['cx', 'cy'].map((name) => Number(dot.getAttribute(name))));
    const [first, second, third] = dots as [number[], number[], number[]];
    expect(second[0]! - first[0]!).toBeCloseTo(third[0]! - second[0]!, 0);
    expect(first[1]! - second[1]!).toBeCloseTo(second[1]! - third[1]!, 0);
    expect(first[1]).toBeGreaterThan(third[1]!);
  });

  it('put outputs in one place, called out, however many layers are before them', () => {
    const data = dataOf([10, 20]);
    for (const reading of data.arms[1]!.readings!) if (reading.probe === 'gradients') reading.layers.shift();
    expect(table('profiles', data).find(({ caption }) => caption.includes('gradient norm'))).toMatchObject({
      head: ['arm', 'moment', 'layer 1', 'layer 2', 'output'],
      rows: [
        ['10', 'before training', '0.0100', '0.100', '1.00'],
        ['10', 'after 1 epoch', '0.0200', '0.200', '2.00'],
        ['20', 'before training', '0.100', '–', '1.00'],
        ['20', 'after 1 epoch', '0.200', '–', '2.00'],
      ],
    });
    const figure = draw('profiles', data);
    const plot = Array.from(figure.querySelectorAll('svg.figure-plot')).find((one) =>
      one.getAttribute('aria-label')?.includes('gradient norm of each layer, before'),
    );
    expect(Array.from(plot!.querySelectorAll('text'), (text) => text.textContent)).toEqual(expect.arrayContaining(['1', '2', 'out', '10', '20']));
    const told = tips(plot!).filter((tip) => tip?.includes('output'));
    expect(told).toEqual(['10, output: 1.00', '20, output: 1.00']);
    expect(figure.querySelector('figcaption')?.textContent).toContain('Thin: over layers that an arm does not have');
  });

  it('show dead units only where there are any', () => {
    const shown = (data: FigureData) => Array.from(draw('profiles', data).querySelectorAll('svg.figure-plot title'), (title) => title.textContent).join();
    expect(shown(dataOf())).toContain('dead');
    const data = dataOf();
    for (const reading of data.arms[0]!.readings!) if (reading.probe === 'activations') for (const layer of reading.layers) layer.dead = 0;
    expect(shown(data)).not.toContain('dead');
  });
});

describe('histograms', () => {
  it('are densities: counts 1, 3 in bins of width 2 are shares ¼ and ¾ over 2', () => {
    expect(densities({ low: 0, high: 4, counts: [1, 3] })).toEqual([0.125, 0.375]);
    expect(densities({ low: 1, high: 1, counts: [5, 0] })).toEqual([0, 0]);
  });

  it('say the counts of each bin, in the plot and in the table', () => {
    const [after] = Array.from(draw('histograms').querySelectorAll('path[data-values]'), (path) => path.getAttribute('data-values'));
    expect(after).toBe('−2.0 to −1.0: 1|−1.0 to 0: 2|0 to 1.0: 1|1.0 to 2.0: 0');
    expect(table('histograms')[0]?.rows[0]).toEqual(['layer 1', 'before training', '0', '1.00', '0', '−1.00', '1.00', '1 2 1 0']);
  });

  it('show biases beside the weights, all equal ones as a line, and weights alone where biases have not been read', () => {
    const figure = draw('histograms');
    expect(figure.querySelectorAll('svg.figure-plot')).toHaveLength(2);
    expect(figure.querySelector('figcaption')?.textContent).toContain('Weights and biases of each layer.');
    // Two biases of 0 before, of 1 after.
    expect(table('histograms')[1]?.rows.slice(0, 2)).toEqual([
      ['layer 1', 'before training', '0', '0', '1.00', '0', '0', '2 0'],
      ['layer 2', 'before training', '0', '0', '1.00', '0', '0', '2 0'],
    ]);
    expect(figure.outerHTML).not.toMatch(/NaN|Infinity/);
    const data = dataOf();
    data.arms[0]!.readings = data.arms[0]!.readings!.filter(({ probe }) => probe !== 'biases');
    const old = draw('histograms', data);
    expect(old.querySelectorAll('svg.figure-plot')).toHaveLength(1);
    expect(old.querySelector('figcaption')?.textContent).toContain('without biases');
  });

  it('have two corners for each bin between two on the base', () => {
    const d = draw('histograms').querySelector('path[data-values]')?.getAttribute('d') ?? '';
    expect(d.match(/[ML]/g)).toHaveLength(1 + 2 * 4 + 1);
  });
});

describe('decision', () => {
  it('leads by the difference to the best other class; of one output by twice the distance from the threshold', () => {
    expect(leads({ outputs: [[[0.7]], [[0.2]], [[0.1]]] })).toEqual([[expect.closeTo(0.5)], [expect.closeTo(-0.5)], [expect.closeTo(-0.6)]]);
    expect(leads({ outputs: [[[0.9]]] })).toEqual([[expect.closeTo(-0.8)], [expect.closeTo(0.8)]]);
    expect(leads({ outputs: [[[-1]]], threshold: 0 })).toEqual([[2], [-2]]);
  });

  it('puts its examples where they lie: (0.5, 1) left of the middle, (1.5, 1) right of it, at the same height', () => {
    const places = Array.from(draw('decision').querySelectorAll('g[pointer-events] path'), (path) =>
      /^M([\d.]+),([\d.]+)/.exec(path.getAttribute('d')!)!.slice(1).map(Number),
    );
    // A rim and a mark for each class; the plot is 262 px wide from 38 for x₁ from 0 to 2.
    expect(places).toEqual([
      [103.5, expect.any(Number)],
      [103.5, expect.any(Number)],
      [234.5, expect.any(Number)],
      [234.5, expect.any(Number)],
    ]);
    expect(new Set(places.map(([, y]) => y)).size).toBe(1);
  });
});

describe('network', () => {
  it('draws a line for each weight that is not too small, its width in proportion, its sign by color and dash', () => {
    const figure = draw('network');
    const lines = Array.from(figure.querySelectorAll('line[data-tip]'), (line) => [
      line.getAttribute('data-tip'),
      Number(line.getAttribute('stroke-width')),
      line.parentElement?.getAttribute('stroke-dasharray'),
    ]);
    // The largest weight, 2, is 3.2 px; 0 and −0.02 are below a fiftieth of it.
    expect(lines).toEqual([
      ['feature 1 to layer 1 unit 1: weight 0.500', 0.8, null],
      ['feature 2 to layer 1 unit 2: weight 0.250', 0.4, null],
      ['feature 1 to layer 1 unit 2: weight −1.00', 1.6, '5 3'],
      ['layer 1 unit 1 to output unit 1: weight 2.00', 3.2, null],
    ]);
  });

  it('calls features and outputs what the data call them', () => {
    const data = { ...dataOf(), features: ['age', 'a name that is longer than there is room for'], classes: ['no', 'yes'] };
    const texts = Array.from(draw('network', data).querySelectorAll('text'), (text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['age', 'a name that is lo…']));
    expect(tips(draw('network', data))).toEqual(
      expect.arrayContaining(['age to layer 1 unit 1: weight 0.500', 'layer 1 unit 1 to output unit 1 (yes): weight 2.00']),
    );
    expect(table('network', data)[0]?.rows[1]?.[0]).toBe('a name that is longer than there is room for');
    expect(table('network', data)[1]?.head).toEqual(['from ＼ to unit', 'yes']);
  });

  it('says of a wide layer how much of it is shown', () => {
    expect(Array.from(draw('network').querySelectorAll('text'), (text) => text.textContent)).toContain('layer 1: 2 of 3');
    expect(tips(draw('network'))).toContain('layer 1 unit 2: mean activation 1.00, bias 0');
    expect(table('network')[1]?.rows).toEqual([
      ['layer 1 unit 1', '2.00'],
      ['layer 1 unit 2', '−0.0200'],
      ['bias', '−0.300'],
      ['mean activation', '0.750'],
    ]);
  });
});

describe('weight images', () => {
  it('are bitmaps of four bits a pixel, with levels in the order of the rows', () => {
    const uri = pictureUri(3, 2, (row, column) => row * 3 + column, [
      [0, 0, 0],
      [1, 2, 3],
    ]);
    const bytes = Uint8Array.from(atob(uri.slice('data:image/bmp;base64,'.length)), (character) => character.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    expect([view.getUint16(0, false), view.getInt32(18, true), view.getInt32(22, true), view.getUint16(28, true)]).toEqual([0x424d, 3, -2, 4]);
    // Palette in blue, green, red; then rows padded to four bytes.
    expect(Array.from(bytes.slice(54))).toEqual([0, 0, 0, 0, 3, 2, 1, 0, 0x01, 0x20, 0, 0, 0x34, 0x50, 0, 0]);
    expect([levelOf(-1), levelOf(0), levelOf(1)]).toEqual([0, 7, 14]);
  });

  it('say the range of each unit: 100 and −50 hundredths of the largest weight, 0.5 before and 1 after', () => {
    expect(table('weightImages')[0]?.rows).toEqual([
      ['1', '−0.500', '0.500', '−1.00', '1.00'],
      ['2', '−0.250', '0', '−0.500', '0'],
    ]);
  });
});

describe('active units', () => {
  it('say the share of active units and the mean size of outputs of each layer', () => {
    expect(table('activity')[0]?.rows).toEqual([
      ['layer 1', '50.0 %', '0.500', '50.0 %', '1.00'],
      ['layer 2', '25.0 %', '0.250', '25.0 %', '0.500'],
      ['output', '100 %', '1.00', '100 %', '2.00'],
    ]);
  });

  it('name the classes beside their examples, and show white for zero alone', () => {
    const labels = Array.from(draw('activity').querySelectorAll('svg.figure-plot text'), (text) => text.textContent);
    expect(labels).toEqual(expect.arrayContaining(['0', '1', '50.0 % active after 1 epoch']));
    expect([outputLevel(0), outputLevel(1), outputLevel(-50), outputLevel(100)]).toEqual([0, 1, 7, 14]);
  });
});

describe('landscape', () => {
  it('draws the way of training on the plane', () => {
    const figure = draw('landscape');
    expect(tips(figure)).toEqual(expect.arrayContaining(['step 0: 1.00, 0.500', 'step 10: 0, 0']));
    expect(table('landscape')[1]?.rows).toEqual([
      ['0', '1.00', '0.500'],
      ['10', '0', '0'],
    ]);
  });

  it('holds the losses in its table, columns along the first direction', () => {
    expect(table('landscape')[0]?.rows).toEqual([
      ['−1.0', '1.00', '0.500', '1.00'],
      ['0', '0.500', '0.100', '0.500'],
      ['1.0', '1.00', '0.500', '1.00'],
    ]);
  });
});

describe('line', () => {
  it('says loss by place', () => {
    const path = draw('line').querySelector('path[data-values]');
    expect(path?.getAttribute('data-at')).toBe('0|0.500|1.00');
    expect(path?.getAttribute('data-values')).toBe('1.000|0.5000|0.1000');
    expect(table('line')[0]?.rows).toEqual([
      ['0', '1.00'],
      ['0.500', '0.500'],
      ['1.00', '0.100'],
    ]);
  });
});

describe('barrier', () => {
  it('draws two lines for an arm, and says how high they are', () => {
    const figure = draw('barrier');
    expect(Array.from(figure.querySelectorAll('path[data-values]'), (path) => path.getAttribute('data-values'))).toEqual([
      '0.1000|1.000|0.3000',
      '0.1000|0.4000|0.3000',
    ]);
    expect(figure.querySelector('desc')?.textContent).toContain('0.800 high before, 0.200 after matching');
    expect(table('barrier')[0]?.rows).toEqual([['batch size 10', '0.800', '0.200', '0.250']]);
  });
});

describe('confusion', () => {
  it('counts examples by class and prediction, colored by share of the row', () => {
    const figure = draw('confusion');
    expect(tips(figure)).toEqual([
      'class 0 taken for 0: 3 of 4, 75.0 %',
      'class 0 taken for 1: 1 of 4, 25.0 %',
      'class 1 taken for 0: 0 of 4, 0 %',
      'class 1 taken for 1: 4 of 4, 100 %',
    ]);
    // Level 1 + 8 · share.
    expect(Array.from(figure.querySelectorAll('rect'), (rect) => rect.getAttribute('fill'))).toEqual([
      'var(--heat-7)',
      'var(--heat-3)',
      'var(--heat-1)',
      'var(--heat-9)',
    ]);
    expect(figure.querySelector('desc')?.textContent).toBe('7 of 8 examples right. Most often mistaken: 1 of class 0 for 1.');
  });
});

describe('mistakes', () => {
  it('shows the pictures, what they are taken for, and the probabilities', () => {
    const figure = draw('mistakes');
    expect(tips(figure)).toEqual(['1 → 0; 0: 0.900, 1: 0.100', '0 → 1; 0: 0.450, 1: 0.550']);
    const said = Array.from(figure.querySelectorAll('text'), (text) => text.textContent);
    expect(said).toEqual(['1 → 0', '0.90 · 0.10', '0 → 1', '0.55 · 0.45']);
    expect(figure.querySelectorAll('image')).toHaveLength(2);
    expect(figure.querySelector('desc')?.textContent).toBe('2 of 8 test pictures are taken for another class. The surest: class 1, taken for 0.');
    const [only] = table('mistakes');
    expect(only?.rows).toEqual([
      ['1', '0', '0.900', '0.100'],
      ['0', '1', '0.550', '0.450'],
    ]);
  });
});

describe('reliability', () => {
  it('sets the share that is right against the mean probability, bin by bin, and leaves empty bins out', () => {
    const figure = draw('reliability');
    expect(tips(figure)).toEqual([
      'probability 0.500 to 0.600: 60 predictions, 50.0 % right, mean probability 0.550',
      'probability 0.700 to 0.800: 1 predictions, 0 % right, mean probability 0.750',
      'probability 0.900 to 1.00: 139 predictions, 71.9 % right, mean probability 0.950',
    ]);
    // The second holds less than one in a hundred.
    expect(Array.from(figure.querySelectorAll('rect'), (rect) => rect.getAttribute('fill-opacity'))).toEqual(['0.35', '0.12', '0.35']);
    const [first] = figure.querySelectorAll('rect');
    // Half of a side of 190 px.
    expect(first?.getAttribute('height')).toBe('95');
    expect(figure.querySelector('desc')?.textContent).toContain('0.500 to 0.600: 50.0 % right; 0.900 to 1.00: 71.9 % right.');
    const [only] = table('reliability');
    expect(only?.rows[5]).toEqual(['0.500 to 0.600', '60', '0.550', '0.500']);
    expect(only?.rows[0]).toEqual(['0 to 0.100', '0', '–', '–']);
  });

  it('takes the runs of all seeds together', () => {
    const experiment = circlesExperiment({ compare: { 'training.batchSize': [10] }, seeds: 2 });
    const runs = [1, 2].map((seed) => ({ ...liveRun(experiment.arms[0]!.label, seed, [1, 0.5]), reliability: { train: reliabilityBins() } }));
    expect(fromRuns(experiment, experiment.arms, runs, new Map()).arms[0]!.reliability!.train![9]).toEqual([278, 264.1, 200]);
  });
});

describe('a moment before the end', () => {
  it('leaves out what was read later, but for what is read at the end alone', () => {
    const data = dataOf();
    data.arms[0]!.readings = data.arms[0]!.readings!.filter(({ probe, step }) => probe !== 'lossLine' || step > 0);
    const early = atStep(data, 5).arms[0]!.readings!;
    expect(early.filter(({ probe }) => probe === 'weights').map(({ step }) => step)).toEqual([0]);
    expect(early.filter(({ probe }) => probe === 'lossLine').map(({ step }) => step)).toEqual([10]);
    expect(stepsOf(data)).toEqual([0, 10]);
  });

  it('is what the figures show', () => {
    expect(draw('decision', atStep(dataOf(), 0)).querySelector('figcaption')?.textContent).toContain('before training');
    expect(draw('decision').querySelector('figcaption')?.textContent).toContain('after 1 epoch');
  });
});
