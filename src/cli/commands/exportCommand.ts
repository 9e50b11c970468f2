/** `lab export ID --to TARGET`: programs, specs and results as files. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../experiments/verdicts/judge.ts';
import { ExportError, type Exported, type ExportFile } from '../../export/exported.ts';
import { describeLeftOut } from '../../export/exportProgram.ts';
import { exportSearch } from '../../export/exportSearch.ts';
import { tidyCsv } from '../../export/results/tidyCsv.ts';
import { exportAsProgram, exportSearchSpec, exportSpec, PROGRAM_TARGETS, SPEC_TARGETS } from '../../export/targets.ts';
import { SEARCH_TARGETS } from '../../export/tuning/searchCells.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import { openKernel } from '../kernel.ts';
import { openLibrary } from '../library/library.ts';
import { mnistSource } from '../mnist/places.ts';
import { runJson } from '../../export/results/runJson.ts';
import { openPool, trainAll } from '../training/train.ts';
import { UserError } from '../userError.ts';

export interface ExportCommand {
  fileOrId: string;
  /** Where to; undefined if it was not given. */
  to: string | undefined;
  notebook: boolean;
  given: boolean;
  seeds: number | undefined;
  /** Folder that the files are written to; it is made if need be. */
  out: string;
}

/** Results need runs; everything else is written without one. */
const TARGETS: readonly string[] = [...PROGRAM_TARGETS, ...SPEC_TARGETS, 'csv'];

/** Returns the exit code: 1 if the target cannot express one arm. */
export async function exportCommand({ fileOrId, to = '', notebook, given, seeds, out }: ExportCommand): Promise<number> {
  if (!TARGETS.includes(to)) throw new UserError(`--to: found ${to || 'nothing'}; allowed: ${TARGETS.join(', ')}.`);
  const program = PROGRAM_TARGETS.find((target) => target === to);
  const spec = SPEC_TARGETS.find((target) => target === to);
  if (!program && (notebook || given)) throw new UserError(`--notebook and --given are for programs: ${PROGRAM_TARGETS.join(', ')}.`);
  const library = openLibrary();
  if (isSearch(fileOrId, library.searches.ids())) {
    const target = SEARCH_TARGETS.find((name) => name === to);
    if ((!target && !spec) || given)
      throw new UserError(`A search goes to ${[...SEARCH_TARGETS, ...SPEC_TARGETS].join(', ')}, without --given; found --to ${to}${given ? ' --given' : ''}.`);
    const search = library.searches.spec(fileOrId);
    if (!target) {
      writeFiles(exportSearchSpec(search, spec!).files, out);
      return 0;
    }
    const { kernel } = await openKernel();
    const form = notebook ? 'notebook' : 'script';
    writeFiles(await asProgram(() => exportSearch(search, target, { kernel, source: mnistSource(), form, ...(seeds && { seeds }) })), out);
    return 0;
  }
  const experiment = library.experiment(fileOrId);
  const exported = spec
    ? exportSpec(experiment, spec)
    : program
      ? await asProgram(() =>
          openKernel().then(({ kernel }) =>
            exportAsProgram(experiment, program, { kernel, source: mnistSource(), given, form: notebook ? 'notebook' : 'script', ...(seeds && { seeds }) }),
          ),
        )
      : await results(experiment, seeds ?? experiment.seeds);
  writeFiles(exported.files, out);
  for (const left of exported.leftOut) console.error(describeLeftOut(left));
  if (exported.files.length > 0) return 0;
  console.error(`${to} cannot express one arm of ${experiment.id}; nothing was written.`);
  return 1;
}

/** By its id, or by a file in a folder of searches. */
function isSearch(fileOrId: string, ids: readonly string[]): boolean {
  return ids.includes(fileOrId) || /(^|[/\\])searches[/\\][^/\\]+$/.test(fileOrId);
}

function writeFiles(files: readonly ExportFile[], out: string): void {
  mkdirSync(out, { recursive: true });
  for (const { name, text } of files) {
    const file = join(out, name);
    // Written beside it and renamed, so that an interrupted export leaves no half of a file.
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
    console.log(file);
  }
}

async function asProgram<Written>(work: () => Promise<Written>): Promise<Written> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExportError) throw new UserError(error.message);
    throw error;
  }
}

async function results(experiment: Experiment, seeds: number): Promise<Exported> {
  const { hash } = await openKernel();
  const pool = openPool();
  const runs = await trainAll(experiment, { pool, engine: 'fused', seeds });
  pool.close();
  const report = runJson({
    experiment,
    arms: experiment.arms,
    engine: 'fused',
    kernel: hash,
    results: runs,
    judgements: judge(experiment, runs),
    withParameters: false,
  });
  return {
    files: [
      { name: `${experiment.id}.results.csv`, text: tidyCsv(runs) },
      { name: `${experiment.id}.results.json`, text: `${JSON.stringify(report)}\n` },
    ],
    leftOut: [],
  };
}
