/**
 * The variables of a network in kernel memory: one block for all parameters, one for all gradients, three for optimizer state. Those of
 * frozen layers lie behind them, where no update, penalty, constraint or norm comes; their gradients are computed and read by nobody.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import * as Variable from '../../kernel/program/variable.ts';
import { constraints } from '../../nn/catalog.ts';
import { findEntry, type Choice } from '../../nn/entry.ts';
import type { LayerParameters, LayerPlan, NetworkPlan, Penalty } from '../engine.ts';
import { bytesOf, pad, readMatrix, writeMatrix } from './matrix.ts';
import { writeWords } from './words.ts';

/** A trained or, for running statistics, followed variable. */
export interface Place {
  key: keyof LayerParameters;
  pointer: number;
  /** Where its gradient is; none for running statistics. */
  gradient?: number;
  rows: number;
  width: number;
}

export interface Variables {
  parameters: number;
  gradients: number;
  slots: number;
  /** Floats in a block. */
  count: number;
  /** Pointer to the table, and its length. */
  table: number;
  tableLength: number;
  penalized: boolean;
  constrained: boolean;
  /** Whether any has a learning rate of its own. */
  rated: boolean;
  /** Per layer: kernel, bias, gamma, beta, movingMean, movingVariance, as far as there are. */
  layers: Place[][];
}

export function placeVariables(kernel: Kernel, network: NetworkPlan): Variables {
  const shapes = network.layers.map((layer, index) => shapesOf(layer, index === 0 ? network.inputs : network.layers[index - 1]!.units));
  const trained = shapes.flatMap((variables, index) => (network.layers[index]!.frozen ? [] : variables));
  const bytes = trained.reduce((sum, { rows, width }) => sum + bytesOf(rows, width), 0);
  const parameters = kernel.allocate(bytes);
  const gradients = kernel.allocate(bytes);
  const slots = kernel.allocate(3 * bytes);
  const tableLength = trained.length;
  const table = kernel.allocate(tableLength * Variable.SIZE * 4);
  let offset = 0;
  let row = table;
  let [penalized, constrained, rated] = [false, false, false];
  const layers = shapes.map((variables, index) => {
    if (network.layers[index]!.frozen) return variables.map((shape) => placeFrozen(kernel, shape));
    return variables.map(({ key, rows, width, penalty, constraint, rate }): Place => {
      const place = { key, pointer: parameters + offset, gradient: gradients + offset, rows, width };
      const entry = constraint && findEntry('constraint', constraints, constraint.name);
      const [c0 = 0, c1 = 0, c2 = 0] = entry ? Object.keys(entry.hyperparameters).map((name) => Number(constraint[name])) : [];
      writeWords(
        kernel,
        row,
        {
          [Variable.POINTER]: place.pointer,
          [Variable.GRADIENT]: place.gradient,
          [Variable.ROWS]: rows,
          [Variable.WIDTH]: width,
          [Variable.CONSTRAINT]: entry?.opcode ?? 0,
        },
        {
          [Variable.L1]: penalty?.l1 ?? 0,
          [Variable.L2]: penalty?.l2 ?? 0,
          [Variable.C0]: c0,
          [Variable.C1]: c1,
          [Variable.C2]: c2,
          [Variable.RATE]: rate ?? 1,
        },
      );
      penalized ||= penalty !== undefined && penalty.l1 + penalty.l2 > 0;
      constrained ||= Boolean(entry);
      rated ||= rate !== undefined;
      offset += bytesOf(rows, width);
      row += Variable.SIZE * 4;
      return place;
    });
  });
  network.layers.forEach(({ normalization, units }, index) => {
    if (normalization?.kind !== 'batch') return;
    // running mean, running variance, then 1/deviation, one after another (see kernel/assembly/batchNormalization.ts)
    const statistics = kernel.allocate(3 * bytesOf(1, units));
    layers[index]!.push({ key: 'movingMean', pointer: statistics, rows: 1, width: units });
    layers[index]!.push({ key: 'movingVariance', pointer: statistics + pad(units) * 4, rows: 1, width: units });
  });
  return { parameters, gradients, slots, count: bytes / 4, table, tableLength, penalized, constrained, rated, layers };
}

function placeFrozen(kernel: Kernel, { key, rows, width }: Shape): Place {
  const bytes = bytesOf(rows, width);
  return { key, pointer: kernel.allocate(bytes), gradient: kernel.allocate(bytes), rows, width };
}

export function writeParameters(kernel: Kernel, variables: Variables, parameters: LayerParameters[]): void {
  variables.layers.forEach((places, index) => {
    for (const { key, pointer, rows, width } of places) {
      const values = parameters[index]?.[key];
      if (values?.length !== rows * width) {
        throw new Error(
          `Parameters of layer ${index + 1}: expected ${rows * width} numbers for ${key} (${rows} × ${width}), found ${values?.length ?? 'none'}.`,
        );
      }
      writeMatrix(kernel, pointer, values, rows, width);
    }
  });
}

export function readParameters(kernel: Kernel, variables: Variables): LayerParameters[] {
  return variables.layers.map((places) => collect(places, ({ pointer, rows, width }) => readMatrix(kernel, pointer, rows, width)));
}

export function readGradients(kernel: Kernel, variables: Variables): LayerParameters[] {
  return variables.layers.map((places) =>
    collect(
      places.filter((place) => place.gradient !== undefined),
      ({ gradient, rows, width }) => readMatrix(kernel, gradient!, rows, width),
    ),
  );
}

interface Shape {
  key: keyof LayerParameters;
  rows: number;
  width: number;
  penalty?: Penalty;
  constraint?: Choice;
  /** Learning rate as a multiple of the network's. */
  rate?: number;
}

function shapesOf(layer: LayerPlan, inputs: number): Shape[] {
  const width = layer.units;
  const shapes: Shape[] = [
    { key: 'kernel', rows: inputs, width, penalty: layer.kernelPenalty, constraint: layer.constraint, rate: layer.kernelRate },
    { key: 'bias', rows: 1, width, penalty: layer.biasPenalty, rate: layer.biasRate },
  ];
  if (layer.normalization) shapes.push({ key: 'gamma', rows: 1, width }, { key: 'beta', rows: 1, width });
  return shapes;
}

function collect(places: Place[], read: (place: Place) => Float32Array): LayerParameters {
  return Object.fromEntries(places.map((place) => [place.key, read(place)])) as unknown as LayerParameters;
}
