/** Explorers, on the page that holds all of them: their numbers, by keyboard, by link, without scripts, on paper, with assistive technology. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { saveData } from './island.ts';
import { violations } from './violations.ts';
import { schemes } from './sample.ts';

const URL = 'explorers/';

async function open(page: Page, id: string, hash = ''): Promise<Locator> {
  await page.goto(hash ? `${URL}#${hash}` : URL);
  const section = page.locator(`#${id}`);
  await section.scrollIntoViewIfNeeded();
  await section.hover();
  // Astro takes this away when the island lives.
  await expect(section.locator('astro-island[ssr]')).toHaveCount(0);
  return section;
}

/** The step that is shown. */
const shown = (section: Locator) => section.locator('.stepper-step:visible');

test.describe('the backpropagation stepper', () => {
  test('goes step by step by keyboard, and says what each step found', async ({ page }) => {
    const section = await open(page, 'backpropagation-stepper');
    await expect(shown(section)).toHaveCount(1);
    const next = section.getByRole('button', { name: 'Next' });
    await next.focus();
    for (const { title, line } of [
      { title: 'Weighted sums', line: '1·(−1) + 2·1 + (−2) = −1' },
      { title: 'Activations', line: 'max(0, −1) = 0' },
      { title: 'Output', line: '(−1)·1 + 2·0 + (−2) = −3' },
      { title: 'Loss', line: '½·(1² + (−2)²) = 2.5' },
    ]) {
      await page.keyboard.press('Enter');
      await expect(shown(section)).toContainText(title);
      await expect(shown(section)).toContainText(line);
      await expect(section.locator('[role=status]')).toContainText(title);
    }
    await expect(next).toBeFocused();
    await section.getByRole('button', { name: 'Back' }).press('Enter');
    await expect(shown(section)).toContainText('Output');
  });

  test('follows the convention, the learning rate and other numbers, and refuses what is none', async ({ page }) => {
    const section = await open(page, 'backpropagation-stepper', 'stepper=10');
    // by hand: tests/islands/explorers/backpropagation/backpropagate.test.ts
    await expect(shown(section)).toContainText('−1 − 0.1·4 = −1.4');
    await section.getByLabel('loss', { exact: true }).selectOption('halfMean');
    await expect(shown(section)).toContainText('−1 − 0.1·2 = −1.2');
    await section.getByRole('textbox', { name: 'learning rate' }).fill('1/4');
    await page.keyboard.press('Tab');
    await expect(shown(section)).toContainText('−1 − 0.25·2 = −1.5');
    await section.getByText('Your own numbers').click();
    const bias = section.getByLabel('bias of unit 3');
    await bias.fill('many');
    await page.keyboard.press('Tab');
    await expect(section.getByRole('alert').filter({ hasText: 'Found “many”' })).toBeVisible();
    await expect(bias).toHaveAttribute('aria-invalid', 'true');
    // z¹ of unit 3 is then −3 and 0, so that it is off in both examples
    await bias.fill('-1');
    await page.keyboard.press('Tab');
    await expect(bias).toHaveAttribute('aria-invalid', 'false');
    await expect(shown(section)).toContainText('−1 − 0.25·0 = −1');
    await section.getByRole('button', { name: 'Reset the numbers' }).click();
    await expect(shown(section)).toContainText('−1 − 0.1·4 = −1.4');
  });

  test('shows a gradient check whose errors are those of rounding', async ({ page }) => {
    const section = await open(page, 'backpropagation-stepper', 'stepper=11');
    await expect(section.getByRole('region', { name: 'Gradient check' }).locator('tbody tr')).toHaveCount(17);
    const rounded = Number((await section.locator('.stepper-check-result strong').textContent())!.replace(/·10⁻¹[¹²³]/, 'e-11'));
    expect(rounded).toBeLessThan(1e-8);
  });

  test('reads a link, and tells what it refuses', async ({ page }) => {
    const section = await open(page, 'backpropagation-stepper', 'stepper=4&lr=0.5&w2=1,2');
    await expect(section.getByRole('alert').filter({ hasText: 'w2' })).toBeVisible();
    await expect(section.getByRole('textbox', { name: 'learning rate' })).toHaveValue('0.5');
    await section.getByText('Share', { exact: true }).click();
    await expect(section.getByLabel('link to what you see')).toHaveValue(/explorers\/#stepper=4&lr=0.5$/);
  });
});

test('explorers load with intent only, and what is pressed meanwhile is not lost', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => void scripts.push(request.url()));
  await saveData(page);
  await page.goto(URL);
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => /Island|kernel|worker/.test(url))).toEqual([]);
  const section = page.locator('#backpropagation-stepper');
  await expect(shown(section)).toContainText('What is given');
  // Without a pointer over it or focus in it, as some assistive technology does.
  await section.getByRole('button', { name: 'Next' }).dispatchEvent('click');
  await expect(shown(section)).toContainText('Weighted sums');
  const field = page.locator('#activation-explorer').getByLabel('activation', { exact: true });
  await field.selectOption('tanh');
  await expect(page.locator('#activation-explorer tbody')).toContainText('tanh');
  await expect(field).toHaveValue('tanh');
});

