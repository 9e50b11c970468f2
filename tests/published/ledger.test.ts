import { describe, expect, it } from 'vitest';
import { entryOf, ledger, type Trial } from '../../src/published/ledger.ts';
import type { SourceClaim } from '../../src/site/sourceClaims.ts';
import { sourceClaims } from '../../src/site/sourceClaims.ts';
import type { Judgement } from '../../src/experiments/verdicts/verdict.ts';
import type { Outcome } from '../../src/words/verdictText.ts';

function trial(key: string, outcomes: Outcome[], sources = ['A1']): Trial {
  const judgements = outcomes.map((outcome): Judgement => ({ claim: outcome, outcome, agree: 0, against: 0, seeds: 20 }) as Judgement);
  return { key, title: key, sources, judgements, exact: false, hasMap: false, address: '/x/', name: key };
}

const TRIALS = [trial('mixed', ['holds', 'reversed', 'open', 'no difference']), trial('search good', ['holds']), trial('other', ['holds'], ['B1'])];
const claim = (changes: Partial<SourceClaim>): SourceClaim => ({ says: 'It is so.', stands: 'as stated', finding: 'So it is.', ...changes });
const enter = (changes: Partial<SourceClaim>, trials = TRIALS) => entryOf('A1', claim(changes), trials);

describe('an entry of the ledger', () => {
  it('holds the verdicts that it rests on, and all experiments and searches that name its claim', () => {
    const entry = enter({ on: ['mixed 1', 'search good 1'] });
    expect(entry.evidence.map(({ trial: { key }, judgement }) => [key, judgement.outcome])).toEqual([
      ['mixed', 'holds'],
      ['search good', 'holds'],
    ]);
    expect(entry.trials.map(({ key }) => key)).toEqual(['mixed', 'search good']);
  });

  it.each([
    ['as stated', ['mixed 1']],
    ['under conditions', ['mixed 1', 'mixed 2']],
    ['reversed', ['mixed 2', 'mixed 4']],
    ['open', ['mixed 3']],
  ] as const)('may stand "%s" on outcomes that say so', (stands, on) => {
    expect(() => enter({ stands, on: [...on] })).not.toThrow();
  });

  it.each([
    [{ on: ['mixed 1', 'mixed 2'] }, 'found as stated on holds, reversed; wanted: verdicts that all hold'],
    [{}, 'found as stated on no verdict; wanted: verdicts that all hold'],
    [{ stands: 'under conditions', on: ['mixed 2', 'mixed 3'] }, 'found under conditions on reversed, open'],
    [{ stands: 'reversed', on: ['mixed 2', 'mixed 3'] }, 'found reversed on reversed, open'],
    [{ stands: 'open', on: ['mixed 1'] }, 'found open on holds'],
    [{ stands: 'as practice' }, 'found as practice, shown nowhere'],
    [{ stands: 'not tried' }, 'found not tried, and mixed, search good'],
    [{ on: ['other 1'] }, 'found "other 1", whose sources are B1; wanted: one that names A1'],
    [{ on: ['search good 2'] }, 'found "search good 2"; wanted: a number from 1 to 1'],
    [{ on: ['lost 1'] }, 'found "lost 1"; wanted: the id of an experiment'],
    [{ stands: 'proved' as 'open' }, 'found stands: proved; wanted: one of as stated, under conditions'],
    [{ finding: '' }, 'found no finding'],
  ] as [Partial<SourceClaim>, string][])('is refused where it says more than its evidence: %o', (changes, message) => {
    expect(() => enter(changes)).toThrow(`content/claims.yaml, A1: ${message}`);
  });
});

describe('the ledger', () => {
  it('has each claim of the texts, with evidence or with the place where it is shown', async () => {
    const entries = await ledger();
    expect(entries.map(({ id }) => id)).toEqual([...sourceClaims.keys()]);
    expect(entries).toHaveLength(51);
    for (const { claim: own, evidence } of entries) expect(evidence.length > 0 || own.shown !== undefined || own.stands === 'not tried').toBe(true);
  });
});
