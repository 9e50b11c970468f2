/** What the reader's runs answered, for the question above the experiment: islands of one page that know each other by the experiment's id. */
import { signal, type Signal } from '@preact/signals';
import type { Answer } from './answer.ts';

/** `modified`: the run was not of the published experiment. */
export type LiveAnswer = Answer & { modified: boolean };

const answers = new Map<string, Signal<LiveAnswer | undefined>>();

export function liveAnswerOf(id: string): Signal<LiveAnswer | undefined> {
  let answer = answers.get(id);
  if (!answer) answers.set(id, (answer = signal(undefined)));
  return answer;
}