test('the activation explorer reads values at the probe, and fetches the kernel for another activation', async ({ page }) => {
  const section = await open(page, 'activation-explorer');
  const cells = section.getByRole('region', { name: 'Values at the probe' }).locator('tbody tr');
  // σ(1) = 1/(1 + e⁻¹) = 0.731059, σ(1)(1 − σ(1)) = 0.196612
  await expect(cells.first()).toContainText('0.73106');
  await expect(cells.first()).toContainText('0.19661');
  const probe = section.getByLabel('probe at z');
  await probe.focus();
  await page.keyboard.press('Home');
  await expect(probe).toHaveAttribute('aria-valuetext', /z = −6.00; .*relu: φ 0, φ′ 0, off/);
  await Promise.all([page.waitForResponse(/\.wasm$/), section.getByLabel('activation', { exact: true }).selectOption('tanh')]);
  await expect(cells.first()).toContainText('tanh');
  // 1 − tanh²(6) = 1/cosh²(6) = 2.4576·10⁻⁵; the kernel works in 32 bits
  await expect(cells.first()).toContainText('·10⁻⁵');
  await expect(section.getByText('tanh: |φ′| < 0.05 for z ≤ −2.2 and z ≥ 2.2', { exact: true })).toBeVisible();
});

test('the initialization explorer measures in a worker, and the same seed gives the same', async ({ page }) => {
  const section = await open(page, 'initialization-explorer');
  const notes = section.locator('.explorer-notes');
  const first = await notes.textContent();
  await section.getByRole('button', { name: 'Glorot + sigmoid' }).click();
  await expect(notes).not.toHaveText(first!);
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('initialization.worker')]);
  await expect(section.getByText('limit √(3 Var(W)) = 0.217')).toBeVisible(); // √(6/128) = 0.2165
  await section.getByRole('button', { name: 'zeros + tanh' }).click();
  await expect(notes).toContainText('Forward the signal is 0 in every layer.');
  // What the build measured in Node and what the worker measures are the same bits.
  await section.getByRole('button', { name: 'He + relu' }).click();
  await expect(notes).toHaveText(first!);
  await section.getByRole('button', { name: 'New seed' }).click();
  await expect(notes).not.toHaveText(first!);
  await section.getByLabel('hidden layers').fill('99');
  await page.keyboard.press('Tab');
  await expect(section.getByRole('alert')).toContainText('Found “99” for hidden layers; allowed: a whole number from 1 to 20.');
});

