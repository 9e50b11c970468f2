/** A reader's own data through the file input, and data that are missing. */
import { expect, test, type Page } from '@playwright/test';
import { changeable, findExperiment, smallBudget } from './chapters.ts';
import { openIsland, runToEnd, type Island } from './island.ts';

/** One that a reader can give other data, on classes and on numbers, whatever its arms are. */
const own = findExperiment(
  (experiment) =>
    experiment.configuration.training.loss.name === 'categoricalCrossentropy' &&
    changeable(experiment).some(({ path }) => path === 'dataset') &&
    changeable(experiment).some(({ path }) => path === 'training.loss'),
);
const { url } = own;
const { id } = own.experiment;

/** Two classes on either side of a line, and a number that follows from the others; more rows than any batch. */
const rows = Array.from({ length: 1500 }, (_, i) => ({ a: (i * 7) % 11, b: (i * 5) % 13 })).map(
  ({ a, b }) => `${a},${b},${a > b ? 'above' : 'below'},${a - b}`,
);
const good = `a,b,side,difference\n${rows.join('\n')}\n`;

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function openOwnData(page: Page): Promise<Island & { input: ReturnType<Page['locator']> }> {
  const budget = smallBudget(own.experiment);
  const island = await openIsland(page, url, id, budget && `experiment=${id}&v=1&${budget.path}=${budget.value}`);
  await island.section.getByText('Change anything').click();
  const input = island.section.getByLabel('own data, a CSV file');
  await expect(input).toBeVisible();
  return { ...island, input };
}

test('a CSV file takes the place of the data, marked as modified, and never leaves the page', async ({ page }) => {
  const { section, input, report, ...island } = await openOwnData(page);
  await expect(section.getByText('It is read in this page and stays here: nothing is uploaded.')).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url());
  });
  await input.setInputFiles(file('sides.csv', good));
  await expect(section.getByLabel('label, the column to predict').locator('option')).toHaveText(['a', 'b', 'side', 'difference']);
  await section.getByLabel('label, the column to predict').selectOption('side');
  await expect(section.getByLabel('task', { exact: true }).locator('option')).toHaveText(['classification']);
  await section.getByRole('button', { name: 'Use these 1500 rows' }).click();
  await expect(report).toContainText('Modified: data set own data, sides.csv (published: ');

  await runToEnd({ section, report, ...island });
  await expect(report).not.toContainText(/failed|bit for bit/);

  await section.getByRole('button', { name: 'Share' }).click();
  await expect(section.getByText('A link cannot carry your own data')).toBeVisible();
  const link = await section.getByLabel('link to this experiment').inputValue();
  expect(link).toContain(`#v=1&experiment=${id}`);
  expect(link).not.toMatch(/\bdata(set)?[=.]|sides/);
  await page.keyboard.press('Escape');
  await section.getByRole('button', { name: 'Back to the published data' }).click();
  await expect(report).not.toContainText('sides.csv');
  expect(sent).toEqual([]);
});

test('a numeric label makes it a regression: the loss is switched, and that is said', async ({ page }) => {
  const { section, input, report, ...island } = await openOwnData(page);
  await input.setInputFiles(file('sides.csv', good));
  await expect(section.getByLabel('task', { exact: true })).toHaveValue('regression');
  await section.getByRole('button', { name: 'Use these 1500 rows' }).click();
  await expect(section.getByRole('alert')).toContainText('The loss is now meanSquaredError: categoricalCrossentropy is not for regression.');
  await expect(report).toContainText('Modified: data set own data, sides.csv');
  await runToEnd({ section, report, ...island });
  await expect(report).not.toContainText('failed');
  await section.getByRole('button', { name: 'Undo changes' }).click();
  await expect(report).toBeEmpty();
});

test('what was made of the file is said before and after, columns can be left out, and a scale far from zero is mended by a press', async ({ page }) => {
  const { section, input, report } = await openOwnData(page);
  const far = Array.from({ length: 200 }, (_, row) => `${row},${row % 2 === 0 ? 1000 : 3000 + row},${row % 2 === 0 ? 'left' : 'right'}`);
  await input.setInputFiles(file('far.csv', `row,size,side\n${far.join('\n')}\n`));
  const made = section.getByRole('list', { name: 'What was made of the file' });
  await expect(made).toContainText('far.csv: 200 rows, 2 inputs of 2 columns: row, size.');
  await expect(made).toContainText('The label side has 2 classes: left (100), right (100).');
  await expect(made).toContainText('row looks like an index');
  await section.getByText('Columns', { exact: true }).click();
  await section.getByLabel('row', { exact: true }).selectOption('left out');
  await expect(made).toContainText('far.csv: 200 rows, 1 input of 1 column: size.');
  await expect(made).not.toContainText('index');
  await section.getByRole('button', { name: 'Use these 200 rows' }).click();
  await expect(report).toContainText('far.csv: 200 rows, 1 input of 1 column: size.');
  await expect(report).toContainText('Not scaled: size (up to 3,199)');
  await report.getByRole('button', { name: 'Standardize' }).click();
  await expect(report).not.toContainText('Not scaled');
  await expect(report).toContainText('Modified: ');
});

test('a ragged file is refused beside the control, with its row, and the experiment stays as it is', async ({ page }) => {
  const { section, input, report } = await openOwnData(page);
  await input.setInputFiles(file('ragged.csv', 'a,b,side\n1,2,x\n3,y\n'));
  await expect(section.getByRole('alert')).toHaveText('ragged.csv, row 3: found 2 cells; allowed: 3, one for each column: "a", "b", "side".');
  await expect(section.getByRole('button', { name: /^Use these/ })).toHaveCount(0);
  await expect(report).not.toContainText('own data');
  // The next file is read all the same.
  await input.setInputFiles(file('sides.csv', good));
  await expect(section.getByRole('button', { name: 'Use these 1500 rows' })).toBeVisible();
  await expect(section.getByRole('alert')).toHaveCount(0);
});

test('data that the experiment cannot take are refused beside the control', async ({ page }) => {
  const { section, input } = await openOwnData(page);
  await input.setInputFiles(file('same.csv', 'a,side\n1,x\n2,x\n'));
  await section.getByRole('button', { name: 'Use these 2 rows' }).click();
  await expect(section.getByRole('alert')).toHaveText('same.csv, column "side": found one class, "x"; allowed: at least two classes.');
});

test('where MNIST is not served, the run says so and offers digits', async ({ page }) => {
  await page.route('**/data/mnist/**', (route) => route.fulfill({ status: 404 }));
  const budget = smallBudget(own.experiment);
  const hash = `experiment=${id}&v=1&dataset=mnist&dataset.examples=1500${budget ? `&${budget.path}=${budget.value}` : ''}`;
  const island = await openIsland(page, url, id, hash);
  await island.run.click();
  await expect(island.report).toContainText(/MNIST is not at hand.*This site does not serve it\. The data set "digits" needs no files\./);
  await island.section.getByRole('button', { name: 'Run on digits instead' }).click();
  await expect(island.report).toContainText('Modified: data set');
  await expect(island.section.getByText('Data of this run')).toBeVisible();
  await expect(island.report).not.toContainText(/MNIST|failed/);
  await island.section.getByRole('button', { name: 'Share' }).click();
  expect(await island.section.getByLabel(/^link/).inputValue()).toContain('data=digits&points=1500');
});
