/** A small picture of numbers, pixel by pixel: shades of ink, or weights in blue and orange. */
import { pictureUri } from '../../../figures/parts/svg.ts';

interface Props {
  /** Row by row, of a square. */
  values: ArrayLike<number>;
  /** ink: from 0 to 1; signed: from −largest, orange, over 0, white, to largest, blue. */
  kind: 'ink' | 'signed';
  title: string;
  /** What is to be seen, for those who do not see it. */
  description: string;
  /** The value of the strongest colour; by default the largest there is. */
  largest?: number;
}

export function Picture({ values, kind, title, description, largest }: Props) {
  return (
    <figure class="digit-picture">
      <p class="explorer-chart-title">{title}</p>
      <img src={uriOf(values, kind, largest)} alt={`${title}: ${description}`} width="168" height="168" />
    </figure>
  );
}

/** As a data URI. */
export function uriOf(values: ArrayLike<number>, kind: Props['kind'], largest = largestOf(values)): string {
  const side = Math.sqrt(values.length);
  const at = (row: number, column: number) => values[row * side + column]!;
  return kind === 'ink'
    ? pictureUri(side, side, (row, column) => Math.round(at(row, column) * (INK.length - 1)), INK)
    : pictureUri(side, side, (row, column) => STEPS + Math.round((largest > 0 ? Math.min(1, Math.max(-1, at(row, column) / largest)) : 0) * STEPS), SIGNED);
}

function largestOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** Paper to ink, in both themes: a digit is dark on white. */
export const INK = Array.from({ length: 16 }, (_, shade) => [26, 26, 32].map((ink) => Math.round(255 + ((ink - 255) * shade) / 15)));

/** Steps of colour on each side of zero, and colours as in the figure of weight images. */
const STEPS = 7;
const SIGNED = Array.from({ length: 2 * STEPS + 1 }, (_, level) => {
  const share = Math.abs(level - STEPS) / STEPS;
  return (level < STEPS ? [213, 94, 0] : [0, 90, 160]).map((strongest) => Math.round(255 + (strongest - 255) * share));
});
