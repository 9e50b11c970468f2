/** What fingers do that pointers do not: they leave with every tap. */
import { expect, test } from '@playwright/test';
import { findExperiment } from './chapters.ts';

test.use({ hasTouch: true });

const { url, experiment } = findExperiment(({ figures }) => figures.includes('curves'));

test('a tap says the value of a point, and it stays until the next tap', async ({ page }) => {
  await page.goto(url);
  const plot = page.locator(`#experiment-${experiment.id} svg.figure-plot:visible`).first();
  await plot.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await plot.boundingBox())!;
  const tip = page.locator('.figure-tip');
  // The first tap has the values fetched; some point of the curves lies near one of the following.
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await page.waitForLoadState('networkidle');
  for (let share = 0.05; share < 1 && !(await tip.isVisible()); share += 0.05) {
    await page.touchscreen.tap(x + width / 2, y + height * share);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expect(tip).toContainText(/\d/);
  await page.touchscreen.tap(1, y + height / 2);
  await expect(tip).toBeHidden();
});
