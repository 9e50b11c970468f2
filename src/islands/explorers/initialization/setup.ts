/** What a reader can set, with its ranges; in an address, too. */
import { activations } from '../../../nn/activations/index.ts';
import { initializers } from '../../../nn/initializers/index.ts';
import { findEntry, withDefaults, type Choice, type NumberHyperparameter } from '../../../nn/entry.ts';
import { readNumber, type NumberReading } from '../parts/readNumber.ts';
import type { Setup } from './measure.ts';

/** Softmax is a function of a whole layer, and step has no gradient. */
export const shownActivations = activations.filter(({ name, forwardOnly }) => name !== 'softmax' && !forwardOnly);
export { initializers as shownInitializers };

export const SIZES = {
  inputs: { label: 'inputs', min: 1, max: 256 },
  width: { label: 'units per layer', min: 1, max: 256 },
  depth: { label: 'hidden layers', min: 1, max: 20 },
  seed: { label: 'seed', min: 1, max: 1_000_000 },
} as const;
export type Size = keyof typeof SIZES;

export interface Preset {
  title: string;
  initializer: string;
  activation: string;
  /** Hyperparameters of the initializer that differ from its defaults. */
  with?: Partial<Choice>;
}

export const PRESETS: readonly Preset[] = [
  { title: 'He + relu', initializer: 'heNormal', activation: 'relu' },
  { title: 'Glorot + tanh', initializer: 'glorotUniform', activation: 'tanh' },
  { title: 'Glorot + relu', initializer: 'glorotUniform', activation: 'relu' },
  { title: 'Glorot + sigmoid', initializer: 'glorotUniform', activation: 'sigmoid' },
  { title: 'σ = 0.01 + tanh', initializer: 'randomNormal', activation: 'tanh', with: { stddev: 0.01 } },
  { title: 'σ = 1 + tanh', initializer: 'randomNormal', activation: 'tanh', with: { stddev: 1 } },
  { title: 'zeros + tanh', initializer: 'zeros', activation: 'tanh' },
];

export const START: Setup = applyPreset({ initializer: { name: '' }, activation: { name: '' }, inputs: 64, width: 64, depth: 10, seed: 1 }, PRESETS[0]!);

export function applyPreset(setup: Setup, { initializer, activation, with: values }: Preset): Setup {
  return { ...setup, initializer: chooseInitializer(initializer, values), activation: chooseActivation(activation) };
}

/** Throws on an unknown name. */
export function chooseInitializer(name: string, values: Partial<Choice> = {}): Choice {
  return withDefaults(findEntry('initializer', initializers, name), values);
}

/** Throws on an unknown name. */
export function chooseActivation(name: string): Choice {
  return withDefaults(findEntry('activation', shownActivations, name));
}

/** The hyperparameters of an initializer, all of them numbers. */
export function numbersOf({ name }: Choice): [string, NumberHyperparameter][] {
  const { hyperparameters } = findEntry('initializer', initializers, name);
  return Object.entries(hyperparameters).filter((entry): entry is [string, NumberHyperparameter] => entry[1].kind === 'number');
}

export function readSize(size: Size, text: string): NumberReading {
  const { min, max, label } = SIZES[size];
  return readNumber(text, { label, min, max, integer: true });
}

export function readHyperparameter(key: string, { min, max, exclusiveMin, integer }: NumberHyperparameter, text: string): NumberReading {
  return readNumber(text, { label: key, min, max, ...(exclusiveMin && { exclusiveMin }), ...(integer && { integer }) });
}

/** `initialization=heNormal&activation=relu&width=64` and so on; hyperparameters by their names. */
export function writeSetup(setup: Setup): Record<string, string> {
  return {
    activation: setup.activation.name,
    ...Object.fromEntries(numbersOf(setup.initializer).map(([key]) => [key, String(setup.initializer[key])])),
    ...Object.fromEntries(SIZE_NAMES.filter((size) => setup[size] !== START[size]).map((size) => [size, String(setup[size])])),
  };
}

/** What is not allowed is refused, and the start stands in its place. */
export function readSetup(initializer: string, entries: ReadonlyMap<string, string>): { setup: Setup; refused: string[] } {
  const refused: string[] = [];
  const setup = { ...START };
  const known = initializers.find(({ name }) => name === initializer);
  if (known) setup.initializer = chooseInitializer(initializer);
  else refused.push(`The link’s initializer is not known here; allowed: ${initializers.map(({ name }) => name).join(', ')}.`);
  const activation = entries.get('activation');
  if (shownActivations.some(({ name }) => name === activation)) setup.activation = chooseActivation(activation!);
  else if (activation !== undefined) refused.push(`The link’s activation is not known here; allowed: ${shownActivations.map(({ name }) => name).join(', ')}.`);
  const take = (key: string, read: (text: string) => NumberReading, set: (value: number) => void) => {
    const text = entries.get(key);
    if (text === undefined) return;
    const reading = read(text);
    if ('value' in reading) set(reading.value);
    else refused.push(`The link’s ${key} was refused. ${reading.problem}`);
  };
  if (known) {
    for (const [key, hyperparameter] of numbersOf(setup.initializer)) {
      take(key, (text) => readHyperparameter(key, hyperparameter, text), (value) => (setup.initializer = { ...setup.initializer, [key]: value })); // prettier-ignore
    }
  }
  for (const size of SIZE_NAMES) take(size, (text) => readSize(size, text), (value) => (setup[size] = value)); // prettier-ignore
  return { setup, refused };
}

const SIZE_NAMES: Size[] = ['inputs', 'width', 'depth', 'seed'];
