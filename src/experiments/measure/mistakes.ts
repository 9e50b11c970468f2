/** Pictures that a network takes for another class, and how sure it is of that. */
import { decodeRows } from '../../kernel/coded.ts';
import type { Split, SplitData, Features } from '../../engines/engine.ts';
import type { Scaling } from '../../datasets/scaling.ts';

export interface Mistake {
  /** A hexadecimal digit for the shade of each pixel, row by row, from the lightest to the darkest of all that are shown. */
  picture: string;
  actual: number;
  /** What the network says of each class. */
  probabilities: number[];
}

export interface Mistakes {
  split: Split;
  /** Of a picture, in pixels. */
  width: number;
  /** Examples taken for another class, of all. */
  wrong: number;
  examples: number;
  /** Those in which it is surest of the wrong class, the surest first. */
  shown: Mistake[];
}

/** Pictures that are shown, and shades of a pixel. */
const SHOWN = 12;
const SHADES = 16;

/**
 * `outputs`: probabilities, [examples][classes]; labels one-hot. Predicted is the class of the largest output, of equal ones the first. `scaling` is what the features
 * went through. `width`: of a picture, in pixels.
 */
export function findMistakes(
  { examples, x, y }: SplitData<Features>,
  outputs: Float32Array,
  { split, width, scaling }: { split: Split; width: number; scaling: Scaling },
): Mistakes {
  const classes = outputs.length / examples;
  const wrong: { example: number; actual: number; sureness: number }[] = [];
  for (let example = 0; example < examples; example++) {
    const [actual, predicted] = [largest(y, example * classes, classes), largest(outputs, example * classes, classes)];
    if (actual !== predicted) wrong.push({ example, actual, sureness: outputs[example * classes + predicted]! });
  }
  const surest = wrong.toSorted((a, b) => b.sureness - a.sureness || a.example - b.example).slice(0, SHOWN);
  const pictures = surest.map(({ example }) => pixelsOf(x, example, scaling));
  const [lowest, highest] = [pictures.flat().reduce((a, b) => Math.min(a, b), Infinity), pictures.flat().reduce((a, b) => Math.max(a, b), -Infinity)];
  const shown = surest.map(({ example, actual }, index) => ({
    picture: pictures[index]!.map((value) => Math.round(((value - lowest) / (highest - lowest || 1)) * (SHADES - 1)).toString(SHADES)).join(''),
    actual,
    probabilities: Array.from(outputs.subarray(example * classes, (example + 1) * classes), (value) => Number(value.toFixed(4))),
  }));
  return { split, width, wrong: wrong.length, examples, shown };
}

/** In the data's own units. */
function pixelsOf(x: Features, example: number, { shift, scale }: Scaling): number[] {
  const pixels = shift.length;
  const row = 'codes' in x ? decodeRows(x, example, example + 1) : x.subarray(example * pixels, (example + 1) * pixels);
  return Array.from(row, (value, pixel) => value * scale[pixel]! + shift[pixel]!);
}

function largest(values: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[start + i]! > values[start + best]!) best = i;
  return best;
}
