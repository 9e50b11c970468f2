/** What the source texts claim, by the ids that experiments name: content/claims.yaml. */
import { parse } from 'yaml';
import written from '../../content/claims.yaml?raw';

const claims = new Map(Object.entries(parse(written) as Record<string, string>));

/** The claim in a sentence. Throws on an unknown id, with those that there are. */
export function sourceClaim(id: string): string {
  const claim = claims.get(id);
  if (claim === undefined) throw new Error(`Found the source claim "${id}"; content/claims.yaml has ${[...claims.keys()].join(', ')}.`);
  return claim;
}
