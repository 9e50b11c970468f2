/**
 * What the networks kept on the way are worth together: with the mean of their outputs, as snapshot ensembles have it (Huang et al. 2017), and
 * with the mean of their weights (Izmailov et al. 2018). The loss is that of examples held out: of the test split, else the validation split, else
 * the training split.
 */
import type { LayerParameters, SplitData } from '../../engines/engine.ts';
import { featureNumbers } from '../../engines/engine.ts';
import { libm } from '../../kernel/libm.ts';
import { logLoss } from '../../statistics/logLoss.ts';
import type { PointProbe, ProbeContext } from './probe.ts';

export interface Snapshots {
  /** How many networks. */
  count: number;
  /** Loss of the network at the end of the run, of the mean of all outputs, and of the network with the mean of all weights. */
  last: number;
  outputs: number;
  weights: number;
  /** How much lower than the first are the other two. */
  outputsGain: number;
  weightsGain: number;
}

export const snapshots: PointProbe<Snapshots> = {
  name: 'snapshots',
  title: 'snapshots together',
  summary: 'Loss held out of the networks at regular checkpoints taken together: of the mean of their outputs, and of the mean of their weights.',
  options: {},
  when: 'end',
  async read(context) {
    const kept = context.checkpoints.filter(({ best }) => !best).map(({ parameters }) => parameters);
    const networks = kept.length > 0 ? kept : [context.parameters];
    const loss = lossOn(context);
    const last = loss(await outputsOf(context, context.parameters));
    const each: Float32Array[] = [];
    for (const parameters of networks) each.push(await outputsOf(context, parameters));
    const outputs = loss(meanOf(each));
    const weights = loss(await outputsOf(context, meanWeights(networks)));
    return { count: networks.length, last, outputs, weights, outputsGain: last - outputs, weightsGain: last - weights };
  },
};

function heldOut({ plan }: Pick<ProbeContext, 'plan'>): SplitData {
  const { test, validation, train } = plan.plan.data;
  const { x, ...split } = test ?? validation ?? train;
  return { ...split, x: featureNumbers(x) };
}

async function outputsOf(context: ProbeContext, parameters: LayerParameters[]): Promise<Float32Array> {
  const { x, examples } = heldOut(context);
  await context.pause();
  await context.trainer.setParameters(parameters);
  return context.trainer.predict(x, examples);
}

/** Of classes the cross-entropy, of numbers the mean squared error, in the scale in which the network sees them. */
function lossOn(context: ProbeContext): (outputs: Float32Array) => number {
  const { y, examples } = heldOut(context);
  const squared = (value: number, label: number) => (value - label) * (value - label);
  if (context.plan.examples.task === 'regression') return (outputs) => outputs.reduce((sum, value, i) => sum + squared(value, y[i]!), 0) / outputs.length;
  const { log } = libm(context.kernel);
  return (outputs) => logLoss(outputs, y, examples, log);
}

/** The mean of several layers is a layer whose every number is the mean of theirs. */
function meanWeights(networks: readonly LayerParameters[][]): LayerParameters[] {
  return networks[0]!.map((layer, l) => {
    const keys = Object.keys(layer) as (keyof LayerParameters)[];
    return Object.fromEntries(keys.map((key) => [key, meanOf(networks.map((network) => network[l]![key]!))])) as unknown as LayerParameters;
  });
}

/** Number by number; summed as doubles, so that it is rounded once. */
function meanOf(arrays: readonly Float32Array[]): Float32Array {
  return arrays[0]!.map((_, i) => arrays.reduce((sum, array) => sum + array[i]!, 0) / arrays.length);
}
