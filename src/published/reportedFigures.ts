/**
 * What the source texts print, figure by figure (content/reported.csv), and what recorded experiments with the very settings came to
 * (`reported` in their specs).
 */
import { readRecords } from '../datasets/csv/records.ts';
import type { Reported } from '../experiments/spec/reported.ts';
import { besideReported } from '../statistics/reported.ts';
import type { Published } from './published.ts';
import { published, publishedIds } from './published.ts';
import written from '../../content/reported.csv?raw';

/** A line of the file. */
export interface PrintedFigure {
  claim: string;
  /** Which network, in the source's words. */
  arm: string;
  /** "test loss", or what the source says. */
  metric: string;
  value: number;
}

/** All of them, in the order of the texts. */
export const printedFigures: readonly PrintedFigure[] = readPrinted(written);

/** Of one claim, or of all. */
export interface Reproduced {
  /** Figures that the texts print. */
  printed: number;
  /** Of these, set beside recorded runs with the same settings. */
  compared: number;
  /** Of these, between the lowest and the highest seed. */
  inside: number;
}

/** By claim; only claims of which something is printed. */
export async function reproducedFigures(): Promise<Map<string, Reproduced>> {
  const all = await Promise.all(publishedIds.map(published));
  return countReproduced(
    printedFigures,
    all.flatMap((one) => comparedFigures(one)),
  );
}

/** What is reported of the networks of an experiment, with whether it lies between the lowest and the highest seed. */
export function comparedFigures({ experiment: { reported = [] }, recording: { arms } }: Published): { figure: Reported; inside: boolean }[] {
  return reported.map((figure) => {
    const runs = arms.find(({ label }) => label === figure.arm)?.runs ?? [];
    const values = runs.map(({ final }) => final[`${figure.split}.${figure.metric}`] ?? NaN);
    return { figure, inside: besideReported(figure.value, values)?.inside ?? false };
  });
}

/** A figure that is printed once is counted once, however many experiments name it. */
export function countReproduced(printed: readonly PrintedFigure[], compared: readonly { figure: Reported; inside: boolean }[]): Map<string, Reproduced> {
  const counts = new Map<string, Reproduced>();
  const left = [...compared];
  for (const { claim, value } of printed) {
    const place = left.findIndex(({ figure }) => figure.source === claim && figure.value === value);
    const [found] = place < 0 ? [] : left.splice(place, 1);
    const before = counts.get(claim) ?? { printed: 0, compared: 0, inside: 0 };
    counts.set(claim, {
      printed: before.printed + 1,
      compared: before.compared + Number(found !== undefined),
      inside: before.inside + Number(found?.inside ?? false),
    });
  }
  return counts;
}

export function sumReproduced(counts: Iterable<Reproduced>): Reproduced {
  const sum = { printed: 0, compared: 0, inside: 0 };
  for (const one of counts) for (const key of ['printed', 'compared', 'inside'] as const) sum[key] += one[key];
  return sum;
}

function readPrinted(text: string): PrintedFigure[] {
  const { header, records } = readRecords(text, 'content/reported.csv', { maxRows: 10_000, header: true });
  const column = (name: string) => header.indexOf(name);
  return records.map(({ cells }) => ({
    claim: cells[column('claim')]!,
    arm: cells[column('arm')]!,
    metric: cells[column('metric')]!,
    value: Number(cells[column('reported')]),
  }));
}
