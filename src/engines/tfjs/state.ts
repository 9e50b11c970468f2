/** Everything an update changes, and the update itself. Updates make new tensors, so a state that is kept stays as it was. */
import { add, addN, dispose, fill, keep, reshape, tidy, valueAndGrads, zerosLike, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import type { Features, LayerParameters, RunPlan } from '../engine.ts';
import type { TensorSplit } from './batches.ts';
import { clipGradients } from './update/clipping.ts';
import { constrain } from './update/constraints.ts';
import { drawDisturbances, openStreams, sourcesOf, type StreamStates } from './network/disturbances.ts';
import type { TensorNetwork } from './network/network.ts';
import type { Statistics } from './network/normalization.ts';
import { blend } from './update/optimizer.ts';
import { tensorOptimizer } from './update/optimizers.ts';
import { runningStatistics, trainedVariables, upload } from './network/variables.ts';

export interface State {
  /** In the order of `trainedVariables`. */
  parameters: Tensor[];
  /** In the order of `runningStatistics`. */
  running: Tensor[];
  /** The optimizer's slots of each parameter. */
  slots: Tensor[][];
  /** Moving average of each parameter, if the plan asks for it and there was an update. */
  averages: Tensor[];
  streams: StreamStates;
}

export interface Updater {
  start(): State;
  /** The state with other parameters; the given state's tensors for them are left to the caller. */
  withParameters(state: State, layers: readonly LayerParameters[]): State;
  /** The state after update t (counted from 1) with this batch and rate, and the batch's loss before it, without penalties. */
  update(state: State, batch: TensorSplit, eta: number, t: number): { state: State; loss: Scalar };
}

export function createUpdater({ network: plan, training, parameters, seed }: RunPlan<Features>, network: TensorNetwork, kernel: Kernel): Updater {
  const optimizer = tensorOptimizer(training, libm(kernel));
  const variables = trainedVariables(plan);
  const followed = runningStatistics(plan);
  const sources = sourcesOf(plan);

  /** Loss and gradients of loss and penalties; tensors are the surrounding `tidy`'s, statistics too. */
  function differentiate(state: State, batch: TensorSplit, disturbances: ReturnType<typeof drawDisturbances>['drawn']) {
    let loss: Scalar | undefined;
    let statistics: Statistics[] = [];
    const { grads } = valueAndGrads((...p: Tensor[]) => {
      const forward = network.forward(p, batch.x, { disturbances });
      // The tape frees what was made on it; these are wanted beyond it.
      statistics = forward.statistics.map(({ mean, variance }) => ({ mean: keep(mean), variance: keep(variance) }));
      loss = keep(network.loss.minimised(forward.z, batch.y));
      return forward.penalties.length > 0 ? add(loss, addN(forward.penalties)) : loss.clone();
    })(state.parameters);
    return { loss: loss!, grads, statistics };
  }

  function followAverages(averages: readonly Tensor[], parameters: readonly Tensor[], t: number): Tensor[] {
    const { averaging } = training;
    if (!averaging) return [];
    return parameters.map((theta, i) => (t === 1 ? theta.clone() : blend(averages[i]!, theta, averaging.momentum)));
  }

  function momentumOf(layer: number): number {
    return plan.layers[layer]!.normalization!.momentum;
  }

  return {
    start: () => {
      const tensors = upload(variables, parameters);
      return {
        parameters: tensors,
        running: upload(followed, parameters),
        slots: tensors.map(({ shape }) => optimizer.slots.map((value) => fill(shape, value))),
        averages: [],
        streams: openStreams(kernel, seed, sources),
      };
    },

    withParameters(state, layers) {
      const tensors = upload(variables, layers);
      const averages = state.averages.length > 0 ? tensors.map((tensor) => tensor.clone()) : [];
      return { ...state, parameters: tensors, running: upload(followed, layers), averages };
    },

    update(state, batch, eta, t) {
      const statistics: Tensor[] = [];
      let streams = state.streams;
      const { loss, ...next } = tidy(() => {
        const { drawn, states } = drawDisturbances(kernel, sources, state.streams, batch.examples);
        streams = states;
        const { loss, grads, statistics: batchwise } = differentiate(state, batch, drawn);
        statistics.push(...batchwise.flatMap(({ mean, variance }) => [mean, variance]));
        const moving = grads.map((g, i) => (variables[i]!.frozen ? zerosLike(g) : g));
        const clipped = clipGradients(moving, training.clip);
        const updated = state.parameters.map((theta, i): [Tensor, ...Tensor[]] => {
          const slots = state.slots[i]!;
          // Decoupled decay moves parameters without a gradient, too.
          return variables[i]!.frozen
            ? [theta.clone(), ...slots.map((slot) => slot.clone())]
            : optimizer.update(theta, clipped[i]!, slots, eta * (variables[i]!.rate ?? 1), t);
        });
        const fresh = updated.map(([theta]) => theta);
        return {
          loss,
          slots: updated.map(([, ...slots]) => slots),
          // As in Keras, averages follow what the optimizer made, before constraints.
          averages: followAverages(state.averages, fresh, t),
          parameters: fresh.map((theta, i) => (variables[i]!.constraint ? constrain(theta, variables[i]!.constraint) : theta)),
          running: state.running.map((value, i) => blend(value, reshape(statistics[i]!, value.shape), momentumOf(followed[i]!.layer))),
        };
      });
      dispose(statistics);
      return { state: { ...next, streams }, loss };
    },
  };
}

export function disposeState({ parameters, running, slots, averages }: State): void {
  dispose([parameters, running, slots, averages]);
}
