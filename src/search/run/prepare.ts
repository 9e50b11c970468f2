/**
 * From a proposal to the configuration that is trained. It needs the schemas of settings; what drives a search does not, and may be
 * somewhere else.
 */
import { applySettings } from '../../experiments/configuration/applySettings.ts';
import { budgetKind } from '../../experiments/configuration/budget.ts';
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import { workAfter } from '../../experiments/plan/work.ts';
import { armsOf } from '../../experiments/spec/armsOf.ts';
import type { Search } from '../search.ts';
import { settingsAt } from '../space/space.ts';
import type { Proposal, Turn } from '../space/turn.ts';
import type { DrivenTurn, Prepared } from './drive.ts';
import { runsOf, trainedOn } from './trial.ts';

/** The turns of a search, with what is trained for each proposal. */
export function preparedTurn(search: Search, { ask, tell }: Turn): DrivenTurn {
  return { ask: preparedAll(search, ask), tell: (scores) => preparedTurn(search, tell(scores)) };
}

export function preparedAll(search: Search, proposals: readonly Proposal[]): DrivenTurn['ask'] {
  return proposals.map((proposal) => ({ proposal, prepared: configurationOf(search, proposal) }));
}

/** The configuration of a proposal: base or arm, with the point's settings and its share of the training budget. */
export function configurationOf(search: Search, { point, share, arm }: Proposal): Prepared {
  const base = arm === undefined ? search.configuration : armConfiguration(search, arm);
  const parsed = applySettings(base, settingsAt(search.space, point));
  if ('problems' in parsed) return { problem: parsed.problems.map(({ path, found, allowed }) => `${path}: found ${found}; allowed: ${allowed}`).join('. ') };
  const { configuration } = parsed;
  if (share === 1) return { configuration };
  const kind = budgetKind(configuration.training);
  const units = Math.max(1, Math.round(configuration.training[kind]! * share));
  return { configuration: { ...configuration, training: { ...configuration.training, [kind]: units } } };
}

/** What a proposal takes of the budget, before it is trained; early stopping may leave some of it. */
export function costOf(search: Search, proposal: Proposal): number {
  if ('trials' in search.budget) return proposal.share;
  const prepared = configurationOf(search, proposal);
  // What cannot be run still takes a little, or there would be no end to it.
  if ('problem' in prepared) return 1;
  const runs = runsOf(search, proposal, prepared.configuration, 0);
  return runs.reduce((sum, run) => sum + workAfter(prepared.configuration, undefined, trainedOn(prepared.configuration, run)).updates, 0);
}

/** Labels of the arms of a tuned comparison. */
export function armLabels(search: Search): string[] {
  return armsOf(search, []).map(({ label }) => label);
}

function armConfiguration({ configuration, axes }: Search, label: string): Configuration {
  const arm = armsOf({ configuration, axes }, []).find((candidate) => candidate.label === label);
  if (!arm) throw new Error(`There is no arm "${label}".`);
  return arm.configuration;
}
