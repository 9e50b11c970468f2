import { describe, expect, test } from 'vitest';
import type { DatasetChoice } from '../../src/datasets/dataset.ts';
import { createExamples, datasets, findDataset, shapeOf } from '../../src/datasets/index.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const kernel = await loadKernel();
const made = datasets.filter(({ load }) => !load);

/** Every option at its default, at its least and at its greatest value, but never many examples. */
function choices(name: string): DatasetChoice[] {
  const { options } = findDataset(name);
  const defaults = Object.fromEntries(Object.entries(options).map(([key, option]) => [key, option.default]));
  const small: Record<string, number> = 'examples' in options ? { examples: 101 } : {};
  const extremes = Object.entries(options).flatMap(([key, { min, max, exclusiveMin, exclusiveMax }]) => {
    if (key === 'examples') return [{ examples: min }];
    return [exclusiveMin ? [] : [{ [key]: min }], exclusiveMax ? [] : [{ [key]: max }]].flat();
  });
  return [{}, ...extremes].map((values) => ({ name, ...defaults, ...small, ...values }));
}

describe.each(made.map(({ name }) => name))('%s', (name) => {
  test('makes what its shape says, for every extreme of its options: finite features, and labels in range', () => {
    for (const choice of choices(name)) {
      const shape = shapeOf(choice);
      const examples = createExamples(choice, kernel, 3);
      expect(examples).toMatchObject(shape);
      expect(examples.x.length).toBe(shape.examples * shape.features);
      expect(examples.y.length).toBe(shape.examples * shape.labels);
      expect(Array.from(examples.x).every(Number.isFinite)).toBe(true);
      expect(
        Array.from(examples.y).every((label) =>
          shape.task === 'regression' ? Number.isFinite(label) : Number.isInteger(label) && label >= 0 && label < shape.classes,
        ),
      ).toBe(true);
    }
  });

  test('gives the same examples for the same seed, and others for another, unless it was measured', () => {
    const choice = choices(name)[0]!;
    expect(createExamples(choice, kernel, 7)).toEqual(createExamples(choice, kernel, 7));
    const same =
      createExamples(choice, kernel, 8).x.join() === createExamples(choice, kernel, 7).x.join() &&
      createExamples(choice, kernel, 8).y.join() === createExamples(choice, kernel, 7).y.join();
    expect(same).toBe(findDataset(name).real);
  });

  test('leaves the kernel’s memory as it was', () => {
    const before = kernel.mark();
    createExamples(choices(name)[0]!, kernel, 1);
    expect(kernel.mark()).toBe(before);
  });

  test('names its features', () => {
    expect(findDataset(name).featureNames.length).toBe(shapeOf(choices(name)[0]!).features);
  });
});
