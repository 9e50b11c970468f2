/**
 * A search with what a reader has changed, as the hash of a URL:
 *
 *   #search=<id>&v=1&strategy=random&budget=40&folds=5&space.lr=0.001..1&seed=7
 *
 * It holds just what differs from the published search. Unknown keys are left out with a notice. A hash that does not begin with
 * `#search=` is the anchor of a heading, or a link of something else, and none of our business.
 */
import { describeRange } from '../../schema/range.ts';
import { SEED, type Refusal } from '../../experiments/change/share.ts';
import { strategyNames } from '../names.ts';
import type { Search } from '../search.ts';
import { keyOfPath, pathOfKey } from '../../experiments/change/shareKeys.ts';
import { searchOf } from './searchLink.ts';
import { chosenSearch, isTuned, publishedChoice, type SearchChoice } from './searchChoice.ts';

export interface SharedSearch {
  /** The published choice with the changes that could be made. */
  choice: SearchChoice;
  seed: number;
  refused: Refusal[];
}

/** Keys of a link, and what they stand for. Once published, a key keeps its meaning. */
export const SEARCH_KEYS = {
  search: 'id of the search; the link begins with it',
  v: 'version of this form: 1',
  strategy: 'the one strategy that is run; without it all of them',
  budget: 'what each strategy may spend, in the unit of the published budget',
  folds: 'number of folds of the cross-validation; none for the validation split',
  'space.…': 'what is searched of the setting behind the dot, given by its key or path',
  seed: 'seed of the search, a whole number from 1',
} as const;

export function encodeSearchHash(published: Search, choice: SearchChoice, seed: number): string {
  const before = publishedChoice(published);
  const parts = [`search=${encodeURIComponent(published.id)}`, `v=${VERSION}`];
  for (const key of CHOICES) if (choice[key] !== before[key]) parts.push(`${key}=${encodeURIComponent(choice[key].trim() || WORD_FOR_NOTHING[key])}`);
  for (const [path, text] of Object.entries(choice.space))
    if (text !== before.space[path]) parts.push(`${SPACE}${encodeURIComponent(keyOfPath(path))}=${encoded(text)}`);
  if (seed !== 1) parts.push(`seed=${seed}`);
  return `#${parts.join('&')}`;
}

/** Never throws: what cannot be used is refused, value by value, and stays as published. */
export function decodeSearchHash(hash: string, published: Search): SharedSearch {
  const shared: SharedSearch = { choice: publishedChoice(published), seed: 1, refused: [] };
  if (searchOf(hash) !== published.id) return shared;
  const refuse = (key: string, value: string, why: string, unknown?: true) => void shared.refused.push({ key, value, why, ...(unknown && { unknown }) });
  if (hash.length > LONGEST) {
    refuse('the link', `${hash.slice(0, 40)}…`, `it is longer than ${LONGEST} characters`);
    return shared;
  }
  const values = new URLSearchParams(hash.slice(1));
  const version = values.get('v');
  if (version !== String(VERSION)) {
    refuse('v', version ?? 'nothing', version === null ? `a link says its version, v=${VERSION}` : `this site understands links of version ${VERSION}`);
    return shared;
  }
  const order: readonly string[] = ['seed', ...CHOICES];
  // A strategy first: what budget is allowed depends on it.
  for (const key of [...new Set(values.keys())].sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
    const [text = '', ...others] = values.getAll(key);
    if (key === 'search' || key === 'v') continue;
    const dimension = dimensionOf(published, key);
    if (!order.includes(key) && dimension === undefined) refuse(key, text, 'there is no such key', true);
    else if (others.length > 0) refuse(key, text, 'it is given more than once');
    else if (isTuned(published)) refuse(key, text, 'a tuned comparison has no such setting');
    else if (key === 'seed') {
      if (isWholeNumber(text) && Number(text) >= SEED.min && Number(text) <= SEED.max) shared.seed = Number(text);
      else refuse(key, text, `allowed: ${describeRange(SEED)}`);
    } else {
      const why = dimension === undefined ? choose(published, shared, key as (typeof CHOICES)[number], text) : narrow(published, shared, dimension, text);
      if (why !== undefined) refuse(key, text, why);
    }
  }
  return shared;
}

const VERSION = 1;
/** Far more than any search has to say. */
const LONGEST = 1000;
const SPACE = 'space.';
const CHOICES = ['strategy', 'budget', 'folds'] as const;
const WORD_FOR_NOTHING = { strategy: 'all', budget: '', folds: 'none' } as const;

/** Why it is refused, if it is. */
function choose(published: Search, shared: SharedSearch, key: (typeof CHOICES)[number], text: string): string | undefined {
  const names = strategyNames(published);
  if (key === 'strategy' && text !== WORD_FOR_NOTHING.strategy && !names.includes(text)) return `allowed: ${['all', ...names].join(', ')}`;
  if (key === 'budget' && !isWholeNumber(text)) return 'allowed: a whole number of at least 1';
  if (key === 'folds' && text !== WORD_FOR_NOTHING.folds && !isWholeNumber(text)) return 'allowed: none, or a whole number of at least 2';
  return take(published, shared, { ...shared.choice, [key]: text === WORD_FOR_NOTHING[key] ? '' : text });
}

/** The path or name of the dimension that a key is about; undefined where it is about none. */
function dimensionOf({ space }: Search, key: string): string | undefined {
  if (!key.startsWith(SPACE)) return undefined;
  const path = pathOfKey(key.slice(SPACE.length));
  return space.some((dimension) => dimension.path === path) ? path : undefined;
}

function narrow(published: Search, shared: SharedSearch, path: string, text: string): string | undefined {
  return take(published, shared, { ...shared.choice, space: { ...shared.choice.space, [path]: text } });
}

function take(published: Search, shared: SharedSearch, choice: SearchChoice): string | undefined {
  const chosen = chosenSearch(published, choice);
  if ('problems' in chosen) return chosen.problems.map(({ path, allowed }) => `${path.replace(/^search\./, '')}: allowed: ${allowed}`).join('; ');
  shared.choice = choice;
  return undefined;
}

/** Commas stay readable. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(', ', ',')).replaceAll('%2C', ',');
}

function isWholeNumber(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}
