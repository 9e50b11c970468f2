/** What curves are drawn over: the same runs by epoch, by update, by example, by arithmetic or by time. */
import type { ArmFigure, CurveFigure, FigureData } from './figureData.ts';
import { formatCount } from '../../words/format.ts';
import type { XAxis } from './xNames.ts';

/** The axes that these runs can be drawn over: arithmetic where it is known, time where runs have been timed, live ones that is. */
export function axesOf({ arms }: Pick<FigureData, 'arms'>): XAxis[] {
  const shown = arms.filter((arm) => arm.curve.step.length > 0);
  const every = (has: (arm: ArmFigure) => unknown) => shown.length > 0 && shown.every((arm) => has(arm) !== undefined);
  return [
    'epoch',
    'step',
    ...(every((arm) => arm.facts) ? (['example'] as const) : []),
    ...(every((arm) => arm.facts?.multiplyAdds) ? (['multiplyAdd'] as const) : []),
    ...(every((arm) => arm.secondsPerStep) ? (['time'] as const) : []),
  ];
}

/** The same data with its curves over another axis; nothing is trained or read anew. Over epochs, if they cannot be drawn over `x`. */
export function withAxis(data: FigureData, x: XAxis, xScale: FigureData['xScale'] = data.xScale): FigureData {
  const possible = axesOf(data).includes(x) ? x : 'epoch';
  return { ...data, x: possible, xScale, arms: data.arms.map((arm) => ({ ...arm, curve: { ...arm.curve, x: xValues(arm, arm.curve, possible) } })) };
}

/** Where the points of a curve stand on the axis. Without facts an epoch counts as one example. */
export function xValues(
  { facts, secondsPerStep = NaN }: Pick<ArmFigure, 'facts' | 'secondsPerStep'>,
  { step, epoch }: Pick<CurveFigure, 'step' | 'epoch'>,
  x: XAxis,
): number[] {
  const perEpoch = facts ? facts.examplesSeen / facts.epochs : 1;
  const { before, perExample } = facts?.multiplyAdds ?? { before: 0, perExample: NaN };
  switch (x) {
    case 'epoch':
      return epoch;
    case 'step':
      return step;
    case 'example':
      return epoch.map((value) => value * perEpoch);
    case 'multiplyAdd':
      return epoch.map((value) => before + value * perEpoch * perExample);
    case 'time':
      return step.map((value) => value * secondsPerStep);
  }
}

/** Equal what? What every arm has the same budget of, as a sentence; '' if that is nothing, or nothing is compared. */
export function equalBudget({ arms }: Pick<FigureData, 'arms'>): string {
  const facts = arms.flatMap((arm) => arm.facts ?? []);
  const [first, ...others] = facts;
  if (!first || others.length === 0 || facts.length < arms.length) return '';
  const units: [name: string, plural: string, of: (facts: NonNullable<ArmFigure['facts']>) => number][] = [
    ['epoch', 'epochs', ({ epochs }) => epochs],
    ['update', 'updates', ({ updates }) => updates],
    ['example seen', 'examples seen', ({ examplesSeen }) => examplesSeen],
    ['multiply-add', 'multiply-adds', ({ examplesSeen, multiplyAdds }) => (multiplyAdds ? multiplyAdds.before + examplesSeen * multiplyAdds.perExample : NaN)],
  ];
  const equal = units.filter(([, , of]) => others.every((other) => of(other) === of(first)));
  return equal.length > 0
    ? `Every arm has the same budget of ${equal.map(([name, plural, of]) => `${short(of(first))} ${of(first) === 1 ? name : plural}`).join(', ')}.`
    : '';
}

/** 2.4 billion rather than 2 400 000 000. */
function short(count: number): string {
  for (const [size, name] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    if (count >= size) return `${Number((count / size).toPrecision(3))} ${name}`;
  }
  return formatCount(count);
}
