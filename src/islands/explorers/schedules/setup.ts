/** What a reader can set, with its ranges; in an address, too. */
import type { Schedule } from '../../../nn/catalog.ts';
import { findEntry, withDefaults, type NumberHyperparameter } from '../../../nn/entry.ts';
import { schedules } from '../../../nn/schedules/index.ts';
import { readNumber, type NumberReading, type Range } from '../parts/readNumber.ts';

/** A run, as far as a schedule asks for it. */
export interface Run {
  epochs: number;
  examples: number;
  batchSize: number;
  /** Of the optimizer: η₀, the base. */
  learningRate: number;
  /** Epochs of warm-up before the schedule; 0 for none. */
  warmUp: number;
}

export interface Setup {
  run: Run;
  /** One, or two to compare. */
  schedules: readonly Schedule[];
  /** What x counts, and what the probe moves by. */
  unit: 'updates' | 'epochs';
  axis: 'linear' | 'log';
}

export const RUN: Record<keyof Run, Range> = {
  epochs: { label: 'epochs', min: 1, max: 1000, integer: true },
  examples: { label: 'examples', min: 1, max: 100_000, integer: true },
  batchSize: { label: 'batch size', min: 1, max: 100_000, integer: true },
  learningRate: { label: 'base learning rate', min: 0, max: 1000, exclusiveMin: true },
  warmUp: { label: 'warm-up, in epochs', min: 0, max: 1000 },
};
export const RUN_KEYS: (keyof Run)[] = ['epochs', 'examples', 'batchSize', 'learningRate', 'warmUp'];

/** 1200 updates. */
export const START_RUN: Run = { epochs: 30, examples: 2000, batchSize: 50, learningRate: 0.1, warmUp: 0 };

/** Throws on an unknown name. */
export function chooseSchedule(name: string): Schedule {
  return withDefaults(findEntry('schedule', schedules, name));
}

/** The catalog's range, without what would ask for more periods than anybody can see, or compute while a control moves. */
export function rangeOf(key: string, { min, max, exclusiveMin, exclusiveMax, integer }: NumberHyperparameter): Range {
  if (key === 'period' || key === 'halfPeriod') return { label: key, min: 0.1, max };
  return { label: key, min, max: exclusiveMax ? 0.99 * max : max, ...(exclusiveMin && { exclusiveMin }), ...(integer && { integer }) };
}

/** `cosine`, or `stepDecay,0.5,5` where a hyperparameter differs from its default: all of them, in the catalog's order. */
export function writeSchedule(schedule: Schedule): string {
  const { name, hyperparameters } = findEntry('schedule', schedules, schedule.name);
  const entries = Object.entries(hyperparameters);
  return entries.every(([key, { default: usual }]) => schedule[key] === usual) ? name : [name, ...entries.map(([key]) => String(schedule[key]))].join(',');
}

/** Undefined if it is not what `writeSchedule` writes, or out of range. */
export function readSchedule(text: string): Schedule | undefined {
  const [name, ...values] = text.split(',', 10);
  const entry = schedules.find((candidate) => candidate.name === name);
  if (!entry) return undefined;
  const schedule = withDefaults(entry);
  if (values.length === 0) return schedule;
  const hyperparameters = Object.entries(entry.hyperparameters);
  if (values.length !== hyperparameters.length) return undefined;
  for (const [index, [key, hyperparameter]] of hyperparameters.entries()) {
    const value = values[index]!;
    const read = hyperparameter.kind === 'number' ? readNumber(value, rangeOf(key, hyperparameter)) : readSwitch(value);
    if (!('value' in read)) return undefined;
    schedule[key] = read.value;
  }
  return schedule;
}

/** What follows the first schedule in an address: what differs from the start. */
export function writeSetup({ run, schedules: [, other], unit, axis }: Setup): Record<string, string> {
  return {
    ...(other && { with: writeSchedule(other) }),
    ...Object.fromEntries(RUN_KEYS.filter((key) => run[key] !== START_RUN[key]).map((key) => [key, String(run[key])])),
    ...(unit === 'epochs' && { x: 'epochs' }),
    ...(axis === 'log' && { axis: 'log' }),
  };
}

/** What is not allowed is refused, and the start stands in its place. */
export function readSetup(first: string, entries: ReadonlyMap<string, string>): { setup: Setup; refused: string[] } {
  const refused: string[] = [];
  const read = [first, entries.get('with')].filter((text) => text !== undefined).map(readSchedule);
  const known = read.filter((schedule) => schedule !== undefined);
  if (known.length < read.length) refused.push('The link asks for a schedule that is not known here, or for a hyperparameter out of range.');
  const run = { ...START_RUN };
  for (const key of RUN_KEYS) {
    const reading: NumberReading = readNumber(entries.get(key) ?? String(run[key]), RUN[key]);
    if ('value' in reading) run[key] = reading.value;
    else refused.push(`The link’s ${key} was refused. ${reading.problem}`);
  }
  return {
    setup: {
      run,
      schedules: known.length > 0 ? known : [chooseSchedule('constant')],
      unit: entries.get('x') === 'epochs' ? 'epochs' : 'updates',
      axis: entries.get('axis') === 'log' ? 'log' : 'linear',
    },
    refused,
  };
}

function readSwitch(text: string): { value: boolean } | { problem: string } {
  return text === 'true' || text === 'false' ? { value: text === 'true' } : { problem: text };
}
