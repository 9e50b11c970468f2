/** MNIST in the page: fetched when a run is asked for, and no more of it than the run needs. Where the site does not serve it, there is nothing to see. */
import { expect, test } from '@playwright/test';
import { findExperiment, smallBudget } from './chapters.ts';
import { openIsland, runToEnd } from './island.ts';

const { url, experiment } = findExperiment(
  (candidate) => candidate.arms.every(({ configuration }) => configuration.dataset.name === 'digits') && smallBudget(candidate) !== undefined,
);
const budget = smallBudget(experiment)!;
const EXAMPLES = 500;
const link = `experiment=${experiment.id}&v=1&dataset=mnist&dataset.examples=${EXAMPLES}&dataset.testExamples=${EXAMPLES}&${budget.path}=${budget.value}`;

test('of MNIST, 500 pictures come with Run and not before, and they are said first', async ({ page, request }) => {
  const manifest = await request.get('data/mnist/manifest.json');
  test.skip(!manifest.ok(), 'The site was built without MNIST.');
  const { train, test: testing } = (await manifest.json()) as Record<'train' | 'test', { name: string; bytes: number; examples: number }[]>;
  const parts: string[] = [];
  page.on('request', (asked) => {
    const name = new URL(asked.url()).pathname.split('/').at(-1)!;
    if (name.endsWith('.gz')) parts.push(name);
  });
  const island = await openIsland(page, url, experiment.id, link);
  await expect(island.report).toContainText('Modified:');
  await island.run.hover();
  await island.run.focus();
  const needed = [train[0]!, testing[0]!];
  expect(needed.map(({ examples }) => examples)).toEqual([EXAMPLES, EXAMPLES]);
  const megabytes = needed.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  await expect(island.section).toContainText(`Run fetches ${Number(megabytes.toPrecision(2))} MB of data first.`);
  await page.waitForLoadState('networkidle');
  expect(parts).toEqual([]);
  await runToEnd(island);
  expect(new Set(parts)).toEqual(new Set(needed.map(({ name }) => name)));
  await expect(island.report).not.toContainText(/failed|not at hand/);
});
