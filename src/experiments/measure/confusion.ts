/** Which classes are taken for which, and what follows from it. */

export interface ClassScores {
  /** Of the examples predicted to be of the class, the share that is. 0 if there are none. */
  precision: number;
  /** Of the examples of the class, the share that is predicted to be. 0 if there are none. */
  recall: number;
  f1: number;
}

/**
 * matrix[actual][predicted], counts. `outputs` and `labels`: [examples][units], labels one-hot, or of a single unit 0 or 1.
 * Predicted is the class of the largest output (of equal ones the first), or, of a single unit, 1 above `threshold`.
 */
export function confusionMatrix(outputs: Float32Array, labels: Float32Array, examples: number, classes: number, threshold: number): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const units = outputs.length / examples;
  for (let start = 0; start < outputs.length; start += units) {
    const actual = units === 1 ? Number(labels[start]! > 0.5) : largest(labels, start, units);
    const predicted = units === 1 ? Number(outputs[start]! > threshold) : largest(outputs, start, units);
    matrix[actual]![predicted]!++;
  }
  return matrix;
}

/** Precision, recall and F₁ of each class. */
export function classScores(matrix: readonly (readonly number[])[]): ClassScores[] {
  return matrix.map((row, own) => {
    const hits = row[own]!;
    const actual = row.reduce((a, b) => a + b, 0);
    const predicted = matrix.reduce((sum, other) => sum + other[own]!, 0);
    const all = actual + predicted;
    return { precision: predicted > 0 ? hits / predicted : 0, recall: actual > 0 ? hits / actual : 0, f1: all > 0 ? (2 * hits) / all : 0 };
  });
}

/** Mean of the classes' F₁, over the classes that occur among labels or predictions (as in scikit-learn). */
export function macroF1(matrix: readonly (readonly number[])[]): number {
  const occurring = classScores(matrix).filter((_, own) => matrix.some((row, actual) => row[own]! > 0 || (actual === own && row.some((count) => count > 0))));
  return occurring.reduce((sum, { f1 }) => sum + f1, 0) / occurring.length;
}

function largest(values: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[start + i]! > values[start + best]!) best = i;
  return best;
}
