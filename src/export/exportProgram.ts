/** An experiment as a program in one framework: the arms that can be expressed, and why the others cannot. */
import type { DataSource } from '../datasets/dataSource.ts';
import { shapeOf } from '../datasets/index.ts';
import { isGiven } from '../experiments/configuration/checkGiven.ts';
import { seedsUpTo } from '../experiments/spec/expand.ts';
import { layerWidths } from '../experiments/configuration/output.ts';
import type { Arm } from '../experiments/configuration/arm.ts';
import type { Experiment } from '../experiments/spec/experiment.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { armDataOf } from './data/armData.ts';
import { writeData } from './data/data.ts';
import { ExportError, type Exported, type ExportFile, type LeftOut } from './exported.ts';
import type { Framework, ProgramPlan, Reason } from './python/framework.ts';
import { armTable } from './python/armTable.ts';
import { notebook, script, type Cell, type Form } from './python/cells.ts';
import { headerText } from './python/program.ts';
import { REPORTED } from './python/scores.ts';
import { usesOf } from './uses.ts';

export interface ProgramOptions {
  kernel: Kernel;
  /** Where data sets that lie in files are read from. */
  source: DataSource;
  /** Seeds 1 … seeds. Defaults to the experiment's own number, at most 5. */
  seeds?: number;
  /** Write down initial parameters and the order of the examples, so that the program follows our run step by step. Defaults to false. */
  given?: boolean;
  /** Defaults to `script`. */
  form?: Form;
  /** Lines for the top of the program, before its own: where the experiment comes from, how it was changed. */
  remarks?: readonly string[];
  /** Writes the numbers that the runs see. Defaults to writeData; who writes several programs of one experiment can keep what it gave, and who reads programs alone can do without. */
  data?: typeof writeData;
}

/** What turns a framework's definitions into a program: training every run, or searching. */
export interface Purpose {
  /** Goes into file names: `<id>.<name>.py`. */
  name: string;
  cells(plan: ProgramPlan, experiment: Experiment): Cell[];
  remarks?: readonly string[];
}

const MOST_DEFAULT_SEEDS = 5;

/** Throws an ExportError where the data are too much for a text file. */
export async function exportProgram(experiment: Experiment, framework: Framework, purpose: Purpose, options: ProgramOptions): Promise<Exported> {
  const { kernel, source, given = false, form = 'script' } = options;
  const all = experiment.arms;
  const seeds = seedsUpTo(options.seeds ?? Math.min(experiment.seeds, MOST_DEFAULT_SEEDS));
  if (seeds.length === 0) throw new ExportError('Found 0 seeds; allowed: at least 1.');
  const { arms, leftOut } = expressible(all, framework);
  leftOut.push(...reportsLeftOut(experiment, arms));
  if (arms.length === 0) return { files: [], leftOut };
  const parameters = given || framework.alwaysGiven === true || arms.some(({ configuration }) => isGiven(configuration.network.initializer));
  const text = await (options.data ?? writeData)(arms, { kernel, source, seeds, parameters, order: given });
  const every = experiment.history?.every;
  const uses = usesOf(arms, every);
  const plan: ProgramPlan = {
    ...{ id: experiment.id, arms, uses, seeds, parameters, form },
    data: new Map(arms.map((arm) => [arm.label, armDataOf(arm)])),
    header: (framework, remarks) => headerText(experiment, { arms, seeds, framework, remarks }),
    table: (settings) => armTable(arms.map(({ label }, index) => ({ label, settings: settings[index]! }))),
    ...(every !== undefined && { every }),
    remarks: [...(options.remarks ?? []), ...orderRemarks(given, parameters, uses), ...(purpose.remarks ?? []), ...leftOut.map(describeLeftOut)],
  };
  const cells = [...framework.definitions(plan), ...purpose.cells(plan, experiment)];
  return { files: programFiles(`${experiment.id}.${purpose.name}`, cells, form, { name: `${experiment.id}.data.json`, text }), leftOut };
}

