/** Splits of the data in kernel memory: features as a matrix of floats, or as codes with a table of what they stand for. */
import * as Header from '../../kernel/program/header.ts';
import { decodeRows, tableStep, type CodedRows } from '../../kernel/coded.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Features, NetworkPlan, SplitData } from '../engine.ts';
import { smoothLabels } from '../smoothing.ts';
import { placeMatrix } from './matrix.ts';
import { writeWords } from './words.ts';

export interface PlacedSplit {
  /** Offsets. */
  x: number;
  y: number;
  examples: number;
}

/** Features as they come; labels smoothed, if the loss asks for it. */
export function placeSplit(kernel: Kernel, { inputs, layers, loss }: NetworkPlan, { x, y, examples }: SplitData<Features>): PlacedSplit {
  const outputs = layers.at(-1)!.units;
  return {
    x: x instanceof Float32Array ? placeMatrix(kernel, x, examples, inputs) : placeCodes(kernel, x, examples),
    y: placeMatrix(kernel, smoothLabels(loss, y, outputs), examples, outputs),
    examples,
  };
}

/** The training split, to be what the program at `header` trains on. */
export function placeTraining(kernel: Kernel, header: number, network: NetworkPlan, split: SplitData<Features>): PlacedSplit {
  const placed = placeSplit(kernel, network, split);
  writeWords(kernel, header, { [Header.X]: placed.x, [Header.Y]: placed.y });
  return placed;
}

/** Words of the header that say what codes stand for. All splits of a run have the same table. */
export function placeCodeValues(kernel: Kernel, x: Features): Record<number, number> {
  if (x instanceof Float32Array) return {};
  const pointer = kernel.allocate(x.values.byteLength);
  kernel.f32(pointer, x.values.length).set(x.values);
  return { [Header.CODE_VALUES]: pointer, [Header.CODE_STEP]: 4 * tableStep(x.values) };
}

/** As floats: all rows of features that are floats; of codes, `rows` of them from `start` on. */
export function featureRows(x: Features, start: number, rows: number): Float32Array {
  return x instanceof Float32Array ? x : decodeRows(x, start, start + rows);
}

function placeCodes(kernel: Kernel, { codes, columns, rows }: CodedRows, examples: number): number {
  const pointer = kernel.allocate(examples * columns);
  const to = kernel.u8(pointer, examples * columns);
  if (rows) rows.forEach((row, i) => to.set(codes.subarray(row * columns, (row + 1) * columns), i * columns));
  else to.set(codes);
  return pointer;
}
