/** Figures that no chapter shows, drawn from a small training run: the same bits every time, so the same picture. */
import { parseHTML } from 'linkedom';
import { fusedEngine } from '../../../src/engines/fused/fused.ts';
import type { FigureName } from '../../../src/experiments/spec/figureNeeds.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { parseExperiment } from '../../../src/experiments/spec/spec.ts';
import { fromRuns, type LiveRun } from '../../../src/figures/data/adapter.ts';
import { drawWhole } from '../../../src/figures/parts/figureElement.ts';
import { figures } from '../../../src/figures/index.ts';
import { loadKernel } from '../../../src/kernel/node.ts';

/** The figure's markup. Two learning rates on two rings, or on drawn digits where it shows pictures; three seeds. */
export async function trainedFigure(name: FigureName): Promise<string> {
  const kernel = await loadKernel();
  const experiment = parseExperiment(
    {
      title: 'Two rates',
      claim: 'The larger rate ends lower.',
      dataset: name === 'mistakes' ? { name: 'digits', examples: 200 } : { name: 'circles', examples: 200, noise: 0.1 },
      network: { hidden: [4, 3], activation: 'tanh' },
      training: { loss: 'categoricalCrossentropy', optimizer: { name: 'adam', learningRate: 0.01 }, batchSize: 20, epochs: 20 },
      compare: { 'training.optimizer.learningRate': [0.005, 0.02] },
      seeds: 3,
      verdict: { metric: 'loss', split: 'train', ascending: [0.02, 0.005] },
      figures: [name],
    },
    'two-rates.yaml',
  );
  const engine = fusedEngine(kernel);
  const runs: LiveRun[] = [];
  for (const run of expand(experiment, [1, 2, 3])) runs.push(await trainRun(run, engine, kernel));
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return drawWhole(figures[name].draw(fromRuns(experiment, experiment.arms, runs, new Map()), { document })).outerHTML;
}
