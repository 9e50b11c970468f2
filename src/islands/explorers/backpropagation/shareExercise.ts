/** An exercise in an address: only what differs from the published one. */
import { CONVENTIONS, published, readEntry, readLearningRate, type Convention, type Exercise, type NumbersKey } from './exercise.ts';
import { equal, writeFraction, type Fraction } from './fraction.ts';

export interface SharedExercise {
  exercise: Exercise;
  /** What was not taken, and why. */
  refused: string[];
}

/** `lr=0.05`, `loss=mean`, `w1=1,2,…` (row-major) and so on. */
export function writeExercise(exercise: Exercise): Record<string, string> {
  return {
    ...(!equal(exercise.learningRate, published.learningRate) && { lr: writeFraction(exercise.learningRate) }),
    ...(exercise.convention !== published.convention && { loss: exercise.convention }),
    ...Object.fromEntries(
      KEYS.filter((key) => exercise[key].some((value, at) => !equal(value, published[key][at]!))).map((key) => [
        key,
        exercise[key].map(writeFraction).join(','),
      ]),
    ),
  };
}

/** A value out of range is refused and the published one stands; unknown keys mean nothing here. */
export function readExercise(entries: ReadonlyMap<string, string>): SharedExercise {
  const refused: string[] = [];
  const exercise: Exercise = { ...published };
  const refuse = (key: string, why: string) => void refused.push(`The link’s value for ${key} was refused. ${why} The published value stands.`);
  const rate = entries.get('lr');
  if (rate !== undefined) {
    const reading = readLearningRate(rate);
    if ('value' in reading) exercise.learningRate = reading.value;
    else refuse('lr', reading.problem);
  }
  const loss = entries.get('loss');
  if (loss !== undefined) {
    if (isConvention(loss)) exercise.convention = loss;
    else refuse('loss', `Allowed: ${CONVENTIONS.join(', ')}.`);
  }
  for (const key of KEYS) {
    const text = entries.get(key);
    if (text === undefined) continue;
    const values = readList(text, published[key].length);
    if (typeof values === 'string') refuse(key, values);
    else exercise[key] = values;
  }
  return { exercise, refused };
}

const KEYS: NumbersKey[] = ['w1', 'b1', 'w2', 'b2', 'x', 'y'];

function readList(text: string, length: number): Fraction[] | string {
  const parts = text.split(',', length + 1);
  if (parts.length !== length) return `Found ${parts.length > length ? 'more' : parts.length} numbers; allowed: ${length}, separated by commas.`;
  const readings = parts.map(readEntry);
  const bad = readings.find((reading) => 'problem' in reading);
  return bad ? bad.problem : readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
}

function isConvention(name: string): name is Convention {
  return (CONVENTIONS as readonly string[]).includes(name);
}
