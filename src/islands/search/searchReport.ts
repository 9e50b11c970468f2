/** What is said of a search that is over. */
import { quantityName } from '../../figures/data/figureData.ts';
import { formatNumber } from '../../words/format.ts';
import { dimensionTitle, wordOf } from '../../figures/search/searchAdapter.ts';
import type { SearchLog } from '../../search/run/drive.ts';
import { judgeSearch } from '../../search/results/judgeSearch.ts';
import { nameOf } from '../../search/names.ts';
import type { Search } from '../../search/search.ts';
import { logDigest } from '../../search/results/searchRecording.ts';
import { bestOf } from '../../search/run/trace.ts';
import { meanOf, type Trial } from '../../search/run/trial.ts';
import type { ReportLine } from '../experiment/state/islandState.ts';
import { describeCount } from '../../words/verdictText.ts';
import type { SearchIslandData } from './searchIslandData.ts';

/** `logs`: those with trials. `modified`: whether `search` is not the published one but for the strategies that are left out. */
export function searchReport(search: Search, logs: readonly SearchLog[], modified: boolean, { recorded }: SearchIslandData): ReportLine[] {
  if (logs.length === 0) return [{ kind: 'warning', text: 'Nothing was tried: the budget does not pay for a single trial.' }];
  return [
    ...logs.flatMap((log) => foundLines(search, log)),
    ...verdictLines(search, logs),
    ...(modified ? [] : reproductionLines(search, logs, recorded)),
    ...problemLines(logs),
  ];
}

function foundLines(search: Search, log: SearchLog): ReportLine[] {
  if (log.strategy.name === 'tuned') {
    const arms = [...new Set(log.trials.map(({ proposal }) => proposal.arm!))];
    return arms.flatMap((arm) => lineOf(search, arm, log.cancelled ? undefined : log.trials.findLast(({ proposal }) => proposal.arm === arm)));
  }
  return lineOf(search, nameOf(log.strategy, search.strategies), bestOf(log.trials));
}

/** "random chose learning rate 0.02: validation loss 0.14; test loss 0.15." */
function lineOf({ metric, split }: Search, name: string, best: Trial | undefined): ReportLine[] {
  if (!best || !Number.isFinite(best.value)) return [];
  const setting = Object.entries(best.proposal.point).map(([path, value]) => `${dimensionTitle(path)} ${wordOf(value)}`);
  const test = best.tests ? `; ${quantityName('test', metric)} ${formatNumber(meanOf(best.tests))}` : '';
  return [
    { kind: 'note', text: `${name} chose ${setting.join(', ') || 'the base setting'}: ${quantityName(split, metric)} ${formatNumber(best.value)}${test}.` },
  ];
}

/** One seed is no verdict: it is said what was seen. */
function verdictLines(search: Search, logs: readonly SearchLog[]): ReportLine[] {
  if (logs.some(({ cancelled }) => cancelled)) return [];
  return judgeSearch(search, logs)
    .filter(({ seeds }) => seeds > 0)
    .map((judgement) => ({ kind: 'verdict', text: `${judgement.claim.replace(/\.$/, '')}: ${describeCount(judgement)}.` }));
}

function reproductionLines(search: Search, logs: readonly SearchLog[], recorded: SearchIslandData['recorded']): ReportLine[] {
  const own = logs
    .filter(({ cancelled }) => !cancelled)
    .map((log) => {
      const before = recorded.find(({ strategy, seed }) => strategy === nameOf(log.strategy, search.strategies) && seed === log.seed);
      return before && { same: before.digest === logDigest(search, log), runs: log.trials.reduce((sum, { values }) => sum + values.length, 0) };
    });
  const compared = own.filter((one) => one !== undefined);
  if (compared.length === 0)
    return logs.some(({ cancelled }) => !cancelled) ? [{ kind: 'note', text: 'This seed is not in the recording: it is an independent replication.' }] : [];
  const runs = compared.reduce((sum, one) => sum + one.runs, 0);
  if (compared.every(({ same }) => same)) return [{ kind: 'reproduction', text: `Reproduces the recorded search bit for bit (${runs} runs compared).` }];
  return [{ kind: 'reproduction', text: 'Not bit for bit as recorded: a run, or a choice, came out differently.' }];
}

function problemLines(logs: readonly SearchLog[]): ReportLine[] {
  const trials = logs.flatMap(({ trials: own }) => own);
  const lines: ReportLine[] = [...new Set(trials.flatMap(({ problem }) => problem ?? []))]
    .slice(0, MOST)
    .map((text) => ({ kind: 'warning', text: `Not run: ${text}` }));
  const lost = trials.filter(({ value, problem }) => problem === undefined && !Number.isFinite(value)).length;
  if (lost > 0) lines.push({ kind: 'note', text: `${lost} of ${trials.length} trials diverged.` });
  if (logs.some(({ cancelled }) => cancelled)) lines.push({ kind: 'note', text: `Cancelled after ${trials.length} trials.` });
  return lines;
}

const MOST = 3;
