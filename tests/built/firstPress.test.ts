import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IslandFiles } from '../../src/site/intent/islandFiles.ts';
import { base, pages } from './built.ts';

/** What is on its way from a first press to the first live curve, after gzip: at 1 MB/s, a third of a second. */
const LIMIT = 250_000;
/** Of zod, which checks specs, and of Plot, which draws: strings that stay when code is made small. */
const HEAVY = { zod: 'ZodDiscriminatedUnion', Plot: 'insetTop' };

const listed = new Map<string, IslandFiles>();
for (const { document } of pages) {
  const text = document.getElementById('island-files')?.textContent;
  if (text) for (const [island, files] of Object.entries(JSON.parse(text) as Record<string, IslandFiles>)) listed.set(nameOf(island), files);
}

describe.each(['ExperimentIsland', 'SearchIsland', 'Opening'])('the first press on %s', (island) => {
  const { modules, first, others } = listed.get(island)!;
  const drawn = others.filter((path) => !path.includes('drawing.worker'));

  it(`asks for less than ${LIMIT / 1000} kB before its first curve`, () => {
    const sizes = [...new Set([...modules, ...first, ...drawn])].map((path) => gzipSync(readBuilt(path)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMIT);
  });

  it('waits neither for the schemas of specs nor for Plot', () => {
    expect(modules.filter((path) => Object.values(HEAVY).some((text) => readBuilt(path).includes(text)))).toEqual([]);
  });
});

it('what judges a run, and what changes it, comes along, later', () => {
  for (const island of ['ExperimentIsland', 'SearchIsland']) {
    expect(listed.get(island)!.later.some((path) => readBuilt(path).includes(HEAVY.zod))).toBe(true);
  }
});

it('starts no worker that trains where nothing does: explorers have workers of their own', () => {
  const explorers = [...listed].filter(([island]) => /^(Initialization|Activation|Backpropagation|Schedules|Oscillator|Digit)Island$/.test(island));
  expect(explorers.length).toBe(6);
  for (const [, { first }] of explorers) expect(first.filter((path) => path.includes('training.worker'))).toEqual([]);
});

/** "/b/_astro/Island.x1.js" → "Island" */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).split('.')[0]!;
}

function readBuilt(path: string): string {
  return readFileSync(join(import.meta.dirname, '../../dist', path.slice(base.length)), 'utf8');
}
