/** `lab`: experiments without a browser. Each command is loaded when it is asked for. */
import { parseArgs } from 'node:util';
import { ENGINE_NAMES, type EngineName } from '../engines/engine.ts';
import { SEEDS } from '../experiments/spec/experimentSchema.ts';
import { describeRange } from '../schema/range.ts';
import { SpecError } from '../experiments/spec/spec.ts';
import { dayOf, DEFAULT_MORE, today, type Sample } from './verify/sample.ts';
import { touchedFiles } from './verify/touchedFiles.ts';
import { UserError } from './userError.ts';

const HELP = `lab: experiments without a browser

  lab run FILE|ID      train an experiment and show what it gives
      --seeds N          seeds 1 to N; defaults to the experiment's own number
      --engine NAME      fused (default), tfjs-wasm or tfjs-cpu
      --parameters       with the final parameters of every run
      --save-model FOLDER  save every trained network: JSON, safetensors, TensorFlow.js
      --json             one JSON object on standard output
  lab record [ID…]     run in full, maps too, and write content/recordings/; all if no ID is given
      --changed          only what does not fit the spec and the kernel as they are; after an interruption, finished runs are taken up
  lab verify [ID…]     run recorded experiments anew: same bits? claims as expected?
      --sample [N]       seed 1 of every arm and N more runs (default ${DEFAULT_MORE}) of each experiment, others every day
      --day YYYY-MM-DD   the sample of that day instead of today's
      --turns N          of one in N experiments, and of what your branch has touched; of the others one run
  lab stamp            the kernel's bytes have changed, its numbers have not: train a sample, compare, and say so in content/kernel.json
  lab search FILE|ID   search hyperparameters; --seeds N and --json as above. In JSON, a value that is not finite is null:
                       of a run that diverged, or could not be done, the worst there is (∞ of a loss)
  lab export FILE|ID   write programs, the spec or results as files
      --to TARGET        keras, pytorch, sklearn, tensorflow, optuna, ray, yaml, json (spec) or csv (results); of a search, optuna or ray
      --notebook         a Jupyter notebook instead of a .py file
      --given            with our initial parameters and order of examples, to follow our runs step by step
      --seeds N          seeds 1 to N; programs default to at most 5
      --out FOLDER       defaults to export/
  lab new ID           write a spec to start from to content/experiments/
  lab schema           the JSON Schema of an experiment
      --write            that and the one of a search to content/, where editors find them
  lab list             the published experiments and searches
  lab lint [FILE|ID…]  check specs without running them

FILE is YAML or JSON; ID names a file of content/experiments/ or, for lint, record, verify, export and search, of content/searches/. In a spec, paths are relative to it:
  dataset: { name: csv, file: own.csv, label: COLUMN }              own data
  network: { initializer: { name: given, file: own.safetensors } }  train a saved model on
`;

/** tfjs-webgl needs a browser. */
const ENGINES = ENGINE_NAMES.filter((name) => name !== 'tfjs-webgl');

