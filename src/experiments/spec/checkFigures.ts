/** A figure that an experiment asks for must have something to draw, in every arm. */
import { shapeOf } from '../../datasets/index.ts';
import { findEntry } from '../../nn/entry.ts';
import type { Report } from '../../schema/problem.ts';
import type { Arm, Axis } from '../configuration/arm.ts';
import type { Experiment } from './experiment.ts';
import { needsOf, type FigureName } from './figureNeeds.ts';
import { probes as catalog } from '../probes/index.ts';

export function checkFigures({ figures, axes }: Experiment, arms: readonly Arm[], report: Report): void {
  figures.forEach((name, index) => {
    const lacking = lackingFor(name, axes, arms);
    if (lacking !== undefined) report(['figures', index], name, lacking);
  });
  const twice = figures.findIndex((name, index) => figures.indexOf(name) < index);
  if (twice >= 0) report(['figures', twice], `a second ${figures[twice]!}`, 'each figure once');
}

/** What there must be for the figure and is not; undefined if it can be drawn. */
export function lackingFor(figure: FigureName, axes: Axis[], arms: readonly Pick<Arm, 'label' | 'configuration'>[]): string | undefined {
  const { probes = [], lacksInAxes, lacksInData } = needsOf(figure);
  const lacks = [lacksInData, ...probes.map(({ name }) => findEntry('probe', catalog, name).lacks)];
  const inData = arms.flatMap(({ label, configuration }) =>
    lacks.flatMap((lacking) => {
      const what = lacking?.(shapeOf(configuration.dataset));
      return what === undefined ? [] : [`${what} (arm "${label}")`];
    }),
  );
  return lacksInAxes?.(axes) ?? inData[0];
}
