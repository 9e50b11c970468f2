/** What a spec makes of a CSV file: task, split, and what is said of it. */
import { describe, expect, test } from 'vitest';
import { isInline } from '../../../src/datasets/kinds/inline.ts';
import { experimentJsonSchema } from '../../../src/experiments/spec/experimentJsonSchema.ts';
import { readExperiment } from '../../../src/experiments/spec/read.ts';
import { unseenClasses } from '../../../src/experiments/plan/unseenClasses.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { scaleRemark } from '../../../src/experiments/configuration/scaleRemark.ts';
import * as z from 'zod';

/** `settings`: YAML of further top-level settings. */
function read(csv: string, { dataset = '', loss = 'meanSquaredError', settings = '' } = {}) {
  const spec = `title: t
dataset: { name: csv, file: own.csv, label: y${dataset && `, ${dataset}`} }
network: { hidden: [2] }
training: { loss: ${loss}, optimizer: sgd, batchSize: 2, epochs: 1 }
${settings}`;
  return readExperiment(spec, 'spec.yaml', () => new TextEncoder().encode(csv)).configuration;
}
const rows = (count: number, y: (row: number) => string | number, x = (row: number) => String(row / 10)) =>
  `x,y\n${Array.from({ length: count }, (_, row) => `${x(row)},${y(row)}`).join('\n')}\n`;

describe('the task of a numeric label', () => {
  test('follows from a loss for classes alone, with labels of 0 and 1 or of 1 to k', () => {
    const { dataset } = read(
      rows(20, (row) => 1 + (row % 4)),
      { loss: 'categoricalCrossentropy' },
    );
    expect(isInline(dataset) && { task: dataset.task, classes: dataset.about?.classes, y: dataset.y.slice(0, 4) }).toEqual({
      task: 'classification',
      classes: ['1', '2', '3', '4'],
      y: [0, 1, 2, 3],
    });
    expect(
      read(
        rows(20, (row) => row % 2),
        { loss: 'binaryCrossentropy' },
      ).dataset,
    ).toMatchObject({ task: 'classification' });
  });

  test('is regression with a loss for both, and where the numbers are no classes', () => {
    expect(read(rows(20, (row) => row % 2)).dataset).toMatchObject({ task: 'regression' });
    expect(() =>
      read(
        rows(20, (row) => row / 7),
        { loss: 'binaryCrossentropy' },
      ),
    ).toThrow('the column "y" of own.csv holds numbers to predict; if they are classes write task: classification in dataset');
  });
});

describe('what is held out of a file', () => {
  test('a fifth validates, as the schema says', () => {
    expect(read(rows(20, (row) => row / 7)).split).toEqual({ validation: 0.2, test: 0 });
    expect(
      read(
        rows(20, (row) => row / 7),
        { settings: 'split: { validation: 0, test: 0.5 }' },
      ).split,
    ).toEqual({ validation: 0, test: 0.5 });
  });

  test('nothing of fewer than five rows, of which a fifth is none', () => {
    expect(read('x;y\n1,5;3,0\n2,5;5,0\n3,5;7,0\n')).toMatchObject({ split: { validation: 0 }, dataset: { x: [[1.5], [2.5], [3.5]], y: [3, 5, 7] } });
  });

  test('R² of one example is refused, as a metric and for stopping', () => {
    const six = rows(6, (row) => row / 7);
    expect(() => read(six, { settings: 'metrics: [r2]' })).toThrow('validation has one, for which R² is not defined');
    expect(() => read(six, { settings: 'metrics: [r2]\nsplit: { validation: 0.5 }' })).not.toThrow();
  });
});

test('what was made of the file is said: rows, inputs, classes with their counts, and what hardly describes a row', () => {
  const csv = `id,day,name,colour,y\n${Array.from({ length: 12 }, (_, row) => `${row + 1},2024-01-${10 + row},Mr. N. N. ${row},${row % 2 ? 'red' : 'blue'},${row % 3 ? 'yes' : 'no'}`).join('\n')}\n`;
  const { dataset } = read(csv, { loss: 'binaryCrossentropy' });
  expect(isInline(dataset) && dataset.about?.remarks).toEqual([
    'own.csv: 12 rows, 27 inputs of 4 columns: id, day (12 categories), name (12 categories), colour (2 categories).',
    'The label y has 2 classes: no (4), yes (8).',
    'id looks like an index, which counts the rows: leave it out unless it tells something of the row.',
    'day holds dates, which are taken for categories: each different one is an input.',
    'name looks like free text, with 12 different values in 12 rows: leave it out unless it tells something of the row.',
  ]);
  expect(read(csv, { loss: 'binaryCrossentropy', dataset: 'without: [id, day, name]' }).dataset).toMatchObject({
    about: { features: ['colour = blue', 'colour = red'] },
  });
});

test('classes that are held out alone are named', async () => {
  const kernel = await loadKernel();
  const inOrder = rows(12, (row) => 'abc'[Math.floor(row / 4)]!);
  const { stratified, last } = {
    stratified: read(inOrder, { loss: 'categoricalCrossentropy', settings: 'split: { validation: 3, stratified: true }' }),
    last: read(inOrder, { loss: 'categoricalCrossentropy', settings: 'split: { validation: 4, take: last }' }),
  };
  expect(unseenClasses(stratified, 1, kernel)).toEqual([]);
  expect(unseenClasses(last, 1, kernel)).toEqual([
    'Seed 1: the validation split has c, of which there is no example to train on; write split: { take: random }.',
  ]);
  expect(unseenClasses(read(rows(12, (row) => row / 7)), 1, kernel)).toEqual([]);
});

test('a decimal comma in braces is named', () => {
  expect(() =>
    read(
      rows(12, (row) => row / 7),
      { settings: 'scaling: { features: none, 01: none }' },
    ),
  ).toThrow('where a comma begins another setting');
});

test('features and labels far from zero are named until they are scaled', () => {
  const far = rows(
    20,
    (row) => 1000 * row,
    (row) => String(row * 200),
  );
  expect(scaleRemark(read(far))).toEqual({
    finding: 'Not scaled: x (up to 3,800) and the label y (up to 19,000). Networks train badly on numbers far from zero',
    remedy: 'write scaling: { features: standardize, labels: standardize }',
  });
  const tiny = rows(
    20,
    (row) => row / 7,
    (row) => `${row}e-50`,
  );
  expect(scaleRemark(read(tiny))?.finding).toBe('Not scaled: x (at most 1.9e-49), which a network can hardly tell from 0');
  expect(scaleRemark(read(far, { settings: 'scaling: { features: standardize, labels: standardize }' }))).toBeUndefined();
});

test('the schema for editors allows files of data and of parameters', () => {
  const schema = z.fromJSONSchema(experimentJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const spec = (dataset: object, initializer: unknown) => ({
    title: 't',
    dataset,
    network: { hidden: [2], initializer },
    training: { loss: 'meanSquaredError', optimizer: 'sgd', batchSize: 2, epochs: 1 },
  });
  const csv = { name: 'csv', file: 'points.csv', label: 'y' };
  expect(schema.safeParse(spec(csv, { name: 'given', file: 'model.safetensors' })).success).toBe(true);
  expect(schema.safeParse(spec({ ...csv, kinds: { x: 'categorical' }, without: ['id'], task: 'classification' }, 'zeros')).success).toBe(true);
  expect(schema.safeParse(spec({ name: 'csv', label: 'y' }, 'zeros')).success).toBe(false);
});
