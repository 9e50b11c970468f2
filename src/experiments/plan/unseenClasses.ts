/** Classes that a network is tested on without having seen them, as it comes about with few rows or with rows in order: no training helps. */
import { createExamples } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { hold } from './plan.ts';

/** Of data that are in the spec: one sentence for each split that has such classes, for this seed. */
export function unseenClasses({ dataset, split }: Configuration, seed: number, kernel: Kernel): string[] {
  if (!isInline(dataset) || dataset.task !== 'classification') return [];
  const examples = createExamples(dataset, kernel, seed);
  const rows = hold(examples, split, kernel, seed);
  const classesOf = (part: Int32Array) => new Set(Array.from(part, (row) => examples.y[row]!));
  const trained = classesOf(rows.train);
  return (['validation', 'test'] as const).flatMap((name) => {
    const unseen = [...classesOf(rows[name])].filter((one) => !trained.has(one)).sort((a, b) => a - b);
    if (unseen.length === 0) return [];
    const names = unseen.map((one) => dataset.about?.classes[one] ?? `class ${one}`).join(', ');
    return [
      `Seed ${seed}: the ${name} split has ${names}, of which there is no example to train on${split.take === 'last' ? '; write split: { take: random }' : split.stratified ? '' : '; write split: { stratified: true }'}.`,
    ];
  });
}
