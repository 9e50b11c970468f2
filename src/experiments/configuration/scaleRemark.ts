/** Whether data are of a size at which networks train badly. */
import type { Configuration } from './configuration.ts';
import { isInline } from '../../datasets/kinds/inline.ts';

/** Standardized values are hardly ever further from zero. */
export const USUAL_SIZE = 10;

/** With smaller inputs, weights of their usual size change nothing. */
const LEAST_SIZE = 1e-4;

export interface ScaleRemark {
  /** A sentence, without its point. */
  finding: string;
  /** What to write in a spec, as the end of that sentence. */
  remedy: string;
}

/** For data in a spec whose features, or labels to predict, are far from zero and not scaled; undefined if there is nothing to say. */
export function scaleRemark({ dataset, scaling }: Pick<Configuration, 'dataset' | 'scaling'>): ScaleRemark | undefined {
  if (!isInline(dataset)) return undefined;
  const { x, y, task, about } = dataset;
  const width = x[0]?.length ?? 0;
  const sizes = Array.from({ length: width }, (_, column) => x.reduce((most, row) => Math.max(most, Math.abs(row[column]!)), 0));
  const largest = sizes.reduce((best, size, column) => (size > sizes[best]! ? column : best), 0);
  const labels = task === 'regression' ? y.reduce((most: number, row) => Math.max(most, ...[row].flat().map(Math.abs)), 0) : 0;
  const parts = [
    ...(scaling.features === 'none' && sizes[largest]! > USUAL_SIZE
      ? [`${about?.features[largest] ?? `feature ${largest + 1}`} (up to ${size(sizes[largest]!)})`]
      : []),
    ...(scaling.labels === 'none' && labels > USUAL_SIZE ? [`the label ${about?.label ?? ''} (up to ${size(labels)})`.replace('  ', ' ')] : []),
  ];
  const tiny = scaling.features === 'none' ? sizes.findIndex((one) => one > 0 && one < LEAST_SIZE) : -1;
  if (parts.length === 0 && tiny >= 0)
    return {
      finding: `Not scaled: ${about?.features[tiny] ?? `feature ${tiny + 1}`} (at most ${sizes[tiny]!}), which a network can hardly tell from 0`,
      remedy: 'write scaling: standardize',
    };
  if (parts.length === 0) return undefined;
  return {
    finding: `Not scaled: ${parts.join(' and ')}. Networks train badly on numbers far from zero`,
    remedy: `write scaling: ${labels > USUAL_SIZE && scaling.labels === 'none' ? '{ features: standardize, labels: standardize }' : 'standardize'}`,
  };
}

function size(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
