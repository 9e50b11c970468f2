/** The row under the controls: share, embed, cite, export, full screen; and predicting before looking. */
import { expect, test, type Locator } from '@playwright/test';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { secondsPerSeed } from '../../src/experiments/plan/estimate.ts';
import { questionOf } from '../../src/islands/experiment/prediction/question.ts';
import { chapters, findExperiment } from './chapters.ts';
import { openMenu } from './downloads.ts';
import { openIsland, runToEnd } from './island.ts';
import { violations } from './violations.ts';
import { schemes } from './sample.ts';

const { url, experiments } = chapters[0]!;
const experiment = experiments[0]!;
const { id } = experiment;

const MENUS = ['Share', 'Embed', 'Cite', 'Export'] as const;

/** Long enough to press something meanwhile. */
function isLong(candidate: Experiment): boolean {
  return secondsPerSeed(candidate) * candidate.seeds > 15;
}

function predictFirst(section: Locator): Locator {
  return section.getByRole('button', { name: 'Predict first' });
}

for (const colorScheme of schemes()) {
  test(`open menus and predictions have nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const island = await openIsland(page, url, id);
    for (const name of MENUS) {
      await openMenu(island, name);
      expect(await violations(page, `#experiment-${id}`), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(island.section.getByRole('dialog')).toHaveCount(0);
      await expect(island.section.getByRole('button', { name, exact: true })).toBeFocused();
    }
    await predictFirst(island.section).click();
    expect(await violations(page, '.experiment-predict'), 'asking').toEqual([]);
  });
}

for (const width of [320, 390]) {
  test(`menus fit a phone of ${width} px and close by a press beside them`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const island = await openIsland(page, url, id);
    for (const name of MENUS) {
      const menu = await openMenu(island, name);
      const box = (await menu.boundingBox())!;
      expect([box.x, box.width]).toEqual([0, width]);
      // In reach of a thumb.
      expect(box.y + box.height).toBe(700);
      expect(await menu.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      await page.mouse.click(width / 2, 10);
      await expect(menu).toBeHidden();
    }
  });
}

test('Escape in a menu leaves the run alone', async ({ page }) => {
  const { url: at, experiment: long } = findExperiment(isLong);
  const island = await openIsland(page, at, long.id);
  await island.section.getByLabel('seeds').selectOption({ label: `all ${long.seeds}` });
  await island.run.click();
  await openMenu(island, 'Cite');
  await page.keyboard.press('Escape');
  await expect(island.section.getByRole('dialog')).toHaveCount(0);
  await expect(island.report).not.toContainText('Cancelled');
  await island.section.getByRole('button', { name: 'Cancel' }).click();
  await expect(island.report).toContainText('Cancelled');
});

test('a citation has the hashes of the recording', async ({ page, request }) => {
  const island = await openIsland(page, url, id);
  const { recording } = (await (await request.get(`experiments/${id}.json`)).json()) as { recording: { spec: string; kernel: string } };
  const menu = await openMenu(island, 'Cite');
  for (const label of ['reference', 'BibTeX']) {
    const text = await menu.getByLabel(label).inputValue();
    expect(text).toContain(recording.spec);
    expect(text).toContain(recording.kernel);
    expect(text).toContain(`#experiment-${id}`);
  }
});

test('in a frame an experiment runs, tells its height, takes a theme and a shared version, and links to its chapter', async ({ page, baseURL }) => {
  await page.goto('404.html');
  const path = new URL(`embed/${id}/`, baseURL).pathname;
  await page.evaluate(
    ([address]) => {
      const heights: object[] = [];
      Object.assign(window, { heights });
      addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
        if (data.type === 'fully-connected:height') heights.push(data);
      });
      document.body.innerHTML = `<iframe src="${address}" title="test" width="720" height="600"></iframe>`;
    },
    [`${path}?theme=dark#v=1&experiment=${id}&seed=77`],
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('.experiment-claim')).toHaveText(experiment.claim);
  await expect(frame.locator('.experiment-seed')).toHaveText('77');
  await expect(frame.locator('footer a').first()).toHaveAttribute('href', new RegExp(`/${url}#experiment-${id}$`));
  const last = () => page.evaluate(() => (window as unknown as { heights: { page: string; height: number }[] }).heights.at(-1));
  await expect.poll(async () => (await last())?.page).toBe(path);
  const { height } = (await last())!;
  expect(height).toBe(await frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height)));
  await frame.getByRole('button', { name: 'Run' }).click();
  await expect(frame.getByText('Data of this run')).toBeVisible();
  await expect.poll(async () => (await last())!.height).not.toBe(height);
});

