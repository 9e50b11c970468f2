/** Which options of training any arm uses; programs hold code for those alone. */
import { isBiasCancelled } from '../engines/cancelledBias.ts';
import type { Arm } from '../experiments/configuration/arm.ts';
import type { Configuration } from '../experiments/configuration/configuration.ts';
import { hasOwnRates } from '../experiments/plan/layerScales.ts';
import { normalizationPlan } from '../experiments/plan/networkPlan.ts';

export interface Uses {
  inputDropout: boolean;
  dropout: boolean;
  outputDropout: boolean;
  inputNoise: boolean;
  noise: boolean;
  normalization: boolean;
  batchNormalization: boolean;
  /** Biases that batch normalization takes away again. */
  cancelledBias: boolean;
  penalty: boolean;
  biasPenalty: boolean;
  activityPenalty: boolean;
  constraint: boolean;
  /** On the output layer, too. */
  outputConstraint: boolean;
  schedule: boolean;
  plateau: boolean;
  /** Learning rates of their own in some layers. */
  ownRates: boolean;
  /** A momentum that rises while training begins. */
  momentumWarmUp: boolean;
  clip: boolean;
  averaging: boolean;
  earlyStopping: boolean;
  labelSmoothing: boolean;
  shuffle: boolean;
  /** Points of the history more often than once per epoch. */
  every: boolean;
  /** An output activation that the loss does not include. */
  outputActivation: boolean;
}

export function usesOf(arms: readonly Arm[], every?: number): Uses {
  const any = (test: (configuration: Arm['configuration']) => unknown) => arms.some(({ configuration }) => Boolean(test(configuration)));
  return {
    inputDropout: any(({ network }) => network.inputDropout),
    dropout: any(({ network }) => network.dropout),
    outputDropout: any(({ network }) => network.outputDropout),
    inputNoise: any(({ network }) => network.noise?.input),
    noise: any(({ network }) => network.noise?.hidden),
    normalization: any(({ network }) => network.normalization),
    batchNormalization: any(({ network }) => network.normalization?.name === 'batch'),
    cancelledBias: any(cancelsBias),
    penalty: any(({ network }) => network.regularizer),
    biasPenalty: any(({ network }) => network.regularizer?.biases),
    activityPenalty: any(({ network }) => network.activityRegularizer),
    constraint: any(({ network }) => network.constraint),
    outputConstraint: any(({ network }) => network.constraint?.['output']),
    schedule: any(({ training }) => training.schedule ?? training.warmUp),
    plateau: any(({ training }) => training.schedule?.name === 'reduceOnPlateau'),
    ownRates: any(hasOwnRates),
    momentumWarmUp: any(({ training }) => training.momentumWarmUp),
    clip: any(({ training }) => training.clip),
    averaging: any(({ training }) => training.averaging),
    earlyStopping: any(({ training }) => training.earlyStopping),
    labelSmoothing: any(({ training }) => training.loss.labelSmoothing),
    shuffle: any(({ training }) => training.shuffle),
    every: every !== undefined,
    outputActivation: any(({ training, network }) => !fromLogits(training.loss.name) && network.outputActivation.name !== 'linear'),
  };
}

/** Whether the loss is computed from logits, so that the program's network ends without its output activation. */
export function fromLogits(loss: string): boolean {
  return ['binaryCrossentropy', 'categoricalCrossentropy', 'kullbackLeibler'].includes(loss);
}

/** Whether batch normalization takes the biases of hidden layers away again. */
export function cancelsBias({ network: { activation, normalization } }: Pick<Configuration, 'network'>): boolean {
  return isBiasCancelled({ activation, ...(normalization && { normalization: normalizationPlan(normalization) }) });
}
