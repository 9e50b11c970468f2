/** Everything that the export menu saves: it arrives, it reads back, and it says what it is of. */
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { parse } from 'yaml';
import { parseExperiment } from '../../src/experiments/spec/spec.ts';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import { trainRun } from '../../src/experiments/train/run.ts';
import { expand } from '../../src/experiments/spec/expand.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { readModelFile } from '../../src/models/modelFile.ts';
import { readTfjsLayers } from '../../src/models/tfjsLayers/read.ts';
import { changeable, chapters, findExperiment } from './chapters.ts';
import { openMenu, save } from './downloads.ts';
import { openIsland, runToEnd } from './island.ts';

const { url, experiments } = chapters[0]!;
const experiment = experiments[0]!;
const { id } = experiment;

async function parsed(page: Page, markup: string): Promise<{ error: string; title: string; width: number; height: number; foreign: number; texts: number }> {
  return page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = read.documentElement;
    return {
      error: read.querySelector('parsererror')?.textContent ?? '',
      title: root.querySelector(':scope > title')?.textContent ?? '',
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      // What only the page can resolve: its variables, its classes, its files.
      foreign: (text.match(/var\(--|class="|url\((?!data:|&quot;#|#|"#)/g) ?? []).length,
      texts: root.querySelectorAll('text').length,
    };
  }, markup);
}

test('figures are drawings of their own, with title, caption and typeface, and images of twice their size', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const island = await openIsland(page, url, id);
  const menu = await openMenu(island, 'Export');
  const svg = await save(page, menu.getByRole('button', { name: 'learning curves as SVG' }));
  expect(svg.name).toBe(`${id}.curves.svg`);
  const drawing = await parsed(page, svg.bytes.toString());
  expect(drawing).toMatchObject({ error: '', foreign: 0, title: `${experiment.title}: learning curves` });
  expect(drawing.texts).toBeGreaterThan(10);
  expect(svg.bytes.toString()).toContain('src:url(data:font/woff2;base64,');
  // White paper has dark ink, whatever the page's theme.
  expect(svg.bytes.toString()).toContain('fill="#fff"');
  expect(svg.bytes.toString()).toContain('fill="#16202b"');
  expect(svg.bytes.toString()).toContain('of Fully Connected');
  const png = await save(page, menu.getByRole('button', { name: 'learning curves as PNG' }));
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * drawing.width, 2 * drawing.height]);
  await menu.getByLabel('background').selectOption({ label: 'as on this page' });
  const themed = await save(page, menu.getByRole('button', { name: 'learning curves as SVG' }));
  expect(themed.bytes.toString()).toContain('fill="#12171e"');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('results of a run have every point of every seed; without a run, what is recorded', async ({ page }) => {
  const island = await openIsland(page, url, id);
  const before = await openMenu(island, 'Export');
  const recorded = await save(page, before.getByRole('button', { name: 'CSV' }));
  expect(recorded.name).toBe(`${id}.recorded.csv`);
  const rows = Papa.parse<{ statistic: string }>(recorded.bytes.toString(), { header: true, skipEmptyLines: true }).data;
  const arms = experiment.axes.reduce((product, { values }) => product * values.length, 1);
  const finals = rows.filter(({ statistic }) => statistic === 'final');
  expect(finals.length % (arms * experiment.seeds)).toBe(0);
  expect(finals.length).toBeGreaterThan(0);
  await page.keyboard.press('Escape');

  await runToEnd(island);
  const menu = await openMenu(island, 'Export');
  const json = await save(page, menu.getByRole('button', { name: 'JSON' }).first());
  expect(json.name).toBe(`${id}.results.json`);
  const report = JSON.parse(json.bytes.toString()) as { runs: { history: Record<string, object>[]; trainingTime: number }[]; origin: { changes: string[] } };
  expect(report.origin.changes).toEqual([]);
  expect(report.runs).toHaveLength(arms);
  const csv = await save(page, menu.getByRole('button', { name: 'CSV' }));
  const table = Papa.parse<{ split: string; step: string; epoch: string }>(csv.bytes.toString(), { header: true, skipEmptyLines: true }).data;
  const points = report.runs.flatMap(({ history }) =>
    history.flatMap((point) => Object.values(point).flatMap((value) => (typeof value === 'object' ? Object.keys(value) : []))),
  );
  expect(table.filter(({ split }) => split !== 'run')).toHaveLength(points.length);
  expect(table.filter(({ split }) => split === 'run').length).toBeGreaterThanOrEqual(2 * arms);
});

