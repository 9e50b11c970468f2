/** What is trained, what a reader can draw and choose, and how that stands in an address: `#digit=own&ink=…`, or `#digit=17` for a picture of the test data. */
import { SHEET, type Stroke } from './ink.ts';

export const HIDDEN = 64;
export const EXAMPLES = 5000;
export const TESTED = 500;
export const COPIES = 2;
export const EPOCHS = 3;
export const BATCH = 50;
export const RATE = 0.003;
export const CLASSES = 10;

export interface Setup {
  /** Place of a test picture, from 1, under what was drawn; none: an empty sheet. */
  chosen: number | undefined;
  strokes: readonly Stroke[];
}

/** A three, in one stroke. */
export const START: Setup = { chosen: undefined, strokes: [readPoints('100u160n1g0j1q0k1y0q200z1w191n1f1c1h1p1j1z1q23201z2c1p2j1d2k122f0x28') ?? []] };

/** The key's value, and what comes behind it. */
export function writeSetup({ chosen, strokes }: Setup): { value: string; entries: Record<string, string> } {
  return {
    value: chosen === undefined ? 'own' : String(chosen),
    entries: strokes.length > 0 ? { ink: strokes.map(writePoints).join('.') } : {},
  };
}

/** What is not allowed is refused, and nothing stands in its place. */
export function readSetup(value: string, entries: ReadonlyMap<string, string>): { setup: Setup; refused: string[] } {
  const refused: string[] = [];
  const number = Number(value);
  const isPlace = /^\d+$/.test(value) && number >= 1 && number <= TESTED;
  if (value !== 'own' && !isPlace) refused.push(`The link’s digit is “${value.slice(0, 20)}”; allowed: own, or a whole number from 1 to ${TESTED}.`);
  const ink = entries.get('ink');
  const strokes = ink ? ink.split('.').map(readPoints) : [];
  const read = strokes.filter((stroke) => stroke !== undefined);
  if (read.length < strokes.length) refused.push('A stroke of the link could not be read; allowed: points of two times two digits of base 36, each below 112.');
  return { setup: { chosen: isPlace ? number : undefined, strokes: read }, refused };
}

/** Points are kept to whole units, two digits of base 36 for each coordinate. */
function writePoints(stroke: Stroke): string {
  return stroke.flatMap((point) => point.map((unit) => Math.round(unit).toString(36).padStart(2, '0'))).join('');
}

function readPoints(text: string): Stroke | undefined {
  if (text.length === 0 || text.length % 4 !== 0) return undefined;
  const units = (text.match(/../g) ?? []).map((digits) => (/^[0-9a-z]{2}$/.test(digits) ? Number.parseInt(digits, 36) : NaN));
  if (units.some((unit) => !(unit < SHEET))) return undefined;
  return Array.from({ length: units.length / 2 }, (_, index) => [units[2 * index]!, units[2 * index + 1]!] as const);
}

/** A stroke with fewer points, none of them farther than `tolerance` from where the pen was (Douglas and Peucker 1973). */
export function simplify(stroke: Stroke, tolerance = 0.7): Stroke {
  if (stroke.length < 3) return stroke;
  const [first, last] = [stroke[0]!, stroke.at(-1)!];
  let [farthest, at] = [0, 0];
  stroke.forEach((point, index) => {
    const far = distance(point, first, last);
    if (far > farthest) [farthest, at] = [far, index];
  });
  if (farthest <= tolerance) return [first, last];
  return [...simplify(stroke.slice(0, at + 1), tolerance), ...simplify(stroke.slice(at), tolerance).slice(1)];
}

function distance([x, y]: Stroke[number], [x0, y0]: Stroke[number], [x1, y1]: Stroke[number]): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / squared));
  return Math.sqrt((x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2);
}
