/** What went wrong with one input. */
export interface Finding {
  /** What was tried, cut to a length that can be read. */
  input: string;
  problem: string;
}

/** Milliseconds after which something counts as hanging. */
const HANG = 1000;

/**
 * Tries every input. `attempt` throws where something is wrong; an error that `isExpected` is a refusal for people, and fine. `timed`: also finds
 * what takes longer than a second.
 */
export async function tryAll<Input>(
  inputs: Iterable<Input>,
  {
    attempt,
    isExpected,
    show,
    timed,
  }: { attempt(input: Input): void | Promise<void>; isExpected(error: unknown): boolean; show(input: Input): string; timed: boolean },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const find = (input: Input, problem: string) => void findings.push({ input: show(input).slice(0, 600), problem });
  for (const input of inputs) {
    const start = performance.now();
    try {
      await attempt(input);
    } catch (error) {
      if (!isExpected(error)) find(input, error instanceof Error ? (error.stack ?? error.message).slice(0, 800) : String(error));
    }
    const took = performance.now() - start;
    if (timed && took > HANG) find(input, `It took ${Math.round(took)} ms.`);
  }
  return findings;
}

/** Where something is not as it should be. */
export function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`Not so: ${what}`);
}
