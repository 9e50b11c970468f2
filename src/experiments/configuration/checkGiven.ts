/** Given parameters must fit the network. */
import type { DataShape } from '../../datasets/dataset.ts';
import type { Configuration, GivenParameters, InitializerSpec } from './configuration.ts';
import { layerWidths } from './output.ts';
import type { Path, Report } from '../../schema/problem.ts';

export function isGiven(initializer: InitializerSpec): initializer is Extract<InitializerSpec, { parameters: unknown }> {
  return initializer.name === 'given';
}

export function checkGiven(configuration: Configuration, shape: DataShape, report: Report): void {
  const { initializer, normalization } = configuration.network;
  if (!isGiven(initializer)) return;
  const widths = layerWidths(configuration, shape);
  const { parameters } = initializer;
  const at = ['network', 'initializer', 'parameters'];
  if (parameters.length !== widths.length - 1) {
    return report(at, `${parameters.length} layers`, `${widths.length - 1}: the hidden layers and the output layer`);
  }
  parameters.forEach((layer, index) => {
    const kind = index < configuration.network.hidden.length ? normalization?.name : undefined;
    checkMatrix(layer, widths[index]!, widths[index + 1]!, [...at, index], report);
    checkNormalized(layer, widths[index + 1]!, kind, [...at, index], report);
  });
}

function checkMatrix({ kernel, bias }: GivenParameters, inputs: number, units: number, at: Path, report: Report): void {
  const allowed = `[${inputs}][${units}]: ${inputs} rows, one per input, of ${units}, one per unit`;
  if (kernel.length !== inputs) report([...at, 'kernel'], `${kernel.length} rows`, allowed);
  const ragged = kernel.findIndex((row) => row.length !== units);
  if (ragged >= 0) report([...at, 'kernel', ragged], `${kernel[ragged]!.length} numbers`, allowed);
  if (bias.length !== units) report([...at, 'bias'], `${bias.length} numbers`, `${units}, one per unit`);
}

/** `kind`: of the layer's normalization, if it has one. */
function checkNormalized(layer: GivenParameters, units: number, kind: string | undefined, at: Path, report: Report): void {
  const allowed = kind === undefined ? [] : kind === 'batch' ? NORMALIZED : NORMALIZED.slice(0, 2);
  for (const key of NORMALIZED) {
    const values = layer[key];
    if (!values) continue;
    if (!allowed.includes(key)) report([...at, key], `${values.length} numbers`, `none: this layer has no ${kind ? 'running statistics' : 'normalization'}`);
    else if (values.length !== units) report([...at, key], `${values.length} numbers`, `${units}, one per unit`);
  }
  const negative = layer.movingVariance?.findIndex((value) => value < 0) ?? -1;
  if (negative >= 0) report([...at, 'movingVariance', negative], String(layer.movingVariance![negative]), 'a number from 0: a variance');
}

const NORMALIZED = ['gamma', 'beta', 'movingMean', 'movingVariance'] as const;
