/**
 * Takes the readings of one run. It works on a trainer of its own, so that what it tries out, and how often, leaves
 * the training as it is, bit for bit.
 */
import type { Engine, LayerParameters, Trainer } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { findEntry } from '../../nn/entry.ts';
import type { Checkpoint, ProbeContext, ProbeSpec } from './probe.ts';
import type { Plan } from '../plan/plan.ts';
import { probes } from './index.ts';
import type { ProbeReading } from './reading.ts';

export interface ProberOptions {
  specs: readonly ProbeSpec[];
  engine: Engine;
  kernel: Kernel;
  plan: Plan;
  /** Those kept so far. */
  checkpoints: () => readonly Checkpoint[];
  /** See ProbeContext. */
  twin?: ProbeContext['twin'];
  /** Gets the readings. */
  readings: ProbeReading[];
  pause(): Promise<void>;
}

export interface Moment {
  step: number;
  epoch: number;
  /** Whether training is over. */
  end: boolean;
}

export class Prober {
  readonly #options: ProberOptions;
  readonly #own: Trainer;
  /** Parameters before the update that is to be measured. */
  #before: { moment: Moment; parameters: LayerParameters[] } | undefined;

  private constructor(options: ProberOptions, own: Trainer) {
    this.#options = options;
    this.#own = own;
  }

  static async open(options: ProberOptions): Promise<Prober> {
    const { plan } = options.plan;
    // What it is given is the average already.
    return new Prober(options, await options.engine.create({ ...plan, training: { ...plan.training, averaging: undefined } }));
  }

  /** Epochs from reading to reading, of all probes that have regular ones. */
  static intervals(specs: readonly ProbeSpec[]): number[] {
    return specs.map((spec) => Number(spec.every ?? 0)).filter((epochs) => epochs > 0);
  }

  /** Whether exactly one update is to be done next, and reported by `updated`. */
  get measuresNextUpdate(): boolean {
    return this.#before !== undefined;
  }

  /** Take what is due at this moment of `trainer`'s run. */
  async read(trainer: Trainer, moment: Moment): Promise<void> {
    const due = this.#options.specs.filter((spec) => this.#isDue(spec, moment));
    if (due.length === 0) return;
    const parameters = await trainer.parameters();
    for (const spec of due) {
      const probe = findEntry('probe', probes, spec.name);
      if (probe.when === 'updates') {
        if (!moment.end) this.#before = { moment, parameters };
        continue;
      }
      await this.#own.setParameters(parameters);
      const { kernel, plan, checkpoints, twin, pause } = this.#options;
      const own = { trainer: this.#own, parameters, initial: plan.plan.parameters, step: moment.step, checkpoints: checkpoints() };
      const context = { plan, kernel, ...own, ...(twin && { twin }), pause };
      const data = await probe.read(context, spec);
      this.#add(spec.name, moment, data);
    }
  }

  /** The update that was to be measured has been done. */
  async updated(trainer: Trainer): Promise<void> {
    const before = this.#before;
    this.#before = undefined;
    const probe = probes.find(({ when }) => when === 'updates');
    if (before && probe?.when === 'updates') this.#add(probe.name, before.moment, probe.read(before.parameters, await trainer.parameters()));
  }

  dispose(): void {
    this.#own.dispose();
  }

  #isDue(spec: ProbeSpec, { epoch, step, end }: Moment): boolean {
    if (findEntry('probe', probes, spec.name).when === 'end') return end;
    const every = Number(spec.every);
    return end || step === 0 || (every > 0 && epoch % every === 0);
  }

  #add(probe: string, { step, epoch }: Moment, data: object): void {
    this.#options.readings.push({ probe, step, epoch, ...data } as ProbeReading);
  }
}
