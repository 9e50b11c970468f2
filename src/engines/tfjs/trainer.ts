/** One network being trained on TensorFlow.js: its own step loop (`model.fit` shuffles with an unseeded generator). */
import { dispose, fill, stack, tensor, tensor2d, tidy, valueAndGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernel } from '../../kernel/kernel.ts';
import { libm } from '../../kernel/libm.ts';
import { updatesPerEpoch, type LayerParameters, type RunPlan, type Split, type Trainer } from '../engine.ts';
import { metricOf } from '../metric.ts';
import type { Backend } from './backend.ts';
import { createBatches, disposeSplit, tensorSplit, type TensorSplit } from './batches.ts';
import { epochOrder } from './epochOrder.ts';
import { tensorNetwork } from './network.ts';
import { tensorOptimizer } from './optimizers.ts';

/** Everything an update changes. Updates make new tensors, so a state that is kept stays as it was. */
interface State {
  /** Kernel and bias of the first layer, then of the second, … */
  parameters: Tensor[];
  /** The optimizer's slots of each parameter. */
  slots: Tensor[][];
}

export function createTrainer(plan: RunPlan, backend: Backend, kernel: Kernel): Trainer {
  backend.use();
  const { training, data, seed } = plan;
  const network = tensorNetwork(plan.network);
  const optimizer = tensorOptimizer(training.optimizer, libm(kernel));
  const splits: Partial<Record<Split, TensorSplit>> = {};
  const train = (splits.train = tensorSplit(data.train));
  const order = training.shuffle ? epochOrder(kernel, seed, train.examples) : undefined;
  const batches = createBatches(train, training.batchSize, order);
  const batchesPerEpoch = updatesPerEpoch(train.examples, training.batchSize);
  let state = initialState(plan.parameters, optimizer.slots);
  let step = 0;
  let divergedAt: number | undefined;

  /** Update `state` with one batch; returns the loss before the update, which the caller disposes. */
  function update(batch: TensorSplit, t: number): Scalar {
    const { parameters, slots } = state;
    const { loss, next } = tidy(() => {
      const { value, grads } = valueAndGrads((...p: Tensor[]) => network.loss(network.logits(p, batch.x), batch.y))(parameters);
      const updated = parameters.map((theta, i) => optimizer.update(theta, grads[i]!, slots[i]!, t));
      return { loss: value, next: updated };
    });
    state = { parameters: next.map(([theta]) => theta), slots: next.map(([, ...rest]) => rest) };
    return loss;
  }

  /** Do `count` updates within one epoch, from the state after `done` updates; returns their batch losses. */
  function updates(done: number, count: number): Scalar[] {
    backend.use();
    const before = state;
    return Array.from({ length: count }, (_, i) => {
      const previous = state;
      const batch = batches.batch((done + i) % batchesPerEpoch);
      const loss = update(batch, done + i + 1);
      disposeSplit(batch);
      // The first state outlives the stretch, for `train` to go back to.
      if (previous !== before) dispose([previous.parameters, previous.slots]);
      return loss;
    });
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
    async train(count) {
      for (let left = count; left > 0 && divergedAt === undefined;) {
        const inEpoch = step % batchesPerEpoch;
        const stretch = Math.min(left, backend.updatesPerLook, batchesPerEpoch - inEpoch);
        backend.use();
        if (inEpoch === 0) batches.nextEpoch();
        const before = state;
        const losses = updates(step, stretch);
        const bad = (await read(losses)).findIndex((loss) => !Number.isFinite(loss));
        dispose(losses);
        if (bad >= 0) {
          dispose([state.parameters, state.slots]);
          state = before;
          dispose(updates(step, bad));
          divergedAt = step + bad + 1;
        }
        if (state !== before) dispose([before.parameters, before.slots]);
        step += bad >= 0 ? bad : stretch;
        left -= stretch;
      }
    },

    async evaluate(name) {
      backend.use();
      const source = data[name];
      if (!source) throw new Error(`This run has no ${name} split.`);
      const split = (splits[name] ??= tensorSplit(source));
      const measured = tidy(() => {
        const z = network.logits(state.parameters, split.x);
        return [network.loss(z, split.y), network.metric(z, split.y)];
      });
      const [loss, metric] = await read(measured);
      dispose(measured);
      return { loss: loss!, [metricOf(plan.network)]: metric! };
    },

    async predict(x, examples) {
      backend.use();
      const outputs = tidy(() => {
        const features = tensor2d(x, [examples, plan.network.inputs], 'float32');
        return network.activate(network.logits(state.parameters, features));
      });
      const values = await outputs.data<'float32'>();
      outputs.dispose();
      return values.slice();
    },

    async parameters() {
      backend.use();
      const values = await Promise.all(state.parameters.map((parameter) => parameter.data<'float32'>()));
      return plan.parameters.map((_, layer): LayerParameters => ({
        kernel: values[2 * layer]!.slice(),
        bias: values[2 * layer + 1]!.slice(),
      }));
    },

    dispose() {
      batches.dispose();
      Object.values(splits).forEach(disposeSplit);
      dispose([state.parameters, state.slots]);
    },
  };
}

function initialState(layers: readonly LayerParameters[], slots: readonly number[]): State {
  const parameters = layers.flatMap(({ kernel, bias }) => [
    tensor(kernel, [kernel.length / bias.length, bias.length], 'float32'),
    tensor(bias, [bias.length], 'float32'),
  ]);
  return { parameters, slots: parameters.map(({ shape }) => slots.map((value) => fill(shape, value))) };
}

/** Read scalars back in one go. */
async function read(scalars: Scalar[]): Promise<number[]> {
  const all = scalars.length === 1 ? scalars[0]! : stack(scalars);
  const values = await all.data();
  if (scalars.length > 1) all.dispose();
  return [...values];
}
