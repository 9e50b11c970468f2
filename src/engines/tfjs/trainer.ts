/** One network being trained on TensorFlow.js: its own step loop (`model.fit` shuffles with an unseeded generator). */
import { concat, dispose, stack, tensor2d, tidy, valueAndGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../../kernel/kernel.ts';
import { featureNumbers, updatesPerEpoch, type Evaluation, type Features, type RunPlan, type Split, type SplitData, type Trainer } from '../engine.ts';
import { smoothLabels } from '../smoothing.ts';
import type { Backend } from './backend.ts';
import { createBatches, disposeSplit, tensorSplit, type TensorSplit } from './batches.ts';
import { epochOrder } from './epochOrder.ts';
import { tensorNetwork, type Forward } from './network/network.ts';
import { createUpdater, disposeState } from './state.ts';
import { download, runningStatistics, trainedVariables } from './network/variables.ts';

export function createTrainer(plan: RunPlan<Features>, backend: Backend, kernel: Kernel): Trainer {
  backend.use();
  const { training, data, seed } = plan;
  const { inputs, loss, layers } = plan.network;
  const network = tensorNetwork(plan.network);
  const updater = createUpdater(plan, network, kernel);
  const [variables, followed] = [trainedVariables(plan.network), runningStatistics(plan.network)];
  let state = updater.start();
  const splits: Partial<Record<Split, TensorSplit>> = {};
  const train = (splits.train = place(data.train));
  const order = training.shuffle ? epochOrder(kernel, seed, train.examples) : undefined;
  const batches = createBatches(train, training.batchSize, order);
  const batchesPerEpoch = updatesPerEpoch(train.examples, training.batchSize);
  let step = 0;
  let divergedAt: number | undefined;

  /** Do `count` updates within one epoch, from the state after `done` updates; returns their batch losses. */
  function updates(done: number, count: number, rateOf: (update: number) => number): Scalar[] {
    backend.use();
    const before = state;
    return Array.from({ length: count }, (_, i) => {
      const previous = state;
      const batch = batches.batch((done + i) % batchesPerEpoch);
      const next = updater.update(state, batch, rateOf(done + i), done + i + 1);
      state = next.state;
      disposeSplit(batch);
      // The first state outlives the stretch, for `train` to go back to.
      if (previous !== before) disposeState(previous);
      return next.loss;
    });
  }

  /** Parameters to be looked at: their moving average, if there is one. */
  function shown(): Tensor[] {
    return state.averages.length > 0 ? state.averages : state.parameters;
  }

  /** Forward pass in evaluation mode; call within `tidy`. */
  function evaluated(x: Features, examples: number): Forward {
    return network.forward(shown(), tensor2d(featureNumbers(x), [examples, inputs], 'float32'), { running: state.running });
  }

  function place(split: SplitData<Features>): TensorSplit {
    return tensorSplit({ ...split, y: smoothLabels(loss, split.y, layers.at(-1)!.units) });
  }

  return {
    get step() {
      return step;
    },
    get divergedAt() {
      return divergedAt;
    },

    /**
     * Losses are looked at every `updatesPerLook` updates. If one is not finite, the stretch is undone and its
     * finite updates are done again: the state is the one before the update that diverged, as if each had been looked at.
     */
    async train(count, rates) {
      const first = step;
      const rateOf = (update: number) => (rates ? rates[update - first]! : Number(training.optimizer.learningRate));
      for (let left = count; left > 0 && divergedAt === undefined;) {
        const inEpoch = step % batchesPerEpoch;
        const stretch = Math.min(left, backend.updatesPerLook, batchesPerEpoch - inEpoch);
        backend.use();
        if (inEpoch === 0) batches.nextEpoch();
        const before = state;
        const losses = updates(step, stretch, rateOf);
        const bad = (await read(losses)).findIndex((loss) => !Number.isFinite(loss));
        dispose(losses);
        if (bad >= 0) {
          disposeState(state);
          state = before;
          dispose(updates(step, bad, rateOf));
          divergedAt = step + bad + 1;
        }
        if (state !== before) disposeState(before);
        step += bad >= 0 ? bad : stretch;
        left -= stretch;
      }
    },

    async evaluate(name): Promise<Evaluation> {
      backend.use();
      const source = data[name];
      if (!source) throw new Error(`This run has no ${name} split.`);
      const split = (splits[name] ??= place(source));
      const measured = tidy(() => {
        const forward = network.forward(shown(), split.x, { running: state.running });
        return { loss: network.loss.mean(forward.z, split.y), ...network.metrics(forward, split.y) };
      });
      const values = await read(Object.values(measured));
      dispose(measured);
      return Object.fromEntries(Object.keys(measured).map((key, i) => [key, values[i]!]));
    },

    async predict(x, examples) {
      backend.use();
      const outputs = tidy(() => evaluated(x, examples).activations.at(-1)!);
      const values = await outputs.data<'float32'>();
      outputs.dispose();
      return values.slice();
    },

    async parameters() {
      backend.use();
      return download([...variables, ...followed], [...shown(), ...state.running]);
    },

    async setParameters(parameters) {
      backend.use();
      const before = state;
      state = updater.withParameters(before, parameters);
      dispose([before.parameters, before.running, before.averages]);
    },

    async gradients(x, y, examples) {
      backend.use();
      const gradients = tidy(() => {
        const split = place({ x, y, examples });
        return valueAndGrads((...p: Tensor[]) => network.loss.minimised(network.forward(p, split.x, {}).z, split.y))(state.parameters).grads;
      });
      const layers = await download(variables, gradients);
      dispose(gradients);
      return layers;
    },

    async activations(x, examples) {
      backend.use();
      const outputs = tidy(() => evaluated(x, examples).activations);
      const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
      dispose(outputs);
      return values.map((value) => value.slice());
    },

    async batchActivations(x, examples, rows) {
      backend.use();
      const outputs = tidy(() => {
        const parts = Array.from({ length: Math.ceil(examples / rows) }, (_, part) => {
          const count = Math.min(rows, examples - part * rows);
          const batch = x.subarray(part * rows * inputs, (part * rows + count) * inputs);
          return network.forward(shown(), tensor2d(batch, [count, inputs], 'float32'), {}).activations;
        });
        return layers.map((_, layer) => concat(parts.map((part) => part[layer]!)));
      });
      const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
      dispose(outputs);
      return values.map((value) => value.slice());
    },

    dispose() {
      batches.dispose();
      Object.values(splits).forEach(disposeSplit);
      disposeState(state);
    },
  };
}

/** Read scalars back in one go. */
async function read(scalars: Scalar[]): Promise<number[]> {
  const all = scalars.length === 1 ? scalars[0]! : stack(scalars);
  const values = await all.data();
  if (scalars.length > 1) all.dispose();
  return [...values];
}
