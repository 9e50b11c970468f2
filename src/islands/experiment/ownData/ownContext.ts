import type { Context } from '../../../figures/data/adapter.ts';
import type { OwnData } from './ownData.ts';

/** What figures show of the reader's data: its names, and for `fit` its points. */
export function ownContext({ data: { task, x, y, about } }: OwnData): Context {
  const { features = [], classes = [], label } = about ?? {};
  const names: Context = { ...(features.length > 0 && { features }), ...(classes.length > 0 && { classes }) };
  if (task !== 'regression' || x[0]?.length !== 1) return names;
  return { ...names, points: { x: x.flat(), y: y.flat() }, ...(features[0] !== undefined && { feature: features[0] }), ...(label !== undefined && { label }) };
}
