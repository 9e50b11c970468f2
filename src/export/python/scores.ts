/** Loss and metrics of a split in NumPy, in 64 bits: the same in every framework's program. */
import type { Choice } from '../../nn/entry.ts';
import { fromLogits } from '../uses.ts';
import { real } from './literal.ts';

const LOG_SUM_EXP = `def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))`;

/** Name of our loss → Python name and definition. */
const LOSSES: Record<string, { name: string; code: string; softmax?: true }> = {
  meanSquaredError: { name: 'mean_squared_error', code: 'def mean_squared_error(outputs, y):\n    return np.mean((outputs - y) ** 2)' },
  halfSquaredError: {
    name: 'half_squared_error',
    code: 'def half_squared_error(outputs, y):\n    return 0.5 * np.mean(np.sum((outputs - y) ** 2, axis=1))',
  },
  meanAbsoluteError: { name: 'mean_absolute_error', code: 'def mean_absolute_error(outputs, y):\n    return np.mean(np.abs(outputs - y))' },
  huber: {
    name: 'huber',
    code: `def huber(outputs, y, delta):
    d = np.abs(outputs - y)
    return np.mean(np.where(d <= delta, 0.5 * d**2, delta * (d - 0.5 * delta)))`,
  },
  binaryCrossentropy: {
    name: 'binary_crossentropy',
    code: 'def binary_crossentropy(z, y):\n    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))',
  },
  categoricalCrossentropy: {
    name: 'categorical_crossentropy',
    code: 'def categorical_crossentropy(z, y):\n    return -np.mean(np.sum(y * log_softmax(z), axis=1))',
    softmax: true,
  },
  kullbackLeibler: {
    name: 'kullback_leibler',
    code: `def kullback_leibler(z, y):
    log_y = np.log(np.where(y > 0, y, 1))
    return np.mean(np.sum(y * (log_y - log_softmax(z)), axis=1))`,
    softmax: true,
  },
  hinge: { name: 'hinge', code: 'def hinge(outputs, y):\n    return np.mean(np.maximum(0, 1 - (2 * y - 1) * outputs))' },
};

const CLASSES = `def evaluate(arm, outputs, y, label_scale):
    """Loss and share of right classes; outputs are logits where the loss is computed from them."""
    outputs, y = np.asarray(outputs, np.float64), np.asarray(y, np.float64)
    if y.shape[1] > 1:
        right = outputs.argmax(axis=1) == y.argmax(axis=1)
    else:
        right = (outputs[:, 0] > arm["threshold"]) == (y[:, 0] > 0.5)
    return {"loss": float(arm["score"](outputs, y)), "accuracy": float(right.mean())}`;

const NUMBERS = `def evaluate(arm, outputs, y, label_scale):
    """Loss, mean absolute and root mean squared error as the network sees the labels; rss in the data's own units."""
    outputs, y = np.asarray(outputs, np.float64), np.asarray(y, np.float64)
    d = outputs - y
    return {
        "loss": float(arm["score"](outputs, y)),
        "mae": float(np.abs(d).mean()),
        "rmse": float(np.sqrt((d**2).mean())),
        "rss": float(((d * label_scale) ** 2).sum()),
    }`;

/** Metrics that programs report. */
export const REPORTED = { classification: ['loss', 'accuracy'], regression: ['loss', 'mae', 'rmse', 'rss'] } as const;

export function scoreCode(losses: readonly Choice[], task: 'classification' | 'regression'): string {
  const used = [...new Set(losses.map(({ name }) => name))].map((name) => lossOf({ name }));
  return [...(used.some(({ softmax }) => softmax) ? [LOG_SUM_EXP] : []), ...used.map(({ code }) => code), task === 'classification' ? CLASSES : NUMBERS].join(
    '\n\n\n',
  );
}

/** A function of (outputs, labels), as an expression. */
export function scoreExpression(loss: Choice): string {
  const { name } = lossOf(loss);
  return loss.name === 'huber' ? `lambda outputs, y: huber(outputs, y, ${real(Number(loss.delta))})` : name;
}

/** Above it a single output means class 1. */
export function threshold(loss: Choice): string {
  return fromLogits(loss.name) || loss.name === 'hinge' ? '0' : '0.5';
}

function lossOf({ name }: { name: string }) {
  const loss = LOSSES[name];
  if (!loss) throw new Error(`The loss "${name}" has no Python form; add it to export/python/scores.ts.`);
  return loss;
}
