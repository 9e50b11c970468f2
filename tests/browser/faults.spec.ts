/** Whatever is missing or stops, the reader is told once, in one sentence beside the control, and can go on from there. */
import { chromium, expect, test, type Page } from '@playwright/test';
import { secondsPerSeed } from '../../src/experiments/plan/estimate.ts';
import { Fault, type FaultKind } from '../../src/faults/fault.ts';
import { findExperiment } from './chapters.ts';
import { findIsland, saveData, type Island } from './island.ts';
import { sampled } from './sample.ts';
import { openSlowSite, type SlowSite, type Weather } from './slowSite.ts';

const { url, experiment } = findExperiment(
  (candidate) => secondsPerSeed(candidate) < 2 && candidate.arms.length > 1 && candidate.controls.includes('training.optimizer.learningRate'),
);
const CALM: Weather = { latency: 0 };

let site: SlowSite;
test.beforeAll(async () => {
  site = await openSlowSite();
});
test.afterAll(() => site.close());

const sentence = (kind: FaultKind) => new Fault(kind).message;

/** The page is there, and nothing of its islands. */
async function openCold(page: Page): Promise<Pick<Island, 'section' | 'run'>> {
  await saveData(page);
  site.turn(CALM);
  await page.goto(`${site.url}${url}`, { waitUntil: 'networkidle' });
  const section = page.locator(`#experiment-${experiment.id}`);
  return { section, run: section.getByRole('button', { name: 'Run' }) };
}

/** One sentence, and nothing else anywhere. */
async function expectTold({ section }: Pick<Island, 'section'>, kind: FaultKind): Promise<void> {
  const problem = section.locator('.island-problem');
  await expect(problem).toHaveCount(1);
  await expect(problem).toContainText(sentence(kind));
  await expect(problem).toHaveAttribute('role', 'alert');
  await expect(section.locator('.experiment-report')).not.toContainText(/failed|http|Error|undefined/);
}

const tryAgain = ({ section }: Pick<Island, 'section'>) => section.locator('.island-problem').getByRole('button', { name: 'Try again' });

async function expectRun({ section }: Pick<Island, 'section'>): Promise<void> {
  await expect(section.getByText('Data of this run')).toBeVisible();
  await expect(section.locator('.island-problem')).toHaveCount(0);
}

test('the network is gone before the card lives: told where it was pressed, and done when the network is back', async ({ page, context }) => {
  const cold = await openCold(page);
  await context.setOffline(true);
  await cold.run.click();
  await expectTold(cold, 'network');
  await tryAgain(cold).click();
  await expectTold(cold, 'network');
  await context.setOffline(false);
  await expectRun(cold);
});

test('a new version was published before the card lives: a reload keeps what was put into its fields', async ({ page }) => {
  const cold = await openCold(page);
  site.turn({ ...CALM, gone: /ExperimentIsland/ });
  const rate = cold.section.locator('.experiment-row').getByLabel('learning rate', { exact: true });
  await rate.fill('0.0123');
  await cold.run.click();
  await expectTold(cold, 'renewed');
  site.turn(CALM);
  await cold.section.locator('.island-problem').getByRole('button', { name: 'Reload' }).click();
  await expect(cold.section.locator('.experiment-report')).toContainText('Modified: learning rate 0.0123');
  expect(new URL(page.url()).hash).toContain('0.0123');
});

test('a link to a card whose script is gone is not passed over', async ({ page }) => {
  await saveData(page);
  site.turn({ ...CALM, gone: /ExperimentIsland/ });
  await page.goto(`${site.url}${url}#v=1&experiment=${experiment.id}&lr=0.0123`);
  const section = page.locator(`#experiment-${experiment.id}`);
  await expectTold({ section }, 'renewed');
  site.turn(CALM);
  await tryAgain({ section }).click();
  await expect(section.locator('.experiment-report')).toContainText('Modified: learning rate 0.0123');
});

const AFTERWARDS: [what: string, weather: Omit<Weather, 'latency'>, kind: FaultKind][] = [
  ['the workers that train are gone', { gone: /training\.worker/ }, 'renewed'],
  ['the workers that train are not given out', { broken: /training\.worker/ }, 'server'],
  ['the kernel is not given out', { broken: /kernel\.[^/]*wasm$/ }, 'server'],
  ['the kernel is damaged', { damaged: /kernel\.[^/]*wasm$/ }, 'damaged'],
  ['the recorded data are gone', { gone: new RegExp(`experiments/${experiment.id}\\.json`) }, 'renewed'],
  ['the recorded data are damaged', { damaged: new RegExp(`experiments/${experiment.id}\\.json`) }, 'damaged'],
];
for (const [what, weather, kind] of sampled(AFTERWARDS, 2)) {
  test(`${what}: one sentence for all arms, and another try runs`, async ({ page }) => {
    const cold = await openCold(page);
    site.turn({ ...CALM, ...weather });
    await cold.run.click();
    await expectTold(cold, kind);
    site.turn(CALM);
    await tryAgain(cold).click();
    await expectRun(cold);
  });
}

