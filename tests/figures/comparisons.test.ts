/** Heat map, paired differences, axes and what is held equal, against numbers by hand. */
import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { fromRuns, type ArmFacts, type LiveRun } from '../../src/figures/data/adapter.ts';
import { differencesOf } from '../../src/figures/kinds/differences.ts';
import { drawWhole, type FigureOptions } from '../../src/figures/parts/figureElement.ts';
import { figures } from '../../src/figures/index.ts';
import { lineTipsOf } from '../../src/figures/tips/lineTips.ts';
import { axesOf, equalBudget, withAxis } from '../../src/figures/data/xAxis.ts';
import { completeRuns, liveRun, oneAxis, twoAxes } from './data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const diverged = { state: 'diverged', step: 5, explanation: 'why' } as const;

function dataOf(experiment: Experiment, runs: LiveRun[], facts = new Map<string, ArmFacts>()) {
  return fromRuns(experiment, experiment.arms, runs, facts);
}

function draw(name: keyof typeof figures, data: ReturnType<typeof dataOf>, options: Partial<FigureOptions> = {}): Element {
  return drawWhole(figures[name].draw(data, { document, ...options }));
}

describe('heat map', () => {
  const labels = ['sgd · 10', 'sgd · 20', 'adam · 10', 'adam · 20'];
  const finals = [1, 2, 3, 9];
  const runs = labels.map((label, index) => liveRun(label, 1, [10, finals[index]!]));

  it('has the first axis down, the second across, the number in each cell and a level by its place between the ends', () => {
    const figure = draw('heatmap', dataOf(twoAxes(), runs));
    const cells = Array.from(figure.querySelectorAll('rect'), (cell) => [cell.getAttribute('data-tip'), cell.getAttribute('fill')]);
    // Linear from 1 to 9: level = value.
    expect(cells).toEqual([
      ['optimizer sgd, batch size 10: 1.00', 'var(--heat-1)'],
      ['optimizer sgd, batch size 20: 2.00', 'var(--heat-2)'],
      ['optimizer adam, batch size 10: 3.00', 'var(--heat-3)'],
      ['optimizer adam, batch size 20: 9.00', 'var(--heat-9)'],
    ]);
    expect(Array.from(figure.querySelectorAll('text'), (text) => text.textContent)).toEqual(expect.arrayContaining(['1.00', '2.00', '3.00', '9.00']));
    // The paper's color on strong levels.
    expect(
      Array.from(figure.querySelectorAll('text'))
        .find((text) => text.textContent === '9.00')
        ?.getAttribute('fill'),
    ).toBe('var(--fc-paper)');
  });

  it('says where runs diverged, and tables the medians of the others', () => {
    const some = [liveRun('sgd · 10', 1, [1, 4]), liveRun('sgd · 10', 2, [1, 6]), liveRun('sgd · 10', 3, [1], diverged), liveRun('sgd · 20', 1, [1], diverged)];
    const data = dataOf(twoAxes(), some);
    expect(figures.heatmap.tables?.(data, { document })[0]?.rows).toEqual([
      ['sgd', '5.00 (1 diverged)', 'diverged'],
      ['adam', '–', '–'],
    ]);
  });
});

describe('paired differences', () => {
  const experiment = oneAxis({ verdict: { metric: 'loss', split: 'train', ascending: ['20', '10'] } });
  // Batch 10 minus batch 20, seed by seed: 3 − 1, 5 − 2, 4 − 4; seed 4 has no partner.
  const runs = [
    ...[3, 5, 4, 9].map((loss, index) => liveRun('10', index + 1, [9, loss])),
    ...[1, 2, 4].map((loss, index) => liveRun('20', index + 1, [9, loss])),
  ];

  it('are taken within a seed, from the arm that the verdict names first', () => {
    const data = dataOf(experiment, runs);
    expect(differencesOf(data, data.arms[0]!)).toEqual([
      { seed: 1, value: 2 },
      { seed: 2, value: 3 },
      { seed: 3, value: 0 },
    ]);
    const figure = draw('differences', data);
    const texts = Array.from(figure.querySelectorAll('text'), (text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['10', '2.00', '1 not paired', 'final training loss minus that of 20 →']));
    expect(figure.querySelector('desc')?.textContent).toContain('above zero in 2 of 3 seeds');
    expect(figures.differences.tables?.(data, { document })[0]?.rows).toEqual([['10', '2.00', '–', '2.00', '3.00', '0']]);
  });

  it('are taken from the arm that several others are held against, wherever it is named', () => {
    const against = (...pairs: [string, string][]) => {
      const verdict = pairs.map(([low, high]) => ({ claim: `${low} below ${high}.`, metric: 'loss', split: 'train', ascending: [low, high] }));
      const { pairing, series } = dataOf(oneAxis({ compare: { 'training.batchSize': [10, 20, 30] }, verdict }), []);
      return series.labels[pairing.series];
    };
    expect(against(['20', '10'], ['30', '10'])).toBe('10');
    expect(against(['20', '10'], ['20', '30'])).toBe('20');
    expect(against(['30', '10'])).toBe('30');
  });

  it('have an interval from seven seeds on and when all runs are over', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7].flatMap((seed) => [liveRun('10', seed, [9, seed]), liveRun('20', seed, [9, 1])]);
    // Of seven values it goes from the first to the last: 0 to 6.
    const described = (list: LiveRun[]) => draw('differences', dataOf(experiment, list)).querySelector('desc')?.textContent;
    expect(described(seven)).toContain('median difference 3.00, interval from 0 to 6.00');
    expect(described(seven.slice(0, 12))).not.toContain('interval');
    const { arm, seed, history } = seven[0]!;
    const running = { arm, seed, history };
    expect(described([running, ...seven.slice(1)])).not.toContain('interval');
  });
});

