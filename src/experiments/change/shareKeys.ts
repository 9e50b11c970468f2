/** Short keys of links. A link may use them or the paths that they stand for; links that the site makes use them. */

/** Short key → path of the setting. They are documented in CONTRIBUTING.md and, once published, never change their meaning. */
export const SHORT_KEYS: Readonly<Record<string, string>> = {
  data: 'dataset',
  noise: 'dataset.noise',
  points: 'dataset.examples',
  validation: 'split.validation',
  test: 'split.test',
  copies: 'augmentation.copies',
  scaling: 'scaling.features',
  hidden: 'network.hidden',
  activation: 'network.activation',
  init: 'network.initializer',
  dropout: 'network.dropout',
  normalization: 'network.normalization',
  l1: 'network.regularizer.l1',
  l2: 'network.regularizer.l2',
  loss: 'training.loss',
  optimizer: 'training.optimizer',
  lr: 'training.optimizer.learningRate',
  momentum: 'training.optimizer.momentum',
  batch: 'training.batchSize',
  epochs: 'training.epochs',
  updates: 'training.updates',
  examples: 'training.examples',
  shuffle: 'training.shuffle',
  schedule: 'training.schedule',
  clip: 'training.clip',
};

/** Keys that are no settings. */
export const STATE_KEYS = {
  v: 'version of this form: 1',
  experiment: 'id of the experiment; without it a hash is the anchor of a heading',
  seed: 'seed of the run, a whole number from 1',
  engine: 'engine that trains it',
} as const;

const BY_PATH = new Map(Object.entries(SHORT_KEYS).map(([key, path]) => [path, key]));

/** The path that a key stands for; a key that is no short one is a path itself. */
export function pathOfKey(key: string): string {
  return Object.hasOwn(SHORT_KEYS, key) ? SHORT_KEYS[key]! : key;
}

/** The shortest key of a path. */
export function keyOfPath(path: string): string {
  return BY_PATH.get(path) ?? path;
}

/** The table of CONTRIBUTING.md. */
export function keyTable(): string {
  const rows = [...Object.entries(STATE_KEYS), ...Object.entries(SHORT_KEYS).map(([key, path]) => [key, `\`${path}\``] as const)];
  const cells = [['key', 'stands for'], ...rows.map(([key, meaning]) => [`\`${key}\``, meaning])];
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(cells[0]!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...cells.slice(1).map(line)].join('\n');
}
