/** Given parameters must fit the network. */
import type { DatasetChoice, DataShape } from '../../datasets/dataset.ts';
import { findDataset } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import type { Configuration, GivenParameters, InitializerSpec, Made } from './configuration.ts';
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
  if (initializer.made && !checkMade(initializer.made, configuration.dataset, report)) return;
  if (parameters.length !== widths.length - 1) {
    return report(at, `${parameters.length} layers`, `${widths.length - 1}: the hidden layers and the output layer`);
  }
  parameters.forEach((layer, index) => {
    const kind = index < configuration.network.hidden.length ? normalization?.name : undefined;
    checkMatrix(layer, widths[index]!, widths[index + 1]!, [...at, index], report);
    checkNormalized(layer, widths[index + 1]!, kind, [...at, index], report);
  });
}

/** Whether the data have what the model was made for, in its order; data that share no name with it are another task, to which it may be taken. */
function checkMade({ features, classes }: Made, dataset: DatasetChoice, report: Report): boolean {
  const own = namesOf(dataset);
  const at = ['network', 'initializer', 'made'];
  const differ = (what: readonly string[], data: readonly string[]) => what.some((name) => data.includes(name)) && what.join('\n') !== data.join('\n');
  const inputs = differ(features, own.features);
  if (inputs)
    report(
      [...at, 'features'],
      `a model of the inputs ${list(own.features, features)}`,
      `data with the same inputs in the same order; name their columns in it under features`,
    );
  const kinds = differ(classes, own.classes);
  if (kinds) report([...at, 'classes'], `a model of the classes ${list(own.classes, classes)}`, 'data with the same classes');
  return !inputs && !kinds;
}

/** What the model has, and what the data have instead. */
function list(data: readonly string[], model: readonly string[]): string {
  const names = (all: readonly string[]) => all.slice(0, MOST_NAMES).join(', ') + (all.length > MOST_NAMES ? ', …' : '');
  return `${names(model)}, where the data have ${names(data)}`;
}

const MOST_NAMES = 12;

function namesOf(dataset: DatasetChoice): { features: readonly string[]; classes: readonly string[] } {
  if (!isInline(dataset)) return { features: findDataset(dataset.name).featureNames, classes: [] };
  return { features: dataset.about?.features ?? [], classes: dataset.about?.classes ?? [] };
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
