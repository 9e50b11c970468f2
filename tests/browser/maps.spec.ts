/** A map in a chapter: readable as recorded, made anew cell by cell with the same bits, changed by the reader, followed to its experiment. */
import { expect, test } from '@playwright/test';
import { violations } from './violations.ts';

const url = 'what-a-network-computes/';
const ID = 'circles-units';

test('a live map comes in cell by cell and reproduces the recorded one; a cell opens the experiment with its settings', async ({ page }) => {
  await page.goto(url);
  const section = page.locator(`#map-${ID}`);
  const recorded = section.locator('.experiment-recorded .map-cell');
  const labels = await recorded.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
  await section.locator('.experiment-controls').hover();
  await expect(section.locator('astro-island[ssr]')).toHaveCount(0);
  await section.getByRole('button', { name: 'Run map' }).click();
  const live = section.locator('.experiment-live-figures .map-cell');
  // Some are judged while others wait.
  await expect.poll(() => section.locator('.experiment-live-figures .map-mark').count()).toBeGreaterThan(0);
  await expect(section.locator('.experiment-report')).toContainText('Bit for bit as recorded.');
  expect(await live.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')))).toEqual(labels);
  expect(await violations(page)).toEqual([]);

  await section.getByLabel(/^values of noise/).fill('0.05, 0.12');
  await section.getByLabel(/^values of noise/).press('Tab');
  await section.getByRole('button', { name: 'Run map' }).click();
  await expect(section.locator('.experiment-report')).toContainText('cells judged');
  await expect(section.locator('.experiment-report')).not.toContainText('as recorded');

  await live.first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/experiment=circles-units/);
  await expect(page.locator(`#experiment-${ID} .experiment-modified`)).toContainText('noise 0.05');
});
