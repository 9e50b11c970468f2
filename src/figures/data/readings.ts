/** What probes have read of an arm, by name and moment. */
import type { ProbeName, ProbeReading } from '../../experiments/probes/reading.ts';
import type { ArmFigure, FigureData } from './figureData.ts';
import { formatCount } from '../../words/format.ts';

export type Reading<Name extends ProbeName> = Extract<ProbeReading, { probe: Name }>;

/** In the order of their steps. */
export function readingsOf<Name extends ProbeName>(arm: ArmFigure, name: Name): Reading<Name>[] {
  return (arm.readings ?? []).filter((reading): reading is Reading<Name> => reading.probe === name);
}

/** The first reading and the last one; the same one twice if there is one, undefined if there is none. */
export function firstAndLast<Name extends ProbeName>(arm: ArmFigure, name: Name): { first: Reading<Name>; last: Reading<Name> } | undefined {
  const readings = readingsOf(arm, name);
  const [first, last] = [readings[0], readings.at(-1)];
  return first && last && { first, last };
}

/** Arms in which the probe has read something. */
export function armsWith(data: FigureData, name: ProbeName): ArmFigure[] {
  return data.arms.filter((arm) => readingsOf(arm, name).length > 0);
}

/**
 * The figures as they stood after `step` updates: of each probe the readings up to then, the last of which is what figures show
 * as the present. A probe that reads only later, at the end, keeps what it has. Curves mark the place.
 */
export function atStep(data: FigureData, step: number): FigureData {
  const upTo = (readings: ProbeReading[]) => {
    const early = readings.filter((reading) => reading.step <= step);
    const late = readings.filter((reading) => early.every((other) => other.probe !== reading.probe));
    return [...early, ...late];
  };
  return { ...data, step, arms: data.arms.map((arm) => ({ ...arm, ...(arm.readings && { readings: upTo(arm.readings) }) })) };
}

/** Steps at which the probes of any arm have read, ascending: the stops of a timeline. */
export function stepsOf(data: FigureData): number[] {
  return [...new Set(data.arms.flatMap((arm) => (arm.readings ?? []).map(({ step }) => step)))].sort((a, b) => a - b);
}

/** "before training", "after 12 epochs". */
export function momentName({ step, epoch }: { step: number; epoch: number }): string {
  if (step === 0) return 'before training';
  return `after ${formatCount(epoch)} ${epoch === 1 ? 'epoch' : 'epochs'}`;
}

/** "layer 1", "layer 2", …, "output". */
export function layerName(layer: number, layers: number): string {
  return layer === layers - 1 ? 'output' : `layer ${layer + 1}`;
}
