/**
 * An independent reference: a small network in float64, its gradient by central finite differences, and
 * the update rules of Keras 3 one number at a time. It shares no code with the engines. Slow and plain on purpose.
 */
import type { LayerParameters, LayerPlan, NetworkPlan, Penalty, RunPlan, SplitData } from '../../src/engines/engine.ts';
import { activationRows } from './table/activations.ts';
import { losses } from './table/losses.ts';
import { optimizerRows, type Watch } from './table/optimizers.ts';

/** All trained parameters in one list: kernel (row-major), bias, then γ and β if there are, layer by layer. */
export type Flat = number[];

export interface Row {
  x: number[];
  y: number[];
}

/** Noise and dropout factors, [rows][width], of one place: the features (0) or layer 1, 2, … */
export interface Draw {
  noise?: number[][];
  dropout?: number[][];
}

export interface Pass {
  /** Running statistics of each batch-normalized layer, by layer; without them, the batch's own are used. */
  running?: (Statistics | undefined)[];
  draws?: (Draw | undefined)[];
  /** Told the distance to each point where something has no second derivative: finite differences must not straddle it. */
  watch?: Watch;
}

export interface Statistics {
  mean: number[];
  variance: number[];
}

interface Forward {
  /** Outputs of each layer's activation, [layer][row][unit]. */
  activations: number[][][];
  /** The batch's own, by layer. */
  statistics: (Statistics | undefined)[];
  /** On activations. */
  penalty: number;
}

export function flatten(layers: readonly LayerParameters[]): Flat {
  return layers.flatMap(({ kernel, bias, gamma = [], beta = [] }) => [...kernel, ...bias, ...gamma, ...beta]);
}

/** Rows of a split, features and labels. */
export function examples(data: SplitData): Row[] {
  const inputs = data.x.length / data.examples;
  const outputs = data.y.length / data.examples;
  return Array.from({ length: data.examples }, (_, i) => ({
    x: [...data.x.subarray(i * inputs, (i + 1) * inputs)],
    y: [...data.y.subarray(i * outputs, (i + 1) * outputs)],
  }));
}

/** Outputs for one example, for a network without batch normalization. */
export function forward(network: NetworkPlan, theta: Flat, x: readonly number[]): number[] {
  return forwardRows(network, theta, [[...x]]).activations.at(-1)![0]!;
}

export function forwardRows(network: NetworkPlan, theta: Flat, x: number[][], pass: Pass = {}): Forward {
  const result: Forward = { activations: [], statistics: [], penalty: 0 };
  let at = 0;
  const take = (count: number) => theta.slice(at, (at += count));
  let a = disturb(x, pass.draws?.[0]);
  network.layers.forEach((layer, l) => {
    const { units, activation, normalization } = layer;
    const [kernel, bias] = [take(a[0]!.length * units), take(units)];
    const [gamma, beta] = normalization ? [take(units), take(units)] : [[], []];
    const normalized = (values: number[][]): number[][] => {
      const { kind, epsilon } = normalization!;
      if (kind === 'layer') return values.map((row) => scale(row, moments(row), epsilon, gamma, beta));
      const own = columns(values).map(moments);
      result.statistics[l] = { mean: own.map(({ mean }) => mean), variance: own.map(({ variance }) => variance) };
      const used = pass.running?.[l] ?? result.statistics[l];
      return values.map((row) => row.map((v, j) => ((v - used.mean[j]!) / Math.sqrt(used.variance[j]! + epsilon)) * gamma[j]! + beta[j]!));
    };
    let z = a.map((row) => bias.map((b, j) => row.reduce((sum, v, i) => sum + v * kernel[i * units + j]!, b)));
    if (normalization?.position === 'before') z = normalized(z);
    if (layer.sumDropout) z = disturb(z, pass.draws?.[l + 1]);
    a = z.map((row) => activationRows[activation.name]!.formula(row, activation, pass.watch));
    result.activations.push(a);
    if (normalization?.position === 'after') a = normalized(a);
    if (layer.activityPenalty) result.penalty += penalty(a.flat(), layer.activityPenalty, pass.watch) / a.length;
    if (!layer.sumDropout) a = disturb(a, pass.draws?.[l + 1]);
  });
  return result;
}

/** Mean over the rows of the loss of the data alone. */
export function meanLoss(network: NetworkPlan, theta: Flat, rows: Row[], pass: Pass = {}): number {
  const x = rows.map((row) => row.x);
  return lossOf(network, forwardRows(network, theta, x, pass), rows, pass) / rows.length;
}

