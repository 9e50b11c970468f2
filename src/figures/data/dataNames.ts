import type { FigureData } from './figureData.ts';

/** What a class or a feature is called: in the file's own words, where the data are from one. Counted from 0. */
export function classTitle({ classes }: Pick<FigureData, 'classes'>, index: number): string {
  return classes?.[index] ?? `class ${index}`;
}

export function featureTitle({ features }: Pick<FigureData, 'features'>, index: 0 | 1): string {
  return features?.[index] ?? ['x₁', 'x₂'][index]!;
}

/** "Classes: 0 is setosa, 1 is virginica.", for figures that have room for numbers alone; nothing where classes have no names. */
export function classKey({ classes = [] }: Pick<FigureData, 'classes'>): string {
  return classes.length > 0 ? ` Classes: ${classes.map((name, index) => `${index} is ${name}`).join(', ')}.` : '';
}
