/** The first press counts on a network that takes its time: once, in whatever order files come, answered at once, in few round trips. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { secondsPerSeed } from '../../src/experiments/plan/estimate.ts';
import { questionOf } from '../../src/islands/experiment/prediction/question.ts';
import { findExperiment } from './chapters.ts';
import { saveData } from './island.ts';
import { sampled } from './sample.ts';
import { openSlowSite, type SlowSite } from './slowSite.ts';

const { url, experiment } = findExperiment((candidate) => secondsPerSeed(candidate) < 2 && questionOf(candidate) !== undefined);
const SEARCH = 'search-halving';

/** From a press to its first curve: answers of which each had to be there before the next was asked for. */
const MOST_ROUND_TRIPS = 2;
/** In all: two rounds of six until the first curve, which browsers ask an HTTP/1.1 server for at a time; then what draws, what judges and what changes settings. */
const MOST_FILES = 19;

let site: SlowSite;
test.beforeAll(async () => {
  site = await openSlowSite();
});
test.afterAll(() => site.close());
test.use({ hasTouch: true });

type Input = 'mouse' | 'touch' | 'keyboard';
interface Control {
  url: string;
  /** What is pressed. */
  control(page: Page): Locator;
  /** Shown when it has done what it does, once. */
  result(page: Page): Locator;
}

const CONTROLS: Record<string, Control> = {
  experiment: {
    url,
    control: (page) => page.locator(`#experiment-${experiment.id}`).getByRole('button', { name: 'Run' }),
    result: (page) => page.locator(`#experiment-${experiment.id} .experiment-live-figures svg`).first(),
  },
  search: {
    url: 'searching/',
    control: (page) => page.locator(`#${SEARCH}`).getByRole('button', { name: 'Run' }),
    result: (page) => page.locator(`#${SEARCH} .experiment-live-figures svg`).first(),
  },
  explorer: {
    url: 'explorers/',
    control: (page) => page.locator('#initialization-explorer').getByRole('button', { name: 'Glorot + sigmoid' }),
    result: (page) => page.locator('#initialization-explorer [role="status"]').filter({ hasText: /\w/ }),
  },
  'front page': {
    url: '',
    control: (page) => page.getByRole('button', { name: 'Train all twelve' }),
    result: (page) => page.locator('.opening-controls').getByRole('slider'),
  },
};

const FIRST_PRESSES: [keyof typeof CONTROLS, Input, number][] = [
  ['experiment', 'mouse', 150],
  ['experiment', 'touch', 400],
  ['search', 'touch', 150],
  ['explorer', 'keyboard', 400],
  ['front page', 'keyboard', 150],
];

for (const [name, input, latency] of FIRST_PRESSES) {
  test(`${name}, ${input}, ${latency} ms: the first press is answered at once and done after few round trips`, async ({ page }) => {
    const { url: address, control, result } = CONTROLS[name]!;
    const pressed = await openCold(page, address, control);
    site.turn({ latency });
    await press(page, pressed, input);
    expect(['true', 'alive']).toContain(await answer(page));
    await expect(result(page)).toBeVisible();
    await expect(pressed).not.toHaveAttribute('aria-busy', 'true');
    const asked = site.asked();
    const fetched = await fetchedSince(page);
    expect(longestRow(fetched)).toBeLessThanOrEqual(MOST_ROUND_TRIPS);
    // Letters come when they are shown.
    expect(asked.filter((file) => !file.endsWith('.woff2')).length).toBeLessThanOrEqual(MOST_FILES);
    // Nothing comes twice, nothing is asked for that is not needed, and no worker asks for what the page has not asked for.
    expect(asked.filter((file, index) => asked.indexOf(file) !== index)).toEqual([]);
    expect(asked.filter((file) => file.includes('tfjs'))).toEqual([]);
    const byOthers = asked.filter((file) => !fetched.some(({ url: from }) => from.endsWith(file)));
    expect(byOthers.filter((file) => /\.(js|json|wasm)$/.test(file))).toEqual([]);
  });
}

