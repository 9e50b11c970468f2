/** An entry in the libraries of the field, with its defaults: the lines of which exported programs are made. */
import { spell } from '../../export/python/spell.ts';
import { withDefaults, type Entry, type Equivalents } from '../../nn/entry.ts';
import type { OptimizerEquivalents } from '../../nn/optimizers/entry.ts';

export interface InLibrary {
  library: string;
  code: string;
  remark?: string;
}

/** Empty for what is written out in programs, such as schedules. */
export function inLibraries(entry: Entry): InLibrary[] {
  if (!('equivalents' in entry)) return [];
  const { equivalents } = entry as Entry & { equivalents: Equivalents | OptimizerEquivalents };
  const choice = withDefaults(entry);
  if (isOptimizer(equivalents)) {
    const { pytorch } = equivalents;
    const { call, remark } = typeof pytorch === 'function' ? pytorch(choice, false) : pytorch;
    return [
      { library: 'Keras', code: spell(equivalents.keras, choice) },
      { library: 'PyTorch', code: spell(call, choice), ...(remark !== undefined && { remark }) },
      { library: 'TensorFlow', code: equivalents.tensorflow.update },
    ];
  }
  return [
    { library: 'Keras', code: spell(equivalents.keras, choice) },
    { library: 'PyTorch', code: spell(equivalents.pytorch, choice) },
    { library: 'TensorFlow', code: spell(equivalents.tensorflow, choice) },
  ];
}

function isOptimizer(equivalents: Equivalents | OptimizerEquivalents): equivalents is OptimizerEquivalents {
  return typeof equivalents.tensorflow === 'object';
}
