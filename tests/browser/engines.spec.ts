/** Run is pressed in islands, on each engine: in some of them each day, every night in all (sample.ts). */
import { expect, test } from '@playwright/test';
import { armSize } from '../../src/experiments/plan/armSize.ts';
import { changeExperiment } from '../../src/experiments/change/change.ts';
import { comparedPath } from '../../src/experiments/change/changeCompared.ts';
import { encodeHash } from '../../src/experiments/change/share.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { allExperiments, chapters, filesOf, smallBudget } from './chapters.ts';
import { liveNumbers, openIsland, readNumber, runToEnd } from './island.ts';
import { sampled } from './sample.ts';

const EXPERIMENTS_A_DAY = 4;

/** Largest relative difference between the engines' final values after two epochs or forty updates. The table has three digits, which is half of it. */
const TOLERANCE = 0.01;

/** Below this a loss is rounding, and not compared digit by digit. */
const ZERO = 1e-4;

/**
 * Largest difference from the recorded final values after a whole run. Thousands of updates amplify the last bit of every
 * sum, so this is no measure of correctness: the conformance tables are. It says that both engines end at networks of one kind.
 */
const RECORDING_TOLERANCE = 0.2;

for (const { url, experiment } of sampled(allExperiments, EXPERIMENTS_A_DAY, ({ experiment }) => filesOf(experiment))) {
  test(`fused gives the recorded runs of ${experiment.id} bit for bit`, async ({ page }) => {
    const island = await openIsland(page, url, experiment.id);
    await runToEnd(island);
    await expect(island.report).toContainText(/Reproduces the recorded runs? bit for bit \(\d+ runs? compared\)\./);
    await expect(island.report).not.toContainText(/Modified|failed|Not bit for bit|the others differ/);
  });
}

for (const { title, url, experiments } of sampled(chapters, 1)) {
  test(`TensorFlow.js agrees with fused, on each of its backends: ${title}`, async ({ page }) => {
    // Forty updates where a budget is of updates: two epochs may be two thousand.
    const short =
      experiments.find((experiment) => smallBudget(experiment)?.path === 'training.updates') ??
      experiments.find((experiment) => smallBudget(experiment) !== undefined);
    if (!short) throw new Error(`Every experiment of "${title}" compares its budget, so none can be shortened.`);
    const hash = encodeHash(short, shortened(short)).slice(1);
    const run = async (engine: string) => {
      const island = await openIsland(page, url, short.id, hash);
      await expect(island.report).toContainText('Modified:');
      await island.section.getByLabel('engine').selectOption(engine);
      await runToEnd(island);
      await expect(island.report).not.toContainText('failed');
      const numbers = await liveNumbers(island);
      await page.goto('about:blank');
      return numbers;
    };
    const fused = await run('fused');
    expect(fused.flat().filter(Number.isFinite).length).toBeGreaterThan(0);
    for (const engine of ['tfjs-wasm', 'tfjs-webgl', 'tfjs-cpu']) {
      const other = await run(engine);
      // Where one has a dash in place of a number, so does the other.
      const numbers = (rows: number[][]) => rows.map((row) => row.map(Number.isFinite));
      expect(numbers(other), engine).toEqual(numbers(fused));
      const differences = fused.flatMap((row, arm) => row.map((number, column) => Math.abs(number - other[arm]![column]!) / Math.max(Math.abs(number), ZERO)));
      expect(Math.max(...differences.filter(Number.isFinite)), engine).toBeLessThan(TOLERANCE);
    }
  });
}

test('TensorFlow.js can be cancelled', async ({ page }) => {
  const { url, experiment } = allExperiments.toSorted((a, b) => updatesOfOneSeed(b.experiment) - updatesOfOneSeed(a.experiment))[0]!;
  const island = await openIsland(page, url, experiment.id);
  await island.section.getByLabel('engine').selectOption('tfjs-wasm');
  // So many that they are not over before they are cancelled.
  await island.section.getByLabel('seeds').selectOption({ label: `all ${experiment.seeds}` });
  await island.run.click();
  await expect(island.section.locator('.experiment-live-figures svg').first()).toBeVisible();
  await island.cancel.click();
  await expect(island.report).toContainText('Cancelled');
  await expect(island.report).not.toContainText('Reproduces');
});

// TensorFlow.js takes its time: where the fewest operations are, and in chapters of their own.
const shortest = chapters
  .map(({ url, experiments }) => ({ url, experiment: experiments.toSorted((a, b) => operationsOfOneSeed(a) - operationsOfOneSeed(b))[0]! }))
  .toSorted((a, b) => operationsOfOneSeed(a.experiment) - operationsOfOneSeed(b.experiment))
  .slice(0, 4);
for (const { url, experiment } of sampled(shortest, 1)) {
  test(`TensorFlow.js, on the published ${experiment.id}, says how far it is from the recording`, async ({ page }) => {
    const island = await openIsland(page, url, experiment.id);
    await island.section.getByLabel('engine').selectOption('tfjs-wasm');
    await runToEnd(island);
    const report = await island.report.innerText();
    console.log(`${experiment.id}: ${report.replaceAll(/\s+/g, ' ')}`);
    expect(report).toContain('The recording was made with the fused engine');
    const difference = /differ by at most (\S+)/.exec(report)?.[1];
    expect(readNumber(difference ?? report)).toBeLessThan(RECORDING_TOLERANCE);
  });
}

/** Layers through which updates go, which is what TensorFlow.js' time goes by. */
function operationsOfOneSeed(experiment: Experiment): number {
  return experiment.arms.reduce((sum, { configuration }) => sum + armSize(configuration).updates * (1 + configuration.network.hidden.length), 0);
}

/** A few updates of a few of its arms. */
function shortened(experiment: Experiment): Experiment {
  const fewArms = experiment.axes.map((axis) => ({ path: comparedPath(axis), value: axis.values.slice(0, 2).map(({ label }) => label) }));
  const changed = changeExperiment(experiment, [smallBudget(experiment)!, ...fewArms]);
  if ('problems' in changed) throw new Error(`"${experiment.id}" cannot be shortened: ${JSON.stringify(changed.problems)}`);
  return changed.experiment;
}

function updatesOfOneSeed(experiment: Experiment): number {
  return experiment.arms.reduce((sum, { configuration }) => sum + armSize(configuration).updates, 0);
}