for (const seed of sampled([1, 2, 3], 1)) {
  test(`whatever is done before scripts come is done once, in order, in order of arrival ${seed}`, async ({ page }) => {
    await saveData(page);
    site.turn({ latency: 0, disorder: 500, seed });
    // The page's text is enough to press something.
    await page.goto(`${site.url}${url}`, { waitUntil: 'commit' });
    const section = page.locator(`#experiment-${experiment.id}`);
    const seeds = section.getByLabel('seeds', { exact: true });
    await seeds.selectOption({ index: 1 });
    const count = Number(await seeds.inputValue());
    await section.getByText('Change anything').press('Enter');
    await section.getByRole('button', { name: 'New seed' }).press('Space');
    await section.getByRole('button', { name: 'New seed' }).press('Enter');
    await section.getByRole('button', { name: 'Predict first' }).tap();
    await section.getByRole('button', { name: 'Run' }).press('Enter');
    await expect(section.locator('.experiment-predict legend')).toBeVisible();
    await section.getByRole('button', { name: 'Never mind' }).press('Enter');
    await expect(section.locator('.experiment-settings').getByLabel('shuffle')).toBeVisible();
    await expect(section.getByText('Data of this run')).toBeVisible();
    // The first new seed is one that the recording does not have, the second as many further on.
    const first = Math.max(1 + count, experiment.seeds + 1) + count;
    await expect(section.locator('.experiment-seed')).toHaveText(String(first));
    await expect(seeds).toHaveValue(String(count));
    // Run came after New seed, and so trained on new seeds, whatever arrived first.
    await expect(section.locator('.experiment-report')).toContainText('These seeds are not in the recording');
  });

  test(`a search runs with what was put into its fields before scripts came, in order of arrival ${seed}`, async ({ page }) => {
    await saveData(page);
    site.turn({ latency: 0, disorder: 500, seed });
    await page.goto(`${site.url}searching/`, { waitUntil: 'commit' });
    const section = page.locator(`#${SEARCH}`);
    const budget = section.getByLabel('budget', { exact: false }).first();
    const published = await budget.inputValue();
    expect(Number(published)).toBeGreaterThan(400);
    await budget.fill('400');
    await section.getByRole('button', { name: 'Run' }).press('Enter');
    await expect(section.locator('.experiment-report')).toContainText('chose');
    await expect(budget).toHaveValue('400');
    // A search of another budget is not the recorded one, and is not compared with it.
    await expect(section.locator('.experiment-report')).not.toContainText('bit for bit');
  });
}

test('a run waits for the changes that were asked for before it', async ({ page }) => {
  await page.route(/\/(draft|schemas)\.[\w-]+\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await route.continue();
  });
  const { control } = CONTROLS['experiment']!;
  await openCold(page, url, control);
  const section = page.locator(`#experiment-${experiment.id}`);
  await section.getByRole('button', { name: 'New seed' }).press('Enter');
  await control(page).press('Enter');
  await expect(section.locator('.experiment-report')).toContainText('These seeds are not in the recording');
});

