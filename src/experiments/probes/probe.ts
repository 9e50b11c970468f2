/**
 * A probe looks inside a network without touching its training: it works on a second trainer that holds
 * a copy of the parameters. Each is one file of this folder; options, controls and checks derive from it.
 */
import type { DataShape } from '../../datasets/dataset.ts';
import type { LayerParameters, Trainer } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { BooleanHyperparameter, Choice, NumberHyperparameter } from '../../nn/entry.ts';
import type { Plan } from '../plan/plan.ts';

export type ProbeOption = Omit<NumberHyperparameter, 'symbol'> | Omit<BooleanHyperparameter, 'symbol'>;

export interface ProbeContext {
  plan: Plan;
  kernel: Kernel;
  /** The network as it is at this point. Probes may set other parameters in it. */
  trainer: Trainer;
  /** Its parameters (their moving average, where the plan asks for one). */
  parameters: LayerParameters[];
  /** Parameters before training. */
  initial: LayerParameters[];
  /** Updates done in the run. */
  step: number;
  /** Those kept so far. */
  checkpoints: readonly Checkpoint[];
  /**
   * Trains the run again on the same data, with another order of batches and, unless `sameStart`, other initial parameters. Gives its
   * final parameters, or none if it diverged. Absent where no run is under way.
   */
  twin?(sameStart: boolean): Promise<LayerParameters[] | undefined>;
  /** To be awaited in long loops, so that messages get through; throws when the run is cancelled. */
  pause(): Promise<void>;
}

/** A probe by name, with its options. */
export type ProbeSpec = Choice;

/** Parameters kept on the way. */
export interface Checkpoint {
  step: number;
  epoch: number;
  /** Whether it is the best of all epochs. */
  best: boolean;
  parameters: LayerParameters[];
}

interface Common {
  /** Name in specs, camelCase. */
  name: string;
  title: string;
  /** One sentence, with units. */
  summary: string;
  options: Record<string, ProbeOption>;
  /** What is lacking in data of this shape, if anything. */
  lacks?(shape: DataShape): string | undefined;
}

/** Of the network at one point. */
export interface PointProbe<Data> extends Common {
  /** `end`: only at the end of the run; else also before training, and every so many epochs (option `every`). */
  when: 'points' | 'end';
  read(context: ProbeContext, options: Choice): Promise<Data>;
  /** What a recording keeps of a reading: what figures draw of it. `isLast`: of its run. Defaults to all of every reading. */
  keep?(data: Data, isLast: boolean): Data | undefined;
}

/** Of the one update that follows a point. */
export interface UpdateProbe<Data> extends Common {
  when: 'updates';
  read(before: LayerParameters[], after: LayerParameters[]): Data;
}

/** The option of every probe that is not for the end alone. */
export const every: ProbeOption = {
  kind: 'number',
  description: 'epochs from reading to reading; 0 for before training and at the end only',
  default: 0,
  min: 0,
  max: 100_000,
  integer: true,
};

export function count(description: string, preset: number, min: number, max: number): ProbeOption {
  return { kind: 'number', description, default: preset, min, max, integer: true };
}
