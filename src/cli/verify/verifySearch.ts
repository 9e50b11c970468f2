/** `lab verify`, for a search: all of it anew, or one strategy with one seed, which is another one every day; judgements always. */
import { jsonDigest } from '../../experiments/train/digest.ts';
import type { Pool } from '../../experiments/pool/pool.ts';
import { staleness } from '../../experiments/record/staleness.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { judgeSearch } from '../../search/results/judgeSearch.ts';
import { nameOf } from '../../search/names.ts';
import type { Search } from '../../search/search.ts';
import { originOfSearch, recordedLogs, recordLog, type SearchRecording } from '../../search/results/searchRecording.ts';
import { describeJudgement } from '../output/judgementText.ts';
import { partsOf, runSearches, type SearchPart } from '../training/runSearches.ts';
import { takeTurns, turnOf, type Sample } from './sample.ts';

export interface VerifySearch {
  pool: Pool;
  workers: number;
  kernel: Kernel;
  /** By which recordings know it. */
  kernelName: string;
  sample: Sample | undefined;
  /** Of a sample: whether any of it is trained today; the judgements are made anew in any case. */
  isDue: boolean;
}

/** What is wrong, and how many runs were done anew. */
export async function verifySearch(search: Search, recording: SearchRecording, options: VerifySearch): Promise<{ problems: string[]; trained: number }> {
  const stale = staleness(originOfSearch(recording), { id: search.id, spec: jsonDigest(search), kernel: options.kernelName });
  if (stale !== undefined) return { problems: [`its recording is stale: ${stale}`], trained: 0 };
  const all = partsOf(search);
  const name = ({ strategy, seed }: SearchPart) => `${nameOf(strategy, search.strategies)}, seed ${seed}`;
  const recorded = (part: SearchPart) => recording.logs.find((log) => `${log.strategy}, seed ${log.seed}` === name(part));
  const problems = all.filter((part) => !recorded(part)).map((part) => `${name(part)} is not in the recording`);
  if (recording.logs.length > all.length) problems.push(`${recording.logs.length - all.length} recorded searches are not part of the file`);
  const parts = !options.isDue ? [] : options.sample ? takeTurns(all, 1, turnOf(options.sample)) : all;
  const logs = await runSearches(search, { ...options, parts });
  for (const [index, log] of logs.entries()) {
    const before = recorded(parts[index]!);
    if (!before) continue;
    const made = recordLog(search, log);
    if (made.digest !== before.digest) problems.push(`${name(log)} gives ${made.digest}, recorded is ${before.digest}`);
    else if (JSON.stringify(made) !== JSON.stringify(before)) problems.push(`the numbers recorded of ${name(log)} are not those of the search`);
  }
  // Recorded values are exact, so judgements are.
  const judgements = judgeSearch(search, recordedLogs(search, recording));
  problems.push(...judgements.flatMap((judgement, index) => judgementProblems(judgement, recording.judgements[index])));
  return { problems, trained: logs.reduce((sum, { trials }) => sum + trials.reduce((count, { values }) => count + values.length, 0), 0) };
}

function judgementProblems(made: Judgement, recorded: Judgement | undefined): string[] {
  return [
    ...(made.outcome === made.expected ? [] : [describeJudgement(made)]),
    ...(JSON.stringify(made) === JSON.stringify(recorded) ? [] : [`the judgement of “${made.claim}” is not as recorded`]),
  ];
}
