/** The site around the chapters: search, cards, themes, narrow windows; whatever page, no accessibility findings and no foreign requests. */
import { expect, test } from '@playwright/test';
import { violations } from './violations.ts';
import { sampled, schemes } from './sample.ts';

const PAGES_A_DAY = 2;
const PAGES = ['', 'batch-size-and-epochs/', 'catalog/optimizers/', 'glossary/', 'references/', 'does-not-exist/'];

for (const path of sampled(PAGES, PAGES_A_DAY)) {
  test.describe(`/${path}`, () => {
    for (const colorScheme of schemes()) {
      test(`axe finds nothing in ${colorScheme}`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({ colorScheme, ...(baseURL ? { baseURL } : {}) });
        const page = await context.newPage();
        await page.goto(path);
        expect(await violations(page)).toEqual([]);
        await context.close();
      });
    }

    test('does not scroll sideways, however narrow', async ({ page }) => {
      await page.goto(path);
      for (const width of [320, 390, 768, 1024, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(excess, `at ${width} px`).toBe(0);
      }
    });

    test('requests nothing from another site', async ({ page, baseURL }) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith('data:') && new URL(request.url()).origin !== new URL(baseURL ?? '').origin) foreign.push(request.url());
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(foreign).toEqual([]);
    });
  });
}

test('an address that does not exist gets our page and the status 404', async ({ page }) => {
  const response = await page.goto('does-not-exist/');
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: 'front page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fully Connected');
});

test('search loads when it is opened, finds a page and closes with Escape', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('', { waitUntil: 'networkidle' });
  expect(loaded.filter((url) => url.includes('/pagefind/'))).toEqual([]);

  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('textbox').fill('Eckerle4');
  await expect(dialog.getByRole('link', { name: /Case study: Eckerle4/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Search' }).click();
  await expect(dialog).toBeVisible();
});

test('a citation and a term explain themselves on focus and on hover, and Escape closes the card', async ({ page }) => {
  await page.goto('batch-size-and-epochs/');
  for (const link of [page.locator('.cite a').first(), page.locator('.term a').first()]) {
    const card = page.locator(`[id="${(await link.getAttribute('aria-describedby')) ?? ''}"]`);
    await expect(card).toBeHidden();
    await link.focus();
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await link.blur();
    await link.hover();
    await expect(card).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(card).toBeHidden();
  }
});

for (const width of [390, 1350]) {
  test(`cards far down a page reach over the text around them, uncut, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('vanishing-gradients/');
    for (const link of (await page.locator('.is-chapter > p .hover-card-anchor > a').all()).slice(-4)) {
      const card = page.locator(`[id="${(await link.getAttribute('aria-describedby')) ?? ''}"]`);
      await link.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await link.focus();
      await expect(card).toBeVisible();
      await expect
        .poll(() =>
          card.evaluate((element) => {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            const corners = [left + 5, right - 5].flatMap((x) => [top + 5, bottom - 5].map((y) => document.elementFromPoint(x, y)));
            return corners.every((corner) => corner?.closest('.hover-card') === element);
          }),
        )
        .toBe(true);
      await link.blur();
    }
  });

  test(`a link into a chapter lands where it points, and the table of contents knows it, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const id of ['glorot-he-and-lecun', 'eq-sigmoid', 'experiment-initialization-sigmoid', 'which-one-is-best']) {
      await page.goto('about:blank');
      await page.goto(`initialization/#${id}`);
      const place = page.locator(`[id="${id}"]`);
      // How far it is from where it should be: below what stands fixed at the top.
      const distance = () =>
        place.evaluate((element) => {
          const margins = [getComputedStyle(element).scrollMarginTop, getComputedStyle(document.documentElement).scrollPaddingTop];
          return Math.abs(element.getBoundingClientRect().top - margins.reduce((sum, margin) => sum + (parseFloat(margin) || 0), 0));
        });
      await expect.poll(distance, { message: id }).toBeLessThan(8);
      // What was guessed above it is laid out while the reader scrolls up, and the text stays in its place.
      await page.waitForTimeout(300);
      await expect.poll(distance, { message: id }).toBeLessThan(8);
      const contents = page.locator(width < 1000 ? 'mobile-starlight-toc' : 'starlight-toc');
      const section = await place.evaluate((element) => {
        const headings = [...document.querySelectorAll('.sl-markdown-content :is(h2, h3)')];
        return headings.filter((heading) => heading === element || heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1)!.id;
      });
      await expect(contents.locator('a[aria-current="true"]')).toHaveAttribute('href', `#${section}`);
    }
  });
}

test('on paper a chapter has no controls', async ({ page }) => {
  await page.goto('batch-size-and-epochs/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.pagination-links')).toBeHidden();
  await expect(page.locator('site-search')).toBeHidden();
});

test('a chapter can be read without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('batch-size-and-epochs/');
  await expect(page.getByRole('heading', { level: 1, name: 'Batch size and epochs' })).toBeVisible();
  await expect(page.locator('.katex').first()).toBeVisible();
  await context.close();
});