test('a new version was published while the reader changed settings: a reload keeps them', async ({ page }) => {
  await openCold(page);
  site.turn({ ...CALM, gone: /tfjs/ });
  const island = await findIsland(page, experiment.id);
  const rate = island.section.locator('.experiment-row').getByLabel('learning rate', { exact: true });
  await rate.fill('0.0123');
  await rate.blur();
  await expect(island.report).toContainText('Modified: learning rate 0.0123');
  await island.section.getByLabel('engine', { exact: true }).selectOption('tfjs-cpu');
  await island.run.click();
  await expectTold(island, 'renewed');
  site.turn(CALM);
  await island.section.locator('.island-problem').getByRole('button', { name: 'Reload' }).click();
  await expect(island.report).toContainText('Modified: learning rate 0.0123');
  await expect(island.section.getByLabel('engine', { exact: true })).toHaveValue('tfjs-cpu');
});

test('a menu whose script is gone says so beside its button', async ({ page }) => {
  await openCold(page);
  const island = await findIsland(page, experiment.id);
  site.turn({ ...CALM, gone: /MenuDialog/ });
  await island.section.getByRole('button', { name: 'Share' }).click();
  await expectTold(island, 'renewed');
});

test('a worker that dies ends the run with a sentence, and the next one trains', async ({ page }) => {
  await openCold(page);
  const island = await findIsland(page, experiment.id);
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('training')).length).toBeGreaterThan(0);
  for (const worker of page.workers().filter((candidate) => candidate.url().includes('training'))) {
    // As it begins to train.
    await worker.evaluate(() =>
      addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
        if (data.type === 'run') throw new Error('out of its depth');
      }),
    );
  }
  await island.run.click();
  await expectTold(island, 'worker');
  await tryAgain(island).click();
  await expectRun(island);
});

test('no more memory: told once, without the words of an engine', async ({ page }) => {
  await openCold(page);
  const island = await findIsland(page, experiment.id);
  await page.waitForLoadState('networkidle');
  // All of them: one that is left out would train in the place of the others.
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const training = () => page.workers().filter((worker) => worker.url().includes('training'));
  await expect.poll(() => training().length).toBe(cores > 4 ? Math.min(8, cores - 1) : cores);
  for (const worker of training()) {
    await worker.evaluate(() => {
      const refuse = () => {
        throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
      };
      WebAssembly.Memory.prototype.grow = refuse;
      // Memories that are there may be large enough.
      WebAssembly.instantiate = refuse;
      Float32Array.prototype.fill = refuse;
      Uint8Array.prototype.fill = refuse;
    });
  }
  await island.run.click();
  await expectTold(island, 'memory');
});

test('a browser without SIMD: TensorFlow.js takes over, and says so', async ({ launchOptions }) => {
  // V8 has none where the processor is too old for it.
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), '--js-flags=--no-enable-sse4-1'] });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openCold(page);
  const island = await findIsland(page, experiment.id);
  await expect(island.report).toContainText('TensorFlow.js trains here instead');
  await expect(island.section.getByLabel('engine', { exact: true })).toHaveValue('tfjs-cpu');
  await island.run.click();
  await expectRun(island);
  await expect(island.report).toContainText('The recording was made with the fused engine');
  expect(errors).toEqual([]);
  await browser.close();
});

test('storage denied: the theme can be chosen all the same, and nothing is thrown', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      const get = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      Object.defineProperty(window, name, { get, configurable: true });
    }
  });
  site.turn(CALM);
  await page.goto(`${site.url}${url}`, { waitUntil: 'networkidle' });
  const theme = page.locator('starlight-theme-select select').first();
  await theme.selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await theme.selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(errors).toEqual([]);
});

test('a frame whose sandbox takes the origin away is named as the cause, and what is missing in it', async ({ page }) => {
  site.turn(CALM);
  await page.route('**/frame.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" width="900" height="900" src="${site.url}embed/${experiment.id}/"></iframe>`,
    }),
  );
  await page.goto(`${site.url}frame.html`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Run' }).click();
  const problem = frame.locator('.island-problem');
  await expect(problem).toHaveCount(1);
  await expect(problem).toContainText('allow-same-origin');
});
