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
import { sampled } from '../sample.ts';
import { trainedFigure } from './trainedFigure.ts';

const LOOKS = [
  { name: 'laptop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

const STILL = join(import.meta.dirname, 'still.css');
/** One whose runs are short, with the most that an island can have. */
const ISLAND = { url: 'embed/batch-size-equal-epochs/', id: 'batch-size-equal-epochs' };
const SEARCHES = ['bestSoFar', 'parallel', 'importance', 'folds', 'tuning'];
const EXPLORERS = [
  'backpropagation-stepper',
  'activation-explorer',
  'initialization-explorer',
  'optimizer-race',
  'schedule-explorer',
  'net-landscape',
  'momentum-explorer',
];

/** Takes a picture of a part of the page under a name. */
type Picture = (place: Locator, name: string) => Promise<void>;

/** Ways through an island, each in a page of its own, with a picture of every state on the way. */
const WAYS: Record<string, (island: Island, picture: Picture) => Promise<void>> = {
  async 'as recorded, and opened'({ section }, picture) {
    await picture(section, 'recorded');
    await section.getByText('Change anything').click();
    await expect(section.locator('.experiment-settings').getByLabel('shuffle')).toBeVisible();
    await picture(section.locator('.experiment-controls'), 'open');
  },
  // Each in a page of its own: menus lie over what is around them, and where depends on how far the page is scrolled.
  'share menu': async (island, picture) => picture(await openMenu(island, 'Share'), 'share'),
  'embed menu': async (island, picture) => picture(await openMenu(island, 'Embed'), 'embed'),
  'cite menu': async (island, picture) => picture(await openMenu(island, 'Cite'), 'cite'),
  'export menu': async (island, picture) => picture(await openMenu(island, 'Export'), 'export'),
  async predicted({ section }, picture) {
    await section.getByRole('button', { name: 'Predict first' }).click();
    await section.getByRole('radio').first().check();
    await picture(section, 'predicting');
    await section.getByRole('button', { name: 'Show what happened' }).click();
    await picture(section.locator('.experiment-header'), 'predicted');
  },
  async stepped({ section }, picture) {
    await section.getByRole('button', { name: 'Step: 1 epoch' }).click();
    await expect(section.locator('[role=status]')).toContainText('Paused.');
    await expect(section.getByRole('button', { name: 'Resume' })).toBeVisible();
    await picture(section, 'stepped');
  },
  async 'run, and run with more seeds'(island, picture) {
    const { section } = island;
    await runToEnd(island);
    await picture(section, 'finished');
    await section.getByRole('button', { name: 'More seeds' }).click();
    await expect(section.getByText('true in 5 of 5 seeds').first()).toBeVisible();
    await section.getByText('Data of this run').waitFor();
    await picture(section, 'moreSeeds');
  },
  async modified(island, picture) {
    await island.section.getByLabel('noise').first().fill('0.3');
    await island.section.page().keyboard.press('Tab');
    await expect(island.report).toContainText('Modified');
    await picture(island.report, 'modified');
  },
  async refused({ section }, picture) {
    await section.getByLabel('noise').first().fill('-1');
    await section.page().keyboard.press('Tab');
    await expect(section.getByLabel('noise').first()).toHaveAttribute('aria-invalid', 'true');
    await picture(section.locator('.experiment-controls'), 'refused');
  },
  async 'on the whole screen'({ section }, picture) {
    await section.getByRole('button', { name: 'Full screen' }).click();
    await expect(section).toHaveAttribute('data-lecture');
    await picture(section, 'full');
  },
};

/** What stands above a figure must not decide how its edges fall between two pixels. */
function alignToPixels(place: Element): void {
  if (!(place instanceof HTMLElement) || !['static', 'relative'].includes(getComputedStyle(place).position)) return;
  const top = place.getBoundingClientRect().top + scrollY;
  place.style.position = 'relative';
  place.style.top = `${Math.round(top) - top}px`;
}

// One of the two each day.
for (const { name: look, viewport, colorScheme } of sampled(LOOKS, 1)) {
  test.describe(look, () => {
    test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    /** Those that follow in the same page are looked at also where this one is not as it was. */
    const picture = async (place: Locator, name: string, mask: Locator[] = []) => {
      const page = place.page();
      await page.addStyleTag({ path: STILL });
      await page.evaluate(() => document.fonts.ready);
      await place.evaluate(alignToPixels);
      await expect.soft(place).toHaveScreenshot(`${name}-${look}.png`, { mask, animations: 'disabled', caret: 'hide' });
    };

    for (const name of FIGURE_NAMES) {
      test(`figure: ${name}`, async ({ page }) => {
        const shown = chapters.flatMap(({ experiments }) => experiments).find(({ figures }) => figures.includes(name));
        await page.goto(`embed/${shown?.id ?? 'xor-units'}/`);
        if (!shown) await page.locator('.experiment-figures').evaluate((place, html) => (place.innerHTML = html), await trainedFigure(name));
        await picture(page.locator(`.experiment-figures .figure-${name}`), `figure-${name}`);
      });
    }

    test('figures of searches', async ({ page }) => {
      await page.goto('searching/');
      for (const name of SEARCHES) await picture(page.locator(`.figure-${name}`).first(), `figure-${name}`);
    });

    test('explorers', async ({ page }) => {
      await page.goto('explorers/');
      for (const id of EXPLORERS) await picture(page.locator(`#${id}`), `explorer-${id}`);
    });

    for (const [way, go] of Object.entries(WAYS)) {
      test(`island: ${way}`, async ({ page }) => {
        const island = await openIsland(page, ISLAND.url, ISLAND.id);
        // Times differ from machine to machine, and are covered.
        const masks = [island.section.locator('.run-bar-text, select[id$=-engine]'), page.getByRole('dialog').getByRole('textbox')];
        await go(island, async (place, state) => {
          await page.mouse.move(0, 0);
          await picture(place, `island-${state}`, masks);
        });
      });
    }

    test('front page', async ({ page }) => {
      await page.goto('');
      await expect(page).toHaveScreenshot(`front-${look}.png`, { animations: 'disabled' });
    });

    test('gallery', async ({ page }) => {
      await page.goto('experiments/');
      // They grow with every chapter.
      await page.locator('.totals').evaluate((totals) => (totals.textContent = 'So many experiments judge so many claims over so many recorded runs.'));
      await page.locator('.gallery output').evaluate((count) => (count.textContent = 'So many experiments'));
      await expect(page).toHaveScreenshot(`gallery-${look}.png`, { animations: 'disabled' });
    });
  });
}
