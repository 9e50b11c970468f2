/** Searches in a chapter: readable as recorded, the same bits live, cancelled, refused, and nothing that axe finds in either theme. */
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { save } from './downloads.ts';
import { violations } from './violations.ts';
import { schemes } from './sample.ts';

const url = 'searching/';
/** Short ones. */
const HALVING = 'search-halving';
const BAYESIAN = 'search-bayesian';

async function openSearch(page: Page, id: string) {
  await page.goto(url);
  const section = page.locator(`#${id}`);
  // It comes alive when the reader reaches for it; Astro then takes this mark away.
  await section.locator('.experiment-controls').hover();
  await expect(section.locator('astro-island[ssr]')).toHaveCount(0);
  const button = (name: string) => section.getByRole('button', { name });
  return { section, run: button('Run'), cancel: button('Cancel'), reset: button('Reset'), report: section.locator('.experiment-report') };
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('claim, verdicts, figures and their tables are there', async ({ page }) => {
    await page.goto(url);
    const section = page.locator(`#${HALVING}`);
    await expect(section.locator('.experiment-verdicts li')).toHaveCount(2);
    for (const name of ['bestSoFar', 'parallel', 'importance']) await expect(section.locator(`.figure-${name} svg`).first()).toBeVisible();
    // By key: what the page lays out as it scrolls may move from under a click.
    await section.getByText('Data', { exact: true }).press('Enter');
    await expect(section.locator('table').first()).toBeVisible();
  });
});

for (const id of [HALVING, BAYESIAN, 'search-tuned-optimizers'])
  test(`${id}, run live, reproduces the recorded search bit for bit`, async ({ page }) => {
    const { section, run, report, reset } = await openSearch(page, id);
    await run.click();
    await expect(section.getByText('Data of this search')).toBeVisible();
    await expect(report).toContainText('Reproduces the recorded search bit for bit');
    await expect(section.locator('.experiment-live-figures svg').first()).toBeVisible();
    await reset.click();
    await expect(section.locator('.experiment-recorded')).toBeVisible();
  });

test('a new seed is an independent replication, and fewer trials are no reproduction', async ({ page }) => {
  const { section, run, report } = await openSearch(page, BAYESIAN);
  await section.getByLabel('strategy').selectOption('random');
  await section.getByLabel('budget, trials').fill('3');
  await section.getByLabel('budget, trials').press('Tab');
  await run.click();
  await expect(section.locator('.run-bar')).toContainText('3 trials');
  await expect(section.getByText('Data of this search')).toBeVisible();
  await expect(report).not.toContainText('bit for bit');
});

test('a link brings back what was chosen, refuses what is not allowed, and leaves what it does not know', async ({ page }) => {
  const { section } = await openSearch(page, BAYESIAN);
  await section.getByLabel('strategy').selectOption('random');
  await section.getByLabel('budget, trials').fill('3');
  await section.getByLabel('budget, trials').press('Tab');
  await section.getByRole('button', { name: 'Share' }).click();
  const link = await section.getByLabel('link that carries your changes').inputValue();
  expect(link).toMatch(new RegExp(`#search=${BAYESIAN}&v=1&strategy=random&budget=3$`));
  // Nobody has touched the search: the link alone wakes it.
  await page.goto('about:blank');
  await page.goto(`${link}&folds=1&color=red`);
  const again = page.locator(`#${BAYESIAN}`);
  await expect(again.getByLabel('budget, trials')).toHaveValue('3');
  await expect(again.getByLabel('strategy')).toHaveValue('random');
  await expect(again.getByRole('alert')).toContainText('“1” for folds was refused');
  await expect(again.getByRole('alert')).toContainText('“color” means nothing here');
  await expect(again).toBeInViewport();
});

test('a search is saved as a script, and says what was changed', async ({ page }) => {
  const { section } = await openSearch(page, HALVING);
  await section.getByLabel('budget, updates').fill('500');
  await section.getByLabel('budget, updates').press('Tab');
  await section.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Modified: budget 500 (published: 3240)');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Script and data' }).click();
  expect((await saved).suggestedFilename()).toBe(`${HALVING}.modified.optuna.zip`);
  await expect(dialog.getByRole('status').last()).toContainText('Saved');
});