/** The program as a script or a notebook, and its data. */
export function programFiles(name: string, cells: readonly Cell[], form: Form, data: ExportFile): ExportFile[] {
  return [form === 'script' ? { name: `${name}.py`, text: script(cells) } : { name: `${name}.ipynb`, text: notebook(cells) }, data];
}

/** As in `arm "50": training.optimizer: scikit-learn has no RMSprop.` */
export function describeLeftOut({ arms, path, why }: LeftOut): string {
  const whose = arms.length > 0 ? `left out, ${arms.length === 1 ? 'arm' : 'arms'} ${arms.map((arm) => `"${arm}"`).join(', ')}: ` : 'not reported: ';
  return `${whose}${path}: ${why}.`;
}

/** What a program would leave out, and why, without writing it. */
export function leftOutOf(experiment: Experiment, framework: Framework): LeftOut[] {
  const { arms, leftOut } = expressible(experiment.arms, framework);
  return [...leftOut, ...reportsLeftOut(experiment, arms)];
}

function expressible(all: readonly Arm[], framework: Framework): { arms: Arm[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const task = shapeOf(all[0]!.configuration.dataset).task;
  const arms = all.filter(({ label, configuration }) => {
    const shape = shapeOf(configuration.dataset);
    const outputs = layerWidths(configuration, shape).at(-1)!;
    const reasons = [...generalReasons(configuration, shape.task, task), ...framework.reasons(configuration, outputs)];
    for (const { path, why } of reasons) {
      const known = leftOut.find((other) => other.path === path && other.why === why);
      if (known) known.arms.push(label);
      else leftOut.push({ arms: [label], path, why });
    }
    return reasons.length === 0;
  });
  return { arms, leftOut };
}

function generalReasons({ pretraining, training, dataset }: Arm['configuration'], task: keyof typeof REPORTED, common: string): Reason[] {
  const metric = training.earlyStopping?.metric;
  return [
    ...(pretraining ? [{ path: 'pretraining', why: 'pre-training is a second program before this one, which the export does not write' }] : []),
    ...(task !== common ? [{ path: 'dataset', why: `one program has one task, and ${dataset.name} is data for ${task}` }] : []),
    ...(metric && !(REPORTED[task] as readonly string[]).includes(metric)
      ? [{ path: 'training.earlyStopping.metric', why: `the programs know ${REPORTED[task].join(', ')}, not ${metric}` }]
      : []),
  ];
}

/** Nothing of training is missing, only what is said of it. */
function reportsLeftOut({ metrics = [], verdicts, probes = [] }: Experiment, arms: readonly Arm[]): LeftOut[] {
  const [first] = arms;
  if (!first) return [];
  const reported: readonly string[] = REPORTED[shapeOf(first.configuration.dataset).task];
  const asked = [...new Set([...metrics, ...verdicts.map(({ metric }) => metric)])].filter((metric) => metric && !reported.includes(metric));
  return [
    ...asked.map((metric) => ({ arms: [], path: `metric ${metric}`, why: `the programs report ${reported.join(', ')}` })),
    ...probes.map(({ name }) => ({ arms: [], path: `probe ${name}`, why: 'probes look at a network while it trains, and are this site’s own' })),
    ...(arms.some(({ configuration }) => configuration.training.checkpoints)
      ? [{ arms: [], path: 'training.checkpoints', why: 'no parameters are kept on the way; training is the same' }]
      : []),
  ];
}

export function orderRemarks(given: boolean, parameters: boolean, uses: ProgramPlan['uses']): string[] {
  const drawn = uses.dropout || uses.inputDropout || uses.outputDropout || uses.noise || uses.inputNoise;
  return [
    parameters
      ? 'initial parameters are those of the site, seed by seed.'
      : 'initial parameters come from the same distribution, drawn by the framework from the seed.',
    given
      ? `examples are visited in the site's order; the loss follows the site's to rounding${drawn ? ', but for dropout and noise, which the framework draws' : ''}.`
      : 'the order of the examples is drawn by NumPy from the seed, anew each epoch where the experiment shuffles.',
    ...(uses.cancelledBias
      ? ['biases that batch normalization takes away again get no gradient: it is exactly zero, and Adam would make steps of its rounding.']
      : []),
  ];
}
