/** The front page trains twelve networks when asked to, says what came of it, and lets the reader look back. */
import { expect, test } from '@playwright/test';
import { violations } from './violations.ts';

test('trains twelve networks by keyboard, bit for bit as recorded, and scrubs back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('');
  const exhibit = page.locator('.opening-exhibit');
  const recorded = await exhibit.locator('.opening-loss').allTextContents();
  expect(recorded).toHaveLength(12);
  await exhibit.getByRole('button', { name: 'Train all twelve' }).focus();
  await page.keyboard.press('Enter');
  await expect(exhibit.getByRole('status')).toContainText('Every bit is as it was recorded');
  expect(await exhibit.locator('.opening-loss').allTextContents()).toEqual(recorded);
  await exhibit.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(exhibit.locator('label strong')).toHaveText('0');
  // Before training all optimizers are at the same network: a learning rate changes nothing yet.
  expect(new Set(await exhibit.locator('.opening-loss').allTextContents()).size).toBe(1);
  await exhibit.getByRole('button', { name: 'Train with seed 2' }).click();
  await expect(exhibit.getByRole('status')).toContainText('Another seed');
});

test('shows the recorded networks without scripts, and no controls', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('');
  await expect(page.locator('.opening-tiles svg path').first()).toBeAttached();
  await expect(page.locator('.opening-tiles svg')).toHaveCount(12);
  await expect(page.locator('.opening-controls')).toBeHidden();
  await context.close();
});

test('says so where the networks cannot be fetched, and tries again', async ({ page }) => {
  await page.route('**/opening.json', (route) => route.abort());
  await page.goto('');
  await page.getByRole('button', { name: 'Train all twelve' }).click();
  await expect(page.getByRole('alert')).toContainText('A part of this page has not come, because the network gives no answer');
  await page.unroute('**/opening.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.opening-report')).toContainText('12 networks');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe objects to nothing on the front page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('');
    expect(await violations(page)).toEqual([]);
  });
}
