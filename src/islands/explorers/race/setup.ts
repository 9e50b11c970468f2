/** What a reader can set, with its ranges; in an address, too. */
import { findEntry } from '../../../nn/entry.ts';
import { readNumber, type NumberReading } from '../parts/readNumber.ts';
import { landscapes } from './landscapes/index.ts';
import type { Landscape, Point } from './landscapes/landscape.ts';
import type { Setup } from './race.ts';
import { entrantsOn, type Entrant } from './racers.ts';

export const LIMITS = {
  steps: { label: 'steps', min: 1, max: 2000, integer: true },
  tolerance: { label: 'tolerance', min: 0, max: 10, exclusiveMin: true },
  learningRate: { label: 'learning rate', min: 0, max: 100, exclusiveMin: true },
  momentum: { label: 'momentum', min: 0, max: 0.9999 },
} as const;

/** Throws on an unknown name. */
export function findLandscape(name: string): Landscape {
  return findEntry<Landscape>('landscape', landscapes, name);
}

/** The landscape’s own start and rates. */
export function setupOn(landscape: Landscape): Setup {
  return { landscape: landscape.name, start: landscape.start, steps: 400, tolerance: 0.01, entrants: entrantsOn(landscape) };
}

/** Into the drawn part of the landscape, in steps that its controls show. */
export function within({ x, y }: Landscape, at: Point): Point {
  const hold = (value: number, [low, high]: readonly [number, number]) => Number(Math.min(high, Math.max(low, value)).toFixed(3));
  return [hold(at[0], x), hold(at[1], y)];
}

export function readCoordinate(landscape: Landscape, axis: 'x' | 'y', text: string): NumberReading {
  const [min, max] = landscape[axis];
  return readNumber(text, { label: `${axis} of the start`, min, max });
}

/** `race=beale&start=1,1.5&sgd=0.002&momentum=0.002,0.9`: who runs, with rate and momentum; then what differs from the start. */
export function writeSetup(setup: Setup): Record<string, string> {
  const initial = setupOn(findLandscape(setup.landscape));
  return {
    start: setup.start.join(','),
    ...(setup.steps !== initial.steps && { steps: String(setup.steps) }),
    ...(setup.tolerance !== initial.tolerance && { tolerance: String(setup.tolerance) }),
    ...Object.fromEntries(setup.entrants.filter(({ isOn }) => isOn).map((entrant) => [entrant.id, numbersOf(entrant).join(',')])),
  };
}

/** What is not allowed is refused, and the landscape's own stands in its place. */
export function readSetup(name: string, entries: ReadonlyMap<string, string>): { setup: Setup; refused: string[] } {
  const refused: string[] = [];
  const landscape: Landscape | undefined = landscapes.find((each) => each.name === name);
  if (!landscape) refused.push(`The link’s landscape is not known here; allowed: ${landscapes.map((each) => each.name).join(', ')}.`);
  const setup = setupOn(landscape ?? landscapes[0]);
  const accept = (key: string, reading: NumberReading): number | undefined => {
    if ('value' in reading) return reading.value;
    refused.push(`The link’s ${key} was refused. ${reading.problem}`);
    return undefined;
  };
  const take = (key: string, read: (text: string) => NumberReading) => {
    const text = entries.get(key);
    return text === undefined ? undefined : accept(key, read(text));
  };
  setup.steps = take('steps', (text) => readNumber(text, LIMITS.steps)) ?? setup.steps;
  setup.tolerance = take('tolerance', (text) => readNumber(text, LIMITS.tolerance)) ?? setup.tolerance;
  const start = entries.get('start');
  if (start !== undefined && landscape) {
    const [x = '', y = ''] = start.split(',', 3);
    const at = [accept('start', readCoordinate(landscape, 'x', x)), accept('start', readCoordinate(landscape, 'y', y))] as const;
    if (at[0] !== undefined && at[1] !== undefined) setup.start = [at[0], at[1]];
  }
  if (setup.entrants.some(({ id }) => entries.has(id))) {
    setup.entrants = setup.entrants.map((entrant) => {
      const text = entries.get(entrant.id);
      if (text === undefined) return { ...entrant, isOn: false };
      const [rate = '', momentum] = text.split(',', 3);
      return {
        ...entrant,
        isOn: true,
        learningRate: accept(entrant.id, readNumber(rate, LIMITS.learningRate)) ?? entrant.learningRate,
        ...(entrant.momentum !== undefined &&
          momentum !== undefined && { momentum: accept(entrant.id, readNumber(momentum, LIMITS.momentum)) ?? entrant.momentum }),
      };
    });
  }
  return { setup, refused };
}

function numbersOf({ learningRate, momentum }: Entrant): number[] {
  return momentum === undefined ? [learningRate] : [learningRate, momentum];
}
