/** The runs of an arm as its file holds them: quantity by quantity instead of run by run, and only what is not as usual. */
import * as z from 'zod';
import type { ArmRecording } from './recording.ts';

type RecordedRun = ArmRecording['runs'][number];

/** Stands for the value at the end, which is often the best one too. */
const SAME = '=';

const columns = z.record(z.string(), z.array(z.union([z.number(), z.null(), z.literal(SAME)])));

export const runColumns = z
  .strictObject({
    digests: z.array(z.string()).min(1),
    /** Where they are not 1, 2, 3 … */
    seeds: z.array(z.int()).optional(),
    /** By place of the run: endings other than `finished`, and where early stopping watched. */
    endings: z.record(z.string(), z.string()).optional(),
    stops: z
      .record(
        z.string(),
        z.custom<NonNullable<RecordedRun['stop']>>((stop) => typeof stop === 'object' && stop !== null),
      )
      .optional(),
    final: columns,
    /** Of the quantities of which some run was at its best before the end. */
    best: columns,
  })
  .refine(({ digests, seeds = digests, final, best }) =>
    [seeds, ...Object.values(final), ...Object.values(best)].every(({ length }) => length === digests.length),
  )
  .refine(({ final }) => Object.values(final).every((values) => !values.includes(SAME)))
  .refine(({ final, best }) => Object.keys(best).every((key) => key in final));

export type RunColumns = z.infer<typeof runColumns>;

/** Every run of an arm has the same quantities. */
export function columnsOf(runs: readonly RecordedRun[]): RunColumns {
  const quantities = Object.keys(runs[0]?.final ?? {});
  const column = (value: (run: RecordedRun, quantity: string) => number | null | typeof SAME) =>
    quantities.map((quantity) => [quantity, runs.map((run) => value(run, quantity))] as const);
  const best = column(({ final, best }, quantity) => (best[quantity] === final[quantity] ? SAME : (best[quantity] ?? null)));
  const some = <Value>(key: string, value: (run: RecordedRun) => Value | undefined) => {
    const list = runs.flatMap((run, place) => (value(run) === undefined ? [] : [[String(place), value(run)!] as const]));
    return list.length > 0 ? { [key]: Object.fromEntries(list) } : {};
  };
  return {
    digests: runs.map(({ digest }) => digest),
    ...(runs.some(({ seed }, place) => seed !== place + 1) && { seeds: runs.map(({ seed }) => seed) }),
    ...some('endings', ({ ending }) => (ending === 'finished' ? undefined : ending)),
    ...some('stops', ({ stop }) => stop),
    final: Object.fromEntries(column(({ final }, quantity) => final[quantity] ?? null)),
    best: Object.fromEntries(best.filter(([, values]) => values.some((value) => value !== SAME))),
  };
}

/** The inverse. */
export function runsOf({ digests, seeds, endings, stops, final, best }: RunColumns): RecordedRun[] {
  return digests.map((digest, place) => {
    const stop = stops?.[place];
    const atEnd = Object.entries(final).map(([quantity, values]) => [quantity, values[place] as number | null] as const);
    const atBest = atEnd.map(([quantity, value]) => {
      const other = best[quantity]?.[place];
      return [quantity, other === undefined || other === SAME ? value : other] as const;
    });
    return {
      ...{ seed: seeds?.[place] ?? place + 1, ending: endings?.[place] ?? 'finished', digest },
      ...(stop && { stop }),
      ...{ final: Object.fromEntries(atEnd), best: Object.fromEntries(atBest) },
    };
  });
}
