/** For every reader: without scripts, on paper, by keyboard, with assistive technology, on a phone, on a slow line. */
import { expect, test } from '@playwright/test';
import { secondsPerSeed } from '../../src/experiments/plan/estimate.ts';
import { allChapters, findExperiment } from './chapters.ts';
import { findIsland, openIsland, runToEnd, saveData } from './island.ts';
import { sampled } from './sample.ts';
import { violations } from './violations.ts';

const CHAPTERS_A_DAY = 2;

for (const { title, url, experiments, onFiles } of sampled(allChapters, CHAPTERS_A_DAY, ({ files }) => files)) {
  const all = [...experiments, ...onFiles];
  const { id } = all[0]!;
  const isRun = experiments.length > 0;

  test(`${title} is readable without scripts: claim, verdict, figures and table, no controls`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto(url);
    for (const experiment of all) {
      const section = page.locator(`#experiment-${experiment.id}`);
      await expect(section.locator('.experiment-claim')).toHaveText(experiment.claim);
      await expect(section.locator('.experiment-verdicts li')).toHaveCount(experiment.verdicts.length);
      for (const name of experiment.figures) await expect(section.locator(`.figure-${name} svg:visible`).first()).toBeVisible();
      // By key: what the page lays out as it scrolls may move from under a click.
      await section.locator('.experiment-recorded summary').press('Enter');
      await expect(section.locator('.figure-table').first()).toBeVisible();
      expect(await section.locator('.figure-table').first().locator('tbody tr').count()).toBe(
        experiment.axes.reduce((arms, { values }) => arms * values.length, 1),
      );
      await expect(section.locator('.experiment-live')).toBeHidden();
    }
    await context.close();
  });

  test(`${title}, recorded, opened${isRun ? ' and run' : ''}: loads with intent, fits a phone, nothing that axe objects to, prints what is recorded`, async ({
    page,
    baseURL,
  }) => {
    const scripts: string[] = [];
    const foreign: string[] = [];
    page.on('request', (request) => {
      const address = new URL(request.url());
      if (address.origin !== new URL(baseURL!).origin && address.protocol.startsWith('http')) foreign.push(address.href);
      if (address.pathname.endsWith('.js')) scripts.push(address.pathname);
    });
    const laptop = page.viewportSize()!;
    const themes = async (part: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        expect(await violations(page, part), colorScheme).toEqual([]);
      }
    };
    const noneSideways = async () => {
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width} px`).toBe(0);
      }
    };
    await saveData(page);
    await page.goto(url);
    await test.step('loads little until intent', async () => {
      await page.locator(`#experiment-${id} .experiment-controls`).scrollIntoViewIfNeeded();
      await page.waitForLoadState('networkidle');
      expect(scripts.filter((name) => /Island|tfjs|worker/.test(name))).toEqual([]);
    });
    const island = await findIsland(page, id);
    const settings = island.section.locator('.experiment-settings');
    await test.step('recorded: axe, light and dark', () => themes('main'));
    await test.step('recorded and opened: not sideways', async () => {
      await noneSideways();
      await island.section.getByText('Change anything').click();
      await expect(settings.getByLabel('shuffle')).toBeVisible();
      await noneSideways();
      await page.setViewportSize(laptop);
    });
    await test.step('the table is opened, the experiment run if it can be: the island is loaded, TensorFlow.js is not', async () => {
      await island.section.locator('.experiment-recorded summary').click();
      if (!isRun) return;
      await settings.getByLabel('shuffle').setChecked(false);
      await runToEnd(island);
      await island.section.getByText('Data of this run').click();
      expect(scripts.some((name) => name.includes('ExperimentIsland'))).toBe(true);
      expect(scripts.filter((name) => name.includes('tfjs'))).toEqual([]);
    });
    // The rest of the page is as it was.
    await test.step('opened and run: axe, light and dark', () => themes(`#experiment-${id}`));
    await test.step('run: not sideways', noneSideways);
    await test.step('prints recorded figures without controls', async () => {
      await page.emulateMedia({ media: 'print' });
      await expect(island.section.locator('.experiment-recorded')).toBeVisible();
      await expect(island.section.locator('.experiment-live')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
    });
    await test.step('TensorFlow.js is loaded when its engine runs, and nothing from elsewhere', async () => {
      await island.section.getByLabel('engine').selectOption('tfjs-cpu');
      if (isRun) await Promise.all([page.waitForResponse(/tfjs[^/]*\.js$/), island.run.click()]);
      expect(foreign).toEqual([]);
    });
  });
}

test('many verdicts are a figure, with the effects on demand, and on paper with their claims', async ({ page }) => {
  // The first with a size that is told beside the count: how much sooner.
  const { url, experiment } = findExperiment(({ verdicts }) => verdicts.length >= 6 && verdicts.some(({ reaches }) => reaches));
  await page.goto(url);
  const header = page.locator(`#experiment-${experiment.id} .experiment-header`);
  const first = header.locator('.experiment-verdicts li').first();
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await expect(first.getByText(/^\D*\d+ of \d+$/)).toBeVisible();
    await expect(first.locator('.seed-bar')).toBeVisible();
    await expect(first.locator('.experiment-effect')).toBeHidden();
  }
  await header.getByText('How large the effects are').click();
  await expect(header.locator('.experiment-effects li').first()).toContainText(/interval/i);
  await page.emulateMedia({ media: 'print' });
  await expect(first.locator('.experiment-effect')).toBeVisible();
  await expect(header.locator('.experiment-effects')).toBeHidden();
});

test('everything works by keyboard alone, and focus can be seen', async ({ page }) => {
  // Long enough to be paused by somebody who looks at each key's effect.
  const { url, experiment } = findExperiment((candidate) => secondsPerSeed(candidate) > 4);
  const island = await openIsland(page, url, experiment.id);
  await island.section.locator('.experiment-recorded summary').focus();
  await page.keyboard.press('Enter');
  await expect(island.section.locator('.figure-table').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(island.section.getByRole('region', { name: /tables? of the recorded results/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(island.run).toBeFocused();
  expect(await island.run.evaluate((button) => getComputedStyle(button).outlineStyle)).not.toBe('none');
  await page.keyboard.press('Enter');
  const main = island.section.locator('.experiment-run');
  await expect(main).toHaveText(/Pause/);
  await expect(main).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main).toHaveText(/Resume/);
  await expect(main).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(island.run).toBeFocused();
  await expect(island.section.locator('[role=status]')).toContainText('Cancelled');
  const controls = await island.section
    .locator(':is(.run-bar, .experiment-controls) :is(button, select, input, summary):not(:disabled)')
    .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length);
  const visited = new Set<string>();
  for (let step = 0; step < controls; step++) {
    visited.add(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? ''));
    await page.keyboard.press('Tab');
  }
  expect(visited.size).toBe(controls);
});
