/** What the source texts claim, and what was found of it, by the ids that experiments name: content/claims.yaml. */
import { parse } from 'yaml';
import written from '../../content/claims.yaml?raw';

/** How a claim stands. "as practice": it is a definition or a way of working, with nothing to judge. */
export const STANDS = ['as stated', 'under conditions', 'reversed', 'open', 'as practice', 'not tried'] as const;
export type Stand = (typeof STANDS)[number];

export interface SourceClaim {
  /** The claim in a sentence, in our words. */
  says: string;
  stands: Stand;
  /** What was found, in a sentence or two, no stronger than what it rests on. */
  finding: string;
  /** The recorded verdicts that it rests on: "width-noisy 2", the second of that experiment; "search search-greedy 1", of a search. */
  on?: string[];
  /** Where a practice is shown: an address from the root of the site. */
  shown?: `/${string}`;
}

const claims = new Map(Object.entries(parse(written) as Record<string, SourceClaim>));

/** All of them, in the order of the texts. */
export const sourceClaims: ReadonlyMap<string, SourceClaim> = claims;

/** Throws on an unknown id, with those that there are. */
export function sourceClaim(id: string): SourceClaim {
  const claim = claims.get(id);
  if (claim === undefined) throw new Error(`Found the source claim "${id}"; content/claims.yaml has ${[...claims.keys()].join(', ')}.`);
  return claim;
}
