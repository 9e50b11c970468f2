/**
 * The page stays responsive while networks train. Tasks are measured by the time that they spend on the processor, from
 * Chromium's trace, so that a machine that is busy with other things does not change the outcome.
 */
import { expect, test, type Page } from '@playwright/test';
import { findExperiment } from './chapters.ts';
import { openIsland, warm, type Island } from './island.ts';
import { ownWork, traceTasks, type MainThreadTask } from '../../src/cli/bench/mainThread.ts';

/** Twelve arms in four panels: among the heaviest to draw. */
const { url, experiment } = findExperiment(({ id }) => id === 'batch-size-equal-epochs');
const { id } = experiment;

/** Milliseconds of scripts and figures, on the processor: what the site promises. */
const LONGEST_TASK = 50;
/** Megabytes that the heap may grow by, from a sweep's first tenth to its end: what is kept of a thousand runs, and no more. */
const GROWTH = 12;

const top = (values: number[]) => values.toSorted((a, b) => b - a).slice(0, 5).map((value) => value.toFixed(0)).join(', '); // prettier-ignore

function describeTasks(tasks: MainThreadTask[]): string {
  return [
    `longest tasks, ms of scripts and figures: ${top(tasks.map(ownWork))}`,
    `with the browser's own work: ${top(tasks.map(({ processor }) => processor))}`,
    `scripts in a task: ${top(tasks.map(({ script }) => script))}`,
    `style, layout and paint in a task: ${top(tasks.map(({ rendering }) => rendering))}`,
    `wall time: ${top(tasks.map(({ wall }) => wall))}`,
  ].join('; ');
}

/**
 * Frames a second, as the page's animation frames come, until `action` is over. Printed, not judged: these tests draw with SwiftShader,
 * whose rasterizer needs the processors on which networks train; without it the same run shows five times as many.
 */
async function framesDuring(page: Page, action: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const count = { frames: 0, since: performance.now() };
    Object.assign(window, { frameCount: count });
    const next = () => {
      count.frames++;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await action();
  return page.evaluate(() => {
    const { frames, since } = (window as unknown as { frameCount: { frames: number; since: number } }).frameCount;
    return (1000 * frames) / (performance.now() - since);
  });
}

/**
 * Press Run and wait for the end, from within the page: Playwright's own clicks and checks take up to 200 ms of the thread that
 * is measured.
 */
function runInPage({ section }: Island): Promise<void> {
  return section.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        element.querySelector<HTMLButtonElement>('.experiment-run')?.click();
        const look = () => (element.querySelector('.experiment-live-figures > .experiment-details') ? resolve() : setTimeout(look, 100));
        look();
      }),
  );
}

test('a run of five seeds holds the page up for no longer than 50 ms', async ({ page }) => {
  test.setTimeout(240_000);
  const island = await openIsland(page, url, id);
  await warm(page, island);
  await island.section.getByLabel('seeds').selectOption('5');
  let frames = 0;
  const tasks = await traceTasks(page, async () => {
    frames = await framesDuring(page, () => runInPage(island));
  });
  console.log(`${id}, 5 seeds: ${frames.toFixed(0)} frames/s; ${describeTasks(tasks)}`);
  expect(Math.max(...tasks.map(ownWork))).toBeLessThan(LONGEST_TASK);
});

test('a sweep of a thousand runs streams with flat memory, and the page answers', async ({ page }) => {
  test.setTimeout(400_000);
  const client = await page.context().newCDPSession(page);
  const heap = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  };
  // Short runs: the budget is one epoch.
  const island = await openIsland(page, url, id, `experiment=${id}&v=1&training.epochs=1`);
  await expect(island.report).toContainText('Modified:');
  const arms = experiment.axes.reduce((product, { values }) => product * values.length, 1);
  const choices = await island.section
    .getByLabel('seeds')
    .locator('option')
    .evaluateAll((options) => options.map((option) => Number((option as HTMLOptionElement).value)));
  const seeds = choices.find((count) => count * arms >= 1000) ?? choices.at(-1)!;
  await island.section.getByLabel('seeds').selectOption(String(seeds));
  let early = 0;
  let late = 0;
  const tasks = await traceTasks(page, async () => {
    const run = runInPage(island);
    await island.section.evaluate(
      (element, wanted) =>
        new Promise<void>((resolve) => {
          const done = () => Number(/^\d+/.exec(element.querySelector('.experiment-progress')?.textContent.replaceAll('\u202f', '') ?? '')?.[0] ?? 0);
          const look = () => (done() > wanted ? resolve() : setTimeout(look, 50));
          look();
        }),
      (seeds * arms) / 10,
    );
    early = await heap();
    await run;
    late = await heap();
  });
  console.log(`${seeds * arms} runs: heap ${early.toFixed(1)} MB after a tenth, ${late.toFixed(1)} MB at the end; ${describeTasks(tasks)}`);
  expect(seeds * arms).toBeGreaterThanOrEqual(1000);
  expect(late - early).toBeLessThan(GROWTH);
  expect(Math.max(...tasks.map(ownWork))).toBeLessThan(LONGEST_TASK);
});
