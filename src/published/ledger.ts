/**
 * The ledger: each claim of the source texts beside the recorded verdicts that it rests on. What does not fit stops the build: a claim without
 * evidence, evidence that is not about the claim, a word that is stronger than the outcomes.
 */
import { isExact } from '../experiments/record/isExact.ts';
import type { Judgement } from '../experiments/verdicts/verdict.ts';
import { allPlaces, type Place } from '../site/chapters/numbering.ts';
import { sourceClaim, sourceClaims, STANDS, type SourceClaim } from '../site/sourceClaims.ts';
import type { Outcome } from '../words/verdictText.ts';
import { published, publishedIds } from './published.ts';
import { publishedSearch, publishedSearchIds } from './publishedSearch.ts';

/** An experiment or a search, as far as the ledger looks at it. */
export interface Trial {
  /** "width-noisy"; of a search, "search search-greedy". */
  key: string;
  title: string;
  sources: readonly string[];
  judgements: readonly Judgement[];
  /** Nothing in it is random: no seeds are counted. */
  exact: boolean;
  hasMap: boolean;
  /** From the root of the site. */
  address: `/${string}`;
  /** "Experiment 4.2"; its title where no chapter shows it. */
  name: string;
}

export interface LedgerEntry {
  id: string;
  claim: SourceClaim;
  /** What it rests on, verdict by verdict. */
  evidence: { trial: Trial; judgement: Judgement }[];
  /** All that bear the claim's id, the former among them. */
  trials: Trial[];
}

export async function ledger(): Promise<LedgerEntry[]> {
  const trials = await allTrials();
  for (const { key, sources } of trials)
    for (const id of sources)
      try {
        sourceClaim(id);
      } catch (error) {
        throw new Error(`${key}: ${(error as Error).message}`, { cause: error });
      }
  return Array.from(sourceClaims, ([id, claim]) => entryOf(id, claim, trials));
}

/** Throws where the claim says more than its evidence. */
export function entryOf(id: string, claim: SourceClaim, all: readonly Trial[]): LedgerEntry {
  const fail = (found: string, wanted: string): never => {
    throw new Error(`content/claims.yaml, ${id}: found ${found}; wanted: ${wanted}.`);
  };
  const { stands, on = [], shown } = claim;
  if (!STANDS.includes(stands)) fail(`stands: ${stands}`, `one of ${STANDS.join(', ')}`);
  for (const key of ['says', 'finding'] as const) if (!claim[key]) fail(`no ${key}`, 'a sentence');
  const trials = all.filter(({ sources }) => sources.includes(id));
  const evidence = on.map((reference) => {
    const cut = reference.lastIndexOf(' ');
    const [key, number] = [reference.slice(0, cut), Number(reference.slice(cut + 1))];
    const trial =
      all.find((one) => one.key === key) ?? fail(`"${reference}"`, 'the id of an experiment, or "search" with that of a search, and the number of a verdict');
    if (!trial.sources.includes(id)) fail(`"${reference}", whose sources are ${trial.sources.join(', ') || 'none'}`, `one that names ${id}`);
    return { trial, judgement: trial.judgements[number - 1] ?? fail(`"${reference}"`, `a number from 1 to ${trial.judgements.length}`) };
  });
  const outcomes = new Set(evidence.map(({ judgement }) => judgement.outcome));
  switch (stands) {
    case 'as stated':
      if (outcomes.size !== 1 || !outcomes.has('holds')) fail(`${stands} on ${words(outcomes)}`, 'verdicts that all hold');
      break;
    case 'under conditions':
      if (!outcomes.has('holds') || on.length < 2) fail(`${stands} on ${words(outcomes)}`, 'several verdicts of which one holds at least');
      break;
    case 'reversed':
      if (outcomes.size === 0 || outcomes.has('holds') || outcomes.has('open'))
        fail(`${stands} on ${words(outcomes)}`, 'verdicts that are reversed, or find no difference');
      break;
    case 'open':
      if (outcomes.size !== 1 || !outcomes.has('open')) fail(`${stands} on ${words(outcomes)}`, 'verdicts that are all open');
      break;
    case 'as practice':
      if (on.length > 0 || !shown) fail(`${stands}, ${on.length > 0 ? 'with verdicts' : 'shown nowhere'}`, 'the address where it is shown, and no verdict');
      break;
    case 'not tried':
      if (trials.length > 0) fail(`${stands}, and ${trials.map(({ key }) => key).join(', ')}`, 'how it stands');
      break;
    default:
      stands satisfies never;
  }
  return { id, claim, evidence, trials };
}

function words(outcomes: ReadonlySet<Outcome>): string {
  return outcomes.size > 0 ? [...outcomes].join(', ') : 'no verdict';
}

async function allTrials(): Promise<Trial[]> {
  const [experiments, searches] = [allPlaces('Experiment'), allPlaces('Search')];
  return Promise.all([
    ...publishedIds.map(async (id): Promise<Trial> => {
      const { experiment, recording } = await published(id);
      const { title, sources, map } = experiment;
      return {
        key: id,
        title,
        sources,
        judgements: recording.judgements,
        exact: isExact(recording),
        hasMap: map !== undefined,
        ...whereabouts('Experiment', `experiment-${id}`, `/embed/${id}/`, title, experiments.get(id)),
      };
    }),
    ...publishedSearchIds.map(async (id): Promise<Trial> => {
      const { search, recording } = await publishedSearch(id);
      const { title, sources } = search;
      return {
        key: `search ${id}`,
        title,
        sources,
        judgements: recording.judgements,
        exact: false,
        hasMap: false,
        ...whereabouts('Search', id, '/searching/', title, searches.get(id)),
      };
    }),
  ]);
}

function whereabouts(kind: string, anchor: string, otherwise: `/${string}`, title: string, place: Place | undefined): Pick<Trial, 'address' | 'name'> {
  return place ? { address: `/${place.chapter.slug}/#${anchor}`, name: `${kind} ${place.number}` } : { address: otherwise, name: title };
}
