/** Where nothing has changed since a recording was made but what is expected of the claims, no number of it can change: it need not be trained anew. */
import type { Verdict, Judgement } from '../../experiments/verdicts/verdict.ts';
import { staleness } from '../../experiments/record/staleness.ts';

/** What is said of one. */
export const RENEWED = 'nothing but what is expected has changed, and the recording says so now; nothing was trained';

interface Recorded {
  spec: string;
  kernel: string;
  judgements: readonly Judgement[];
}

interface Renewal<V extends Pick<Verdict, 'expect'>> {
  id: string;
  /** Of the spec as it is. */
  verdicts: readonly V[];
  /** The digest that the spec would have with these verdicts. */
  digestWith(verdicts: readonly V[]): string;
  /** Name of the kernel as it is. */
  kernel: string;
}

/** The recording with the new expectations; undefined if it already holds, or if anything else has changed. */
export function renewExpectations<R extends Recorded, V extends Pick<Verdict, 'expect'>>(recording: R, renewal: Renewal<V>): R | undefined {
  const { id, verdicts, digestWith, kernel } = renewal;
  const { judgements } = recording;
  if (judgements.length !== verdicts.length) return undefined;
  const spec = digestWith(verdicts);
  const before = digestWith(verdicts.map((verdict, index) => ({ ...verdict, expect: judgements[index]!.expected })));
  if (spec === recording.spec || staleness({ id, spec: recording.spec, kernel: recording.kernel }, { id, spec: before, kernel }) !== undefined)
    return undefined;
  return { ...recording, spec, judgements: judgements.map((judgement, index) => ({ ...judgement, expected: verdicts[index]!.expect })) };
}
