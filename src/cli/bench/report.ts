/** What the bench says. */
import type { Measurement, Timing } from './measure.ts';
import type { PageMeasurement } from './page/page.ts';
import { WANTED_SCALING, type NetworksMeasurement } from './networks.ts';

/** Of `fused`, which leaves out products with features that are zero in a whole batch: what it really multiplies. */
export interface Done {
  /** Features per batch that the first layer multiplies by, of all. */
  features: number;
  of: number;
  gflops: number;
  limitShare: number;
}

export interface WorkloadReport extends Measurement {
  /** Absent where `fused` or the limit was not measured. */
  fusedDone?: Done;
  /** Share of the machine's limit, every weight counted, that `fused` is meant to reach. */
  limitTarget?: number;
}

export interface Report {
  node: string;
  processor: string;
  /** Processes that wanted to run in the minute before, and processors for them. */
  load: number;
  processors: number;
  kernel: { bytes: number; gzipBytes: number; budgetBytes: number };
  /** Name → version of those that are not this project's. */
  versions: Record<string, string>;
  /** Why a contender that was asked for does not take part. */
  missing: string[];
  workloads: WorkloadReport[];
  networks: NetworksMeasurement[];
  /** Absent where it could not be measured. */
  page?: PageMeasurement;
}

export function headText({ node, processor, load, processors, kernel, versions, missing }: Report): string {
  return [
    `Node ${node} on one core of ${processor}`,
    ...(load > processors / 4 ? [`The machine is BUSY (load ${load.toFixed(1)} on ${processors} processors): measure again when it is quiet.`] : []),
    `kernel: ${kilobytes(kernel.bytes)}, ${kilobytes(kernel.gzipBytes)} gzip (${kernel.gzipBytes <= kernel.budgetBytes ? 'within' : 'OVER'} its ${kilobytes(kernel.budgetBytes)})`,
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}, one thread`),
    ...missing,
  ].join('\n');
}

export function workloadText({ workload, repetitions, timings, limit, fusedDone, limitTarget }: WorkloadReport): string {
  const lines = [`\n${workload}: median of ${repetitions} alternating repetitions`, ...timings.map(timingText)];
  if (limit) lines.push(`  the machine's limit: ${limit.gflops.toFixed(1)} GFLOP/s (${limit.range.map((one) => one.toFixed(1)).join('–')})`);
  const fused = timings.find(({ contender }) => contender === 'fused');
  if (fused?.limitShare !== undefined)
    lines.push(`  fused, every weight counted: ${percent(fused.limitShare)} of it${wanted(fused.limitShare, limitTarget, percent)}`);
  if (fusedDone) {
    const { features, of, gflops, limitShare } = fusedDone;
    const kept = features < of ? `${features.toFixed(0)} of ${of} features per batch; the others are zero in all of its rows` : 'all of them';
    lines.push(`  fused, multiplications really done (${kept}): ${gflops.toFixed(1)} GFLOP/s, ${percent(limitShare)} of it`);
  }
  return lines.join('\n');
}

export function networksText({ name, networks, updates, repetitions, timings, scaling, scalingRange: [least, greatest], target }: NetworksMeasurement): string {
  const most = timings.at(-1)!;
  return [
    `\n${name}: ${networks} networks, ${updates.toLocaleString('en')} updates; median of ${repetitions} alternating repetitions`,
    ...timings.map(
      ({ workers, seconds, processorSeconds }) =>
        `  ${workers === 1 ? '1 worker ' : `${workers} workers`}  ${seconds.toFixed(2)} s, ${processorSeconds.toFixed(2)} s of processor time`,
    ),
    `  ${most.workers} workers are ${scaling.toFixed(2)}× as fast as one (${least.toFixed(2)}–${greatest.toFixed(2)})${wanted(scaling, WANTED_SCALING, (value) => `${value}×`)}`,
    ...(target === undefined ? [] : [`  ${most.seconds <= target ? 'as' : 'ABOVE what is'} wanted on as many quiet cores: at most ${target} s`]),
  ].join('\n');
}

function timingText({ contender, microseconds, range: [least, most], gflops, ratio, target }: Timing): string {
  const time = `${microseconds.toFixed(1).padStart(9)} µs per update (${least.toFixed(1)}–${most.toFixed(1)})`.padEnd(50);
  return `  ${contender.padEnd(12)} ${time}  ${gflops.toFixed(2).padStart(7)} GFLOP/s  ${ratio.toFixed(1).padStart(6)}×${wanted(ratio, target, (value) => `${value}×`)}`;
}

function wanted(value: number, target: number | undefined, format: (value: number) => string): string {
  if (target === undefined) return '';
  return `, ${value >= target ? 'as' : 'BELOW what is'} wanted: at least ${format(target)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
