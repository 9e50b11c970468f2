/** What an experiment asks to have reported must be there to report, in every arm. */
import type { Task } from '../../datasets/dataset.ts';
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
      const apart = probe.name === 'snapshots' ? withoutSnapshots(configuration, shape.task) : undefined;
      if (apart) return report(['probes', index], `snapshots in arm "${label}", ${apart.found}`, apart.allowed);
      if (probe.name === 'lossPlane' && probe.checkpoints === true && !configuration.training.checkpoints) {
        return report(['probes', index, 'checkpoints'], `true, but arm "${label}" keeps none`, 'true where training.checkpoints asks for some');
      }
    }
  }
  const twice = probes.findIndex(({ name }, index) => probes.findIndex((other) => other.name === name) < index);
  if (twice >= 0) report(['probes', twice], `a second ${probes[twice]!.name}`, 'each probe once');
}

/** Why networks of this kind cannot be taken together, if they cannot. */
function withoutSnapshots({ network, training }: Configuration, task: Task): { found: string; allowed: string } | undefined {
  if (training.checkpoints?.every === undefined)
    return { found: 'which keeps no regular checkpoints', allowed: 'an arm whose training.checkpoints says every' };
  if (network.normalization?.name === 'batch') {
    return {
      found: 'which normalizes by batches',
      allowed: 'no batch normalization: running statistics of several networks are not those of their mean weights',
    };
  }
  if (task === 'classification' && !areProbabilities(network.outputActivation.name)) {
    return { found: `whose outputs are ${network.outputActivation.name}`, allowed: 'a loss whose outputs are probabilities, of which a mean can be taken' };
  }
  return undefined;
}

/** The name of a split with a single example, if there is one. */
function loneSplit(configuration: Configuration): string | undefined {
  const sizes = splitSizes(configuration);
  return SPLITS.find((split) => sizes[split] === 1);
}
