/** The forward pass on tensors, and what is measured of it. */
import {
  abs,
  add,
  argMax,
  cast,
  clone,
  customGrad,
  div,
  equal,
  greater,
  matMul,
  mean,
  mul,
  sub,
  zerosLike,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { isBiasCancelled } from '../../cancelledBias.ts';
import type { LayerParameters, NetworkPlan } from '../../engine.ts';
import { metricsOf, thresholdOf, type MetricName } from '../../metric.ts';
import { tensorActivation } from './activations.ts';
import type { Disturbance } from './disturbances.ts';
import { tensorLoss, type TensorLoss } from './losses.ts';
import { batchStatistics, normalize, type Statistics } from './normalization.ts';
import { penaltyOf } from './penalties.ts';
import { runningStatistics, trainedVariables } from './variables.ts';

/** What of a forward pass depends on what it is for. */
export interface Pass {
  /** Running statistics in the order of `runningStatistics`; without them, the batch's own are used. */
  running?: readonly Tensor[];
  /** By place: 0 for the features, then layer 1, 2, … */
  disturbances?: readonly (Disturbance | undefined)[];
}

export interface Forward {
  /** Inputs of the output layer's activation, [rows][outputs]. */
  z: Tensor2D;
  /** Outputs of every layer's activation. */
  activations: Tensor2D[];
  /** Of each batch-normalized layer, where the pass used the batch's own. */
  statistics: Statistics[];
  /** Of parameters and activations together, if there are any. */
  penalties: Scalar[];
}

export interface TensorNetwork {
  readonly loss: TensorLoss;
  /** `parameters` in the order of `trainedVariables`; features x, [rows][inputs]. */
  forward(parameters: readonly Tensor[], x: Tensor2D, pass: Pass): Forward;
  /** Metrics over the rows, by name. */
  metrics(forward: Forward, y: Tensor2D): Partial<Record<MetricName, Scalar>>;
}

export function tensorNetwork(network: NetworkPlan): TensorNetwork {
  const { layers } = network;
  const variables = trainedVariables(network);
  const running = runningStatistics(network);
  const activations = layers.map((layer) => tensorActivation(layer.activation));
  const { activation: output, units: outputs } = layers.at(-1)!;
  const indexOf = (layer: number, key: keyof LayerParameters) => variables.findIndex((v) => v.layer === layer && v.key === key);

  return {
    loss: tensorLoss(network.loss, output),

    forward(parameters, x, pass) {
      const result: Forward = { z: x, activations: [], statistics: [], penalties: [] };
      const parameter = (layer: number, key: keyof LayerParameters) => parameters[indexOf(layer, key)]!;
      let a = disturb(x, pass.disturbances?.[0]);
      layers.forEach((plan, layer) => {
        const { normalization, activityPenalty } = plan;
        const normalized = (values: Tensor2D, position: 'before' | 'after') => {
          if (normalization?.position !== position) return values;
          const [gamma, beta] = [parameter(layer, 'gamma'), parameter(layer, 'beta')];
          return normalize(values, gamma, beta, normalization, normalization.kind === 'batch' ? statisticsOf(values, layer) : undefined);
        };
        const statisticsOf = (values: Tensor2D, at: number): Statistics => {
          const first = running.findIndex((v) => v.layer === at);
          if (pass.running) return { mean: pass.running[first]!, variance: pass.running[first + 1]! };
          const own = batchStatistics(values);
          result.statistics.push(own);
          return own;
        };
        const bias = parameter(layer, 'bias');
        const sums: Tensor2D = add(matMul(a, parameter(layer, 'kernel') as Tensor2D), isBiasCancelled(plan) ? withoutGradient(bias) : bias);
        result.z = normalized(sums, 'before');
        if (plan.sumDropout) result.z = disturb(result.z, pass.disturbances?.[layer + 1]);
        a = activations[layer]!(result.z);
        result.activations.push(a);
        a = normalized(a, 'after');
        if (activityPenalty) result.penalties.push(div(penaltyOf(a, activityPenalty), a.shape[0]));
        if (!plan.sumDropout) a = disturb(a, pass.disturbances?.[layer + 1]);
      });
      variables.forEach(({ penalty }, i) => {
        if (penalty) result.penalties.push(penaltyOf(parameters[i]!, penalty));
      });
      return result;
    },

    metrics({ activations: outs }, y) {
      const a = outs.at(-1)!;
      const threshold = thresholdOf(network);
      const measure: Record<MetricName, () => Scalar> = {
        mae: () => mean(abs(sub(a, y))),
        accuracy: () => mean(cast(outputs === 1 ? equal(greater(a, threshold), greater(y, 0.5)) : equal(argMax(a, 1), argMax(y, 1)), 'float32')),
      };
      return Object.fromEntries(metricsOf(network).map((name) => [name, measure[name]()]));
    },
  };
}

/** The same values; the gradient with respect to them is zero. */
const withoutGradient = customGrad((values) => ({ value: clone(values as Tensor), gradFunc: (delta) => zerosLike(delta) }));

function disturb(a: Tensor2D, disturbance: Disturbance = {}): Tensor2D {
  const { noise, dropout } = disturbance;
  const noisy: Tensor2D = noise ? add(a, noise) : a;
  return dropout ? mul(noisy, dropout) : noisy;
}
