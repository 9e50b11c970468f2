/** Who takes part in the bench. A contender is whatever can be handed a workload and told to do updates. */
import { loadEngine } from '../../engines/index.ts';
import type { EngineName } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { workloadPlan, type Workload } from './workloads.ts';

export interface Contender {
  readonly name: string;
  /** Of what it is, where that is not this project's own. */
  readonly version?: string;
  /** Get ready for a workload: data and parameters in place, nothing trained. */
  prepare(workload: Workload): Promise<Prepared>;
}

export interface Prepared {
  /** Do `updates` updates; resolves to the milliseconds that they took. */
  run(updates: number): Promise<number>;
  dispose(): void | Promise<void>;
}

/** An engine of this project, in this process and on one core. */
export function engineContender(name: EngineName, kernel: Kernel): Contender {
  return {
    name,
    async prepare(workload) {
      const engine = await loadEngine(name, kernel);
      const trainer = await engine.create(workloadPlan(workload, kernel));
      return {
        async run(updates) {
          const start = performance.now();
          await trainer.train(updates);
          const time = performance.now() - start;
          if (trainer.divergedAt !== undefined) throw new Error(`${name} diverged at update ${trainer.divergedAt}: its time means nothing.`);
          return time;
        },
        dispose: () => trainer.dispose(),
      };
    },
  };
}
