/** What a screen reader is told of a run. */
import { formatCount } from '../../../words/format.ts';
import type { ReportLine } from '../state/islandState.ts';
import type { Trial } from '../trial/trial.ts';

/** Of several claims it is said that they are there to be read: one after another they would go on for minutes. */
export function spoken(lines: readonly ReportLine[]): string {
  const verdicts = lines.filter(({ kind }) => kind === 'verdict');
  const others = lines.filter(({ kind }) => kind !== 'verdict');
  if (verdicts.length < 2) return lines.map(({ text }) => text).join(' ');
  return [`${verdicts.length} claims judged, listed under the figures.`, ...others.slice(1).map(({ text }) => text)].join(' ');
}

/** "Each network has done 12 updates.", or how many are done where they stand at different places. */
export function whereText({ live, runs }: Trial): string {
  const steps = new Set(runs.keys().map((index) => live.stepOf(index)));
  if (steps.size === 1) return `${runs.length === 1 ? 'The network has' : 'Each network has'} done ${counted([...steps][0]!, 'update')}.`;
  return `${counted(live.steps, 'update')} done, ${live.over} of ${counted(runs.length, 'network')} at the end.`;
}

export function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
