/**
 * `npm run bench [-- --json] [--engines fused,tfjs-wasm,tfjs-cpu] [--only TEXT]`: times the same work in
 * several engines, in one run on one core, and prints how many times faster the first is.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ENGINE_NAMES, type EngineName } from '../engines/engine.ts';
import { loadKernel } from '../kernel/node.ts';
import { engineContender } from './bench/contenders.ts';
import { measure, type Measurement, type Timing } from './bench/measure.ts';
import { workloadName, workloads } from './bench/workloads.ts';

const DEFAULT_ENGINES = 'fused,tfjs-wasm';
/** Kilobytes, gzipped, that the kernel may have. */
const KERNEL_BUDGET = 10;

interface Report {
  node: string;
  processor: string;
  kernel: { bytes: number; gzipBytes: number; budgetBytes: number };
  measurements: Measurement[];
}

try {
  await main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      engines: { type: 'string', default: DEFAULT_ENGINES },
      only: { type: 'string', default: '' },
    },
  });
  const engines = values.engines.split(',').map(engineName);
  const chosen = workloads.filter((workload) => workloadName(workload).includes(values.only));
  if (chosen.length === 0) throw new Error(`--only ${values.only}: no workload's name contains this; there are ${workloads.map(workloadName).join('; ')}.`);
  const kernel = await loadKernel();
  const report: Report = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', kernel: kernelSize(), measurements: [] };
  if (!values.json) printHead(report);
  for (const workload of chosen) {
    const measurement = await measure(
      workload,
      engines.map((name) => engineContender(name, kernel)),
    );
    report.measurements.push(measurement);
    if (!values.json) printMeasurement(measurement);
  }
  if (values.json) console.log(JSON.stringify(report, null, 2));
}

function engineName(text: string): EngineName {
  const allowed = ENGINE_NAMES.filter((name) => name !== 'tfjs-webgl');
  const found = allowed.find((name) => name === text);
  if (!found) throw new Error(`--engines: unknown engine "${text}"; allowed, joined by commas: ${allowed.join(', ')}.`);
  return found;
}

function kernelSize(): Report['kernel'] {
  const bytes = readFileSync(new URL('../kernel/build/kernel.wasm', import.meta.url));
  return { bytes: bytes.length, gzipBytes: gzipSync(bytes, { level: 9 }).length, budgetBytes: KERNEL_BUDGET * 1000 };
}

function printHead({ node, processor, kernel }: Report): void {
  console.log(`Node ${node} on one core of ${processor}`);
  const verdict = kernel.gzipBytes <= kernel.budgetBytes ? 'within' : 'OVER';
  console.log(`kernel: ${kilobytes(kernel.bytes)}, ${kilobytes(kernel.gzipBytes)} gzip (${verdict} its ${KERNEL_BUDGET} kB)`);
}

function printMeasurement({ workload, repetitions, timings }: Measurement): void {
  console.log(`\n${workload}: median of ${repetitions} alternating repetitions`);
  for (const timing of timings)
    console.log(`  ${timing.contender.padEnd(10)} ${timeOf(timing)}  ${timing.gflops.toFixed(2).padStart(7)} GFLOP/s  ${ratioOf(timing)}`);
}

function timeOf({ microseconds, range: [least, most] }: Timing): string {
  return `${microseconds.toFixed(1).padStart(9)} µs per update (${least.toFixed(1)}–${most.toFixed(1)})`.padEnd(50);
}

function ratioOf({ ratio, target }: Timing): string {
  const times = `${ratio.toFixed(1).padStart(6)}×`;
  if (target === undefined) return times;
  return `${times}, ${ratio >= target ? 'as' : 'BELOW what is'} wanted: at least ${target}×`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
