/**
 * The page beside its engine: the same runs in Chromium, with their figures drawn live, and in Node on as many workers, in turn. Needs the
 * built site and a Chromium.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extent, median } from 'simple-statistics';
import { expand, seedsUpTo } from '../../../experiments/spec/expand.ts';
import { createPool, type Pool } from '../../../experiments/pool/pool.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Run } from '../../../experiments/train/observation.ts';
import { openLibrary } from '../../library/library.ts';
import { spawnWorker } from '../../training/spawn.ts';
import { ownWork, traceTasks } from './mainThread.ts';
import { openPageIsland } from './pageIsland.ts';
import { serveSite } from './siteServer.ts';
import { sourceExperiment } from '../sourceA.ts';

export interface PageTiming {
  name: string;
  networks: number;
  repetitions: number;
  /** Medians, seconds. */
  page: number;
  node: number;
  /** The page's time over Node's: median over repetitions, the smallest and the largest; and what it is meant to be at most. */
  ratio: number;
  range: [number, number];
  target: number;
}

export interface PageMeasurement {
  workers: number;
  timings: PageTiming[];
  /** Seconds that the first press takes longer than later ones; half a second after the pointer came. */
  firstPress: number;
  /** Milliseconds of scripts and figures, on the processor, in the longest task of the page's main thread; from a trace. */
  longestTask: number;
  /** The same in an experiment whose page has a main thread four times as slow, as on a cheap phone; of the whole task. */
  longestSlowTask: number;
  /** Milliseconds from Cancel until the page says so. */
  cancel: number;
}

const PAGE_TARGETS = { firstPress: 0.3, longestTask: 50, longestSlowTask: 100, cancel: 100 } as const;

/** Of twelve arms, in four panels. */
const EXPERIMENT = 'batch-size-source-budget';
const SLOW_EXPERIMENT = 'vanishing-gradient-chain';
const FEW_SEEDS = 1;
const MANY_SEEDS = 20;
/** Milliseconds from the pointer on Run to the press. */
const APPROACH = 500;

interface Case {
  name: string;
  seeds: number;
  repetitions: number;
  target: number;
  instead?: Experiment;
}

const CASES: readonly Case[] = [
  { name: `${EXPERIMENT}, ${FEW_SEEDS} seed`, seeds: FEW_SEEDS, repetitions: 9, target: 1.5 },
  { name: `${EXPERIMENT}, ${MANY_SEEDS} seeds`, seeds: MANY_SEEDS, repetitions: 3, target: 1.25 },
  { name: 'source A, its curves drawn live', seeds: 1, repetitions: 5, target: 1.36, instead: sourceExperiment() },
];

/** `missing`: what there is none of. */
export async function measurePage(): Promise<PageMeasurement | { missing: string }> {
  const folder = fileURLToPath(new URL('../../../../dist/', import.meta.url));
  const published = join(folder, 'embed', EXPERIMENT, 'index.html');
  if (!existsSync(published)) return { missing: 'the page: there is no built site (npm run build)' };
  // The path that it was built for stands in front of its scripts.
  const base = /component-url="([^"]*\/)_astro\//.exec(readFileSync(published, 'utf8'))?.[1] ?? '/';
  const { findChromium } = (await import('../../../../scripts/chromium.mjs')) as { findChromium(): string | undefined };
  const executablePath = findChromium();
  if (!executablePath) return { missing: 'the page: no Chromium was found (set CHROME_PATH)' };
  const { chromium } = await import('@playwright/test');
  const site = await serveSite(folder, base);
  const workers = availableParallelism();
  const pool = createPool({ spawn: () => spawnWorker(), size: workers });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const open = (id: string, instead?: Experiment) => openPageIsland(browser, `${site.url}embed/${id}/`, id, instead);
    const timings: PageTiming[] = [];
    for (const one of CASES) timings.push(await measureCase(one, open, pool));
    const warm = timings[0]!.page;
    return { workers, timings, firstPress: (await firstPress(open)) - warm, ...(await responsiveness(open)) };
  } finally {
    await browser.close();
    pool.close();
    site.close();
  }
}

type Open = (id: string, instead?: Experiment) => ReturnType<typeof openPageIsland>;

