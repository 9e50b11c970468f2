/**
 * A changed experiment as the hash of a URL, readable and holding just what differs:
 *
 *   #v=1&experiment=<id>&optimizer=adam&lr=0.01&compare.training.batchSize=50~500&seed=7
 *
 * Keys are paths of settings or the short keys of shareKeys.ts, besides `v` (version of this form), `experiment`, `seed` and
 * `engine`. Unknown keys are left out with a notice. A hash without `experiment=` is a heading's anchor and none of our business.
 */
import { ENGINE_NAMES, type EngineName } from '../../engines/engine.ts';
import { changeExperiment, type Change } from './change.ts';
import { isCompared } from './changeCompared.ts';
import { linkHash, VERSION, type RunState } from './linkHash.ts';
import { isPath as isSettingPath } from '../spec/comparison.ts';
import { describeRange } from '../../schema/range.ts';
import { settingsOf } from '../settings/settings.ts';
import type { Experiment } from '../spec/experiment.ts';
import type { Json } from '../../schema/json.ts';
import { difference, SEPARATOR, textOf } from './shareDifference.ts';
import { keyOfPath, pathOfKey, SHORT_KEYS } from './shareKeys.ts';
import { numberOrText, valueOfText } from '../../schema/numberText.ts';

export interface Refusal {
  key: string;
  value: string;
  /** A sentence for the reader. */
  why: string;
  /** The key means nothing, whatever its value. */
  unknown?: true;
}

export interface SharedState {
  /** The published experiment with the changes that could be made. */
  experiment: Experiment;
  changes: Change[];
  refused: Refusal[];
  seed?: number;
  engine?: EngineName;
}

export const SEED = { min: 1, max: 4_294_967_295, integer: true };

/** Id of the experiment that a hash is about, if it is about one. */
export function experimentOf(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('experiment') ?? undefined;
}

export function encodeHash(published: Experiment, changed: Experiment, state: RunState = {}): string {
  const changes = difference(published, changed).map(({ path, value }) =>
    isCompared(path)
      ? `${encodeURIComponent(path)}=${(value as string[]).map(encodeURIComponent).join(SEPARATOR)}`
      : `${keyOfPath(path)}=${encodeURIComponent(textOf(value)).replaceAll('%2C', ',')}`,
  );
  return linkHash(published.id, changes, state);
}

/** Never throws: what cannot be used is refused, value by value, and stays as published. */
export function decodeHash(hash: string, published: Experiment): SharedState {
  const unchanged: SharedState = { experiment: published, changes: [], refused: [] };
  if (experimentOf(hash) !== published.id) return unchanged;
  if (hash.length > LONGEST)
    return { ...unchanged, refused: [{ key: 'the link', value: `${hash.slice(0, 40)}…`, why: `it is longer than ${LONGEST} characters` }] };
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const version = values.get('v');
  if (version !== String(VERSION))
    return {
      ...unchanged,
      refused: [
        {
          key: 'v',
          value: version ?? 'nothing',
          why:
            version === null
              ? `a link says its version, v=${VERSION}`
              : `this site understands links of version ${VERSION}; the page may be older than the link`,
        },
      ],
    };
  const state: SharedState = { ...unchanged, refused: [] };
  const changes: Candidate[] = [];
  for (const [key, text] of values) {
    if (key === 'experiment' || key === 'v') continue;
    const refuse = (why: string) => void state.refused.push({ key, value: text, why });
    if (times(values, key) > 1) refuse('it is given more than once');
    else if (key === 'seed') {
      const seed = numberOrText(text);
      if (typeof seed === 'number' && Number.isInteger(seed) && seed >= SEED.min && seed <= SEED.max) state.seed = seed;
      else refuse(`allowed: ${describeRange(SEED)}`);
    } else if (key === 'engine') {
      const engine = ENGINE_NAMES.find((name) => name === text);
      if (engine) state.engine = engine;
      else refuse(`allowed: ${ENGINE_NAMES.join(', ')}`);
    } else if (isPath(key)) changes.push({ key, path: pathOfKey(key), text });
    else state.refused.push({ key, value: text, why: 'there is no such key', unknown: true });
  }
  return applyAll(state, changes);
}

const LONGEST = 4000;

/** By its short key and by its path alike. */
function times(values: URLSearchParams, key: string): number {
  return [...values.keys()].filter((other) => pathOfKey(other) === pathOfKey(key)).length;
}

/** Whether a key may be that of a setting: a short one, or a path into a configuration. */
function isPath(key: string): boolean {
  return Object.hasOwn(SHORT_KEYS, key) || isSettingPath(key) || isCompared(key);
}

interface Candidate {
  /** As it stands in the link. */
  key: string;
  path: string;
  text: string;
}

/** All together, since one change may need another; failing that, one by one as long as any can be made. */
function applyAll(state: SharedState, candidates: Candidate[]): SharedState {
  const together = candidates.map(({ path, text }) => ({ path, value: guess(text, path) }));
  const whole = changeExperiment(state.experiment, together);
  if ('experiment' in whole && together.every(({ path }) => isSetting(whole.experiment, path))) {
    return { ...state, experiment: whole.experiment, changes: together };
  }
  let pending = candidates;
  let reasons = new Map<string, string>();
  for (let progress = true; progress;) {
    progress = false;
    reasons = new Map();
    const waiting: Candidate[] = [];
    for (const candidate of pending) {
      const outcome = applyOne(state.experiment, candidate);
      if (typeof outcome === 'string') {
        reasons.set(candidate.path, outcome);
        waiting.push(candidate);
      } else {
        state = { ...state, experiment: outcome.experiment, changes: [...state.changes, outcome.change] };
        progress = true;
      }
    }
    pending = waiting;
  }
  return { ...state, refused: [...state.refused, ...pending.map(({ key, path, text }) => ({ key, value: text, why: reasons.get(path)! }))] };
}

function applyOne(experiment: Experiment, { path, text }: Candidate): { experiment: Experiment; change: Change } | string {
  const change = { path, value: guess(text, path) };
  const result = changeExperiment(experiment, [change]);
  if ('problems' in result)
    return result.problems
      .map(({ path: at, allowed }) => (at === path ? `allowed: ${allowed}` : `it does not fit ${at}; allowed there: ${allowed}`))
      .join('; ');
  if (!isSetting(result.experiment, path)) return 'this experiment has no such setting';
  return { experiment: result.experiment, change };
}

function isSetting(experiment: Experiment, path: string): boolean {
  return isCompared(path) || settingsOf(experiment).some((setting) => setting.path === path);
}

/** The value that a text stands for; whether it is allowed is the schema's affair. */
function guess(text: string, path: string): Json {
  if (isCompared(path)) return text.split(SEPARATOR);
  if (path === 'network.hidden') return text === '' ? [] : text.split(',').map(numberOrText);
  return valueOfText(text);
}
