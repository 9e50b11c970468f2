/** jax-js as a contender: a compiled step of value, gradient and update, as its own examples are written, on WebAssembly and one thread. */
import { readFileSync } from 'node:fs';
import { defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad, type Array as JaxArray } from '@jax-js/jax';
import type { RunPlan } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';
import type { Contender, Prepared } from './contenders.ts';
import { workloadPlan, type Workload } from './workloads.ts';

// A type and not an interface, so that jax-js takes it as a tree of arrays.
type Layer = { kernel: JaxArray; bias: JaxArray };

export function jaxContender(kernel: Kernel): Contender {
  return { name: 'jax-js', version: versionOf(), prepare: (workload) => prepareJax(workload, kernel) };
}

function versionOf(): string {
  const file = new URL('../package.json', import.meta.resolve('@jax-js/jax'));
  return `${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}, WebAssembly`;
}

/** What trains also says what it has learned, so that a test can compare. `parameters`: kernel and bias of each layer, row-major. */
export interface JaxPrepared extends Prepared {
  parameters(): Promise<Float32Array[]>;
}

/** The same parameters, data and order of batches as the engines have. */
export async function prepareJax(workload: Workload, kernel: Kernel): Promise<JaxPrepared> {
  await init('wasm');
  defaultDevice('wasm');
  const plan = workloadPlan(workload, kernel);
  const [inputs, outputs] = [workload.sizes[0]!, workload.sizes.at(-1)!];
  const { optimizer } = plan.training;
  const isAdam = optimizer.name === 'adam';
  if (!isAdam && optimizer.name !== 'sgd') throw new Error(`jax-js has no rule for ${optimizer.name} here; there are adam and sgd.`);
  const [beta1, beta2] = [Number(optimizer['beta1'] ?? 0), Number(optimizer['beta2'] ?? 0)];
  let parameters = plan.parameters.map(({ kernel: weights, bias }): Layer => ({
    kernel: np.array(new Float32Array(weights)).reshape([weights.length / bias.length, bias.length]),
    bias: np.array(new Float32Array(bias)),
  }));
  let [first, second] = [zerosLike(parameters), zerosLike(parameters)];
  const gradient = valueAndGrad(meanLoss);
  // An argument that is passed on is given away: `ref` keeps it for another use.
  const descend = jit((layers: Layer[], rate: JaxArray, x: JaxArray, y: JaxArray) => {
    const [loss, slopes] = gradient(tree.ref(layers), x, y);
    const next = layers.map((layer, i): Layer => mapLayer((key) => layer[key].sub(slopes[i]![key].mul(rate.ref))));
    rate.dispose();
    return [loss, next] as [JaxArray, Layer[]];
  });
  const adam = jit((layers: Layer[], means: Layer[], squares: Layer[], rate: JaxArray, x: JaxArray, y: JaxArray) => {
    const [loss, slopes] = gradient(tree.ref(layers), x, y);
    const nextMeans = means.map((layer, i): Layer => mapLayer((key) => layer[key].mul(beta1).add(slopes[i]![key].ref.mul(1 - beta1))));
    const nextSquares = squares.map((layer, i): Layer => mapLayer((key) => layer[key].mul(beta2).add(np.square(slopes[i]![key]).mul(1 - beta2))));
    const next = layers.map((layer, i): Layer => {
      const move = (key: keyof Layer) => nextMeans[i]![key].ref.mul(rate.ref).div(np.sqrt(nextSquares[i]![key].ref).add(Number(optimizer['epsilon'])));
      return mapLayer((key) => layer[key].sub(move(key)));
    });
    rate.dispose();
    return [loss, next, nextMeans, nextSquares] as [JaxArray, Layer[], Layer[], Layer[]];
  });
  const batches = batchesOf(plan, kernel);
  let [power1, power2] = [1, 1];

  function update(): JaxArray {
    const { x, y, rows } = batches.next().value;
    power1 *= beta1;
    power2 *= beta2;
    const rate = Number(optimizer['learningRate']) * (isAdam ? Math.sqrt(1 - power2) / (1 - power1) : 1);
    const given = [np.array(rate), np.array(x).reshape([rows, inputs]), np.array(y).reshape([rows, outputs])] as const;
    let loss: JaxArray;
    if (isAdam) [loss, parameters, first, second] = adam(parameters, first, second, ...given);
    else [loss, parameters] = descend(parameters, ...given);
    return loss;
  }

  return {
    async run(updates) {
      const start = performance.now();
      for (let left = updates; left > 1; left--) update().dispose();
      // What was asked for is computed when it is read, at the latest.
      const [loss = NaN] = await update().data();
      const time = performance.now() - start;
      if (!Number.isFinite(loss)) throw new Error('jax-js diverged: its time means nothing.');
      return time;
    },
    async parameters() {
      return (await Promise.all(parameters.flatMap((layer) => [layer.kernel.ref.data(), layer.bias.ref.data()]))) as Float32Array[];
    },
    dispose() {
      for (const layers of [parameters, first, second]) tree.dispose(layers);
      descend.dispose();
      adam.dispose();
    },
  };
}

/** relu, softmax and categorical cross-entropy, as in `workloadPlan`. */
function meanLoss(layers: Layer[], x: JaxArray, y: JaxArray): JaxArray {
  const rows = x.shape[0]!;
  const logits = layers.reduce((a, { kernel, bias }, i) => np.matmul(i === 0 ? a : nn.relu(a), kernel).add(bias), x);
  return y
    .mul(nn.logSoftmax(logits))
    .sum()
    .mul(-1 / rows);
}

function zerosLike(layers: Layer[]): Layer[] {
  return layers.map((layer): Layer => mapLayer((key) => np.zeros(layer[key].shape)));
}

function mapLayer(map: (key: keyof Layer) => JaxArray): Layer {
  return { kernel: map('kernel'), bias: map('bias') };
}

/** Whole batches in the order of the engines, which draw it from the same stream; a last, smaller one of an epoch counts, too. */
function* batchesOf(
  { data: { train }, training: { batchSize }, seed }: RunPlan,
  kernel: Kernel,
): Generator<{ x: Float32Array<ArrayBuffer>; y: Float32Array<ArrayBuffer>; rows: number }, never> {
  const { examples, x, y } = train;
  const stream = openStream(kernel, seed, 'order');
  const order = Int32Array.from({ length: examples }, (_, i) => i);
  for (;;) {
    stream.shuffle(order);
    for (let start = 0; start < examples; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      yield { x: pick(x, rows, x.length / examples), y: pick(y, rows, y.length / examples), rows: rows.length };
    }
  }
}

function pick(values: Float32Array, rows: Int32Array, width: number): Float32Array<ArrayBuffer> {
  const picked = new Float32Array(rows.length * width);
  rows.forEach((row, i) => picked.set(values.subarray(row * width, (row + 1) * width), i * width));
  return picked;
}