const OPTIONS = {
  engine: { type: 'string' },
  seeds: { type: 'string' },
  parameters: { type: 'boolean' },
  'save-model': { type: 'string' },
  json: { type: 'boolean' },
  changed: { type: 'boolean' },
  sample: { type: 'string' },
  day: { type: 'string' },
  turns: { type: 'string' },
  write: { type: 'boolean' },
  to: { type: 'string' },
  notebook: { type: 'boolean' },
  given: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const ALLOWED: Record<string, readonly (keyof typeof OPTIONS)[]> = {
  run: ['engine', 'seeds', 'parameters', 'save-model', 'json'],
  record: ['changed'],
  verify: ['sample', 'day', 'turns'],
  stamp: [],
  export: ['to', 'notebook', 'given', 'seeds', 'out'],
  new: [],
  schema: ['write'],
  list: [],
  lint: [],
  search: ['seeds', 'json'],
};

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

/** Does what the arguments say. Returns the exit code: 1 if something went wrong, which is then said on standard error. */
export async function main(args: string[]): Promise<number> {
  try {
    return await command(args);
  } catch (error) {
    if (!(error instanceof SpecError || error instanceof UserError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function command(args: string[]): Promise<number> {
  const { positionals, values } = parseArguments(args);
  const [name, ...rest] = positionals;
  if (name === undefined || values.help) {
    console.log(HELP);
    return name === undefined && !values.help ? 1 : 0;
  }
  const allowed = ALLOWED[name];
  if (!allowed) throw new UserError(`There is no command "${name}"; there are: ${Object.keys(ALLOWED).join(', ')}. See lab --help.`);
  const stray = (Object.keys(values) as (keyof typeof OPTIONS)[]).find((option) => !allowed.includes(option));
  if (stray) throw new UserError(`lab ${name} has no option --${stray}; it has: ${allowed.map((name) => `--${name}`).join(', ') || 'none'}.`);
  switch (name) {
    case 'run':
      return (await import('./commands/runCommand.ts')).runCommand({
        fileOrId: exactlyOne(rest),
        engine: engineOf(values.engine),
        seeds: seedsOf(values.seeds),
        parameters: values.parameters ?? false,
        json: values.json ?? false,
        saveModel: values['save-model'],
      });
    case 'record':
      return (await import('./commands/recordCommand.ts')).recordCommand({ ids: rest, changed: values.changed ?? false });
    case 'verify':
      return (await import('./commands/verifyCommand.ts')).verifyCommand(rest, undefined, sampleOf(values));
    case 'stamp':
      return (await import('./commands/stampCommand.ts')).stampCommand();
    case 'export':
      return (await import('./commands/exportCommand.ts')).exportCommand({
        fileOrId: exactlyOne(rest, 'lab export takes one FILE or ID'),
        to: values.to,
        notebook: values.notebook ?? false,
        given: values.given ?? false,
        seeds: seedsOf(values.seeds),
        out: values.out ?? 'export',
      });
    case 'new':
      return (await import('./commands/newCommand.ts')).newCommand(exactlyOne(rest, 'lab new takes one ID'));
    case 'schema':
      return (await import('./commands/schemaCommand.ts')).schemaCommand(values.write ?? false);
    case 'search':
      return (await import('./commands/searchCommand.ts')).searchCommand({
        file: exactlyOne(rest, 'lab search takes one FILE or ID'),
        seeds: seedsOf(values.seeds),
        json: values.json ?? false,
      });
    case 'list':
      return (await import('./commands/listCommand.ts')).listCommand();
    default:
      return (await import('./commands/lintCommand.ts')).lintCommand(rest);
  }
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({ args: withSampleSize(args), options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${(error as Error).message} See lab --help.`);
  }
}

/** parseArgs knows no option with a value that may be left out. */
function withSampleSize(args: string[]): string[] {
  return args.map((arg, i) => (arg === '--sample' && !/^\d+$/.test(args[i + 1] ?? '') ? `--sample=${DEFAULT_MORE}` : arg));
}

function sampleOf({ sample, day, turns }: Partial<Record<'sample' | 'day' | 'turns', string>>): Sample | undefined {
  if (sample === undefined) {
    const [stray] = Object.entries({ day, turns }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (stray !== undefined) throw new UserError(`--${stray} goes with --sample.`);
    return undefined;
  }
  if (!/^\d{1,4}$/.test(sample)) throw new UserError(`--sample: found ${sample}; allowed: ${describeRange({ min: 0, max: 9999, integer: true })}.`);
  const days = day === undefined ? today() : dayOf(day);
  if (days === undefined) throw new UserError(`--day: found ${day}; allowed: a date like 2026-01-31.`);
  if (turns === undefined) return { more: Number(sample), day: days };
  if (!/^[1-9]\d?$/.test(turns)) throw new UserError(`--turns: found ${turns}; allowed: ${describeRange({ min: 1, max: 99, integer: true })}.`);
  return { more: Number(sample), day: days, turns: Number(turns), touched: touchedFiles() };
}

function exactlyOne(rest: string[], need = 'lab run takes one FILE or ID'): string {
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new UserError(`${need}, found ${rest.length}. See lab --help.`);
  return file;
}

function engineOf(name = 'fused'): EngineName {
  const engine = ENGINES.find((candidate) => candidate === name);
  if (!engine) throw new UserError(`--engine: found ${name}; allowed: ${ENGINES.join(', ')}${name === 'tfjs-webgl' ? ' (tfjs-webgl needs a browser)' : ''}.`);
  return engine;
}

function seedsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seeds = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(seeds >= SEEDS.min && seeds <= SEEDS.max)) throw new UserError(`--seeds: found ${text}; allowed: ${describeRange(SEEDS)}.`);
  return seeds;
}
