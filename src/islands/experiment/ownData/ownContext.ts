import type { Context } from '../../../figures/data/adapter.ts';
import type { OwnData } from './ownData.ts';

/** What the figure `fit` shows beside the networks: the reader's points. */
export function ownContext({ data: { task, x, y }, featureNames, labelName }: OwnData): Context {
  if (task !== 'regression' || featureNames.length !== 1) return {};
  return { points: { x: x.flat(), y: y.flat() }, ...(featureNames[0] !== undefined && { feature: featureNames[0] }), label: labelName };
}
