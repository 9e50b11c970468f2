/** An experiment of the built site in Chromium, as the bench works it: pressed from within the page, and timed there. */
import type { Browser, Page } from '@playwright/test';
import type { Experiment } from '../../../experiments/spec/experiment.ts';

export interface PageIsland {
  page: Page;
  /** As a reader shows intent: the pointer comes over Run; then so many milliseconds. */
  approach(milliseconds: number): Promise<void>;
  chooseSeeds(seeds: number): Promise<void>;
  /** Press Run; resolves to the milliseconds until figures, verdict and table of the whole run stand. */
  run(): Promise<number>;
  /** Press Run and, after so many milliseconds, Cancel; resolves to the milliseconds from there until Run is back. */
  cancelAfter(milliseconds: number): Promise<number>;
  close(): Promise<void>;
}

/** `url`: of the experiment alone. `instead`: an experiment that takes the place of the published one. */
export async function openPageIsland(browser: Browser, url: string, id: string, instead?: Experiment): Promise<PageIsland> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  if (instead) {
    await page.route(`**/experiments/${id}.json`, async (route) => {
      const data = (await (await route.fetch()).json()) as { experiment: Experiment };
      await route.fulfill({ json: { ...data, experiment: { ...instead, id } } });
    });
  }
  await page.goto(url);
  const section = page.locator(`#experiment-${id}`);
  await section.locator('.experiment-controls').scrollIntoViewIfNeeded();
  // Astro takes this away when the island lives.
  await page.waitForFunction((name) => !document.querySelector(`#experiment-${name} astro-island[ssr]:has(.experiment-controls)`), id);
  return {
    page,
    async approach(milliseconds) {
      await section.locator('.experiment-run').hover();
      await page.waitForTimeout(milliseconds);
    },
    async chooseSeeds(seeds) {
      await section.getByLabel('seeds').selectOption(String(seeds));
    },
    run: () =>
      section.evaluate(
        (element) =>
          new Promise<number>((resolve) => {
            const find = () => element.querySelector('.experiment-live-figures > .experiment-details');
            find()?.remove();
            const start = performance.now();
            const observer = new MutationObserver(() => {
              if (!find()) return;
              observer.disconnect();
              resolve(performance.now() - start);
            });
            observer.observe(element, { childList: true, subtree: true });
            element.querySelector<HTMLButtonElement>('.experiment-run')?.click();
          }),
      ),
    cancelAfter: (milliseconds) =>
      section.evaluate(
        (element, wait) =>
          new Promise<number>((resolve) => {
            const run = () => element.querySelector<HTMLButtonElement>('.experiment-run');
            run()?.click();
            setTimeout(() => {
              const start = performance.now();
              const observer = new MutationObserver(() => {
                if (!run()?.textContent.includes('Run')) return;
                observer.disconnect();
                resolve(performance.now() - start);
              });
              observer.observe(element, { childList: true, subtree: true, characterData: true });
              for (const button of element.querySelectorAll('button')) if (button.textContent.includes('Cancel')) button.click();
            }, wait);
          }),
        milliseconds,
      ),
    close: () => page.close(),
  };
}