describe('the axis told apart by color', () => {
  const seriesOf = (changes: object) => dataOf(twoAxes(changes), []).series.name;
  const same = { metric: 'loss', split: 'train' };

  it('is the one whose values the first verdict compares, of whatever kind', () => {
    expect(seriesOf({ verdict: { ...same, ascending: ['10', '20'], where: { 'training.optimizer': 'adam' } } })).toBe('batch size');
    expect(seriesOf({ verdict: { ...same, reaches: { level: 0.1, sooner: ['10', '20'] }, where: { 'training.optimizer': 'adam' } } })).toBe('batch size');
    expect(seriesOf({ verdict: { ...same, same: { arms: ['10', '20'], margin: 0.1 }, where: { 'training.optimizer': 'adam' } } })).toBe('batch size');
  });

  it('is the one of whose values verdicts say different things; else the first', () => {
    const bounds = [10, 20].map((batch, index) => ({ ...same, below: index + 1, claim: 'c', where: { 'training.batchSize': String(batch) } }));
    expect(seriesOf({ verdict: bounds })).toBe('batch size');
    expect(seriesOf({ verdict: { ...same, below: 1 } })).toBe('optimizer');
  });

  it('is what the spec says, above all', () => {
    const show = { metric: 'loss', split: 'train', scale: 'linear', color: 'training.optimizer' };
    expect(seriesOf({ show })).toBe('optimizer');
    expect(() => twoAxes({ show: { ...show, color: 'training.loss' } })).toThrow(/show.color.*training.optimizer, training.batchSize/s);
  });
});

describe('horizontal axes', () => {
  // Ten updates and 40 examples an epoch; 100 multiply-adds an example, after 500 in pre-training.
  const fact = { parameterCount: 5, updates: 20, epochs: 2, examplesSeen: 80, multiplyAdds: { before: 500, perExample: 100 } };
  const runs = [1, 2, 3].map((seed) => ({ ...liveRun('10', seed, [3, 2, 1]), time: 1000 * seed }));
  const data = dataOf(
    oneAxis(),
    runs,
    new Map([
      ['10', fact],
      ['20', { ...fact, updates: 10 }],
    ]),
  );
  const over = (x: Parameters<typeof withAxis>[1]) => withAxis(data, x).arms[0]?.curve.x;

  it('are switched without new runs', () => {
    expect(over('epoch')).toEqual([0, 1, 2]);
    expect(over('step')).toEqual([0, 10, 20]);
    expect(over('example')).toEqual([0, 40, 80]);
    expect(over('multiplyAdd')).toEqual([500, 4500, 8500]);
    // The median run takes 2 s for 20 updates.
    expect(over('time')).toEqual([0, 1, 2]);
    expect(withAxis(data, 'time').x).toBe('time');
    expect(draw('curves', withAxis(data, 'time')).querySelector('title')?.textContent).toContain('training loss by seconds');
  });

  it('are offered where their numbers are known', () => {
    expect(axesOf(data)).toEqual(['epoch', 'step', 'example', 'multiplyAdd', 'time']);
    const bare = dataOf(oneAxis(), [liveRun('10', 1, [1, 2])]);
    expect(axesOf(bare)).toEqual(['epoch', 'step']);
    expect(withAxis(bare, 'time').x).toBe('epoch');
  });

  it('come with what every arm has the same budget of', () => {
    expect(equalBudget(data)).toBe('Every arm has the same budget of 2 epochs, 80 examples seen, 8500 multiply-adds.');
    expect(draw('curves', data).querySelector('figcaption')?.textContent).toContain('Every arm has the same budget of 2 epochs');
    expect(equalBudget({ arms: data.arms.slice(0, 1) })).toBe('');
    const once = { parameterCount: 5, updates: 1, epochs: 1, examplesSeen: 2 };
    expect(equalBudget({ arms: data.arms.map((arm) => ({ ...arm, facts: once })) })).toBe(
      'Every arm has the same budget of 1 epoch, 1 update, 2 examples seen.',
    );
  });
});

