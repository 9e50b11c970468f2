/** What figures show of an experiment beside its runs: measurements and a reference for `fit`, and the arithmetic of its arms. */
import type { Dataset } from '../datasets/dataset.ts';
import { createExamples, findDataset, shapeOf } from '../datasets/index.ts';
import { isInline } from '../datasets/kinds/inline.ts';
import { armSize } from '../experiments/plan/armSize.ts';
import type { Experiment } from '../experiments/spec/experiment.ts';
import type { RecordingContext } from '../figures/data/adapter.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Points at which a reference function is drawn. */
const GRID = 201;

export function figureContext(experiment: Experiment, kernel: Kernel): RecordingContext {
  const multiplyAdds = Object.fromEntries(experiment.arms.map(({ label, configuration }) => [label, armSize(configuration).multiplyAdds]));
  return { multiplyAdds, ...fitContext(experiment, kernel) };
}

function fitContext(experiment: Experiment, kernel: Kernel): RecordingContext {
  const {
    figures,
    configuration: { dataset },
  } = experiment;
  if (!figures.includes('fit') || shapeOf(dataset).features !== 1) return {};
  const points = pointsOf(dataset, kernel);
  if (isInline(dataset)) return { points };
  const armPoints = Object.fromEntries(
    experiment.arms
      .filter(({ configuration }) => JSON.stringify(configuration.dataset) !== JSON.stringify(dataset))
      .map(({ label, configuration }) => [label, pointsOf(configuration.dataset, kernel)]),
  );
  const { featureNames, labelName, reference } = findDataset(dataset.name);
  return {
    points,
    ...(Object.keys(armPoints).length > 0 && { armPoints }),
    feature: featureNames[0],
    label: labelName,
    ...(reference && { reference: onGrid(reference, points.x, kernel) }),
  };
}

/** Of the first seed. */
function pointsOf(dataset: Experiment['configuration']['dataset'], kernel: Kernel): { x: number[]; y: number[] } {
  const { x, y } = createExamples(dataset, kernel, 1);
  return { x: Array.from(x), y: Array.from(y) };
}

function onGrid({ label, at }: NonNullable<Dataset['reference']>, x: number[], kernel: Kernel): NonNullable<RecordingContext['reference']> {
  const low = Math.min(...x);
  const high = Math.max(...x);
  const grid = Array.from({ length: GRID }, (_, index) => low + ((high - low) * index) / (GRID - 1));
  return { label, x: grid, y: grid.map((place) => at(place, kernel)) };
}