async function measureCase({ name, seeds, repetitions, target, instead }: Case, open: Open, pool: Pool): Promise<PageTiming> {
  const runs = expand(instead ?? openLibrary().experiment(EXPERIMENT), seedsUpTo(seeds));
  const island = await open(EXPERIMENT, instead);
  await island.approach(2 * APPROACH);
  await island.run();
  await inNode(pool, runs.slice(0, 24));
  if (seeds > 1) await island.chooseSeeds(seeds);
  const times: { page: number; node: number }[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const node = await inNode(pool, runs);
    times.push({ node, page: (await island.run()) / 1000 });
  }
  await island.close();
  const ratios = times.map(({ page, node }) => page / node);
  return {
    ...{ name, networks: runs.length, repetitions, target },
    page: median(times.map(({ page }) => page)),
    node: median(times.map(({ node }) => node)),
    ratio: median(ratios),
    range: extent(ratios),
  };
}

/** Seconds. */
async function inNode(pool: Pool, runs: readonly Run[]): Promise<number> {
  const start = performance.now();
  await pool.start(runs, { engine: 'fused' }).done;
  return (performance.now() - start) / 1000;
}

/** Seconds, the median of a few pages that are opened anew. */
async function firstPress(open: Open): Promise<number> {
  const times: number[] = [];
  for (let repetition = 0; repetition < 5; repetition++) {
    const island = await open(EXPERIMENT);
    await island.approach(APPROACH);
    times.push((await island.run()) / 1000);
    await island.close();
  }
  return median(times);
}

async function responsiveness(open: Open): Promise<Pick<PageMeasurement, 'longestTask' | 'longestSlowTask' | 'cancel'>> {
  const island = await open(EXPERIMENT);
  await island.approach(2 * APPROACH);
  await island.run();
  await island.chooseSeeds(5);
  const tasks = await traceTasks(island.page, async () => {
    await island.run();
  });
  await island.chooseSeeds(MANY_SEEDS);
  const cancels: number[] = [];
  for (let repetition = 0; repetition < 5; repetition++) cancels.push(await island.cancelAfter(400 + 50 * repetition));
  await island.close();
  const slow = await open(SLOW_EXPERIMENT);
  await slow.approach(2 * APPROACH);
  const client = await slow.page.context().newCDPSession(slow.page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const slowTasks = await traceTasks(slow.page, async () => {
    await slow.run();
  });
  await slow.close();
  return {
    longestTask: Math.max(...tasks.map(ownWork)),
    longestSlowTask: Math.max(...slowTasks.map(({ processor }) => processor)),
    cancel: Math.max(...cancels),
  };
}

/** What the bench says of it. */
export function pageText({ workers, timings, firstPress: first, longestTask, longestSlowTask, cancel }: PageMeasurement): string {
  const wanted = (value: number, most: number, unit: string) => `${value <= most ? 'as' : 'ABOVE what is'} wanted: at most ${most}${unit}`;
  return [
    `\nThe page in Chromium beside Node, ${workers} workers each, in turn:`,
    ...timings.map(
      ({ name, networks, page, node, ratio, range: [least, most], target }) =>
        `  ${name} (${networks} networks): ${page.toFixed(2)} s, Node ${node.toFixed(2)} s; ${ratio.toFixed(2)}× (${least.toFixed(2)}–${most.toFixed(2)}), ${wanted(ratio, target, '×')}`,
    ),
    `  the first press takes ${first.toFixed(2)} s longer than later ones, ${wanted(first, PAGE_TARGETS.firstPress, ' s')}`,
    `  longest task of the main thread: ${longestTask.toFixed(0)} ms of scripts and figures, ${wanted(longestTask, PAGE_TARGETS.longestTask, ' ms')}`,
    `  with the main thread four times as slow: ${longestSlowTask.toFixed(0)} ms, ${wanted(longestSlowTask, PAGE_TARGETS.longestSlowTask, ' ms')}`,
    `  Cancel: ${cancel.toFixed(0)} ms, ${wanted(cancel, PAGE_TARGETS.cancel, ' ms')}`,
  ].join('\n');
}
