/**
 * The same bits in Node, Chromium and Firefox, and the same as yesterday.
 *
 * bits.txt is a tripwire. Its hashes are no expected values of mathematics: what is right stands in the tests of
 * engines, catalog and data sets. It says that a change altered the bits of the runs it names, so that no one does so
 * unaware: recordings and links that promise a curve are then no longer true. If that is meant, renew the file with
 * `npm run bits -- --update` and make the recordings again in the same commit.
 */
import { beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import { findFirefox } from '../../scripts/firefox.mjs';
import { networkOptions } from '../../src/experiments/configuration/networkOptions.ts';
import { trainingOptions } from '../../src/experiments/configuration/trainingOptions.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import * as catalog from '../../src/nn/catalog.ts';
import { bitsOf } from '../../src/cli/bits/bits.ts';
import { bitsInBrowser } from './browser.ts';
import { bitRuns } from '../../src/cli/bits/runs.ts';

const MINUTE = 60_000;
const chromium = findChromium();
const firefox = findFirefox();

let inNode: string;
beforeAll(async () => {
  inNode = await bitsOf(await loadKernel());
}, MINUTE);

it('are what they were', async () => {
  await expect(inNode).toMatchFileSnapshot('../../src/cli/bits/bits.txt');
});

it('are the same in Chromium', { timeout: 2 * MINUTE }, async ({ skip }) => {
  if (!chromium) return skip('no Chromium found');
  expect(await bitsInBrowser('chrome', chromium)).toBe(inNode);
});

it('are the same in Firefox', { timeout: 2 * MINUTE }, async ({ skip }) => {
  if (!firefox) return skip('no Firefox found');
  expect(await bitsInBrowser('firefox', firefox)).toBe(inNode);
});

it('are compared for all that the catalog has', () => {
  const used = namesIn(bitRuns().map(({ run }) => run.arm.configuration));
  const entries = Object.values(catalog).flatMap((list) => (Array.isArray(list) ? (list as { name: string }[]) : []));
  expect(entries.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});

it('are compared for every option of a network and of training', () => {
  const configurations = bitRuns().map(({ run }) => run.arm.configuration);
  const options = { network: networkOptions, training: trainingOptions };
  for (const part of ['network', 'training'] as const) {
    const used = new Set(configurations.flatMap((configuration) => Object.keys(configuration[part])));
    expect(Object.keys(options[part]).filter((key) => !used.has(key))).toEqual([]);
  }
});

/** Every `name` anywhere in these values. */
function namesIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const own = 'name' in value && typeof value.name === 'string' ? [value.name] : [];
  return new Set([...own, ...Object.values(value).flatMap((one) => [...namesIn(one)])]);
}