/** What is minimised: the loss, as its entry sums it, and all penalties. */
function objective(network: NetworkPlan, theta: Flat, rows: Row[], pass: Pass): number {
  const x = rows.map((row) => row.x);
  const passed = forwardRows(network, theta, x, pass);
  const summed = network.loss.name === 'halfSquaredError' && network.loss.average === false;
  const data = lossOf(network, passed, rows, pass) / (summed ? 1 : rows.length);
  let at = 0;
  const ofParameters = shapes(network).reduce((sum, { size, penalty: given }) => {
    const values = theta.slice(at, (at += size));
    return given ? sum + penalty(values, given, pass.watch) : sum;
  }, 0);
  return data + passed.penalty + ofParameters;
}

function lossOf({ loss }: NetworkPlan, passed: Forward, rows: Row[], { watch }: Pass): number {
  const outputs = passed.activations.at(-1)!;
  return rows.reduce((sum, { y }, r) => sum + losses[loss.name]!(outputs[r]!, smoothed(loss, y), loss, watch), 0);
}

/** Keras: CategoricalCrossentropy and BinaryCrossentropy, argument label_smoothing. */
function smoothed(loss: NetworkPlan['loss'], y: number[]): number[] {
  const s = Number(loss.labelSmoothing ?? 0);
  return y.map((v) => (1 - s) * v + s / (loss.name === 'binaryCrossentropy' ? 2 : y.length));
}

/**
 * Central differences with h = 1e-5: truncation about h²/6 ≈ 2e-11, rounding about 1e-16/h = 1e-11. Of the loss and all
 * penalties.
 */
export function gradient(network: NetworkPlan, theta: Flat, rows: Row[], pass: Pass = {}): Flat {
  const h = 1e-5;
  return theta.map((value, i) => {
    const moved = (to: number) => objective(network, theta.with(i, to), rows, pass);
    return (moved(value + h) - moved(value - h)) / (2 * h);
  });
}

/** Distance of the nearest point that differences must not straddle, over all units and rows. */
export function nearestKink(network: NetworkPlan, theta: Flat, rows: Row[], pass: Pass = {}): number {
  let nearest = Infinity;
  objective(network, theta, rows, { ...pass, watch: (distance) => (nearest = Math.min(nearest, Math.abs(distance))) });
  return nearest;
}

export interface Trained {
  theta: Flat;
  /** Moving average of theta, or theta itself where none is kept. */
  averages: Flat;
  running: (Statistics | undefined)[];
  nearestKink: number;
}

/**
 * Parameters after `count` updates in stored order, batches as the contract of engines says. `draw` gives the noise and
 * dropout factors of each batch; `rates` the learning rates, if they change.
 */
export function trainReference(plan: RunPlan, count: number, draw?: (rows: number) => (Draw | undefined)[], rates?: ArrayLike<number>): Trained {
  const { network, training, data } = plan;
  const rows = examples(data.train);
  const perEpoch = Math.ceil(rows.length / training.batchSize);
  const { start = 0, update } = optimizerRows[training.optimizer.name]!;
  let theta = flatten(plan.parameters);
  let averages = theta;
  let running = runningOf(plan);
  let nearest = Infinity;
  const watch = (distance: number) => (nearest = Math.min(nearest, Math.abs(distance)));
  const hyperparameters = Object.fromEntries(Object.entries(training.optimizer).map(([key, value]) => [key, Number(value)]));
  const factors = shapes(network).flatMap(({ size, rate = 1 }) => Array.from({ length: size }, () => rate));
  const slots = theta.map((): [number, number, number] => [start === 'initialAccumulator' ? hyperparameters.initialAccumulator! : start, 0, 0]);
  for (let step = 0; step < count; step++) {
    const first = (step % perEpoch) * training.batchSize;
    const batch = rows.slice(first, first + training.batchSize);
    const pass = { draws: draw?.(batch.length) };
    watch(nearestKink(network, theta, batch, pass));
    const { statistics } = forwardRows(
      network,
      theta,
      batch.map(({ x }) => x),
      pass,
    );
    const g = clip(gradient(network, theta, batch, pass), plan);
    const rate = rates?.[step] ?? hyperparameters.learningRate!;
    const now = { ...hyperparameters, learningRate: rate, ...momentumOf(training, step) };
    theta = theta.map((value, i) => update(value, g[i]!, slots[i]!, { ...now, learningRate: rate * factors[i]! }, step + 1, watch));
    running = running.map((was, l) => was && follow(was, statistics[l]!, network.layers[l]!.normalization!.momentum));
    // Keras: the average follows before constraints are applied; the first step copies.
    const keep = step === 0 ? 0 : (training.averaging?.momentum ?? 0);
    averages = theta.map((value, i) => keep * averages[i]! + (1 - keep) * value);
    theta = constrain(theta, network);
  }
  return { theta, averages: training.averaging ? averages : theta, running, nearestKink: nearest };
}