test('programs come with their data, as scripts and notebooks; where a library cannot, it is said why', async ({ page }) => {
  const island = await openIsland(page, url, id);
  const menu = await openMenu(island, 'Export');
  for (const target of ['keras', 'pytorch', 'tensorflow', 'optuna', 'ray']) {
    await menu.getByLabel('for', { exact: true }).selectOption(target);
    const { name, bytes } = await save(page, menu.getByRole('button', { name: 'Program and data' }));
    expect(name).toBe(`${id}.${target}.zip`);
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual([`${id}.data.json`, `${id}.${target}.py`]);
    expect(strFromU8(files[`${id}.${target}.py`]!)).toContain('of Fully Connected');
  }
  await menu.getByLabel('for', { exact: true }).selectOption('keras');
  await menu.getByLabel('as', { exact: true }).first().selectOption('notebook');
  const { bytes } = await save(page, menu.getByRole('button', { name: 'Program and data' }));
  const notebook = JSON.parse(strFromU8(unzipSync(bytes)[`${id}.keras.ipynb`]!)) as { nbformat: number; cells: unknown[] };
  expect(notebook.nbformat).toBe(4);
  expect(notebook.cells.length).toBeGreaterThan(3);

  const softmax = findExperiment(
    ({ configuration }) => configuration.training.loss.name === 'categoricalCrossentropy' && configuration.dataset.name === 'circles',
  );
  const other = await openIsland(page, softmax.url, softmax.experiment.id);
  const refusing = await openMenu(other, 'Export');
  await refusing.getByLabel('for', { exact: true }).selectOption('sklearn');
  await expect(refusing.locator('.menu-reasons')).toContainText('one logistic output');
  await expect(refusing.getByRole('button', { name: 'Program and data' })).toBeDisabled();
});

test('a changed experiment says in its files what was changed', async ({ page }) => {
  const { url: at, experiment: other } = findExperiment((candidate) => changeable(candidate).some(({ path }) => path === 'network.initializer'));
  const island = await openIsland(page, at, other.id, `v=1&experiment=${other.id}&init=heNormal`);
  await expect(island.report).toContainText('Modified: initializer');
  const menu = await openMenu(island, 'Export');
  await expect(menu).toContainText('This version has not been run yet.');
  await expect(menu.getByRole('button', { name: 'CSV' })).toBeDisabled();
  const yaml = await save(page, menu.getByRole('button', { name: 'YAML' }));
  expect(yaml.name).toBe(`${other.id}.modified.yaml`);
  const text = yaml.bytes.toString();
  expect(text).toMatch(/^# “.*\n# Changed by the reader: initializer .*\(published: /);
  expect(parseExperiment(parse(text), `${other.id}.yaml`).configuration.network.initializer.name).toBe('heNormal');
});

test('a saved model is the network that was recorded, and predicts what it predicted', async ({ page }) => {
  const island = await openIsland(page, url, id);
  const menu = await openMenu(island, 'Export');
  const button = menu.getByRole('button', { name: 'Model' });
  const safetensors = await save(page, button);
  await expect(menu.getByRole('status').last()).toContainText('The same bits as the recorded run.');
  const { parameters } = readModelFile(safetensors.bytes, safetensors.name);

  const kernel = await loadKernel();
  const [run] = expand(experiment, [1]);
  const here = await trainRun(run!, fusedEngine(kernel), kernel, { keepParameters: true });
  expect(parameters).toEqual(here.parameters);

  await menu.getByLabel('as', { exact: true }).last().selectOption({ label: 'TensorFlow.js layers' });
  const packed = unzipSync((await save(page, button)).bytes);
  const [json, weights] = ['model.json', 'model.weights.bin'].map((end) => packed[Object.keys(packed).find((name) => name.endsWith(end))!]!);
  expect(readTfjsLayers(JSON.parse(strFromU8(json!)), new Map([['model.weights.bin', weights!]])).parameters).toEqual(parameters);
});