test.describe('the schedule explorer', () => {
  const atProbe = (section: Locator) => section.getByRole('region', { name: 'Learning rates at the probe' });

  test('reads exact learning rates at the probe, by keyboard and by pointer', async ({ page }) => {
    const section = await open(page, 'schedule-explorer');
    // 30 epochs of 40 updates, η₀ = 0.1: half way, the cosine is at a half, and step decay dropped at 400.
    const rows = atProbe(section).locator('tbody tr');
    await expect(rows.first()).toContainText('cosine decay0.0500000.50000');
    await expect(rows.nth(1)).toContainText('step decay0.0500000.50000');
    const probe = section.getByLabel('probe, in updates');
    await probe.focus();
    await page.keyboard.press('End');
    await expect(rows.nth(1)).toContainText('0.025000'); // dropped at 400 and 800
    await expect(probe).toHaveAttribute('aria-valuetext', /^t = 1199 \(epoch 29\.98\): .*; step decay 0\.025000$/);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(atProbe(section)).toContainText('t = 1 (epoch 0.03)');
    // By whole epochs, where x counts those: 10 of them are one period of step decay.
    await section.getByLabel('x counts').selectOption('epochs');
    await section.getByLabel('probe, in epochs').focus();
    await page.keyboard.press('Home');
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    await expect(atProbe(section)).toContainText('t = 400 (epoch 10)');
    await expect(rows.nth(1)).toContainText('0.050000');
    const chart = section.locator('.explorer-chart svg').first();
    const box = (await chart.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.up();
    await expect(atProbe(section)).toContainText('t = 0 (epoch 0)');
  });

  test('follows the run and the hyperparameters, and refuses what is not allowed', async ({ page }) => {
    const section = await open(page, 'schedule-explorer');
    await section.getByLabel('epochs', { exact: true }).fill('20');
    await page.keyboard.press('Tab');
    await expect(section.getByText('20 epochs of 40 updates are 800 updates.')).toBeVisible();
    const factor = section.getByLabel('factor');
    await factor.fill('2');
    await page.keyboard.press('Tab');
    await expect(section.getByRole('alert')).toContainText('Found “2” for factor');
    await expect(factor).toHaveAttribute('aria-invalid', 'true');
    await factor.fill('0.1');
    await page.keyboard.press('Tab');
    await expect(atProbe(section).locator('tbody tr').nth(1)).toContainText('0.010000'); // t = 600, one drop at 400
    await section.getByLabel('compared with').selectOption('reduceOnPlateau');
    await expect(section.getByText('Reduce on plateau has no curve of its own')).toBeVisible();
    await expect(section.locator('[data-schedule=reduceOnPlateau]')).toBeVisible();
    await expect(section.locator('[data-schedule=stepDecay]')).toBeHidden();
    await expect(section.locator('[role=status]')).toContainText('reduce on plateau: from 0.100');
  });

  test('reads a link, and gives it back', async ({ page }) => {
    const hash = 'schedules=exponential,0.1,true&with=rangeTest&epochs=10&warmUp=2&x=epochs&axis=log&t=80';
    const section = await open(page, 'schedule-explorer', hash);
    await expect(section.getByLabel('axis of the learning rate')).toHaveValue('log');
    await expect(section.locator('[data-schedule=warmUp]')).toBeVisible();
    // After the warm-up of 2·40 updates, η₀.
    await expect(atProbe(section).locator('tbody tr').first()).toContainText('0.10000');
    await section.getByText('Share', { exact: true }).click();
    await expect(section.getByLabel('link to what you see')).toHaveValue(/#schedules=exponential&with=rangeTest&epochs=10&warmUp=2&x=epochs&axis=log&t=80$/);
  });
});

test.describe('the optimizer race', () => {
  test('runs in a worker from where the keyboard moves the start, and tells who got there', async ({ page }) => {
    const section = await open(page, 'optimizer-race');
    const handle = section.getByRole('slider', { name: 'Start of all racers' });
    await handle.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.workers().some((worker) => worker.url().includes('race.worker'))).toBe(true);
    // a hundredth of −1 … 4.5
    await expect(section.getByLabel('start x')).toHaveValue('0.945');
    await expect(section.locator('[role=status]')).toContainText('SGD');
    await expect(handle).toBeFocused();
    await section.getByRole('button', { name: 'Reset' }).click();
    await expect(section.getByLabel('start x')).toHaveValue('1');
  });

  test('shows one step after the other, by the formula', async ({ page }) => {
    const section = await open(page, 'optimizer-race', 'race=ravine&start=-8,1&sgd=0.03');
    const cells = section.locator('tbody tr').filter({ hasText: 'SGD' });
    await expect(section.getByRole('combobox', { name: 'landscape' })).toHaveValue('ravine');
    await expect(section.locator('[role=status]')).toContainText('SGD');
    await section.getByRole('button', { name: 'To the start' }).click();
    await expect(cells).toContainText('under way');
    await section.getByRole('button', { name: 'Step', exact: true }).press('Enter');
    // (1 − 0.03)(−8) and (1 − 0.03·50)·1
    await expect(cells).toContainText('−7.760');
    await expect(cells).toContainText('−0.5000');
    await section.getByLabel('learning rate of SGD').fill('0.05');
    await page.keyboard.press('Tab');
    await expect(cells).toContainText('ran off');
  });

  test('with reduced motion Run shows the end at once', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const section = await open(page, 'optimizer-race');
    await section.getByRole('button', { name: 'To the start' }).click();
    await expect(section.getByLabel('after step')).toHaveValue('0');
    await section.getByRole('button', { name: 'Run' }).click();
    await expect(section.getByLabel('after step')).toHaveValue('400');
  });

  test('refuses what is out of range', async ({ page }) => {
    const section = await open(page, 'optimizer-race');
    await section.getByLabel('start y').fill('7');
    await page.keyboard.press('Tab');
    await expect(section.getByRole('alert')).toContainText('Found “7” for y of the start; allowed: a number from -2 to 2.');
  });
});

