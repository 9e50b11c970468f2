/** How large the effect of a judged claim is, and which way it goes, in a sentence. */
import type { Axis } from '../../experiments/configuration/arm.ts';
import type { Judgement, Verdict } from '../../experiments/verdicts/verdict.ts';
import { axisTitle } from '../../figures/data/adapter.ts';
import { quantityName } from '../../figures/data/figureData.ts';
import { formatNumber } from '../../words/format.ts';
import { describeEffect, describeInterval } from '../../words/verdictText.ts';

/** What was claimed: the verdict, and the axes of its experiment. */
export interface Claimed {
  verdict: Verdict;
  axes: readonly Axis[];
}

const HAS: Record<Verdict['at'], string> = { final: 'ends with', best: 'has, at its best,', area: 'has, on average over training,' };

/**
 * Of an order, what the ends of it differ by: "adam ends with a lower validation loss than sgd, by 0.08 (98 % interval 0.06 to 0.11)". Of other
 * kinds, what the effect is, where it has a name. '' where there is no number, or where it says no more than the count.
 */
export function effectInWords(judgement: Judgement, claimed: Claimed | undefined): string {
  const { effect, quantity, outcome, matters } = judgement;
  const order = claimed?.verdict.ascending;
  if (!claimed || !order || quantity !== undefined) return describeEffect(judgement);
  const { median, low, high } = effect;
  if (median === null || low === null || high === null) return '';
  const { split, metric, at } = claimed.verdict;
  const [first, last] = [order[0]!, order.at(-1)!].map((label) => armName(label, order, claimed.axes));
  // The effect is the last one's less the first one's.
  const sign = median < 0 ? -1 : 1;
  const interval = sign < 0 ? describeInterval(-high, -low) : describeInterval(low, high);
  const small = outcome === 'no difference' && matters !== undefined ? `; differences of less than ${formatNumber(matters)} do not matter` : '';
  return `${first} ${HAS[at]} a ${sign < 0 ? 'higher' : 'lower'} ${quantityName(split, metric)} than ${last}, by ${formatNumber(Math.abs(median))} ${interval}${small}`;
}

/** A number alone says what it is a number of: "batch size 50". */
function armName(label: string, order: readonly string[], axes: readonly Axis[]): string {
  const axis = axes.find(({ values }) => order.every((each) => values.some((value) => value.label === each)));
  return axis && /^[\d.,\s-]+$/.test(label) ? `${axisTitle(axis.name)} ${label}` : label;
}
