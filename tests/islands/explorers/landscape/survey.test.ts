import { beforeAll, describe, expect, it } from 'vitest';
import { readSetup, START, writeSetup, type Setup } from '../../../../src/islands/explorers/landscape/setup.ts';
import { survey, type Survey } from '../../../../src/islands/explorers/landscape/survey.ts';
import type { Kernel } from '../../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';

let kernel: Kernel;
let found: Survey;
const SETUP: Setup = { ...START, points: 11, batchSizes: [150, 50] };
beforeAll(async () => {
  kernel = await loadKernel();
  found = await survey(kernel, SETUP);
});

describe('a survey', () => {
  it('trains for the epochs that it tells of: 60 of one, and of three updates', () => {
    expect(found.views.map(({ updates }) => updates)).toEqual([60, 180]);
  });

  it('ends the way in the middle of the plane, below the loss of guessing', () => {
    for (const { way, trainLoss, greatest, near } of found.views) {
      expect([way.a.at(-1), way.b.at(-1)]).toEqual([0, 0]);
      expect(trainLoss).toBeLessThan(Math.LN2);
      expect(greatest).toBeGreaterThanOrEqual(near);
      expect(greatest).toBeGreaterThanOrEqual(trainLoss);
    }
  });

  it('has one scale for both', () => {
    const [first, second] = found.views.map(({ bands }) => bands.map(({ from }) => from));
    expect(first).toEqual(second);
    // even steps of the logarithm
    const ratios = first!.slice(1).map((from, index) => from / first![index]!);
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 10);
  });

  it('is the same again, and shows equal networks alike', async () => {
    expect(await survey(kernel, SETUP)).toEqual(found);
    const { views } = await survey(kernel, { ...SETUP, batchSizes: [50, 50] });
    expect(views[0]).toEqual(views[1]);
    expect(views[0].trainLoss).toBe(found.views[1].trainLoss);
  });

  it('changes nothing of the training with other directions', async () => {
    const { views } = await survey(kernel, { ...SETUP, directions: 2 });
    expect(views[0].trainLoss).toBe(found.views[0].trainLoss);
    expect(views[0].near).not.toBe(found.views[0].near);
  });

  it('begins, on the plane through the way, where training began', async () => {
    const { views } = await survey(kernel, { ...SETUP, plane: 'way' });
    for (const { way } of views) {
      expect(way.a[0]).toBeCloseTo(1, 5);
      expect(way.b[0]).toBeCloseTo(0, 5);
    }
  });
});

describe('links', () => {
  it('bring back what was written', () => {
    const setup: Setup = { ...START, plane: 'way', optimizer: 'adam', batchSizes: [3, 40], radius: 0.5 };
    expect(readSetup(setup.plane, new Map(Object.entries(writeSetup(setup))))).toEqual({ setup, refused: [] });
  });

  it('refuse what is out of range, and say so', () => {
    const { setup, refused } = readSetup('sphere', new Map([['points', '1000'], ['batch', '0,x'], ['optimizer', 'constructor']])); // prettier-ignore
    expect(setup).toEqual(START);
    expect(refused).toHaveLength(5);
  });
});