test('what is searched can be changed, is said, linked and saved, and the trials of a search are a table', async ({ page }) => {
  const { section, run, report } = await openSearch(page, BAYESIAN);
  await section.getByLabel('strategy').selectOption('random');
  await section.getByLabel('budget, trials').fill('3');
  await section.getByText('Change what is searched').click();
  const rate = section.getByLabel('learning rate, range');
  await expect(rate).toHaveValue('0.0001..10');
  await rate.fill('0..1');
  await rate.press('Tab');
  await run.click();
  await expect(section.getByRole('alert')).toContainText('allowed: a number above 0 on a log scale');
  await rate.fill('0.01..0.011');
  await rate.press('Tab');
  await run.click();
  await expect(section.locator('.run-bar')).toContainText('3 trials');
  await expect(report).not.toContainText('bit for bit');
  await section.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('learning rate 0.01..0.011 (published: 0.0001..10)');
  const { bytes: csv } = await save(page, dialog.getByRole('button', { name: 'CSV' }));
  const table = Papa.parse<Record<string, string>>(csv.toString().trim(), { header: true }).data;
  expect(table).toHaveLength(3);
  for (const row of table) expect(Number(row['training.optimizer.learningRate'])).toBeGreaterThanOrEqual(0.01);
  for (const row of table) expect(Number(row['training.optimizer.learningRate'])).toBeLessThanOrEqual(0.011);
  const { name, bytes } = await save(page, dialog.getByRole('button', { name: 'YAML' }));
  expect(name).toBe(`${BAYESIAN}.modified.yaml`);
  expect(bytes.toString()).toContain('min: 0.01\n');
  await page.keyboard.press('Escape');
  await section.getByRole('button', { name: 'Share' }).click();
  const link = await section.getByLabel('link that carries your changes').inputValue();
  expect(link).toContain('&space.lr=0.01..0.011');
  await page.goto('about:blank');
  await page.goto(link);
  await page.locator(`#${BAYESIAN}`).getByText('Change what is searched').click();
  await expect(page.locator(`#${BAYESIAN}`).getByLabel('learning rate, range')).toHaveValue('0.01..0.011');
});

test('a budget of zero and too many folds are refused with what is allowed, and nothing runs', async ({ page }) => {
  const { section, run } = await openSearch(page, BAYESIAN);
  await section.getByLabel('budget, trials').fill('0');
  await section.getByLabel('folds').fill('301');
  await section.getByLabel('folds').press('Tab');
  await run.click();
  await expect(section.getByRole('alert')).toContainText('allowed: a whole number from 1 to 2000');
  await expect(section.locator('progress')).toHaveCount(0);
});

test('a budget that pays for nothing is said', async ({ page }) => {
  const { section, run, report } = await openSearch(page, 'search-halving');
  await section.getByLabel('budget', { exact: false }).first().fill('2');
  await run.click();
  await expect(report).toContainText('Nothing was tried');
  await expect(report).not.toContainText('bit for bit');
});

test('what was found is sketched while what draws is on its way', async ({ page }) => {
  const held = Promise.withResolvers<undefined>();
  await page.route(/drawing\.worker-/, async (route) => {
    await held.promise;
    await route.continue();
  });
  const { section, run } = await openSearch(page, 'search-halving');
  await run.click();
  await expect(section.locator('.experiment-live-figures .figure-sketch path').first()).toBeVisible();
  held.resolve(undefined);
  await expect(section.locator('.experiment-live-figures .figure-bestSoFar')).toBeVisible();
  await expect(section.locator('.figure-sketch')).toHaveCount(0);
});

test('Cancel stops a search and keeps what was found', async ({ page }) => {
  const { section, run, cancel, report } = await openSearch(page, 'search-greedy');
  await run.click();
  await expect(section.locator('.run-bar')).toContainText('best so far');
  await cancel.click();
  await expect(report).toContainText('Cancelled after');
  await expect(section.locator('.experiment-live-figures svg').first()).toBeVisible();
});

for (const colorScheme of schemes())
  test(`axe finds nothing in ${colorScheme}, before and after a search`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const { section, run } = await openSearch(page, HALVING);
    expect(await violations(page, `#${HALVING}`)).toEqual([]);
    await run.click();
    await expect(section.getByText('Data of this search')).toBeVisible();
    expect(await violations(page, `#${HALVING}`)).toEqual([]);
  });