/** On the line from the first value at update 0 to SGD's own at update `updates`, where that is asked for. */
function momentumOf({ optimizer, momentumWarmUp: rise }: RunPlan['training'], step: number): { momentum?: number } {
  if (!rise) return {};
  const share = Math.min(1, step / rise.updates);
  return { momentum: (1 - share) * rise.from + share * Number(optimizer.momentum) };
}

export function runningOf({ network, parameters }: RunPlan): (Statistics | undefined)[] {
  return network.layers.map(({ normalization }, l) =>
    normalization?.kind === 'batch' ? { mean: [...parameters[l]!.movingMean!], variance: [...parameters[l]!.movingVariance!] } : undefined,
  );
}

interface Shape {
  size: number;
  inputs: number;
  units: number;
  penalty?: Penalty;
  constraint?: LayerPlan['constraint'];
  /** Of the learning rate. */
  rate?: number;
}

function shapes({ inputs, layers }: NetworkPlan): Shape[] {
  return layers.flatMap(({ units, normalization, kernelPenalty, biasPenalty, constraint, kernelRate, biasRate }, l) => {
    const before = layers[l - 1]?.units ?? inputs;
    const vector = { size: units, inputs: 1, units };
    return [
      { size: before * units, inputs: before, units, penalty: kernelPenalty, constraint, rate: kernelRate },
      { ...vector, penalty: biasPenalty, rate: biasRate },
      ...(normalization ? [vector, vector] : []),
    ];
  });
}

function penalty(values: number[], { l1, l2 }: Penalty, watch?: Watch): number {
  // A relu's zeros are exact and stay so; every other value must not come near the kink of |w|.
  if (l1) for (const value of values) if (value !== 0) watch?.(value);
  return values.reduce((sum, value) => sum + l1 * Math.abs(value) + l2 * value * value, 0);
}

/** base_optimizer.py, _clip_gradients: clipvalue, clipnorm (per variable), global_clipnorm. */
function clip(g: Flat, { network, training }: RunPlan): Flat {
  if (!training.clip) return g;
  const { by, limit } = training.clip;
  const scaled = (values: number[]) => {
    const norm = Math.hypot(...values);
    return values.map((value) => (norm > limit ? (value * limit) / norm : value));
  };
  if (by === 'value') return g.map((value) => Math.max(-limit, Math.min(limit, value)));
  if (by === 'globalNorm') return scaled(g);
  let at = 0;
  return shapes(network).flatMap(({ size }) => scaled(g.slice(at, (at += size))));
}

/** constraints.py: MaxNorm, UnitNorm, MinMaxNorm, NonNeg, with axis = 0. */
function constrain(theta: Flat, network: NetworkPlan): Flat {
  let at = 0;
  return shapes(network).flatMap(({ size, inputs, units, constraint }) => {
    const w = theta.slice(at, (at += size));
    if (!constraint) return w;
    if (constraint.name === 'nonNegative') return w.map((value) => Math.max(0, value));
    const norms = Array.from({ length: units }, (_, j) => Math.hypot(...Array.from({ length: inputs }, (_, i) => w[i * units + j]!)));
    const wanted = norms.map((norm) => {
      if (constraint.name === 'unitNorm') return 1;
      if (constraint.name === 'maxNorm') return Math.min(norm, Number(constraint.limit));
      const rate = Number(constraint.rate);
      return rate * Math.min(Math.max(norm, Number(constraint.least)), Number(constraint.greatest)) + (1 - rate) * norm;
    });
    return w.map((value, i) => (value * wanted[i % units]!) / (1e-7 + norms[i % units]!));
  });
}

function follow(was: Statistics, batch: Statistics, momentum: number): Statistics {
  const blend = (a: number[], b: number[]) => a.map((value, i) => momentum * value + (1 - momentum) * b[i]!);
  return { mean: blend(was.mean, batch.mean), variance: blend(was.variance, batch.variance) };
}

function moments(values: number[]): { mean: number; variance: number } {
  const mean = average(values);
  return { mean, variance: average(values.map((value) => (value - mean) ** 2)) };
}

function scale(row: number[], { mean, variance }: { mean: number; variance: number }, epsilon: number, gamma: number[], beta: number[]): number[] {
  return row.map((value, j) => ((value - mean) / Math.sqrt(variance + epsilon)) * gamma[j]! + beta[j]!);
}

function columns(rows: number[][]): number[][] {
  return rows[0]!.map((_, j) => rows.map((row) => row[j]!));
}

function disturb(rows: number[][], { noise, dropout }: Draw = {}): number[][] {
  return rows.map((row, r) => row.map((value, j) => (value + (noise?.[r]![j] ?? 0)) * (dropout?.[r]![j] ?? 1)));
}

function average(values: number[]): number {
  return values.reduce((s, v) => s + v, 0) / values.length;
}
