/** The horizontal scale of curves, which all panels share. */
import * as Plot from '@observablehq/plot';
import type { FigureData } from '../data/figureData.ts';
import { logTicks } from './ticks.ts';
import { X_NAMES } from '../data/xNames.ts';

export interface XScale {
  type: 'linear' | 'log';
  domain: [number, number];
}

/** From 0, or on a logarithmic scale from the first place after 0, to the end of the longest curve. */
export function xScale({ arms, xScale: type }: FigureData): XScale {
  const places = arms.flatMap((arm) => arm.curve.x);
  const right = Math.max(...places, 0) || 1;
  if (type === 'linear') return { type, domain: [0, right] };
  const left = Math.min(...places.filter((place) => place > 0), right);
  // A single place stands at the right end, as it does on a linear scale.
  return { type, domain: [left < right ? left : right / 10, right] };
}

/** The axis with at most about so many ticks; `name` is '' for none. */
export function xAxisMark({ x }: FigureData, { type, domain }: XScale, ticks: number, name = `${X_NAMES[x]} →`): Plot.Markish {
  const label = { label: name || null, labelAnchor: 'right' as const };
  const text = domain[1] >= 10_000 ? short : String;
  // Of a log scale d3 would drop labels: the ticks are given as data.
  return type === 'log' ? Plot.axisX(logTicks(domain, ticks), { text, ...label }) : Plot.axisX({ ticks, tickFormat: text, ...label });
}

/** Whether points of these curves have no place on their axis: those at 0 on a logarithmic one. */
export function leavesOutStart({ arms, xScale: type }: Pick<FigureData, 'arms' | 'xScale'>): boolean {
  return type === 'log' && arms.some((arm) => arm.curve.x.some((place) => place <= 0));
}

/** 5 k, 20 M, 3·10⁹: ticks have little room. */
function short(value: number): string {
  if (value >= 1e9) return `${value / 1e9}·10⁹`;
  return value >= 1e6 ? `${value / 1e6} M` : value >= 1000 ? `${value / 1000} k` : String(value);
}
