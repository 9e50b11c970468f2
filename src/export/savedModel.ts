/** A trained network with what it needs to predict from the data's own numbers: scaling, as fitted with its seed, and names. */
import type { DataSource } from '../datasets/dataSource.ts';
import type { DatasetChoice } from '../datasets/dataset.ts';
import { findDataset, loadExamples } from '../datasets/index.ts';
import { isInline } from '../datasets/kinds/inline.ts';
import type { Scaling } from '../datasets/scaling.ts';
import type { LayerParameters } from '../engines/engine.ts';
import type { Configuration } from '../experiments/configuration/configuration.ts';
import { planRun } from '../experiments/plan/plan.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Column } from '../models/modelData.ts';
import type { Model } from '../models/modelFile.ts';

export interface Place {
  kernel: Kernel;
  /** Where data sets that lie in files are read from. */
  source: DataSource;
}

export async function savedModel(configuration: Configuration, seed: number, parameters: LayerParameters[], { kernel, source }: Place): Promise<Model> {
  const { dataset } = configuration;
  const { plan, scaling, examples } = planRun(configuration, seed, kernel, await loadExamples(dataset, kernel, seed, source));
  const names = namesOf(dataset);
  const classified = examples.task === 'classification';
  return {
    network: plan.network,
    parameters,
    data: {
      features: columns(scaling.features, names.features, 'feature'),
      labels: classified ? [] : columns(scaling.labels, names.labels, 'label'),
      classes: classified ? Array.from({ length: examples.classes }, (_, index) => names.classes[index] ?? String(index)) : [],
    },
  };
}

function namesOf(dataset: DatasetChoice): { features: readonly string[]; labels: readonly string[]; classes: readonly string[] } {
  if (!isInline(dataset)) {
    const { featureNames, labelName } = findDataset(dataset.name);
    return { features: featureNames, labels: [labelName], classes: [] };
  }
  const { features = [], label, classes = [] } = dataset.about ?? {};
  return { features, labels: label === undefined ? [] : [label], classes };
}

/** `what` they are called, with a number, where they have no names. */
function columns({ shift, scale }: Scaling, names: readonly string[], what: string): Column[] {
  return shift.map((own, index) => ({ name: names[index] ?? `${what} ${index + 1}`, shift: own, scale: scale[index]! }));
}
