/** What a network's inputs and outputs are in the words and units of the data: what it takes to predict from raw numbers. */
import * as z from 'zod';
import type { NetworkPlan } from '../engines/engine.ts';
import { shown } from './json.ts';
import { ModelError } from './modelError.ts';

/** A number as the network has it is (number − shift) / scale. */
export interface Column {
  name: string;
  shift: number;
  /** Not 0. */
  scale: number;
}

export interface ModelData {
  /** One for each input. */
  features: Column[];
  /** One for each output that is a number to predict; none in classification. */
  labels: Column[];
  /** Names by class number; of a single output the two that 0 and 1 stand for. None in regression. */
  classes: string[];
}

export function isScaled(columns: readonly Column[]): boolean {
  return columns.some(({ shift, scale }) => shift !== 0 || scale !== 1);
}

/** `where` names the value in messages. Throws a ModelError where it is none, or is not about this network. */
export function checkModelData(value: unknown, where: string, network: Pick<NetworkPlan, 'inputs' | 'layers'>): ModelData {
  const parsed = modelData.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ModelError([where, ...issue.path.map(String)].join('.'), shown(value), issue.message);
  }
  const { features, labels, classes } = parsed.data;
  const outputs = network.layers.at(-1)!.units;
  if (features.length !== network.inputs)
    throw new ModelError(`${where}.features`, `${features.length} columns`, `${network.inputs}, as the network has inputs`);
  if (labels.length > 0 && labels.length !== outputs)
    throw new ModelError(`${where}.labels`, `${labels.length} columns`, `${outputs}, as the network has outputs`);
  if (classes.length > 0 && classes.length !== Math.max(outputs, 2))
    throw new ModelError(`${where}.classes`, `${classes.length} names`, `${Math.max(outputs, 2)}, as the network tells classes apart`);
  return parsed.data;
}

const column = z.strictObject(
  {
    name: z.string({ error: () => 'a text' }),
    shift: z.number({ error: () => 'a number' }),
    scale: z.number({ error: () => 'a number other than 0' }).refine((scale) => scale !== 0, 'a number other than 0'),
  },
  { error: () => 'an object with name, shift and scale' },
);

const modelData: z.ZodType<ModelData> = z.strictObject(
  {
    features: z.array(column, { error: () => 'a list of columns' }),
    labels: z.array(column, { error: () => 'a list of columns' }),
    classes: z.array(z.string({ error: () => 'a text' }), { error: () => 'a list of names' }),
  },
  { error: () => 'an object with features, labels and classes' },
);
