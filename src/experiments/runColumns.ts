/** The runs of an arm as its file holds them: quantity by quantity instead of run by run, and only what is not as usual. */
import * as z from 'zod';
import type { ArmRecording } from './recording.ts';

type RecordedRun = ArmRecording['runs'][number];

/** Stands for the value at the end, which is most often the best one too. */
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
    best: columns,
  })
  .refine(({ digests, seeds = digests, final, best }) =>
    [seeds, ...Object.values(final), ...Object.values(best)].every(({ length }) => length === digests.length),
  )
  .refine(({ final }) => Object.values(final).every((values) => !values.includes(SAME)))
  .refine(({ final, best }) => Object.keys(best).every((key) => key in final) && Object.keys(final).every((key) => key in best));

export type RunColumns = z.infer<typeof runColumns>;

/** Every run of an arm has the same quantities. */
export function columnsOf(runs: readonly RecordedRun[]): RunColumns {
  const quantities = Object.keys(runs[0]?.final ?? {});
  const column = (value: (run: RecordedRun, quantity: string) => number | null | typeof SAME) =>
    Object.fromEntries(quantities.map((quantity) => [quantity, runs.map((run) => value(run, quantity))]));
  const some = <Value>(key: string, value: (run: RecordedRun) => Value | undefined) => {
    const list = runs.flatMap((run, place) => (value(run) === undefined ? [] : [[String(place), value(run)!] as const]));
    return list.length > 0 ? { [key]: Object.fromEntries(list) } : {};
  };
  return {
    digests: runs.map(({ digest }) => digest),
    ...(runs.some(({ seed }, place) => seed !== place + 1) && { seeds: runs.map(({ seed }) => seed) }),
    ...some('endings', ({ ending }) => (ending === 'finished' ? undefined : ending)),
    ...some('stops', ({ stop }) => stop),
    final: column(({ final }, quantity) => final[quantity] ?? null),
    best: column(({ final, best }, quantity) => (best[quantity] === final[quantity] ? SAME : (best[quantity] ?? null))),
  };
}

/** The inverse. */
export function runsOf({ digests, seeds, endings, stops, final, best }: RunColumns): RecordedRun[] {
  const row = (column: RunColumns['final'], place: number, same: (quantity: string) => number | null) =>
    Object.fromEntries(
      Object.entries(column).map(([quantity, values]) => {
        const value = values[place]!;
        return [quantity, value === SAME ? same(quantity) : value];
      }),
    );
  return digests.map((digest, place) => {
    const atEnd = row(final, place, () => null);
    const stop = stops?.[place];
    return {
      ...{ seed: seeds?.[place] ?? place + 1, ending: endings?.[place] ?? 'finished', digest },
      ...(stop && { stop }),
      final: atEnd,
      best: row(best, place, (quantity) => atEnd[quantity] ?? null),
    };
  });
}
