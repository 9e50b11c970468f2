/** The bits of all runs, as one line for each: name and digest of its history and final parameters (SHA-256). */
import { fusedEngine } from '../../engines/fused/fused.ts';
import { trainRun } from '../../experiments/train/run.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { bitRuns } from './runs.ts';

export async function bitsOf(kernel: Kernel): Promise<string> {
  const engine = fusedEngine(kernel);
  const lines: string[] = [];
  for (const { name, run } of bitRuns()) {
    const { ending, digest } = await trainRun(run, engine, kernel);
    // A run that diverges has no parameters to compare.
    if (ending.state !== 'finished') throw new Error(`The run "${name}" ended as ${ending.state}.`);
    lines.push(`${digest}  ${name}`);
  }
  return `${lines.join('\n')}\n`;
}
