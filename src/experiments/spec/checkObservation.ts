/** What an experiment asks to have reported must be there to report, in every arm. */
import { shapeOf } from '../../datasets/index.ts';
import { SPLITS } from '../../engines/engine.ts';
import { findEntry } from '../../nn/entry.ts';
import { armSize } from '../plan/armSize.ts';
import type { Report } from '../../schema/problem.ts';
import type { Arm } from '../configuration/arm.ts';
import type { Experiment } from './experiment.ts';
import { MOST_POINTS } from '../configuration/limits.ts';
import { areProbabilities, CONFUSION, findMetric, metricNamesOf } from '../configuration/metrics.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { probes as catalog } from '../probes/index.ts';

export function checkObservation({ metrics = [], verdicts, probes = [], history, show }: Experiment, arms: readonly Arm[], report: Report): void {
  for (const { label, configuration } of arms) {
    const shape = shapeOf(configuration.dataset);
    const names = [...metricNamesOf(shape.task, 'train'), ...(shape.task === 'classification' ? [CONFUSION] : [])];
    const stranger = metrics.findIndex((name) => !names.includes(name));
    if (stranger >= 0) return report(['metrics', stranger], metrics[stranger]!, `${names.join(', ')}, which arm "${label}" can report`);
    const ofProbabilities = [...metrics, show.metric, ...verdicts.map(({ metric }) => metric)].find(
      (name) => name !== CONFUSION && findMetric(name).ofProbabilities,
    );
    if (ofProbabilities && !areProbabilities(configuration.network.outputActivation.name)) {
      const at = metrics.indexOf(ofProbabilities);
      const found = `${ofProbabilities} of arm "${label}", whose outputs are ${configuration.network.outputActivation.name}`;
      return report(at >= 0 ? ['metrics', at] : ['verdicts'], found, 'another metric, or a loss whose outputs are probabilities');
    }
    const lone = loneSplit(configuration);
    if (lone && [...metrics, ...verdicts.map(({ metric }) => metric)].includes('r2')) {
      const at = metrics.indexOf('r2');
      return report(
        at >= 0 ? ['metrics', at] : ['verdicts'],
        `r2 in arm "${label}"`,
        `another metric, or splits of at least two examples: ${lone} has one, for which R² is not defined`,
      );
    }
    const { updates } = armSize(configuration);
    if (history && updates / history.every > MOST_POINTS) {
      return report(
        ['history', 'every'],
        `${history.every}, of ${updates} updates`,
        `at least ${Math.ceil(updates / MOST_POINTS)}: at most ${MOST_POINTS} points`,
      );
    }
    for (const [index, probe] of probes.entries()) {
      const lacking = findEntry('probe', catalog, probe.name).lacks?.(shape);
      if (lacking !== undefined) return report(['probes', index], `${probe.name} in arm "${label}"`, lacking);
      if (probe.name === 'lossPlane' && probe.checkpoints === true && !configuration.training.checkpoints) {
        return report(['probes', index, 'checkpoints'], `true, but arm "${label}" keeps none`, 'true where training.checkpoints asks for some');
      }
    }
  }
  const twice = probes.findIndex(({ name }, index) => probes.findIndex((other) => other.name === name) < index);
  if (twice >= 0) report(['probes', twice], `a second ${probes[twice]!.name}`, 'each probe once');
}

/** The name of a split with a single example, if there is one. */
function loneSplit(configuration: Configuration): string | undefined {
  const sizes = splitSizes(configuration);
  return SPLITS.find((split) => sizes[split] === 1);
}