test('tools find the description of the frame’s page', async ({ page, request }) => {
  await page.goto(`embed/${id}/`);
  const address = (await page.locator('link[type="application/json+oembed"]').getAttribute('href'))!;
  const answer = (await (await request.get(address.slice(address.indexOf('oembed/')))).json()) as { type: string; html: string };
  expect(answer.type).toBe('rich');
  expect(answer.html).toContain(`/embed/${id}/`);
});

for (const width of [320, 768, 1200]) {
  test(`the page for frames does not scroll sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`embed/${id}/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('a prediction is made by keyboard, hides the result meanwhile, and is compared with the recording and with a run', async ({ page }) => {
  const { url: at, experiment: contested } = findExperiment((candidate) => questionOf(candidate)?.contest !== undefined);
  const { text, choices } = questionOf(contested)!;
  const island = await openIsland(page, at, contested.id);
  const { section } = island;
  await predictFirst(section).focus();
  await page.keyboard.press('Enter');
  await expect(section.getByRole('group', { name: text })).toBeVisible();
  for (const part of ['.experiment-verdicts', '.experiment-recorded']) await expect(section.locator(part)).toBeHidden();
  await expect(section.getByLabel(choices[0]!, { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(section.locator('.experiment-recorded')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Predict first' })).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(section.getByLabel(choices[0]!, { exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const said = section.locator('.experiment-predicted');
  await expect(said).toBeFocused();
  await expect(said).toContainText(`You predicted ${choices[0]!}. Recorded: `);
  await expect(said).toContainText(/(As|Not as) you predicted\./);
  await expect(section.locator('.experiment-recorded')).toBeVisible();
  await runToEnd(island);
  await expect(said).toContainText(/In your run: .* 1 seed\. (As|Not as) you predicted\./);
  // In this page only.
  await page.reload();
  await expect(section.locator('.experiment-predicted')).toHaveCount(0);
});

test('on the whole screen type is larger, and Escape leads back', async ({ page }) => {
  const island = await openIsland(page, url, id);
  const { section } = island;
  const size = () => section.locator('.experiment-claim').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const usual = await size();
  const button = section.getByRole('button', { name: 'Full screen' });
  await button.click();
  await expect(section).toHaveAttribute('data-lecture', 'screen');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await size()).toBeGreaterThan(usual);
  await button.click();
  await expect(section).not.toHaveAttribute('data-lecture');

  // As on phones, which have no full screen for parts of a page.
  await section.evaluate((element) => (element.requestFullscreen = () => Promise.reject(new Error('not here'))));
  await button.click();
  await expect(section).toHaveAttribute('data-lecture', 'page');
  await expect(page.locator('header.header')).toHaveAttribute('inert');
  await openMenu(island, 'Cite');
  await page.keyboard.press('Escape');
  await expect(section.getByRole('dialog')).toHaveCount(0);
  await expect(section).toHaveAttribute('data-lecture', 'page');
  await page.keyboard.press('Escape');
  await expect(section).not.toHaveAttribute('data-lecture');
  await expect(page.locator('header.header')).not.toHaveAttribute('inert');
});

test('what takes long says so before Run', async ({ page }) => {
  const { url: at, experiment: long } = findExperiment(isLong);
  const island = await openIsland(page, at, long.id);
  await island.section.getByLabel('seeds').selectOption({ label: `all ${long.seeds}` });
  await expect(island.section.locator('.run-bar')).toContainText(/about \d+ (s|min) on one core/);
});

test('curves are drawn over another axis without training again, recorded and live', async ({ page }) => {
  const { url: at, experiment: drawn } = findExperiment(({ figures, show }) => figures.includes('curves') && show.x === 'epoch');
  const island = await openIsland(page, at, drawn.id);
  const recorded = island.section.locator('.experiment-recorded .figure-curves svg').first();
  const axis = island.section.getByLabel('curves over');
  await expect(recorded).toContainText('epoch →');
  await axis.selectOption('step');
  await expect(recorded).toContainText('step (update) →');
  await runToEnd(island);
  const progress = await island.section.locator('.run-bar-text').textContent();
  const live = island.section.locator('.figure-slot-curves svg').first();
  await expect(live).toContainText('step (update) →');
  const logarithmic = island.section.getByLabel('logarithmic', { exact: true });
  const caption = island.section.locator('.figure-slot-curves figcaption');
  await logarithmic.check();
  await expect(caption).toContainText('The horizontal scale is logarithmic');
  await axis.selectOption('time');
  await expect(live).toContainText('seconds →');
  await expect(caption).toContainText('The horizontal scale is logarithmic');
  await logarithmic.uncheck();
  await expect(caption).not.toContainText('horizontal scale');
  expect(await island.section.locator('.run-bar-text').textContent()).toBe(progress);
  await island.section.getByRole('button', { name: 'Reset' }).click();
  await expect(axis).toHaveValue('epoch');
  await expect(recorded).toContainText('epoch →');
});
