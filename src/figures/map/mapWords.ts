/** What a map says of a cell and of its number, in words. */
import type { MapView, ViewedCell } from '../../experiments/maps/mapView.ts';
import { formatNumber } from '../../words/format.ts';
import { describeOutcome } from '../../words/verdictText.ts';
import { quantityName } from '../data/figureData.ts';

/** A cell's conditions: "noise 0.1, hidden layers 16". */
export function placeText(view: MapView, index: number): string {
  return placeLabels(view, index)
    .map((label, which) => `${view.conditions[which]?.title ?? ''} ${label}`)
    .join(', ');
}

/** The labels of a cell, one for each condition. */
export function placeLabels({ conditions }: MapView, index: number): string[] {
  const across = conditions.at(-1)?.labels ?? [''];
  const column = across[index % across.length] ?? '';
  return conditions.length > 1 ? [conditions[0]?.labels[Math.floor(index / across.length)] ?? '', column] : [column];
}

/** "training loss, 250 less 50"; '' where the number says no more than the count of seeds. */
export function effectName({ effect }: MapView): string {
  if ('quantity' in effect) return effect.quantity;
  const name = quantityName(effect.split, effect.metric);
  return effect.order ? `${name}, ${effect.order.from} less ${effect.order.less}` : name;
}

/** The number that stands in a cell: its effect, else the count of seeds. */
export function numberText(view: MapView, { effect, agree, seeds }: ViewedCell): string {
  if (effectName(view) === '') return `${agree} of ${seeds}`;
  return effect.median === null ? '–' : formatNumber(effect.median, 2);
}

/** "holds in 10 of 10 seeds, effect 0.12 (0.10 to 0.15)". */
export function cellText(view: MapView, cell: ViewedCell): string {
  const { median, low, high } = cell.effect;
  if (effectName(view) === '') return describeOutcome(cell);
  if (median === null) return `${describeOutcome(cell)}; runs diverged, so that the effect is not a number`;
  const interval = low === null || high === null ? '' : ` (${formatNumber(low)} to ${formatNumber(high)})`;
  return `${describeOutcome(cell)}, effect ${formatNumber(median)}${interval}`;
}
