/** What a page may show: a whole recording, not a stale one, whose claims were judged as expected. Anything else stops the build. */
import { staleness, type Origin } from '../experiments/record/staleness.ts';
import type { Judgement } from '../experiments/verdicts/verdict.ts';

export interface Recorded<Recording> {
  what: 'experiment' | 'search' | 'map of experiment';
  /** Path of the recording, from the project's root. */
  file: string;
  /** undefined: there is none. */
  text: string | undefined;
  check(text: string): { recording: Recording } | { problem: string };
  originOf(recording: Recording): Origin;
  /** What a recording made now would say. */
  now: Origin;
}

/** Throws an Error that says what is wrong and what to run. */
export function usableRecording<Recording extends { version: number; judgements?: readonly Judgement[] }>(recorded: Recorded<Recording>): Recording {
  const { what, file, text, check, originOf, now } = recorded;
  const remedy = `Run: npm run -s lab -- record ${now.id}`;
  if (text === undefined) throw new Error(`The ${what} "${now.id}" has no recording: ${file} does not exist. ${remedy}`);
  const checked = check(text);
  if ('problem' in checked) throw new Error(`The recording of ${what} "${now.id}" cannot be used: ${checked.problem}. ${remedy}`);
  const { recording } = checked;
  const stale = staleness(originOf(recording), now);
  if (stale !== undefined) throw new Error(`The recording of ${what} "${now.id}" is stale: ${stale}`);
  const failed = recording.judgements?.find(({ outcome, expected }) => outcome !== expected);
  if (failed) {
    throw new Error(
      `The ${what} "${now.id}": the claim “${failed.claim}” is expected to be “${failed.expected}”, but the recording says “${failed.outcome}” ` +
        `(${failed.agree} of ${failed.seeds} seeds).`,
    );
  }
  return recording;
}