test.describe('the oscillator', () => {
  test('follows the keyboard over the map, and says what comes of it', async ({ page }) => {
    const section = await open(page, 'momentum-explorer');
    const handle = section.getByRole('slider', { name: 'Learning rate and momentum' });
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(section.getByLabel('learning rate η')).toHaveValue('0.52');
    await expect(section.getByLabel('momentum μ')).toHaveValue('0.89');
    await section.getByRole('button', { name: 'Best η and μ' }).click();
    // κ = 25: the factor is √0.445 = 0.667, near (5 − 1)/(5 + 1)
    await expect(section.getByLabel('momentum μ')).toHaveValue('0.445');
    await expect(section.locator('[role=status]')).toContainText('Factor 0.667');
  });

  test('reads a link, tells what it refuses, and gives one back', async ({ page }) => {
    const section = await open(page, 'momentum-explorer', 'oscillator=nesterov&kappa=100&momentum=1');
    await expect(section.getByRole('alert')).toContainText('Found “1” for momentum μ; allowed: a number from 0 to 0.999.');
    await expect(section.getByLabel('method')).toHaveValue('nesterov');
    await section.getByText('Share', { exact: true }).click();
    await expect(section.getByLabel('link to what you see')).toHaveValue(/#oscillator=nesterov&kappa=100$/);
  });
});

test('the landscape of a network is surveyed in a worker, with the training of the build and other directions', async ({ page }) => {
  const section = await open(page, 'net-landscape');
  const losses = section.locator('tbody tr').first().locator('td');
  const before = await losses.allTextContents();
  await section.getByRole('button', { name: 'New directions' }).press('Enter');
  await expect.poll(() => page.workers().some((worker) => worker.url().includes('survey.worker'))).toBe(true);
  await expect(section.locator('[role=status]')).toContainText('Training loss');
  const after = await losses.allTextContents();
  // updates, training loss and test loss stay; what lies around does not
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(after.at(-1)).not.toBe(before.at(-1));
  await section.getByRole('textbox', { name: 'batch size' }).fill('0');
  await page.keyboard.press('Tab');
  await expect(section.getByRole('alert')).toContainText('allowed: a whole number from 1 to 150.');
});

test.describe('the sheet for digits', () => {
  /** The row of the output that says most. */
  const guess = (section: Locator) => section.locator('.digit-bars tr.is-best th');

  test('learns in a worker, and says what is drawn with the mouse', async ({ page }) => {
    const section = await open(page, 'digit-explorer');
    await section.getByRole('button', { name: 'Clear' }).click();
    await expect(section.getByText('Nothing is drawn yet.')).toBeVisible();
    await section.getByRole('button', { name: 'Train' }).click();
    await expect(section.getByText(/^Trained: /)).toBeVisible();
    expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('digit.worker')]);
    // Nothing is said of an empty sheet.
    await expect(guess(section)).toHaveCount(0);
    const sheet = section.getByRole('application');
    await sheet.scrollIntoViewIfNeeded();
    const { x, y, width } = (await sheet.boundingBox())!;
    await page.mouse.move(x + 0.5 * width, y + 0.15 * width);
    await page.mouse.down();
    await page.mouse.move(x + 0.5 * width, y + 0.5 * width, { steps: 5 });
    await page.mouse.move(x + 0.48 * width, y + 0.85 * width, { steps: 5 });
    await page.mouse.up();
    await expect(guess(section)).toHaveText('1');
    await expect(section.locator('[role=status]')).toContainText('The network says 1 with probability');
    await expect(section.getByRole('img', { name: 'What the network sees' })).toBeVisible();
    await section.getByLabel('unit', { exact: true }).press('Home');
    await expect(section.getByText('Weights of unit 1', { exact: true })).toBeVisible();
    await section.getByText('Share', { exact: true }).click();
    await expect(section.getByLabel('link to what you see')).toHaveValue(/#digit=own&ink=[0-9a-z.]+$/);
    await section.getByRole('button', { name: 'Reset' }).click();
    await expect(section.getByText(/^Trained: /)).toHaveCount(0);
  });

  test('is drawn on by keys: the pen is put down, moved, and lifted', async ({ page }) => {
    const section = await open(page, 'digit-explorer');
    const sheet = section.getByRole('application');
    await sheet.focus();
    await page.keyboard.press('Space');
    await expect(section.locator('[role=status]')).toContainText('Pen down, column 15, row 8 of 28.');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expect(section.locator('[role=status]')).toContainText('Pen down, column 14, row 20 of 28.');
    await page.keyboard.press('Space');
    await expect(section.locator('[role=status]')).toContainText('Pen up');
    await expect(section.getByText(/^The drawing, \d+ by \d+ units, is scaled/)).toBeVisible();
    // The digit that stood there at first has made way for the stroke.
    await section.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(section.getByText('Nothing is drawn yet.')).toBeVisible();
  });

  test('reads a drawing from a link, tells what it refuses, and shows a picture of the test data', async ({ page }) => {
    const section = await open(page, 'digit-explorer', 'digit=900&ink=1k0k1k2w');
    await expect(section.getByRole('alert')).toContainText('allowed: own, or a whole number from 1 to 500.');
    await expect(section.getByText(/^The drawing, \d+ by \d+ units, is scaled/)).toBeVisible();
    await section.getByRole('button', { name: 'A digit from the test data' }).click();
    await expect(section.getByText(/^Test picture 1, labelled \d\.$/)).toBeVisible();
    await section.getByRole('textbox', { name: 'test picture' }).fill('7');
    await page.keyboard.press('Tab');
    await expect(section.getByText(/^Test picture 7, labelled \d\.$/)).toBeVisible();
  });
});

