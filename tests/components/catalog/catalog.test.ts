/** The catalog's pages: charts against numbers by hand, lines of Python without gaps, and who uses what. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { activationChart, initializerChart, lossChart, scheduleChart } from '../../../src/components/catalog/entryCharts.ts';
import { namesIn } from '../../../src/components/catalog/experimentUses.ts';
import { kinds } from '../../../src/components/catalog/kinds.ts';
import { inLibraries } from '../../../src/components/catalog/libraries.ts';
import { methods } from '../../../src/components/catalog/methods.ts';
import { fusedEngine } from '../../../src/engines/fused/fused.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { activations, initializers, losses, optimizers, schedules } from '../../../src/nn/catalog.ts';
import { findEntry } from '../../../src/nn/entry.ts';
import { example } from '../../export/examples.ts';
import type { EntryChart } from '../../../src/figures/entryPicture.ts';

const kernel = await loadKernel();
const engine = fusedEngine(kernel);

/** Height of a chart's curve at `x`, which must be one of its points. */
function heightAt({ curves }: EntryChart, x: number, look: 'value' | 'slope' = 'value'): number {
  const curve = curves.find((one) => one.look === look)!;
  const index = curve.x.findIndex((point) => Math.abs(point - x) < 1e-9);
  expect(index).toBeGreaterThanOrEqual(0);
  return curve.y[index]!;
}

describe('charts', () => {
  it.each([
    ['meanSquaredError', 2, 4],
    ['halfSquaredError', 2, 2],
    ['meanAbsoluteError', -2, 2],
    ['huber', 2, 1.5],
    ['binaryCrossentropy', 0, Math.LN2],
    ['categoricalCrossentropy', 0, Math.LN2],
    ['kullbackLeibler', 0, Math.LN2],
    ['hinge', 0.5, 0.5],
    ['hinge', 2, 0],
  ])('%s at %d is %d', async (name, x, height) => {
    expect(heightAt(await lossChart(findEntry('loss', losses, name), engine), x)).toBeCloseTo(height, 5);
  });

  it('every loss has one', async () => {
    for (const entry of losses) await expect(lossChart(entry, engine)).resolves.toBeDefined();
  });

  it('an activation has its value and its slope; one that cannot be trained has no slope', async () => {
    const of = async (name: string) => (await activationChart(findEntry('activation', activations, name), engine))!;
    const sigmoid = await of('sigmoid');
    expect([heightAt(sigmoid, 0), heightAt(sigmoid, 0, 'slope')]).toEqual([0.5, 0.25]);
    expect(heightAt(await of('relu'), -1)).toBe(0);
    expect((await of('step')).curves.map(({ look }) => look)).toEqual(['value']);
  });

  it('an initializer shows what it draws, and one that draws nothing has no chart', () => {
    const of = (name: string) => initializerChart(findEntry('initializer', initializers, name), kernel);
    expect([of('zeros'), of('ones'), of('constant')]).toEqual([undefined, undefined, undefined]);
    // Glorot uniform between 128 and 128 units ends at √(6/256) = 0.153.
    const uniform = of('glorotUniform')!;
    const [{ x, y }] = uniform.curves as [EntryChart['curves'][number]];
    const drawn = x.filter((_, index) => y[index]! > 0);
    expect(Math.min(...drawn)).toBeGreaterThan(-0.17);
    expect(Math.max(...drawn)).toBeGreaterThan(0.14);
  });

  it('a schedule starts at the base rate unless it rises to it, and a cosine is half-way at half of the run', () => {
    const of = (name: string) => scheduleChart(findEntry('schedule', schedules, name));
    expect(heightAt(of('cosine'), 20)).toBeCloseTo(0.5, 6);
    expect(heightAt(of('constant'), 20)).toBe(1);
  });
});

describe('in other libraries', () => {
  it.each(kinds.flatMap(({ entries }) => entries.filter((entry) => 'equivalents' in entry)).map((entry) => [entry.name, entry] as const))(
    '%s is spelled with its defaults, in three',
    (_, entry) => {
      const lines = inLibraries(entry);
      expect(lines.map(({ library }) => library)).toEqual(['Keras', 'PyTorch', 'TensorFlow']);
      // A gap would be a name of a hyperparameter in braces.
      for (const { code } of lines) for (const name of Object.keys(entry.hyperparameters)) expect(code).not.toContain(`{${name}}`);
    },
  );

  it('as one would write it', () => {
    expect(inLibraries(findEntry('optimizer', optimizers, 'adam'))[0]!.code).toBe('keras.optimizers.Adam(rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7)');
  });
});

describe('who uses what', () => {
  const names = (slug: string, parts: Parameters<typeof example>[0]) =>
    namesIn(
      kinds.find((kind) => kind.slug === slug)!,
      example(parts),
    );

  it('counts every arm, each entry once', () => {
    expect(names('optimizers', { compare: { 'training.optimizer': ['sgd', 'adam'], 'training.batchSize': [8, 16] } })).toEqual(['sgd', 'adam']);
    expect(names('activations', {})).toEqual(['tanh', 'softmax']);
    expect(names('schedules', {})).toEqual(['constant']);
  });

  it('a network without hidden layers has no hidden activation', () => {
    expect(names('activations', { network: { hidden: [] } })).toEqual(['softmax']);
  });

  it('counts what is added to training', () => {
    expect(names('methods', {})).toEqual([]);
    expect(names('methods', { network: { dropout: 0.2, regularizer: { l2: 0.1 } }, training: { clip: 'norm', averaging: { momentum: 0.9 } } })).toEqual([
      'weightPenalty',
      'dropout',
      'clip',
      'averaging',
    ]);
  });

  it.each(methods.map((method) => [method.name, method] as const))('a specification with the line that the page gives for %s uses it', (_, method) => {
    const set = parse(method.written) as Record<string, unknown>;
    const digits = { dataset: { name: 'digits', examples: 40 } };
    const { arms } = example({
      ...digits,
      split: { validation: 0.2 },
      // The one that all of them go with.
      network: { initializer: 'heUniform' },
      training: { optimizer: { name: 'sgd', momentum: 0.9 } },
      compare: {
        method: [
          { label: 'plain', set: { 'training.batchSize': 8 } },
          { label: 'own', set },
        ],
      },
    });
    expect(arms.map(({ configuration }) => method.isUsed(configuration))).toEqual([false, true]);
  });

  it.each([
    ['earlyStopping', {}],
    ['averaging', {}],
    ['warmUp', {}],
    ['momentumWarmUp', {}],
    ['clip', 'norm'],
  ] as const)('the defaults that the page gives for %s are those of a specification that says nothing', (name, written) => {
    const optimizer = { name: 'sgd', momentum: 0.9 };
    const { arms } = example({ split: { validation: 0.2 }, training: { optimizer, [name]: written } });
    const chosen = arms[0]!.configuration.training[name] as unknown as Record<string, number>;
    const { hyperparameters } = methods.find((method) => method.name === name)!;
    expect(Object.keys(hyperparameters).length).toBeGreaterThan(0);
    for (const [key, { default: usual }] of Object.entries(hyperparameters)) expect(chosen[key], key).toBe(usual);
  });
});
