/** Runs exported programs, and holds their curves against our own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, expect, it } from 'vitest';
import type { Engine, LayerParameters } from '../../src/engines/engine.ts';
import { loadEngine } from '../../src/engines/index.ts';
import type { Arm } from '../../src/experiments/configuration/arm.ts';
import type { Run } from '../../src/experiments/train/observation.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { expand } from '../../src/experiments/spec/expand.ts';
import { trainRun } from '../../src/experiments/train/run.ts';
import type { LeftOut } from '../../src/export/exported.ts';
import { exportAsProgram, type ProgramTarget } from '../../src/export/targets.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { NO_FILES, writeFiles } from '../export/examples.ts';
import { runPython } from './python.ts';

const kernel = await loadKernel();

/** Losses may lie this far apart, of their size where that is above 1: rounding grows along training, and a wrong rule shows orders of magnitude above it. */
const TOLERANCE = 1e-4;
/**
 * Where training is not stable, rounding grows faster: as many times as far apart as runs of our own have come by the next point, which differ in the
 * order of their sums, or in the last digits of where they begin. Once these are as far apart as CHAOTIC, there is nothing left to compare.
 */
const UNSTABLE = 10;
/**
 * By which share the weights of one of them are larger at first. Keras counts the bias corrections of Adam in 32 bits: 1 − 0.999^t is off by up to
 * 6e-5 of itself, its root by half of that. Where Adam divides tiny gradients by their own size, or L1 turns at zero, that decides.
 */
const NUDGE = 1e-5;
const CHAOTIC = 0.01;
/** A loss that has become so many times the first one is that of a network that diverges, in which each rounding is as large as a step. */
const BLOWN_UP = 1e6;
const HOUR = 3_600_000;

interface Program {
  file: string;
  leftOut: LeftOut[];
}

interface Row {
  arm: string;
  seed: number;
  step: number;
  split: string;
  metric: string;
  value: number;
}

/** A test for each experiment: its program, given our parameters and our order, follows our curve. */
export function itFollows(target: ProgramTarget, python: string | undefined, experiments: readonly (readonly [what: string, experiment: Experiment])[]): void {
  const programs = runBefore(target, python, experiments, true);
  it.each(experiments)(
    'follows our curve: %s',
    async (what, experiment) => {
      expect(programs.has(what)).toBe(true);
      expect(await distance(experiment, programs.get(what)!)).toBe('near');
    },
    HOUR,
  );
}

/** A test for each experiment: its program, with parameters and an order that it draws itself, begins with finite losses and comes to its end. */
export function itRuns(target: ProgramTarget, python: string | undefined, experiments: readonly (readonly [what: string, experiment: Experiment])[]): void {
  const programs = runBefore(target, python, experiments, false);
  it.each(experiments)('runs: %s', (what, experiment) => {
    const { file, leftOut } = programs.get(what)!;
    expect(raisedBy(file)).toBeUndefined();
    const missing = new Set(leftOut.flatMap(({ arms }) => arms));
    const begun = lossRows(file).filter(({ step, value }) => step === 0 && Number.isFinite(value));
    expect([...new Set(begun.map(({ arm }) => arm))].sort()).toEqual(
      experiment.arms
        .map(({ label }) => label)
        .filter((label) => !missing.has(label))
        .sort(),
    );
  });
}

/** Programs by what they are of, which are written and run before the tests. */
function runBefore(
  target: ProgramTarget,
  python: string | undefined,
  experiments: readonly (readonly [what: string, experiment: Experiment])[],
  given: boolean,
): ReadonlyMap<string, Program> {
  const programs = new Map<string, Program>();
  beforeAll(async () => {
    if (!python || experiments.length === 0) return;
    for (const [what, experiment] of experiments) {
      const { files, leftOut } = await exportAsProgram(experiment, target, { kernel, source: NO_FILES, seeds: 1, given });
      if (files.length > 0) programs.set(what, { file: writeFiles(files), leftOut });
    }
    runAll(
      python,
      Array.from(programs.values(), ({ file }) => file),
    );
  }, HOUR);
  return programs;
}

/** All in one process, since importing a library takes seconds. What one raises stands beside it. */
export function runAll(python: string, files: readonly string[]): void {
  const driver = writeFiles([{ name: 'driver.py', text: DRIVER }]);
  writeFileSync(join(driver, '..', 'programs.json'), JSON.stringify(files));
  runPython(python, driver, HOUR);
}

/** What a program raised that ran among others. */
export function raisedBy(file: string): string | undefined {
  return existsSync(`${file}.error`) ? readFileSync(`${file}.error`, 'utf8') : undefined;
}

const DRIVER = `import json, pathlib, runpy, traceback

for file in json.loads(pathlib.Path(__file__).with_name("programs.json").read_text()):
    try:
        runpy.run_path(file, run_name="__main__")
    except BaseException:
        pathlib.Path(file + ".error").write_text(traceback.format_exc())
`;

