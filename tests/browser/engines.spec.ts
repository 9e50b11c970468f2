/** Run is pressed in every island, and in each chapter on each engine. */
import { expect, test } from '@playwright/test';
import { chapters, smallBudget } from './chapters.ts';
import { liveNumbers, openIsland, runToEnd } from './island.ts';

/** Largest relative difference between the engines' final values after about two epochs. The table has three digits, which is half of it. */
const TOLERANCE = 0.01;

for (const { title, url, experiments } of chapters) {
  test.describe(title, () => {
    for (const { id } of experiments) {
      test(`${id}: fused gives the recorded runs bit for bit`, async ({ page }) => {
        test.setTimeout(180_000);
        const island = await openIsland(page, url, id);
        await runToEnd(island, 150_000);
        await expect(island.report).toContainText(/Reproduces the recorded runs? bit for bit \(\d+ runs? compared\)\./);
        await expect(island.report).not.toContainText(/Modified|failed|differ/);
      });
    }

    const short = experiments.find((experiment) => smallBudget(experiment) !== undefined);
    for (const engine of ['tfjs-wasm', 'tfjs-webgl', 'tfjs-cpu']) {
      test(`${engine} agrees with fused`, async ({ page }) => {
        test.setTimeout(240_000);
        if (!short) throw new Error(`Every experiment of "${title}" compares its budget, so none can be shortened.`);
        const { path, value } = smallBudget(short)!;
        const hash = `experiment=${short.id}&v=1&${path}=${value}`;
        const results: number[][][] = [];
        for (const name of ['fused', engine]) {
          const island = await openIsland(page, url, short.id, hash);
          await expect(island.report).toContainText('Modified:');
          await island.section.getByLabel('engine').selectOption(name);
          await runToEnd(island, 200_000);
          await expect(island.report).not.toContainText('failed');
          results.push(await liveNumbers(island));
          await page.goto('about:blank');
        }
        const [fused, other] = results as [number[][], number[][]];
        expect(fused.length).toBeGreaterThan(0);
        expect(other.map((row) => row.length)).toEqual(fused.map((row) => row.length));
        const differences = fused.flatMap((row, arm) =>
          row.map((number, column) => Math.abs(number - other[arm]![column]!) / Math.max(Math.abs(number), 1e-6)),
        );
        expect(Math.max(...differences.filter(Number.isFinite))).toBeLessThan(TOLERANCE);
      });
    }

    test('TensorFlow.js, pressed on the published experiment, says how far it is from the recording, and can be cancelled', async ({ page }) => {
      test.setTimeout(120_000);
      const { id } = experiments[0]!;
      const island = await openIsland(page, url, id);
      await island.section.getByLabel('engine').selectOption('tfjs-wasm');
      await island.run.click();
      await expect(island.section.locator('.figure-slot-curves svg')).toBeVisible({ timeout: 30_000 });
      await island.cancel.click();
      await expect(island.report).toContainText('Cancelled');
      await expect(island.report).not.toContainText('Reproduces');
    });
  });
}