describe('curves on a logarithmic axis', () => {
  // Epochs 0 to 100.
  const losses = Array.from({ length: 101 }, (_, epoch) => 1 / (epoch + 1));
  const data = dataOf(oneAxis(), [liveRun('10', 1, losses), liveRun('20', 1, losses)]);
  const figure = draw('curves', withAxis(data, 'epoch', 'log'), { sizes: ['wide'] });

  it('have equal ratios at equal distances', () => {
    const { at, x, axis } = lineTipsOf(figure.querySelector('path[data-x]')!);
    const place = (epoch: string) => x[at.indexOf(epoch)] ?? NaN;
    expect(axis).toBe('epoch');
    // Whole pixels.
    expect(Math.abs(place('10') - place('1') - (place('100') - place('10')))).toBeLessThanOrEqual(1);
    expect(Math.abs(place('4') - place('2') - (place('100') - place('50')))).toBeLessThanOrEqual(1);
    expect(place('100')).toBeGreaterThan(place('10'));
  });

  it('leave out the start, which has no place, and say so', () => {
    expect(lineTipsOf(figure.querySelector('path[data-x]')!).at.slice(0, 2)).toEqual(['1', '2']);
    expect(figure.querySelector('figcaption')?.textContent).toContain('the start, at 0, has no place on it');
    expect(draw('curves', data).querySelector('figcaption')?.textContent).not.toContain('has no place');
    expect(figure.outerHTML).not.toMatch(/NaN|Infinity/);
    const written = Array.from(figure.querySelectorAll('text'), (text) => text.textContent);
    expect(written).toEqual(expect.arrayContaining(['1', '2', '5', '10', '20', '50', '100']));
    expect(written).not.toContain('40');
  });

  it('are what a specification may ask for; without it the axis is linear', () => {
    const asked = oneAxis({ show: { xScale: 'log' } });
    expect(dataOf(asked, [liveRun('10', 1, [1, 0.5])]).xScale).toBe('log');
    expect(data.xScale).toBe('linear');
    // Absent, so that hashes of specifications without it stay.
    expect(oneAxis().show).not.toHaveProperty('xScale');
  });

  it('are drawn of runs that have no more than their start', () => {
    expect(draw('curves', withAxis(dataOf(oneAxis(), [liveRun('10', 1, [1])]), 'epoch', 'log')).outerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe('curves that end early', () => {
  it('are labelled where they end, without a leader to the edge', () => {
    const figure = draw(
      'curves',
      dataOf(oneAxis(), [
        liveRun('10', 1, [1, 0.5]),
        liveRun(
          '20',
          1,
          Array.from({ length: 11 }, (_, epoch) => 1 / (epoch + 1)),
        ),
      ]),
    );
    const label = Array.from(figure.querySelectorAll('svg.figure-wide [font-weight="600"] text')).find((text) => text.textContent === '10');
    const left = Number(/translate\(([\d.]+)/.exec(label?.getAttribute('transform') ?? label?.parentElement?.getAttribute('transform') ?? '')?.[1]);
    // Epoch 1 of 10 in a panel that begins at 46 px and is at most 530 px wide.
    expect(left).toBeGreaterThan(46 + 40);
    expect(left).toBeLessThan(46 + 70);
  });
});

test('the table of a fit has at most 60 rows, by the feature, from the first to the last', () => {
  const { experiment, runs } = completeRuns();
  // From 1 down to 0.
  const x = Array.from({ length: 101 }, (_, index) => 1 - index / 100);
  const fitted = runs.map((run) => ({ ...run, fit: { x: [0, 1], y: [0, 2] } }));
  const data = fromRuns(experiment, experiment.arms, fitted, new Map(), { points: { x, y: x.map((value) => 3 * value) } });
  const [table] = figures.fit.tables?.(data, { document }) ?? [];
  expect(table?.caption).toContain('at 60 of 101 points');
  expect(table?.rows).toHaveLength(60);
  expect([table?.rows[0], table?.rows.at(-1)].map((row) => row?.slice(0, 4))).toEqual([
    ['0', '0', '0', '0'],
    ['1.0000', '3.0000', '2.000', '1.00'],
  ]);
});
