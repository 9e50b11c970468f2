/** Learning rates per update as Python functions of (step, base): the catalog's formulas, in the catalog's units. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { Choice } from '../../nn/entry.ts';
import { literal, real } from './literal.ts';

/** Name → definition. */
const FUNCTIONS: Record<string, string> = {
  timeBased: `def time_based(step, base, k, per=1):
    return base / (1 + k * (step // per))`,
  exponential: `def exponential(step, base, k, per=1):
    return base * math.exp(-k * (step // per))`,
  stepDecay: `def step_decay(step, base, factor, period):
    return base * factor ** math.floor(step / period)`,
  polynomial: `def polynomial(step, base, total, power, end):
    return base * (end + (1 - end) * max(0, 1 - step / total) ** power)`,
  cosine: `def cosine(step, base, total, end):
    return base * (end + (1 - end) * (1 + math.cos(math.pi * min(1, step / total))) / 2)`,
  cosineRestarts: `def cosine_restarts(step, base, period, multiplier, end):
    while step >= period:
        step, period = step - period, period * multiplier
    return base * (end + (1 - end) * (1 + math.cos(math.pi * step / period)) / 2)`,
  triangular: `def triangular(step, base, half_period, low, halving):
    t = step / half_period
    cycle = math.floor(1 + t / 2)
    height = max(0, 1 - abs(t - 2 * cycle + 1)) * (0.5 ** (cycle - 1) if halving else 1)
    return base * (low + (1 - low) * height)`,
  oneCycle: `def one_cycle(step, base, total, start, end, rise):
    progress = min(1, step / max(1, total - 1))
    if progress < rise:
        return base * (1 + (start - 1) * (1 + math.cos(math.pi * progress / rise)) / 2)
    return base if rise == 1 else base * (end + (1 - end) * (1 + math.cos(math.pi * (progress - rise) / (1 - rise))) / 2)`,
  rangeTest: `def range_test(step, base, total, lowest, highest):
    return lowest * (highest / lowest) ** min(1, step / max(1, total - 1))`,
};

const WARM_UP = `def warm_up(step, base, length, start, schedule):
    if step >= length:
        return schedule(step - length, base)
    return schedule(0, base) * (start + (1 - start) * step / length)`;

/** Rules of Keras' ReduceLROnPlateau. */
const PLATEAU = `class Plateau:
    """Multiplies the learning rate by a factor once the loss has not become better for so many epochs."""

    def __init__(self, rate, factor, patience, min_delta, cooldown, minimum):
        self.rate, self.factor, self.patience, self.min_delta = rate, factor, patience, min_delta
        self.pause, self.minimum = cooldown, minimum
        self.best, self.wait, self.cooldown = math.inf, 0, 0

    def observe(self, loss):
        if self.cooldown > 0:
            self.cooldown, self.wait = self.cooldown - 1, 0
        if loss < self.best - self.min_delta:
            self.best, self.wait = loss, 0
        elif self.cooldown == 0:
            self.wait += 1
            if self.wait >= self.patience and self.rate > self.minimum:
                self.rate = max(self.rate * self.factor, self.minimum)
                self.wait, self.cooldown = 0, self.pause`;

/** The definitions that these configurations need. */
export function scheduleCode(configurations: readonly Configuration[]): string {
  const names = new Set(configurations.map(({ training }) => training.schedule?.name ?? 'constant'));
  return [
    ...Object.entries(FUNCTIONS).flatMap(([name, code]) => (names.has(name) ? [code] : [])),
    ...(configurations.some(({ training }) => training.warmUp) ? [WARM_UP] : []),
    ...(names.has('reduceOnPlateau') ? [PLATEAU] : []),
  ].join('\n\n\n');
}

/** A function of (step, base), as an expression. */
export function rateExpression({ training }: Configuration, updates: number, perEpoch: number): string {
  const { schedule = { name: 'constant' }, warmUp } = training;
  const length = warmUp ? Math.round(warmUp.epochs * perEpoch) : 0;
  const rest = scheduleCall(schedule, Math.max(1, updates - length), perEpoch);
  const plain = `lambda step, base: ${rest}`;
  return warmUp ? `lambda step, base: warm_up(step, base, ${length}, ${real(warmUp.start)}, ${plain})` : plain;
}

export function plateauExpression({ training: { schedule } }: Configuration): string {
  if (schedule?.name !== 'reduceOnPlateau') return 'None';
  const value = (key: string) => real(Number(schedule[key]));
  return `dict(factor=${value('factor')}, patience=${literal(Number(schedule.patience))}, min_delta=${value('minDelta')}, cooldown=${literal(Number(schedule.cooldown))}, minimum=${value('minimum')})`;
}

function scheduleCall(schedule: Choice, total: number, perEpoch: number): string {
  const value = (key: string) => real(schedule[key] ?? null);
  const epochs = (key: string) => literal(Number(schedule[key]) * perEpoch);
  const per = schedule.perEpoch === true ? `, per=${perEpoch}` : '';
  switch (schedule.name) {
    case 'timeBased':
      return `time_based(step, base, ${value('k')}${per})`;
    case 'exponential':
      return `exponential(step, base, ${value('k')}${per})`;
    case 'stepDecay':
      return `step_decay(step, base, ${value('factor')}, period=${epochs('period')})`;
    case 'polynomial':
      return `polynomial(step, base, total=${total}, power=${value('power')}, end=${value('end')})`;
    case 'cosine':
      return `cosine(step, base, total=${total}, end=${value('end')})`;
    case 'cosineRestarts':
      return `cosine_restarts(step, base, period=${epochs('period')}, multiplier=${value('multiplier')}, end=${value('end')})`;
    case 'triangular':
      return `triangular(step, base, half_period=${epochs('halfPeriod')}, low=${value('low')}, halving=${value('halving')})`;
    case 'oneCycle':
      return `one_cycle(step, base, total=${total}, start=${value('start')}, end=${value('end')}, rise=${value('rise')})`;
    case 'rangeTest':
      return `range_test(step, base, total=${total}, lowest=${value('lowest')}, highest=${value('highest')})`;
    case 'constant':
    case 'reduceOnPlateau':
      return 'base';
    default:
      throw new Error(`The schedule "${schedule.name}" has no Python form; add it to export/python/schedules.ts.`);
  }
}
