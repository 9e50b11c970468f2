/** The charts of a kind, by the names of its entries; none for kinds whose entries are no curves. */
import { fusedEngine } from '../../engines/fused/fused.ts';
import type { EntryChart } from '../../figures/entryPicture.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { activations, initializers, losses, schedules } from '../../nn/catalog.ts';
import { kernel as readKernel } from '../../published/kernelFile.ts';
import { activationChart, initializerChart, lossChart, scheduleChart } from './entryCharts.ts';

export async function chartsOf(slug: string): Promise<Map<string, EntryChart>> {
  const make = CHARTED[slug];
  const charts = new Map<string, EntryChart>();
  if (!make) return charts;
  for (const [name, chart] of await make(await readKernel())) if (chart) charts.set(name, chart);
  return charts;
}

type Named = [name: string, chart: EntryChart | undefined];

/** By the kind's slug. */
const CHARTED: Record<string, (kernel: Kernel) => Named[] | Promise<Named[]>> = {
  activations: (kernel) => Promise.all(activations.map(async (entry): Promise<Named> => [entry.name, await activationChart(entry, fusedEngine(kernel))])),
  losses: (kernel) => Promise.all(losses.map(async (entry): Promise<Named> => [entry.name, await lossChart(entry, fusedEngine(kernel))])),
  initializers: (kernel) => initializers.map((entry) => [entry.name, initializerChart(entry, kernel)]),
  schedules: () => schedules.map((entry) => [entry.name, scheduleChart(entry)]),
};
