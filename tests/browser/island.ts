/** An experiment's island in a page, with the handles that the tests need. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Island {
  section: Locator;
  run: Locator;
  cancel: Locator;
  report: Locator;
}

/** `hash`: without '#'; a link's changes. */
export async function openIsland(page: Page, url: string, id: string, hash = ''): Promise<Island> {
  await page.goto(hash ? `${url}#${hash}` : url);
  return findIsland(page, id);
}

/** In the page that is open. */
export async function findIsland(page: Page, id: string): Promise<Island> {
  const section = page.locator(`#experiment-${id}`);
  // It comes alive when the reader reaches for it; Astro then takes this mark away.
  await section.locator('.experiment-controls').hover();
  await expect(section.locator('astro-island[ssr]:has(.experiment-controls)')).toHaveCount(0);
  return {
    section,
    run: section.getByRole('button', { name: 'Run' }),
    cancel: section.getByRole('button', { name: 'Cancel' }),
    report: section.locator('.experiment-report'),
  };
}

/** As a reader who saves data, so that nothing is fetched before there is a sign of intent. Before the page is opened. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }));
}

/** Press Run and wait until the run is over, judged, drawn and tabulated, in this order. */
export async function runToEnd({ section, run }: Island): Promise<void> {
  await run.click();
  await section.getByText('Data of this run').waitFor();
}

/** Wait for everything that intent loads, so that a measurement begins on a warm page. */
export async function warm(page: Page, { run }: Island): Promise<void> {
  await run.hover();
  await page.waitForLoadState('networkidle');
  // Workers start up after their script has come.
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
}

/** The numbers of the live table: the first number of each cell, row by row. */
export async function liveNumbers({ section }: Island): Promise<number[][]> {
  await section.getByText('Data of this run').click();
  const rows = await section
    .locator('.experiment-live-figures tbody tr')
    .evaluateAll((elements) => elements.map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.textContent)));
  return rows.map((cells) => cells.map(readNumber));
}

/** Reads `0.0163 ± 0.0021`, `3.53·10⁻⁶`, `12 000` and `–`. */
export function readNumber(text: string): number {
  const [first = ''] = text.replaceAll('\u202f', '').split(/ ± | to /);
  const [mantissa = '', power] = first.replace('−', '-').split('·10');
  const exponent = Array.from(power ?? '', (character) => (character === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character))).join('');
  return Number(power === undefined ? mantissa : `${mantissa}e${exponent}`);
}
