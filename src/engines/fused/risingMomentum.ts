/** Updates of SGD whose momentum still rises: the kernel reads the momentum once per call, so each of them is a call of its own. */
import type { Kernel } from '../../kernel/kernel.ts';
import type { TrainingPlan } from '../engine.ts';
import { momentumAt } from '../../nn/optimizers/momentumWarmUp.ts';

/** Do up to `count` updates with the rates at `rates`, of which 0 is none. Returns how many were done before one that was not finite. */
export type Updates = (count: number, rates: number) => number;

/** `updates`, with the momentum of each update after the first `step` put in place at `hyperparameters`. */
export function risingMomentum(kernel: Kernel, { optimizer, momentumWarmUp }: TrainingPlan, hyperparameters: number, updates: Updates) {
  if (!momentumWarmUp) return (_step: number, count: number, rates: number) => updates(count, rates);
  const momentum = Number(optimizer['momentum']);
  const place = Object.keys(optimizer)
    .filter((key) => key !== 'name')
    .indexOf('momentum');
  return (step: number, count: number, rates: number): number => {
    let done = 0;
    while (done < count) {
      const part = step + done < momentumWarmUp.updates ? 1 : count - done;
      kernel.f64(hyperparameters, place + 1)[place] = momentumAt(step + done, momentum, momentumWarmUp) || LEAST;
      const finished = updates(part, rates && rates + 8 * done);
      done += finished;
      if (finished < part) break;
    }
    return done;
  };
}

/** Without momentum the kernel would keep no last step for the updates that follow; this is 0 once it is a float32. */
const LEAST = Number.MIN_VALUE;