/**
 * `near` where every loss of the program, over arms, points and splits, is ours to rounding; otherwise what lies furthest off, or what the
 * program raised. A program may have more points than we (it looks at the end of each epoch, too); a run of ours that diverges is compared up to there.
 * Arms with masks or noise, which a library draws itself, are compared before the first update only.
 */
async function distance(experiment: Experiment, { file, leftOut }: Program): Promise<string> {
  const raised = raisedBy(file);
  if (raised) return raised;
  const rows = lossRows(file);
  const theirs = new Map(rows.map(({ arm, step, split, value }) => [`${arm}, step ${step}, ${split}`, value]));
  const missing = new Set(leftOut.flatMap(({ arms }) => arms));
  let worst = { off: 0, text: '' };
  for (const run of expand(experiment, [1])) {
    if (missing.has(run.arm.label)) continue;
    const ours = await losses(run, 'fused');
    if (typeof ours === 'string') return ours;
    const first = Math.max(...ours.filter(({ step }) => step === 0).map(({ value }) => value));
    const found = ours
      .filter(({ step, value }) => step === 0 || (!draws(run.arm) && !(value > BLOWN_UP * first)))
      .map(({ step, split, value }) => {
        const at = `${run.arm.label}, step ${step}, ${split}`;
        const other = theirs.get(at) ?? NaN;
        return { at, step, off: apart(value, other), text: `${at}: ${other} instead of ${value}` };
      });
    if (found.every(({ off }) => off < TOLERANCE)) continue;
    const grown = await roundingOf(run, ours);
    for (const { step, off, text } of found) {
      const share = off / Math.max(TOLERANCE, UNSTABLE * grown(step));
      if (share > worst.off) worst = { off: share, text };
    }
  }
  return worst.off < 1 ? 'near' : worst.text;
}

interface Loss {
  step: number;
  split: string;
  value: number;
}

/** Or how it ended otherwise. `nudge`: the share by which the weights are larger at first. */
async function losses(run: Run, name: 'fused' | 'tfjs-cpu', nudge = 0): Promise<Loss[] | string> {
  const engine = await loadEngine(name, kernel);
  const { history, ending } = await trainRun(run, nudge === 0 ? engine : nudged(engine, nudge), kernel);
  if (ending.state !== 'finished' && ending.state !== 'diverged') return `${run.arm.label} ${ending.state}`;
  return history.columns
    .filter(({ metric }) => metric === 'loss')
    .flatMap(({ split, values }) => Array.from(values, (value, point) => ({ step: history.step[point]!, split, value })));
}

function nudged(engine: Engine, nudge: number): Engine {
  const larger = ({ kernel: weights, ...rest }: LayerParameters) => ({ ...rest, kernel: weights.map((value) => value * (1 + nudge)) });
  return { ...engine, create: (plan) => engine.create({ ...plan, parameters: plan.parameters.map(larger) }) };
}

/** How far apart runs of our own have come up to the point after a step; Infinity where that says no more. */
async function roundingOf(run: Run, ours: readonly Loss[]): Promise<(step: number) => number> {
  const all = [await losses(run, 'tfjs-cpu'), await losses(run, 'fused', NUDGE)];
  const offs = all
    .filter((others) => typeof others !== 'string')
    .flatMap((others) => {
      const places = new Map(others.map(({ step, split, value }) => [`${step} ${split}`, value]));
      return ours.map(({ step, split, value }) => ({ step, off: apart(value, places.get(`${step} ${split}`) ?? NaN) }));
    });
  return (step) => {
    const next = Math.min(...offs.map((one) => one.step).filter((other) => other > step));
    const grown = Math.max(0, ...offs.filter((one) => one.step <= (Number.isFinite(next) ? next : step)).map(({ off }) => off));
    return grown < CHAOTIC ? grown : Infinity;
  };
}

/** Of their size where that is above 1. A loss that is missing is infinitely far. */
function apart(value: number, other: number): number {
  const off = Math.abs(value - other) / Math.max(1, Math.abs(value));
  return Number.isNaN(off) ? Infinity : off;
}

function draws({ configuration: { network } }: Arm): boolean {
  return [network.dropout, network.inputDropout, network.outputDropout, network.noise].some(Boolean);
}

/** Training losses by arm, from parameters and an order that the program draws itself. */
export async function trainLosses(experiment: Experiment, target: ProgramTarget, python: string): Promise<Map<string, number[]>> {
  const { files } = await exportAsProgram(experiment, target, { kernel, source: NO_FILES, seeds: 1 });
  const program = writeFiles(files);
  runPython(python, program);
  const rows = lossRows(program).filter(({ split }) => split === 'train');
  return new Map([...Map.groupBy(rows, ({ arm }) => arm)].map(([arm, points]) => [arm, points.map(({ value }) => value)]));
}

function lossRows(program: string): Row[] {
  const table = readFileSync(program.replace(/\.\w+\.py$/, '.results.csv'), 'utf8').trim();
  return Papa.parse<Row>(table, { header: true, dynamicTyping: (column) => column !== 'arm' }).data.filter(({ metric }) => metric === 'loss');
}
