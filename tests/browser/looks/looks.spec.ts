/**
 * How every figure and every state of an island looks, against pictures that somebody has looked at and accepted.
 * After a change that is meant: `npm run looks -- --update-snapshots`, look at each changed picture in pictures/, and commit it.
 */
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { FIGURE_NAMES } from '../../../src/experiments/spec/figureNeeds.ts';
import { chapters } from '../chapters.ts';
import { openMenu } from '../downloads.ts';
import { openIsland, runToEnd, type Island } from '../island.ts';
import { trainedFigure } from './trainedFigure.ts';

const LOOKS = [
  { name: 'laptop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

const STILL = join(import.meta.dirname, 'still.css');
/** One whose runs are short, with the most that an island can have. */
const ISLAND = { url: 'embed/batch-size-equal-epochs/', id: 'batch-size-equal-epochs' };
const SEARCHES = ['bestSoFar', 'parallel', 'importance', 'folds', 'tuning'];
const EXPLORERS = ['backpropagation-stepper', 'activation-explorer', 'initialization-explorer', 'optimizer-race', 'schedule-explorer', 'net-landscape'];

/** How to get there, and what then to look at. Times differ from machine to machine, and are covered. */
const STATES: Record<string, (island: Island) => Promise<Locator>> = {
  async recorded({ section }) {
    return section;
  },
  async predicting({ section }) {
    await section.getByRole('button', { name: 'Predict first' }).click();
    await section.getByRole('radio').first().check();
    return section;
  },
  async predicted({ section }) {
    await section.getByRole('button', { name: 'Predict first' }).click();
    await section.getByRole('radio').first().check();
    await section.getByRole('button', { name: 'Show what happened' }).click();
    return section.locator('.experiment-header');
  },
  async stepped({ section, run }) {
    await section.getByRole('button', { name: 'Step: 1 epoch' }).click();
    await expect(section.getByRole('button', { name: 'Resume' })).toBeVisible({ timeout: 20_000 });
    await expect(run).toHaveCount(0);
    return section;
  },
  async finished(island) {
    await runToEnd(island);
    return island.section;
  },
  async moreSeeds(island) {
    await runToEnd(island);
    await island.section.getByRole('button', { name: 'More seeds' }).click();
    await expect(island.section.getByText('true in 5 of 5 seeds').first()).toBeVisible({ timeout: 60_000 });
    return island.section;
  },
  async open({ section }) {
    await section.getByText('Change anything').click();
    await expect(section.locator('.experiment-settings').getByLabel('shuffle')).toBeVisible();
    return section.locator('.experiment-controls');
  },
  async modified(island) {
    await island.section.getByLabel('noise').first().fill('0.3');
    await island.section.page().keyboard.press('Tab');
    await expect(island.report).toContainText('Modified');
    return island.section.locator('.experiment-live');
  },
  async refused(island) {
    await island.section.getByLabel('noise').first().fill('-1');
    await island.section.page().keyboard.press('Tab');
    await expect(island.section.getByLabel('noise').first()).toHaveAttribute('aria-invalid', 'true');
    return island.section.locator('.experiment-live');
  },
  async full({ section }) {
    await section.getByRole('button', { name: 'Full screen' }).click();
    await expect(section).toHaveAttribute('data-lecture');
    return section;
  },
  share: (island) => openMenu(island, 'Share'),
  embed: (island) => openMenu(island, 'Embed'),
  cite: (island) => openMenu(island, 'Cite'),
  export: (island) => openMenu(island, 'Export'),
};

/** What stands above a figure must not decide how its edges fall between two pixels. */
function alignToPixels(place: Element): void {
  if (!(place instanceof HTMLElement) || !['static', 'relative'].includes(getComputedStyle(place).position)) return;
  const top = place.getBoundingClientRect().top + scrollY;
  place.style.position = 'relative';
  place.style.top = `${Math.round(top) - top}px`;
}

for (const { name: look, viewport, colorScheme } of LOOKS) {
  test.describe(look, () => {
    test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    const picture = async (place: Locator, name: string, mask: Locator[] = []) => {
      const page = place.page();
      await page.addStyleTag({ path: STILL });
      await page.evaluate(() => document.fonts.ready);
      await place.evaluate(alignToPixels);
      await expect(place).toHaveScreenshot(`${name}-${look}.png`, { mask, animations: 'disabled', caret: 'hide' });
    };

    for (const name of FIGURE_NAMES) {
      test(`figure: ${name}`, async ({ page }) => {
        const shown = chapters.flatMap(({ experiments }) => experiments).find(({ figures }) => figures.includes(name));
        await page.goto(`embed/${shown?.id ?? 'xor-units'}/`);
        if (!shown) await page.locator('.experiment-figures').evaluate((place, html) => (place.innerHTML = html), await trainedFigure(name));
        await picture(page.locator(`.experiment-figures .figure-${name}`), `figure-${name}`);
      });
    }

    for (const name of SEARCHES) {
      test(`figure of a search: ${name}`, async ({ page }) => {
        await page.goto('searching/');
        await picture(page.locator(`.figure-${name}`).first(), `figure-${name}`);
      });
    }

    for (const id of EXPLORERS) {
      test(`explorer: ${id}`, async ({ page }) => {
        await page.goto('explorers/');
        await picture(page.locator(`#${id}`), `explorer-${id}`);
      });
    }

    for (const [state, reach] of Object.entries(STATES)) {
      test(`island: ${state}`, async ({ page }) => {
        test.setTimeout(90_000);
        const island = await openIsland(page, ISLAND.url, ISLAND.id);
        const place = await reach(island);
        await page.mouse.move(0, 0);
        await picture(place, `island-${state}`, [
          island.section.locator('.experiment-progress, .experiment-estimate, select[id$=-engine]'),
          page.getByRole('dialog').getByRole('textbox'),
        ]);
      });
    }

    test('front page', async ({ page }) => {
      await page.goto('');
      await expect(page).toHaveScreenshot(`front-${look}.png`, { animations: 'disabled' });
    });

    test('gallery', async ({ page }) => {
      await page.goto('experiments/');
      await expect(page).toHaveScreenshot(`gallery-${look}.png`, { animations: 'disabled' });
    });
  });
}
