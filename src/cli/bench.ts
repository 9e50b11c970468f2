/**
 * `npm run bench [-- --json] [--contenders fused,tfjs-wasm] [--only TEXT] [--repetitions N] [--duration MS]`:
 * times the same work in several engines and libraries, in one run on one core, beside the machine's own limit, and
 * says how many times faster the first is; then all of source A, and a sweep of short runs, on one worker and on two; then the page in
 * Chromium beside Node, where the site is built. `--only` takes the work whose
 * name contains the text. PyTorch and scikit-learn are looked for in the Python that the variable BENCH_PYTHON names, then in the path.
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ENGINE_NAMES, type EngineName } from '../engines/engine.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { engineContender, type Contender } from './bench/contenders.ts';
import { jaxContender } from './bench/jax.ts';
import { openLimit } from './bench/limit.ts';
import { measure, type Measurement } from './bench/measure.ts';
import { manyNetworks, measureNetworks } from './bench/networks.ts';
import { measurePage, pageText } from './bench/page/page.ts';
import { PYTHON_LIBRARIES, pythonContender, type PythonLibrary } from './bench/python.ts';
import { headText, networksText, workloadText, type Report, type WorkloadReport } from './bench/report.ts';
import { usedFeatures } from './bench/usedFeatures.ts';
import { flopsPerUpdate, workloadName, workloadPlan, workloads, type Workload } from './bench/workloads.ts';
import { openKernel } from './kernel.ts';

type Name = EngineName | 'jax-js' | PythonLibrary;
const NAMES: Name[] = [...ENGINE_NAMES.filter((name) => name !== 'tfjs-webgl'), 'jax-js', ...PYTHON_LIBRARIES];
/** What the stage in the browser is called. */
const PAGE = 'the page';
/** Kilobytes, gzipped, that the kernel may have. */
const KERNEL_BUDGET = 40;

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

/** Does what the arguments say. Returns the exit code: 1 if something went wrong, which is then said on standard error. */
export async function main(args: string[]): Promise<number> {
  try {
    await bench(args);
    return 0;
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      contenders: { type: 'string', default: NAMES.join(',') },
      only: { type: 'string', default: '' },
      repetitions: { type: 'string', default: '7' },
      duration: { type: 'string', default: '200' },
    },
  });
  const names = values.contenders.split(',').map(nameOf);
  const repetitions = countOf('repetitions', values.repetitions);
  const duration = countOf('duration', values.duration);
  const chosen = workloads.filter((workload) => workloadName(workload).includes(values.only));
  const networks = manyNetworks.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0 && networks.length === 0 && !PAGE.includes(values.only))
    throw new Error(
      `--only ${values.only}: no work's name contains this; there are ${[...workloads.map(workloadName), ...manyNetworks.map(({ name }) => name), PAGE].join('; ')}.`,
    );

  const { kernel } = await openKernel();
  const found = names.map((name) => contender(name, kernel));
  const contenders = found.filter((one) => 'prepare' in one);
  if (contenders.length === 0) throw new Error(found.map((one) => ('missing' in one ? one.missing : '')).join('\n'));
  const report: Report = {
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    load: loadavg()[0]!,
    processors: cpus().length,
    kernel: kernelSize(),
    versions: Object.fromEntries(contenders.flatMap(({ name, version }) => (version ? [[name, version]] : []))),
    missing: found.flatMap((one) => ('missing' in one ? [one.missing] : [])),
    workloads: [],
    networks: [],
  };
  const say = (text: string) => values.json || console.log(text);
  say(headText(report));
  const limit = await openLimit();
  for (const workload of chosen) {
    const measurement = withDone(await measure(workload, contenders, { repetitions, duration, limit }), workload, kernel);
    report.workloads.push(measurement);
    say(workloadText(measurement));
  }
  for (const many of networks) {
    const measurement = await measureNetworks(many);
    report.networks.push(measurement);
    say(networksText(measurement));
  }
  if (PAGE.includes(values.only)) {
    const page = await measurePage();
    if ('missing' in page) report.missing.push(page.missing);
    else report.page = page;
    say('missing' in page ? `\nNot measured: ${page.missing}` : pageText(page));
  }
  if (values.json) console.log(JSON.stringify(report, null, 2));
}

function nameOf(text: string): Name {
  const found = NAMES.find((name) => name === text);
  if (!found) throw new Error(`--contenders: unknown contender "${text}"; allowed, joined by commas: ${NAMES.join(', ')}.`);
  return found;
}

function countOf(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${option} ${text}: allowed are whole numbers from 1.`);
  return count;
}

function contender(name: Name, kernel: Kernel): Contender | { missing: string } {
  if (name === 'jax-js') return jaxContender(kernel);
  const library = PYTHON_LIBRARIES.find((one) => one === name);
  return library ? pythonContender(library, kernel) : engineContender(name as EngineName, kernel);
}

function withDone(measurement: Measurement, workload: Workload, kernel: Kernel): WorkloadReport {
  const fused = measurement.timings.find(({ contender }) => contender === 'fused');
  const { limit } = measurement;
  if (!fused || !limit) return measurement;
  const features = usedFeatures(workloadPlan(workload, kernel), kernel);
  const gflops = flopsPerUpdate(workload, features) / fused.microseconds / 1000;
  const fusedDone = { features, of: workload.sizes[0]!, gflops, limitShare: gflops / limit.gflops };
  return { ...measurement, fusedDone, limitTarget: workload.limitShare };
}

function kernelSize(): Report['kernel'] {
  const bytes = readFileSync(new URL('../kernel/build/kernel.wasm', import.meta.url));
  return { bytes: bytes.length, gzipBytes: gzipSync(bytes, { level: 9 }).length, budgetBytes: KERNEL_BUDGET * 1000 };
}
