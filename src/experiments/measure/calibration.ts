/**
 * Whether probabilities mean what they say. Predictions are sorted by the probability of the class predicted into ten bins of equal width; in each, that
 * probability, on average, stands against the share of predictions that are right (reliability diagrams: Guo et al. 2017).
 */

/** Of one bin, as sums, so that bins of several runs add up: predictions, their probabilities, and how many are right. */
export type CalibrationBin = [predictions: number, probability: number, right: number];

export const BINS = 10;

/** `outputs`: probabilities, [examples][units]; `labels`: one-hot, or of a single unit 0 or 1. Of equal outputs the first is predicted. */
export function calibrationBins(outputs: Float32Array, labels: Float32Array, examples: number): CalibrationBin[] {
  const bins = emptyBins();
  const units = outputs.length / examples;
  for (let start = 0; start < outputs.length; start += units) {
    let best = start;
    for (let i = start + 1; i < start + units; i++) if (outputs[i]! > outputs[best]!) best = i;
    const output = outputs[best]!;
    const isFirst = units > 1 || output > 0.5;
    const probability = isFirst ? output : 1 - output;
    const right = labels[best]! > 0.5 === isFirst;
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))]!;
    bin[0]++;
    bin[1] += probability;
    if (right) bin[2]++;
  }
  return bins;
}

export function emptyBins(): CalibrationBin[] {
  return Array.from({ length: BINS }, () => [0, 0, 0]);
}

export function addBins(a: readonly CalibrationBin[], b: readonly CalibrationBin[]): CalibrationBin[] {
  return a.map((bin, index) => bin.map((value, part) => value + (b[index]?.[part] ?? 0)) as CalibrationBin);
}

/** Split by split, over all runs that have them; undefined if none has. */
export function pooled<Of extends string>(
  runs: readonly (Partial<Record<Of, CalibrationBin[]>> | undefined)[],
): Partial<Record<Of, CalibrationBin[]>> | undefined {
  const all: Partial<Record<Of, CalibrationBin[]>> = {};
  for (const run of runs) for (const split in run) all[split] = addBins(run[split]!, all[split] ?? emptyBins());
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Expected calibration error: over the bins, how far the mean probability and the share that is right are apart, weighted by predictions. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const all = bins.reduce((sum, [predictions]) => sum + predictions, 0);
  return bins.reduce((sum, [, probability, right]) => sum + Math.abs(probability - right), 0) / all;
}
