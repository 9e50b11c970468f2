/** What a run says when it is over, line by line. */
import type { EngineName } from '../../../engines/engine.ts';
import type { Recording } from '../../../experiments/record/recording.ts';
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import { quantityName } from '../../../figures/data/figureData.ts';
import type { Split } from '../../../engines/engine.ts';
import type { ReportLine } from '../state/islandState.ts';
import { describeReproduction, reproduction } from './reproduction.ts';
import { describeCount, describeJudgement } from '../../../words/verdictText.ts';

export interface Finished {
  recording: Recording;
  results: RunResult[];
  /** Over the seeds that are complete; empty if none is. */
  judgements: Judgement[];
  /** Parts of the published claim that make no sense with the reader's changes. */
  unjudged: readonly string[];
  modified: boolean;
  engine: EngineName;
  /** Every seed of the recording was run. */
  allSeeds: boolean;
}

export function runReport({ recording, results, judgements, unjudged, modified, engine, allSeeds }: Finished): ReportLine[] {
  return [
    ...verdictLines(judgements, unjudged, modified, allSeeds && !modified),
    ...(modified ? [] : reproductionLine(recording, results, engine)),
    ...dataLines(results),
    ...endingLines(results),
  ];
}

/** What the data were, where that depends on what was at hand. */
function dataLines(results: RunResult[]): ReportLine[] {
  return [...new Set(results.flatMap(({ data }) => data ?? []))].map((title) => ({ kind: 'note', text: `Data: ${title}.` }));
}

/**
 * A verdict is given over the recording's seeds alone; of fewer, or others, it is said what was seen. Where a part of the published claim
 * cannot be judged (`unjudged`), each part that can is named, so that none speaks for the whole.
 */
export function verdictLines(all: Judgement[], unjudged: readonly string[], modified: boolean, asVerdict: boolean): ReportLine[] {
  const judgements = all.filter(({ seeds }) => seeds > 0);
  const describe = asVerdict ? describeJudgement : describeCount;
  const where = modified ? 'With your changes' : 'In this run';
  const parts = unjudged.map((claim) => `“${unended(claim)}”`).join('; ');
  const [only, ...others] = judgements;
  if (!only) return all.length === 0 && unjudged.length > 0 ? [{ kind: 'note', text: `${where} nothing of the claim can be judged: ${parts}.` }] : [];
  if (others.length === 0 && unjudged.length === 0) {
    return [{ kind: 'verdict', text: `${where} ${asClause(describe(only))}.` }];
  }
  return [
    { kind: 'note', text: `${where}:` },
    ...judgements.map((judgement): ReportLine => ({ kind: 'verdict', text: `${unended(judgement.claim)}: ${describe(judgement)}.` })),
    ...(unjudged.length > 0 ? [{ kind: 'note' as const, text: `What cannot be judged with your changes: ${parts}.` }] : []),
  ];
}

function unended(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** "holds in …" → "the claim holds in …", and so on: what is said of a claim, in a sentence about a run. */
function asClause(words: string): string {
  if (words.startsWith('the opposite')) return words;
  if (words.startsWith('no difference')) return `there is ${words}`;
  return `the claim ${words.startsWith('holds') ? words : `is ${words}`}`;
}

function reproductionLine(recording: Recording, results: RunResult[], engine: EngineName): ReportLine[] {
  const ended = results.filter(({ ending }) => ending.state === 'finished' || ending.state === 'diverged');
  const outcome = reproduction(recording, ended);
  const text = describeReproduction(outcome, (key) => {
    const [split, metric] = key.split('.') as [Split, string];
    return quantityName(split, metric);
  });
  if (text === undefined) {
    return ended.length > 0 ? [{ kind: 'note', text: 'These seeds are not in the recording: this is an independent replication.' }] : [];
  }
  const lines: ReportLine[] = [{ kind: 'reproduction', text }];
  if (engine !== 'fused') lines.push({ kind: 'note', text: 'The recording was made with the fused engine; TensorFlow.js rounds its sums in another order.' });
  return lines;
}

/** Runs that diverged or failed, and how many were cancelled. */
function endingLines(results: RunResult[]): ReportLine[] {
  const lines: ReportLine[] = [];
  const cancelled = results.filter(({ ending }) => ending.state === 'cancelled').length;
  if (cancelled > 0) lines.push({ kind: 'note', text: `Cancelled: ${cancelled} of ${results.length} runs were not carried to their end and are not judged.` });
  // Where data are missing, all runs fail for the same reason.
  const missing = new Set(results.flatMap(({ ending }) => (ending.state === 'failed' && ending.missing ? [ending.message] : [])));
  for (const text of missing) lines.push({ kind: 'warning', text });
  const unexplained = results.flatMap(({ arm, seed, ending }) =>
    ending.state === 'failed' && !ending.missing && !ending.fault ? [{ where: `${arm}, seed ${seed}`, why: ending.message }] : [],
  );
  const one = new Set(unexplained.map(({ why }) => why)).size === 1 && unexplained.length > 1;
  const notable = [
    ...results.flatMap(({ arm, seed, ending }) => (ending.state === 'diverged' ? [`${arm}, seed ${seed}: ${ending.explanation}`] : [])),
    ...(one ? [`${unexplained.length} runs failed. ${unexplained[0]!.why}`] : unexplained.map(({ where, why }) => `${where}: failed. ${why}`)),
  ];
  for (const text of notable.slice(0, MOST_LINES)) lines.push({ kind: 'warning', text });
  if (notable.length > MOST_LINES) lines.push({ kind: 'warning', text: `… and ${notable.length - MOST_LINES} more runs like these.` });
  return lines;
}

const MOST_LINES = 3;
