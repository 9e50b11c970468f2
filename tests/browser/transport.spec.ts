/** Pause, Resume, Step, Reset and More seeds. */
import { expect, test } from '@playwright/test';
import { chapters } from './chapters.ts';
import { openIsland, runToEnd } from './island.ts';

const { url, experiments } = chapters.find((chapter) => chapter.experiments.some(({ id }) => id === 'batch-size-equal-epochs')) ?? chapters[0]!;
const { id, seeds } = experiments.find((experiment) => experiment.id === 'batch-size-equal-epochs') ?? experiments[0]!;
const other = experiments.find((experiment) => experiment.id !== id) ?? experiments[0]!;

test('stepped, paused and resumed, a run has the recorded bits', async ({ page }) => {
  const island = await openIsland(page, url, id);
  const button = (name: string) => island.section.getByRole('button', { name });
  const progress = island.section.locator('.run-bar-text');
  const status = island.section.locator('[role=status]');
  // Long enough to be paused a few times.
  await island.section.getByLabel('seeds').selectOption('5');
  await button('Step: 1 update').click();
  await expect(status).toHaveText(/Each network has done 1 update\./);
  await expect(progress).toContainText('Paused');
  await expect(island.section.locator('.figure-slot-curves svg').first()).toBeVisible();
  await button('Step: 1 update').click();
  await expect(status).toHaveText(/Each network has done 2 updates\./);
  await button('Step: 1 epoch').click();
  // The arms have batches of three sizes, and so epochs of different lengths.
  await expect(status).toHaveText(/Paused\. \d+ updates done, 0 of 60 networks at the end\./);
  for (let turn = 0; turn < 3; turn++) {
    // Both presses in the page itself: by the time that a busy machine sends the second from here, all may be trained.
    await button('Resume').focus();
    await island.section.locator('.experiment-run').evaluate(async (main, frames) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      (main as HTMLElement).click();
      for (let passed = 0; passed <= frames; passed++) await frame();
      (main as HTMLElement).click();
    }, turn);
    await expect(button('Resume')).toBeFocused();
  }
  // Nothing moves while it waits.
  await expect(status).toContainText('Paused');
  const before = await progress.innerText();
  await page.waitForTimeout(400);
  expect(await progress.innerText()).toBe(before);
  await button('Resume').click();
  await expect(island.section.getByText('Data of this run')).toBeVisible();
  await expect(island.report).toContainText(/Reproduces the recorded runs? bit for bit/);
});

test('another experiment runs while one is paused', async ({ page }) => {
  const first = await openIsland(page, url, id);
  await first.run.click();
  await first.section.getByRole('button', { name: 'Pause' }).click();
  const second = await openIsland(page, url, other.id, `experiment=${other.id}&v=1`);
  await runToEnd(second);
  await expect(second.report).toContainText('bit for bit');
});

test('more seeds join those that there are, and the verdict grows with them', async ({ page }) => {
  const island = await openIsland(page, url, id);
  const more = island.section.getByRole('button', { name: 'More seeds' });
  await expect(more).toBeDisabled();
  await runToEnd(island);
  await expect(island.report).toContainText(/true in \d of 1 seed\./);
  await expect(more).toHaveText('More seeds up to 5');
  await more.click();
  await expect(island.report).toContainText(/true in \d of [234] seeds/);
  await expect(island.section.getByText('Data of this run')).toBeVisible();
  await expect(more).toBeFocused();
  // From fewer than seven seeds there is no interval to tell.
  await expect(island.report).toContainText(/true in \d of 5 seeds\./);
  await expect(island.report).toContainText(/Reproduces the recorded runs bit for bit/);
  await expect(island.section.getByLabel('seeds')).toHaveValue('5');
  expect(seeds).toBeGreaterThan(5);
});

test('Reset goes back to step 0 of the same seed, and keeps what was changed', async ({ page }) => {
  const island = await openIsland(page, url, id, `experiment=${id}&v=1&seed=7&init=heNormal`);
  await expect(island.report).toContainText('Modified:');
  await runToEnd(island);
  await island.section.getByRole('button', { name: 'Reset' }).click();
  await expect(island.section.locator('.experiment-recorded')).toBeVisible();
  await expect(island.section.locator('.experiment-seed')).toHaveText('7');
  await expect(island.report).toContainText('Modified:');
});

test('Escape ends a run, and closes what is open around the focus', async ({ page }) => {
  const island = await openIsland(page, url, id);
  await island.run.focus();
  await page.keyboard.press('Enter');
  await expect(island.section.getByRole('button', { name: 'Pause' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(island.report).toContainText('Cancelled');
  await expect(island.run).toBeFocused();
  await island.section.getByText('Change anything').click();
  await island.section.locator('.experiment-settings').getByLabel('shuffle').focus();
  await page.keyboard.press('Escape');
  await expect(island.section.locator('.experiment-settings summary')).toBeFocused();
  await expect(island.section.locator('.experiment-settings').getByLabel('shuffle')).toBeHidden();
});
