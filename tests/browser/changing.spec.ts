/** Changing, sharing, and links that try to break in. */
import { expect, test } from '@playwright/test';
import { changeable, chapters, findExperiment } from './chapters.ts';
import { openIsland, runToEnd } from './island.ts';

const { url, experiments } = chapters[0]!;
const { id } = experiments[0]!;

test('every setting of the experiment can be found under "Change anything"', async ({ page }) => {
  const island = await openIsland(page, url, id);
  await island.section.getByText('Change anything').click();
  const form = island.section.locator('.experiment-settings');
  await expect(form.getByLabel('activation', { exact: true })).toBeVisible();
  for (const { label, path } of changeable(experiments[0]!)) {
    await expect(form.locator(`[id="${id}-all-${path}"]`), label).toBeEnabled();
  }
});

test('a change is marked, keeps its distance from the published verdict, and travels in the link', async ({ page }) => {
  const island = await openIsland(page, url, id);
  await island.section.getByText('Change anything').click();
  const form = island.section.locator('.experiment-settings');
  await form.getByLabel('initializer').selectOption('heNormal');
  await expect(island.report).toContainText('Modified: initializer');
  await expect(island.report).toContainText('The recorded verdict above does not speak of this version.');
  await runToEnd(island);
  await expect(island.report).toContainText('With your changes');
  await expect(island.report).not.toContainText(/Reproduces|holds in|does not hold/);

  await island.section.getByRole('button', { name: 'Share' }).click();
  const link = await island.section.getByLabel(/^link/).inputValue();
  expect(link).toContain(`#v=1&experiment=${id}&init=heNormal`);
  await page.goto('about:blank');
  await page.goto(link.slice(link.indexOf(url)));
  await expect(island.report).toContainText('Modified: initializer');
  await island.section.getByRole('button', { name: 'Undo changes' }).click();
  await expect(island.report).toBeEmpty();
});

test('a link as mail programs and editors mangle it wakes its card, and changes it', async ({ page }) => {
  const { url: place, experiment } = findExperiment((candidate) => candidate.controls.includes('training.optimizer.learningRate'));
  const link = `v=1&experiment=${experiment.id}&lr=0.0123`;
  for (const mangled of [link.replaceAll('&', '&amp;'), encodeURIComponent(link), `${link.replaceAll('&', '%26')}).`]) {
    await page.goto('about:blank');
    await page.goto(`${place}#${mangled}`);
    await expect(page.locator(`#experiment-${experiment.id} .experiment-report`), mangled).toContainText('Modified: learning rate 0.0123');
  }
});

test('a decimal comma, which many phones have alone, is one', async ({ page }) => {
  const { url: place, experiment } = findExperiment((candidate) => candidate.controls.includes('training.optimizer.learningRate'));
  const island = await openIsland(page, place, experiment.id);
  const field = island.section.locator('.experiment-row').getByLabel('learning rate', { exact: true });
  await field.fill('0,0123');
  await field.press('Tab');
  await expect(island.report).toContainText('Modified: learning rate 0.0123');
  await expect(field).toHaveValue('0.0123');
});

test('a value that cannot be is refused, and the old one stands', async ({ page }) => {
  const number = findExperiment((experiment) => changeable(experiment).some(({ path }) => path === 'network.hidden'));
  const island = await openIsland(page, number.url, number.experiment.id);
  await island.section.getByText('Change anything').click();
  const field = island.section.locator('.experiment-settings').getByLabel('hidden layers');
  await expect(field).toBeVisible();
  const before = await field.inputValue();
  for (const wrong of ['many', '-3', '1e9']) {
    await field.fill(wrong);
    await field.press('Tab');
    await expect(island.section.getByRole('alert')).toContainText(/network\.hidden.*is refused; allowed: /);
    await expect(field).toHaveValue(before);
  }
});

test('a hostile link falls back to the published experiment and says which values were refused', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', () => errors.push('a script ran'));
  const hash = [
    `experiment=${id}`,
    'v=1',
    'training.batchSize=-5',
    'training.shuffle=perhaps',
    'network.activation=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
    '__proto__.polluted=1',
    'constructor.prototype.polluted=1',
    'seed=99999999999999999999',
    'engine=steam',
  ].join('&');
  const island = await openIsland(page, url, id, hash);
  const alert = island.section.getByRole('alert');
  await expect(alert).toContainText('training.shuffle was refused: allowed:');
  for (const key of ['training.batchSize', 'network.activation', 'seed', 'engine']) await expect(alert).toContainText(`for ${key} was refused`);
  for (const key of ['__proto__.polluted', 'constructor.prototype.polluted']) await expect(alert).toContainText(`The link’s key “${key}” means nothing here`);
  await expect(alert.locator('img')).toHaveCount(0);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  await runToEnd(island);
  await expect(island.report).toContainText('bit for bit');
  expect(errors).toEqual([]);
});

test('a link to an experiment that is not there says so, and a heading’s anchor is left alone', async ({ page }) => {
  const island = await openIsland(page, url, id, 'experiment=%3Cb%3Enowhere%3C%2Fb%3E&v=1');
  await expect(island.section.getByRole('alert')).toContainText('The link asks for the experiment “<b>nowhere</b>”, which is not on this page.');
  await page.goto('about:blank');
  const again = await openIsland(page, url, id, 'some-heading');
  await expect(again.section.getByRole('alert')).toHaveCount(0);
});

test('new seeds are not in the recording, and are called a replication', async ({ page }) => {
  const island = await openIsland(page, url, id);
  await island.section.getByRole('button', { name: 'New seed' }).click();
  await expect(island.section.locator('.experiment-seed')).toHaveText(String(experiments[0]!.seeds + 1));
  await runToEnd(island);
  await expect(island.report).toContainText('independent replication');
});
