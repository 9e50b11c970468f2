/** What goes otherwise: Cancel, divergence, a worker that dies. */
import { expect, test } from '@playwright/test';
import { secondsPerSeed } from '../../src/experiments/plan/estimate.ts';
import { Fault } from '../../src/faults/fault.ts';
import { changeable, findExperiment } from './chapters.ts';
import { openIsland, runToEnd, warm } from './island.ts';

test('after Cancel the next run is whole, and Reset brings the recorded figures back', async ({ page }) => {
  // One that is far from its end when it is cancelled.
  const { url, experiment } = findExperiment((candidate) => secondsPerSeed(candidate) < 2 && secondsPerSeed(candidate) * candidate.seeds > 20);
  const island = await openIsland(page, url, experiment.id);
  await island.section.getByLabel('seeds').selectOption({ label: `all ${experiment.seeds}` });
  await island.run.click();
  await island.cancel.click();
  await expect(island.report).toContainText('Cancelled');
  await island.section.getByLabel('seeds').selectOption('1');
  await runToEnd(island);
  await expect(island.report).toContainText('bit for bit');
  await expect(island.section.locator('.experiment-recorded')).toBeHidden();
  await island.section.getByRole('button', { name: 'Reset' }).click();
  await expect(island.section.locator('.experiment-recorded')).toBeVisible();
  await expect(island.report).toBeEmpty();
});

test('a learning rate of a million ends as "diverged at step n", with an explanation', async ({ page }) => {
  const rate = 'training.optimizer.learningRate';
  const regression = findExperiment(
    ({ configuration, ...rest }) =>
      configuration.training.loss.name === 'meanSquaredError' && changeable({ configuration, ...rest }).some(({ path }) => path === rate),
  );
  const island = await openIsland(page, regression.url, regression.experiment.id, `experiment=${regression.experiment.id}&v=1&${rate}=1000000`);
  await runToEnd(island);
  await expect(island.report).toContainText(/seed \d+: Diverged at step [\d,]+: the loss was no longer a finite number\..*learning rate is 1,000,000/);
  await expect(island.section.locator('.figure-slot-finals svg')).toContainText('1 diverged');
  await expect(island.report).not.toContainText('bit for bit');
});

test('a worker that dies is reported and replaced, and the rest is kept', async ({ page }) => {
  // Long enough that one of its runs is likely to be under way when the worker dies.
  const { url: address, experiment } = findExperiment((candidate) => candidate.id === 'batch-size-equal-epochs');
  const island = await openIsland(page, address, experiment.id);
  await warm(page, island);
  // Between two runs a worker has none to lose, and a run may be over before it is paused: then once more.
  const SOON = { timeout: 30_000 };
  const problem = island.section.locator('.island-problem');
  await expect(async () => {
    await island.run.click(SOON);
    await expect(island.section.locator('.figure-slot-curves svg').first()).toBeVisible();
    await island.section.getByRole('button', { name: 'Pause' }).click(SOON);
    // All that train: near the end, some may have nothing left to do.
    for (const worker of page.workers().filter((one) => one.url().includes('training.worker'))) {
      await worker.evaluate(() => {
        setTimeout(() => {
          throw new Error('killed by a test');
        });
      });
    }
    await island.section.getByRole('button', { name: 'Resume' }).click(SOON);
    await expect(island.section.getByText('Data of this run')).toBeVisible();
    await expect(problem).toContainText(new Fault('worker').message, SOON);
  }).toPass();
  // What was under way is lost; the rest is as recorded.
  await expect(island.report).toContainText(/Reproduces the recorded runs bit for bit/);
  await runToEnd(island);
  await expect(problem).toHaveCount(0);
});
