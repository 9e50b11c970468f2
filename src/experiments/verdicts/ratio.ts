/**
 * `ratio: { probe: gradients, of: first, to: last, below: 0.01 }`: what a probe reads of one layer, divided by what it reads of
 * another, before training (`when: start`) or last (`end`). Where there is no ratio, because both are 0 or the run diverged
 * before the reading, the claim does not hold. Effect: the worst arm's ratio less the bound.
 */
import * as z from 'zod';
import type { ProbeReading } from '../probes/reading.ts';
import { bound, settings } from '../schemaParts.ts';
import type { RunResult } from '../types.ts';
import { bearsBound, weighBound, worstOf } from './bound.ts';
import type { VerdictKind } from './kind.ts';

/** Probes that read layers, and what they read; the first is the default. */
const READINGS = {
  gradients: ['norm'],
  updates: ['ratio'],
  activations: ['variance', 'mean', 'dead'],
  weights: ['variance', 'mean', 'zero'],
} as const;
type ReadingName = keyof typeof READINGS;
const PROBES = Object.keys(READINGS) as ReadingName[];
const VALUES = [...new Set(Object.values(READINGS).flat())];

const layer = z.union([z.enum(['first', 'last']), z.int({ error: () => 'a layer counted from 1' }).min(1, 'a layer counted from 1')]);

export const ratioSchema = settings({
  probe: z.enum(PROBES).describe('probe whose readings are compared; it must be among the experiment’s probes'),
  value: z.enum(VALUES).optional().describe('which of its readings; by default the first that it has'),
  of: layer.default('first').describe('layer whose reading is divided: first, last, or a number from 1; the output layer is the last'),
  to: layer.default('last').describe('layer by whose reading it is divided'),
  when: z.enum(['start', 'end']).default('end').describe('the reading before training, or the last'),
  below: bound.optional(),
  above: bound.optional(),
});
export type Ratio = z.output<typeof ratioSchema>;

export const ratio: VerdictKind<Ratio> = {
  reads: 'nothing',
  quantity: (form) => `ratio of ${form.probe} less ${form.below ?? form.above}`,
  measure: (result, form) => ratioOf(result, form),
  weigh: weighBound,
  bears: bearsBound,
  check(form, { label, configuration }, { probes = [] }, report) {
    const { probe, value } = form;
    if ((form.below === undefined) === (form.above === undefined)) report([], 'a ratio without a bound, or with two', 'exactly one of below, above');
    const values: readonly string[] = READINGS[probe];
    if (value !== undefined && !values.includes(value)) report(['value'], value, `${values.join(', ')}, which ${probe} reads`);
    if (!probes.some(({ name }) => name === probe)) {
      const asked = probes.map(({ name }) => name).join(', ') || 'none';
      report(['probe'], `${probe}, which is not asked for`, `a probe that the experiment’s probes name: ${asked}`);
    }
    const layers = configuration.network.hidden.length + 1;
    for (const key of ['of', 'to'] as const) {
      const number = form[key];
      if (typeof number === 'number' && number > layers) report([key], String(number), `a layer from 1 to ${layers}, which arm "${label}" has, first or last`);
    }
  },
};

function ratioOf({ probes = [], ending }: RunResult, form: Ratio): number | undefined {
  if (ending.state !== 'finished' && ending.state !== 'diverged') return undefined;
  const own = probes.filter(({ probe }) => probe === form.probe);
  const lost = ending.state === 'diverged' && form.when === 'end';
  const reading = form.when === 'start' ? own.find(({ step }) => step === 0) : own.at(-1);
  if (lost || (!reading && ending.state === 'diverged')) return worstOf(form);
  const quotient = reading && valueOf(reading, form, form.of) / valueOf(reading, form, form.to);
  return Number.isNaN(quotient) ? worstOf(form) : quotient;
}

function valueOf(reading: ProbeReading, { probe, value }: Ratio, layer: Ratio['of']): number {
  const layers = 'layers' in reading ? reading.layers : [];
  const index = layer === 'first' ? 0 : layer === 'last' ? layers.length - 1 : layer - 1;
  return Number(Reflect.get(layers[index] ?? {}, value ?? READINGS[probe][0]));
}
