import { describe, expect, it } from 'vitest';
import { comparedFigures, countReproduced, printedFigures, reproducedFigures, sumReproduced, type PrintedFigure } from '../../src/published/reportedFigures.ts';
import { published, publishedIds } from '../../src/published/published.ts';
import { besideReported } from '../../src/statistics/reported.ts';
import type { Reported } from '../../src/experiments/spec/reported.ts';

const WORDS: Record<string, string> = { train: 'training', validation: 'validation', test: 'test' };
const all = await Promise.all(publishedIds.map(published));

describe('content/reported.csv', () => {
  it('holds 220 figures', () => {
    expect(printedFigures).toHaveLength(220);
    for (const { value } of printedFigures) expect(value).toSatisfy(Number.isFinite);
  });

  it.each(all.filter(({ experiment }) => experiment.reported).map((one) => [one.experiment.id, one] as const))('has what %s reports', (_, { experiment }) => {
    const fits = ({ split, metric, value, source }: Reported, printed: PrintedFigure) =>
      printed.claim === source &&
      printed.value === value &&
      // Where the source does not name the split.
      (printed.metric === `${WORDS[split]} ${metric}` || (metric === 'loss' && printed.metric.startsWith('mean squared error')));
    for (const figure of experiment.reported!)
      expect(
        printedFigures.filter((printed) => fits(figure, printed)),
        JSON.stringify(figure),
      ).not.toHaveLength(0);
    const places = experiment.reported!.map(({ arm, split, metric }) => `${arm} ${split} ${metric}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('a reported figure', () => {
  it('lies inside from the lowest to the highest, both included', () => {
    expect(besideReported(2, [3, 1, 5])).toEqual({ median: 3, lowest: 1, highest: 5, seeds: 3, inside: true });
    expect(besideReported(5, [3, 1, 5])?.inside).toBe(true);
    expect(besideReported(5.1, [3, 1, 5])?.inside).toBe(false);
  });

  it('is compared with runs that came to a value', () => {
    expect(besideReported(2, [NaN, 1, Infinity])).toMatchObject({ seeds: 1, inside: false });
    expect(besideReported(2, [NaN])).toBeUndefined();
  });

  it('is counted once for each time that it is printed', () => {
    const printed = [1, 1, 2].map((value) => ({ claim: 'E7', arm: '', metric: 'test loss', value }));
    const figure = (value: number, inside: boolean) => ({ figure: { arm: 'a', split: 'test', metric: 'loss', value, source: 'E7' } as Reported, inside });
    const counts = countReproduced(printed, [figure(1, true), figure(1, false), figure(1, true), figure(3, true)]);
    expect(counts.get('E7')).toEqual({ printed: 3, compared: 2, inside: 1 });
    expect(sumReproduced([...counts.values(), ...counts.values()])).toEqual({ printed: 6, compared: 4, inside: 2 });
  });

  it('is counted in the ledger as in the experiments', async () => {
    const compared = all.flatMap(comparedFigures).length;
    const sum = sumReproduced((await reproducedFigures()).values());
    expect(sum.printed).toBe(220);
    expect(sum.compared).toBe(Math.min(compared, sum.compared));
    expect(sum.inside).toBeLessThanOrEqual(sum.compared);
  });
});
