import { expect, test } from 'vitest';
import { lab, testFolder } from './lab.ts';

const { write } = testFolder();
const csv = 'length,colour,kind\n1,red,setosa\n2,blue,virginica\n3,red,setosa\n';
const network = { hidden: [] };
const training = { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 3, epochs: 1 };
const classify = (dataset: object | string) => ({ dataset, network, training });

interface Report {
  experiment: { dataset: object };
  runs: { arm: string; digest: string }[];
}

const report = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Report;

test('a CSV file beside the spec becomes inline data: categories as features of 0 and 1, classes in alphabetical order', async () => {
  write('flowers.csv', csv);
  const outcome = await lab(['run', write('flowers.yaml', classify({ name: 'csv', file: 'flowers.csv', label: 'kind' })), '--json']);
  expect(outcome.stderr).toBe('');
  const { experiment, runs } = report(outcome);
  // Features: length, colour = blue, colour = red.
  const inline = {
    name: 'inline',
    task: 'classification',
    x: [
      [1, 0, 1],
      [2, 1, 0],
      [3, 0, 1],
    ],
    y: [0, 1, 0],
  };
  expect(experiment.dataset).toEqual({
    ...inline,
    about: {
      file: 'flowers.csv',
      features: ['length', 'colour = blue', 'colour = red'],
      label: 'kind',
      classes: ['setosa', 'virginica'],
      remarks: ['flowers.csv: 3 rows, 3 inputs of 2 columns: length, colour (2 categories).', 'The label kind has 2 classes: setosa (2), virginica (1).'],
    },
  });
  // The same data written out in the spec are the same run.
  const written = report(await lab(['run', write('written.json', classify(inline)), '--json']));
  expect(written.runs[0]!.digest).toBe(runs[0]!.digest);
});

test('task, features and kinds of columns may be chosen', async () => {
  write('numbers.csv', 'a;b;c\n1;5;7\n2;5;8\n');
  const dataset = { name: 'csv', file: 'numbers.csv', label: 'c', task: 'classification', features: ['b', 'a'], kinds: { a: 'categorical' } };
  const { experiment } = report(await lab(['run', write('chosen.json', { ...classify(dataset), training: { ...training, batchSize: 2 } }), '--json']));
  expect(experiment.dataset).toMatchObject({
    name: 'inline',
    task: 'classification',
    x: [
      [5, 1, 0],
      [5, 0, 1],
    ],
    y: [0, 1],
  });
});

test('what was made of a file is said before the results', async () => {
  write('flowers.csv', csv.replaceAll(',', ';').replace('1;', '1,5;'));
  const { stdout } = await lab(['run', write('said.json', classify({ name: 'csv', file: 'flowers.csv', label: 'kind' }))]);
  expect(stdout).toContain('The label kind has 2 classes: setosa (2), virginica (1).\n"length": decimal comma.\n');
});

test.each([
  ['.', 'Found ., a folder; allowed: the YAML or JSON file of one experiment, or its id.'],
  ['nowhere.yaml', 'There is no file nowhere.yaml. Give the YAML or JSON file of one experiment, or its id.'],
])('%s in place of a spec is refused in words', async (file, message) => {
  const { code, stderr } = await lab(['run', file]);
  expect([code, stderr.trim()]).toEqual([1, message]);
});

test('files may be compared, under labels', async () => {
  write('one.csv', csv);
  write('two.csv', csv.replace('3,red', '4,red'));
  const spec = {
    ...classify({ name: 'csv', file: 'one.csv', label: 'kind' }),
    compare: { file: ['one', 'two'].map((label) => ({ label, set: { dataset: { name: 'csv', file: `${label}.csv`, label: 'kind' } } })) },
  };
  const { runs } = report(await lab(['run', write('compared.json', spec), '--json']));
  expect(runs.map(({ arm }) => arm)).toEqual(['one', 'two']);
  expect(runs[0]!.digest).not.toBe(runs[1]!.digest);
});

test('two files on an axis that gives no labels are refused', async () => {
  write('one.csv', csv);
  const reference = { name: 'csv', file: 'one.csv', label: 'kind' };
  const { code, stderr } = await lab(['lint', write('unlabelled.json', { ...classify('circles'), compare: { dataset: ['circles', reference, reference] } })]);
  expect(code).toBe(1);
  expect(stderr).toContain('compare.dataset[2]: found a second file without a label; allowed: { label, set: { dataset: … } }');
});

test('a data set that there is not: csv is among those that are allowed', async () => {
  const { code, stderr } = await lab(['lint', write('nameless.json', classify({ name: 'table' }))]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/dataset\.name: found "table"; allowed: one of circles, .*\bcsv\n/);
});

test.each<[string, string, object | string, string]>([
  ['a ragged row', 'a,kind\n1,x\n2\n', {}, 'dataset.file, bad.csv, row 3: found 1 cell; allowed: 2, one for each column: "a", "kind"'],
  ['text among numbers', 'a,kind\n1,x\n2,y\nn/a,y\n', {}, 'dataset.file, bad.csv, row 4, column "a": found "n/a"; allowed: a finite number'],
  ['one class', 'a,kind\n1,x\n2,x\n', {}, 'dataset.file, bad.csv, column "kind": found one class, "x"; allowed: at least two classes'],
  ['a label that is no column', 'a,b\n1,2\n', {}, 'dataset.file, bad.csv: found the label "kind"; allowed: one of "a", "b"'],
  ['too many rows', `a,kind\n${'1,x\n2,y\n'.repeat(50_001)}`, {}, 'dataset.file, bad.csv: found more than 100000 rows; allowed: at most 100000'],
  ['no such file', '', { file: 'nowhere.csv' }, 'dataset.file: found "nowhere.csv", which is not there; allowed: a CSV file, its path relative to the spec'],
  [
    'an unknown setting',
    '',
    { labels: 'kind' },
    'dataset.labels: found an unknown setting, "labels"; allowed: one of name, file, label, task, features, without, kinds, header',
  ],
  ['a task that there is not', '', { task: 'clustering' }, 'dataset.task: found "clustering"; allowed: one of regression, classification'],
])('%s is a problem of the spec that says file, row, column and what is allowed', async (name, text, changes, message) => {
  write('bad.csv', text);
  const spec = write(`bad-${name.replaceAll(' ', '-')}.json`, classify({ name: 'csv', file: 'bad.csv', label: 'kind', ...(changes as object) }));
  const { code, stderr } = await lab(['lint', spec]);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\n {2}line 1: dataset/);
  expect(stderr).not.toContain('    at ');
});
