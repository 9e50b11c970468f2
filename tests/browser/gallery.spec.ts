/** The gallery: every experiment can be found, by words, by verdict, by chapter, and with an address that says what was asked for. */
import { expect, test } from '@playwright/test';
import { chapters } from './chapters.ts';
import { violations } from './violations.ts';

const all = chapters.flatMap(({ experiments }) => experiments);

test('lists every experiment of every chapter, without scripts too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('experiments/');
  for (const { title, claim } of all) {
    const card = page.locator('article').filter({ has: page.getByRole('link', { name: title, exact: true }) });
    await expect(card.locator('.claim')).toHaveText(claim);
  }
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeHidden();
  await context.close();
});

test('finds by words and by verdict, and the address remembers', async ({ page }) => {
  await page.goto('experiments/');
  const cards = page.locator('.gallery article:visible');
  const before = await cards.count();
  const [first] = all;
  await page.locator('.gallery input[type=search]').fill(first!.title);
  await expect(page.locator('.gallery output')).toHaveText(/^\d+ of \d+ experiments$/);
  await expect(cards.filter({ hasText: first!.title })).toHaveCount(1);
  expect(await cards.count()).toBeLessThan(before);
  await page.locator('.gallery input[type=search]').fill('');
  await page.getByLabel('Verdict').selectOption('reversed');
  for (const card of await cards.all()) await expect(card.locator('[data-outcome=reversed]').first()).toBeVisible();
  await expect(page).toHaveURL(/\?verdict=reversed$/);
  const shown = await cards.count();
  await page.reload();
  await expect(cards).toHaveCount(shown);
  await page.goto('experiments/?chapter=no-such-chapter');
  await expect(cards).toHaveCount(before);
});

test('a card leads to its experiment', async ({ page }) => {
  await page.goto('experiments/');
  await page.getByRole('link', { name: all[0]!.title, exact: true }).click();
  await expect(page.locator(`#experiment-${all[0]!.id}`)).toBeInViewport();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe objects to nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('experiments/');
    expect(await violations(page)).toEqual([]);
  });
}
