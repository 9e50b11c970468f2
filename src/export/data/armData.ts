/** What a program needs to know of an arm besides its configuration: counts that follow from it without the data themselves. */
import { shapeOf } from '../../datasets/index.ts';
import { updatesPerEpoch } from '../../engines/engine.ts';
import type { Arm } from '../../experiments/configuration/arm.ts';
import { updatesOf } from '../../experiments/configuration/budget.ts';
import { layerWidths } from '../../experiments/configuration/output.ts';
import { splitSizes } from '../../experiments/configuration/splitSizes.ts';
import { trainedInFold, type FoldChoice } from '../../experiments/plan/foldHoldout.ts';

/** The same for every seed. */
export interface ArmData {
  updates: number;
  updatesPerEpoch: number;
  outputs: number;
  task: 'classification' | 'regression';
  hasValidation: boolean;
}

/** `fold`: the one that validates, where the arm is cross-validated. */
export function armDataOf({ configuration, fold }: Pick<Arm, 'configuration'> & { fold?: FoldChoice }): ArmData {
  const { training, dataset } = configuration;
  const shape = shapeOf(dataset);
  const sizes = splitSizes(configuration);
  const trained = fold ? trainedInFold(configuration, fold) : sizes.train;
  return {
    updates: updatesOf(training, trained, training.batchSize),
    updatesPerEpoch: updatesPerEpoch(trained, training.batchSize),
    outputs: layerWidths(configuration, shape).at(-1)!,
    task: shape.task,
    hasValidation: fold !== undefined || sizes.validation > 0,
  };
}
