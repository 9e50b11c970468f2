/** `lab`: experiments without a browser. */
import { parseArgs } from 'node:util';
import { ENGINE_NAMES, type EngineName } from '../engines/engine.ts';
import { SEEDS } from '../experiments/experimentSchema.ts';
import { describeRange } from '../experiments/range.ts';
import { SpecError } from '../experiments/spec.ts';
import { lintCommand } from './lintCommand.ts';
import { listCommand } from './listCommand.ts';
import { recordCommand } from './recordCommand.ts';
import { runCommand } from './runCommand.ts';
import { UserError } from './userError.ts';
import { verifyCommand } from './verifyCommand.ts';

const HELP = `lab: experiments without a browser

  lab run FILE|ID      train an experiment and show what it gives
      --seeds N          seeds 1 to N; defaults to the experiment's own number
      --engine NAME      fused (default), tfjs-wasm or tfjs-cpu
      --parameters       with the final parameters of every run
      --save-model FOLDER  save every trained network: JSON, safetensors, TensorFlow.js
      --json             one JSON object on standard output
  lab record [ID…]     run in full and write content/recordings/; all if no ID is given
      --changed          only what does not fit the spec and the kernel as they are
  lab verify [ID…]     run recorded experiments anew: same bits? claims as expected?
  lab list             the published experiments
  lab lint [FILE|ID…]  check specs without running them

FILE is YAML or JSON; ID names a file of content/experiments/. In a spec, paths are relative to it:
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
  help: { type: 'boolean', short: 'h' },
} as const;

const ALLOWED: Record<string, readonly (keyof typeof OPTIONS)[]> = {
  run: ['engine', 'seeds', 'parameters', 'save-model', 'json'],
  record: ['changed'],
  verify: [],
  list: [],
  lint: [],
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SpecError || error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<number> {
  const { positionals, values } = parseArguments(args);
  const [command, ...rest] = positionals;
  if (command === undefined || values.help) {
    console.log(HELP);
    return command === undefined && !values.help ? 1 : 0;
  }
  const allowed = ALLOWED[command];
  if (!allowed) throw new UserError(`There is no command "${command}"; there are: ${Object.keys(ALLOWED).join(', ')}. See lab --help.`);
  const stray = (Object.keys(values) as (keyof typeof OPTIONS)[]).find((option) => !allowed.includes(option));
  if (stray) throw new UserError(`lab ${command} has no option --${stray}; it has: ${allowed.map((name) => `--${name}`).join(', ') || 'none'}.`);
  switch (command) {
    case 'run':
      return runCommand({
        fileOrId: exactlyOne(rest),
        engine: engineOf(values.engine),
        seeds: seedsOf(values.seeds),
        parameters: values.parameters ?? false,
        json: values.json ?? false,
        saveModel: values['save-model'],
      });
    case 'record':
      return recordCommand({ ids: rest, changed: values.changed ?? false });
    case 'verify':
      return verifyCommand(rest);
    case 'list':
      return listCommand();
    default:
      return lintCommand(rest);
  }
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${(error as Error).message} See lab --help.`);
  }
}

function exactlyOne(rest: string[]): string {
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new UserError(`lab run takes one FILE or ID, found ${rest.length}. See lab --help.`);
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
