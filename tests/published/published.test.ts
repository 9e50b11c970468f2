import { describe, expect, it } from 'vitest';
import { checkPublished, published } from '../../src/published/published.ts';
import { specHash } from '../../src/experiments/record/record.ts';
import { circlesExperiment } from '../experiments/examples.ts';

const experiment = circlesExperiment();
const sound = { version: 2, experiment: experiment.id, spec: specHash(experiment), kernel: 'k1', arms: [], judgements: [] };
const check = (changes: object, kernel = 'k1') => checkPublished(experiment, JSON.stringify({ ...sound, ...changes }), kernel);

describe('published', () => {
  it('fails on an unknown experiment, with those that there are', async () => {
    await expect(published('nowhere')).rejects.toThrow(/no experiment "nowhere": content\/experiments\/nowhere\.yaml does not exist\. There are: /);
  });
});

describe('checkPublished', () => {
  it('accepts a recording of this spec by this kernel', () => {
    expect(check({})).toMatchObject({ experiment, recording: { version: 2 } });
  });

  it('fails without a recording, and says how to make one', () => {
    expect(() => checkPublished(experiment, undefined, 'k1')).toThrow(/has no recording.*lab -- record circles-test/);
  });

  it.each([
    ['another spec', { spec: '0000' }, /stale: it was made from another version of the spec/],
    ['another format', { version: 1 }, /cannot be used: it has format 1, not 2/],
    ['another experiment', { experiment: 'other' }, /stale: it belongs to "other"\. Run: /],
  ])('fails on a recording of %s', (_, changes, message) => {
    expect(() => check(changes)).toThrow(message);
  });

  it('fails on a recording that was cut off, and on one that is none', () => {
    const text = JSON.stringify(sound);
    expect(() => checkPublished(experiment, text.slice(0, -5), 'k1')).toThrow(/cannot be used: it is not whole.*lab -- record circles-test/);
    expect(() => check({ arms: undefined })).toThrow(/it is not a recording: arms is missing/);
  });

  it('fails on a recording by another kernel', () => {
    expect(() => check({}, 'k2')).toThrow(/stale: it was made with another kernel \(k1, now k2\).*lab -- stamp.*lab -- record circles-test/);
  });

  it('fails on a claim that was judged otherwise than expected', () => {
    const judgement = { claim: 'It rises.', outcome: 'open', expected: 'holds', agree: 11, against: 9, seeds: 20, effect: { median: 0, low: 0, high: 0 } };
    expect(() => check({ judgements: [judgement] })).toThrow('the claim “It rises.” is expected to be “holds”, but the recording says “open” (11 of 20 seeds)');
  });
});
