/** `lab new ID`: a spec to start from, which lints, trains in a second and says in comments what else there is. */
import { openLibrary, type Library } from '../library/library.ts';

/** Returns the exit code. Throws a UserError if the id cannot be one, or is taken. */
export function newCommand(id: string, library: Library = openLibrary()): number {
  const file = library.writeExperiment(id, startingSpec(id));
  console.log(
    `${file} is written. Say what is claimed, then:\n  npm run -s lab -- lint ${id}\n  npm run -s lab -- run ${id}\n  npm run -s lab -- record ${id}`,
  );
  return 0;
}

/** First line of a published spec: where editors find what is allowed. */
export const SCHEMA_LINE = '# yaml-language-server: $schema=../experiment.schema.json';

export function startingSpec(id: string): string {
  const title = id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return `${SCHEMA_LINE}
# What is asked, and what you expect before you look. One file is one claim.
title: ${title}
claim: A larger batch ends with a higher training loss.
# Claims of source texts that this answers, for example [A6].
sources: []

dataset: { name: circles, examples: 500, noise: 0.1, factor: 0.5 }
split: { validation: 0.2 }
# scaling: standardize
network: { hidden: [8], activation: relu, initializer: glorotUniform }
training:
  loss: categoricalCrossentropy
  optimizer: { name: adam, learningRate: 0.01 }
  batchSize: 10
  # What is held equal: exactly one of epochs, updates, examples.
  epochs: 20

# Axes multiply. Name one by the path of a setting, or freely with { label, set: { path: value } }.
compare:
  training.batchSize: [10, 100]
seeds: 10

# One or a list. Exactly one of ascending, below, above, reaches, stuck, learns, diverges, ratio, reading, rises, sparsity, smoother, same.
verdict:
  metric: loss
  split: train
  ascending: [10, 100]
  # Every other axis is pinned: where: { training.optimizer: adam }
  # What you expect, before you look: holds, reversed, no difference or open.
  expect: holds

show: { metric: loss, split: train, scale: log, x: epoch }
figures: [curves, finals]
# Settings that stand open beside Run; those that are compared cannot.
controls: [training.optimizer.learningRate]
# probes: [gradients]
`;
}
