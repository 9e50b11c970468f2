import { describe, expect, it } from 'vitest';
import { effectInWords } from '../../../src/components/parts/effectInWords.ts';
import type { Judgement } from '../../../src/experiments/verdicts/verdict.ts';
import { example } from '../../export/examples.ts';

const { axes, verdicts } = example({
  split: { validation: 0.2 },
  compare: { 'training.batchSize': [4, 16] },
  verdict: { claim: 'Small wins.', metric: 'loss', split: 'validation', ascending: ['4', '16'] },
});
const claimed = { verdict: verdicts[0]!, axes };

function judged(effect: Judgement['effect'], more: Partial<Judgement> = {}): Judgement {
  return { claim: 'Small wins.', outcome: 'holds', expected: 'holds', agree: 8, against: 0, seeds: 8, effect, ...more };
}

describe('the effect of an order in words', () => {
  it('says which end is lower, in what, and by how much', () => {
    expect(effectInWords(judged({ median: 0.08, low: 0.06, high: 0.11 }), claimed)).toBe(
      'batch size 4 ends with a lower validation loss than batch size 16, by 0.0800 (98\u202f% interval 0.0600 to 0.110)',
    );
  });

  it('turns interval and words round where the first arm ends higher', () => {
    // The last one's less the first one's is −0.08, from −0.11 to 0.02: the first is higher by 0.08, from −0.02 to 0.11.
    expect(effectInWords(judged({ median: -0.08, low: -0.11, high: 0.02 }, { outcome: 'open' }), claimed)).toBe(
      'batch size 4 ends with a higher validation loss than batch size 16, by 0.0800 (98\u202f% interval −0.0200 to 0.110)',
    );
  });

  it('names what does not matter where there is no difference', () => {
    const text = effectInWords(judged({ median: 0.001, low: -0.001, high: 0.002 }, { outcome: 'no difference', matters: 0.01 }), claimed);
    expect(text).toMatch(/; differences of less than 0\.0100 do not matter$/);
  });

  it('is silent without a number, and leaves other kinds of verdict as they are', () => {
    expect(effectInWords(judged({ median: null, low: null, high: null }), claimed)).toBe('');
    const named = judged({ median: 12, low: 8, high: 15 }, { quantity: 'delay in epochs' });
    expect(effectInWords(named, claimed)).toBe('median delay in epochs: 12.0 (98\u202f% interval 8.00 to 15.0)');
    expect(effectInWords(judged({ median: 1, low: 1, high: 1 }), undefined)).toBe('');
  });
});
