/** What verdicts take from the readings of probes that look at layers. */
import * as z from 'zod';
import type { Report } from '../../schema/problem.ts';
import type { Arm } from '../configuration/arm.ts';
import type { Looked } from './kind.ts';
import type { RunResult } from '../train/result.ts';
import type { ProbeReading } from '../probes/reading.ts';
import { bound } from '../../schema/parts.ts';

/** Probes that read layers or the network, and what they read, in words; the first is the default. */
const READINGS: Record<ReadingName, Record<string, string>> = {
  gradients: { norm: 'norm of the gradient' },
  updates: { ratio: 'update as a share of the weights' },
  activations: { variance: 'variance of the activations', mean: 'mean of the activations', dead: 'share of dead units' },
  activity: { active: 'share of units that are active', size: 'mean size of the activations' },
  movement: { size: 'movement of the activations' },
  shift: { earlier: 'change of the gradient by a step of the layers before', all: 'change of the gradient by a step of all layers' },
  statistics: {
    gap: 'accuracy with batch statistics less that with running ones',
    batch: 'accuracy with batch statistics',
    running: 'accuracy with running statistics',
  },
  curvature: { eigenvalue: 'largest eigenvalue of the Hessian' },
  conditioning: {
    condition: 'condition number of the Hessian',
    largest: 'largest eigenvalue of the Hessian',
    smallest: 'smallest eigenvalue of the Hessian',
  },
  gradientNoise: { scale: 'noise scale of the gradient', variance: 'variance of the gradient of one example', square: 'squared norm of the gradient' },
  lossLine: { climb: 'rise of the loss on the line from start to end' },
  barrier: {
    before: 'barrier to the twin',
    after: 'barrier to the twin, units matched',
    left: 'share of the barrier that is left when units are matched',
  },
  snapshots: {
    outputs: 'loss held out of the mean outputs of the snapshots',
    weights: 'loss held out of the mean weights of the snapshots',
    last: 'loss held out of the last network',
    outputsGain: 'gain of the mean outputs on the last network',
    weightsGain: 'gain of the mean weights on the last network',
  },
  weights: { variance: 'variance of the weights', mean: 'mean of the weights', zero: 'share of weights that are zero' },
};
const PROBES = [
  'gradients',
  'updates',
  'activations',
  'activity',
  'movement',
  'weights',
  'shift',
  'statistics',
  'curvature',
  'conditioning',
  'gradientNoise',
  'lossLine',
  'barrier',
  'snapshots',
] as const;
type ReadingName = (typeof PROBES)[number];
/** Those that read no single layer. */
const OF_THE_NETWORK: readonly ReadingName[] = ['statistics', 'curvature', 'conditioning', 'gradientNoise', 'lossLine', 'barrier', 'snapshots'];
const VALUES = [...new Set(Object.values(READINGS).flatMap((values) => Object.keys(values)))];

export const layerSchema = z.union([z.enum(['first', 'last']), z.int({ error: () => 'a layer counted from 1' }).min(1, 'a layer counted from 1')]);
export type Layer = z.output<typeof layerSchema>;

/** Which reading, and on which side of a bound. */
export const readingShape = {
  probe: z.enum(PROBES).describe('probe whose readings are judged; it must be among the experiment’s probes'),
  value: z.enum(VALUES).optional().describe('which of its readings; by default the first that it has'),
  when: z.enum(['start', 'end']).default('end').describe('the reading before training, or the last'),
  below: bound.optional(),
  above: bound.optional(),
};
export type LayerForm = z.output<z.ZodObject<typeof readingShape>>;

/** The reading that the form is about; `lost` if the run diverged before it, undefined where none was asked for. */
export function readingOf({ probes = [], ending }: RunResult, form: Pick<LayerForm, 'probe' | 'when'>): ProbeReading | 'lost' | undefined {
  if (ending.state !== 'finished' && ending.state !== 'diverged') return undefined;
  const own = probes.filter(({ probe }) => probe === form.probe);
  const reading = form.when === 'start' ? own.find(({ step }) => step === 0) : own.at(-1);
  const lost = ending.state === 'diverged' && (form.when === 'end' || !reading);
  return lost ? 'lost' : reading;
}

/** NaN where there is no such layer. Of a probe that reads the network as a whole, `layer` says nothing. */
export function valueOf(reading: ProbeReading, { probe, value }: Pick<LayerForm, 'probe' | 'value'>, layer: Layer): number {
  const read = 'layers' in reading ? reading.layers.at(layer === 'first' ? 0 : layer === 'last' ? -1 : layer - 1) : reading;
  return Number(Reflect.get(read ?? {}, value ?? defaultOf(probe)));
}

/** "variance of the activations" */
export function readingName({ probe, value = defaultOf(probe) }: Pick<LayerForm, 'probe' | 'value'>): string {
  return READINGS[probe][value] ?? value;
}

/** "variance of the activations, first layer"; of the network as a whole, no layer */
export function layerReadingName(form: Pick<LayerForm, 'probe' | 'value'>, layer: Layer): string {
  return OF_THE_NETWORK.includes(form.probe) ? readingName(form) : `${readingName(form)}, ${layerName(layer)}`;
}

/** "first layer", "layer 10" */
export function layerName(layer: Layer): string {
  return typeof layer === 'number' ? `layer ${layer}` : `${layer} layer`;
}

/** `layers`: the form's keys that name a layer, with what they name. */
export function checkLayers(form: LayerForm, layers: Record<string, Layer>, arm: Arm, experiment: Pick<Looked, 'probes'>, report: Report): void {
  if ((form.below === undefined) === (form.above === undefined)) report([], 'no bound, or two', 'exactly one of below, above');
  checkRead(form, layers, arm, experiment, report);
}

/** The same of a form that has no bound. */
export function checkRead(
  { probe, value }: Pick<LayerForm, 'probe' | 'value'>,
  layers: Record<string, Layer>,
  { label, configuration }: Arm,
  { probes = [] }: Pick<Looked, 'probes'>,
  report: Report,
): void {
  const values = Object.keys(READINGS[probe]);
  if (value !== undefined && !values.includes(value)) report(['value'], value, `${values.join(', ')}, which ${probe} reads`);
  if (!probes.some(({ name }) => name === probe)) {
    const asked = probes.map(({ name }) => name).join(', ') || 'none';
    report(['probe'], `${probe}, which is not asked for`, `a probe that the experiment’s probes name: ${asked}`);
  }
  const last = configuration.network.hidden.length + 1;
  for (const [key, layer] of Object.entries(layers)) {
    if (typeof layer === 'number' && layer > last) report([key], String(layer), `a layer from 1 to ${last}, which arm "${label}" has, first or last`);
  }
}

function defaultOf(probe: ReadingName): string {
  return Object.keys(READINGS[probe])[0]!;
}