test('explorers keep what is typed, chosen and pressed while they load, in its order', async ({ page }) => {
  await saveData(page);
  site.turn({ latency: 0, disorder: 500, seed: 4 });
  await page.goto(`${site.url}explorers/`, { waitUntil: 'commit' });
  const stepper = page.locator('#backpropagation-stepper');
  const next = stepper.getByRole('button', { name: 'Next' });
  for (const key of ['Enter', 'Space', 'Enter']) await next.press(key);
  const rate = stepper.getByRole('textbox', { name: 'learning rate' });
  await rate.fill('0.25');
  const activation = page.locator('#activation-explorer').getByLabel('activation', { exact: true });
  await activation.selectOption('tanh');
  await expect(page.locator('#activation-explorer tbody')).toContainText('tanh');
  await expect(activation).toHaveValue('tanh');
  // Three steps on from the first.
  await expect(stepper.getByRole('combobox', { name: 'step' })).toHaveValue('3');
  // What was typed counts when the reader leaves the field.
  await expect(rate).toHaveValue('0.25');
  await rate.blur();
  await stepper.getByText('Share', { exact: true }).click();
  await expect(stepper.getByLabel('link to what you see')).toHaveValue(/#stepper=4&lr=0\.25$/);
});

test('what does not come is told beside the control, and a second try is no second press', async ({ page }) => {
  const { control } = CONTROLS['experiment']!;
  const pressed = await openCold(page, url, (it) => it.locator(`#experiment-${experiment.id}`).getByRole('button', { name: 'New seed' }));
  const section = page.locator(`#experiment-${experiment.id}`);
  site.turn({ latency: 50, broken: /ExperimentIsland/ });
  await press(page, pressed, 'touch');
  const problem = section.locator('.island-problem');
  await expect(problem).toContainText('The server does not give out a part of this page at the moment');
  await expect(problem).toHaveAttribute('role', 'alert');
  await expect(pressed).not.toHaveAttribute('aria-busy', 'true');
  await problem.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(problem).toContainText('The server does not give out');
  site.turn({ latency: 50 });
  await pressed.press('Enter');
  await expect(section.locator('.experiment-seed')).toHaveText(String(Math.max(2, experiment.seeds + 1)));
  await expect(problem).toHaveCount(0);
  await control(page).press('Enter');
  await expect(CONTROLS['experiment']!.result(page)).toBeVisible();
});

test('files of a card that comes near are fetched ahead, unless the reader saves data', async ({ page, context }) => {
  site.turn({ latency: 20 });
  const { control } = CONTROLS['experiment']!;
  const saving = await context.newPage();
  await openCold(saving, url, control);
  await saving.waitForLoadState('networkidle');
  expect(site.asked().filter((file) => /ExperimentIsland|worker|wasm/.test(file))).toEqual([]);
  await saving.close();
  await page.goto(`${site.url}${url}`);
  await control(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const files = await page.evaluate((): string[] => {
    const listed = JSON.parse(document.getElementById('island-files')!.textContent) as Record<string, Record<string, string[]>>;
    const own = Object.entries(listed).find(([island]) => island.includes('ExperimentIsland'))![1];
    return [...new Set(Object.values(own).flat())];
  });
  expect(files.some((file) => file.includes('training.worker'))).toBe(true);
  const here = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  await expect.poll(async () => (await here()).filter((name) => files.some((file) => name.endsWith(file))).length).toBeGreaterThanOrEqual(files.length);
  site.turn({ latency: 400 });
  await press(page, control(page), 'touch');
  await expect(CONTROLS['experiment']!.result(page)).toBeVisible();
  // Letters come when they are shown.
  expect(site.asked().filter((file) => !file.endsWith('.woff2'))).toEqual([]);
});

/** The page is there, and nothing of its islands; the control is in sight. */
async function openCold(page: Page, address: string, control: (page: Page) => Locator): Promise<Locator> {
  await saveData(page);
  site.turn({ latency: 0 });
  await page.goto(`${site.url}${address}`, { waitUntil: 'networkidle' });
  const found = control(page);
  await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  // What a press is answered with before the page can be painted again; a slow machine may have brought the island to life by then.
  await found.evaluate((element) => {
    const shown = window as Noted;
    shown.quiet = performance.now();
    shown.answer = new Promise((resolve) => {
      const isAlive = () => element.closest('astro-island')?.hasAttribute('ssr') === false;
      element.addEventListener('click', () => resolve(isAlive() ? 'alive' : element.getAttribute('aria-busy')), { once: true });
    });
  });
  return found;
}

function answer(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => (window as Noted).answer);
}

/** What the test notes in the page. */
interface Noted {
  /** When the page had everything of its own, on its clock. */
  quiet?: number;
  /** `aria-busy` of what was pressed, or "alive". */
  answer?: Promise<string | null>;
}

interface Fetched {
  url: string;
  /** When it was asked for, also where it then had to wait for a connection, and when it was there. */
  asked: number;
  arrived: number;
}

/** What came over the network since the page was quiet. */
function fetchedSince(page: Page): Promise<Fetched[]> {
  return page.evaluate(() => {
    const { quiet = Infinity } = window as Noted;
    const entries = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      (entry) => entry.startTime >= quiet && entry.transferSize > 0,
    );
    return entries.map(({ name, startTime, responseEnd }) => ({ url: name, asked: startTime, arrived: responseEnd }));
  });
}

/** The longest row of answers of which each was there before the next was asked for. */
function longestRow(fetched: readonly Fetched[]): number {
  const rows: { arrived: number; length: number }[] = [];
  for (const { asked, arrived } of fetched.toSorted((a, b) => a.asked - b.asked)) {
    const before = rows.filter((row) => row.arrived <= asked).map(({ length }) => length);
    rows.push({ arrived, length: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...rows.map(({ length }) => length));
}

/** Without anything before it that could be taken for a sign. */
async function press(page: Page, control: Locator, input: Input): Promise<void> {
  const box = (await control.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (input === 'mouse') await page.mouse.click(x, y);
  else if (input === 'touch') await page.touchscreen.tap(x, y);
  else await control.press('Enter');
}