test('without scripts there are the whole worked example and the figures of the start, and no controls', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(URL);
  await expect(page.locator('.stepper-step:visible')).toHaveCount(11);
  await expect(page.getByText('−1 − 0.1·4 = −1.4')).toBeVisible();
  await expect(page.locator('.explorer-chart > svg:visible')).toHaveCount(12);
  await expect(page.locator('.race-stage > svg:visible')).toHaveCount(3);
  await expect(page.locator('.explorer :is(button, select, input):visible')).toHaveCount(0);
  await context.close();
});

test('on paper all steps are there, also after one was chosen', async ({ page }) => {
  const section = await open(page, 'backpropagation-stepper', 'stepper=3');
  await page.emulateMedia({ media: 'print' });
  await expect(section.locator('.stepper-step:visible')).toHaveCount(11);
  await expect(section.locator(':is(button, select, input):visible')).toHaveCount(0);
});

for (const colorScheme of schemes()) {
  test(`axe finds nothing, ${colorScheme}, at the start and opened`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const section = await open(page, 'backpropagation-stepper');
    expect(await violations(page, 'main')).toEqual([]);
    await section.getByLabel('all at once').check();
    for (const summary of await page.locator('.explorer summary').all()) await summary.click();
    await section.getByLabel('bias of unit 1').fill('x');
    await page.keyboard.press('Tab');
    await expect(section.getByRole('alert').filter({ hasText: 'Found' })).toBeVisible();
    const schedules = await open(page, 'schedule-explorer', 'schedules=reduceOnPlateau&with=triangular&warmUp=2&axis=log');
    await schedules.getByLabel('patience').fill('none');
    await page.keyboard.press('Tab');
    expect(await violations(page, 'main')).toEqual([]);
  });
}

for (const width of [320, 390]) {
  test(`does not scroll sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const section = await open(page, 'backpropagation-stepper');
    await section.getByLabel('all at once').check();
    for (const summary of await page.locator('.explorer summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test('a card that explains a link stands within the window of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const section = await open(page, 'initialization-explorer');
  await section.getByText('Where the theory comes from').click();
  await section.locator('.hover-card-anchor > a').first().focus();
  const card = page.locator('.explorer .hover-card:visible');
  await expect(card).toHaveCount(1);
  await expect(card).toBeInViewport({ ratio: 1 });
});
