/** Ticks for a value axis. */
import { formatCount, formatScientific } from '../../words/format.ts';

export interface ValueScale {
  type: 'linear' | 'log';
  domain: [number, number];
  /** Given to Plot's axis marks as data with `text: tickFormat`: as scale options, d3 would drop labels of a log scale. */
  ticks: number[];
  tickFormat: (value: number) => string;
}

/**
 * A scale that holds `values`. A log scale needs positive values (others are left out) and shows
 * 1, 2, 5 per decade where that is few enough, else powers of ten, and even steps within a decade.
 * With nothing to show it runs from 0 to 1.
 */
export function valueScale(values: Iterable<number>, type: 'linear' | 'log'): ValueScale {
  const finite = [...values].filter((value) => Number.isFinite(value) && (type === 'linear' || value > 0));
  if (finite.length === 0) return { type: 'linear', domain: [0, 1], ticks: evenTicks([0, 1]), tickFormat };
  let low = Math.min(...finite);
  let high = Math.max(...finite);
  if (type === 'linear') {
    const margin = (high - low || Math.abs(high) || 1) * 0.05;
    // A loss, an error and an accuracy are never negative: no room is shown there.
    const domain: [number, number] = [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
    return { type, domain, ticks: evenTicks(domain), tickFormat };
  }
  if (high / low < 1.2) [low, high] = [low / 1.1, high * 1.1];
  const margin = (high / low) ** 0.04;
  const domain: [number, number] = [low / margin, high * margin];
  const ticks = logTicks(domain, 6);
  return { type, domain, ticks: ticks.length >= 3 ? ticks : evenTicks(domain), tickFormat };
}

/** Room for the labels of a vertical axis, px: ticks with about 5.8 px a character, and the mark beside them. */
export function tickRoom({ ticks, tickFormat }: ValueScale): number {
  return Math.max(LEAST_ROOM, 13 + 5.8 * Math.max(0, ...ticks.map((tick) => tickFormat(tick).length)));
}

/** So that panels below each other mostly begin at the same place. */
const LEAST_ROOM = 46;

/** Round numbers on a log scale, at most so many: 1, 2, 5 or 1, 3 in each decade, or powers of ten. */
export function logTicks(domain: [number, number], most: number): number[] {
  const candidates = [[1, 2, 5], [1, 3], [1]].map((steps) => stepsIn(domain, steps));
  return candidates.find((candidate) => candidate.length <= most) ?? everyNth(stepsIn(domain, [1]), most);
}

/** Three to six in even, round steps; on a log scale they read better than the few round powers within a decade. */
function evenTicks([low, high]: [number, number]): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** `steps` of each decade. */
function stepsIn([low, high]: [number, number], steps: number[]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

function everyNth(ticks: number[], most: number): number[] {
  const stride = Math.ceil(ticks.length / most);
  return ticks.filter((_, index) => index % stride === 0);
}

function tickFormat(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return formatScientific(Number(value.toPrecision(4)));
  return size >= 1000 ? formatCount(value) : String(Number(value.toPrecision(4))).replace('-', '−');
}
