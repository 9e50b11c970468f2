/** What a script for Optuna trains, seen with an Optuna of our own that tries one point: the real one is tried at night. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportSearch } from '../../src/export/exportSearch.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { NO_FILES, writeFiles } from '../export/examples.ts';
import { searchOf } from '../search/specs.ts';
import { pythonWith, runPython } from './python.ts';

const kernel = await loadKernel();
const space = {
  size: [
    { label: 'small', set: { 'network.hidden': [3] } },
    { label: 'deep', set: { 'network.hidden': [4, 4] } },
  ],
  'training.optimizer': ['sgd', 'adam'],
  'training.optimizer.learningRate': { min: 0.001, max: 1, scale: 'log' },
  'training.batchSize': { min: 5, max: 30, integer: true },
};

const torch = pythonWith('torch');

/** An Optuna that tries the last choice and the lower end of every range, once, and says what came of it. */
const OPTUNA = `
class samplers:
    TPESampler = lambda seed: None
class Trial:
    def suggest_categorical(self, name, choices): return choices[-1]
    def suggest_float(self, name, low, high, log): return low
    def suggest_int(self, name, low, high, log): return low
    def report(self, value, count): pass
    def should_prune(self): return False
class Study:
    best_params = {}
    def optimize(self, objective, n_trials): self.best_value = objective(Trial())
def create_study(direction, sampler): return Study()
`;

describe.skipIf(!torch)('the Optuna script', () => {
  it('trains a candidate as often as its batch size asks for, on every fold', { timeout: 60_000 }, async () => {
    const search = searchOf({ space, strategy: 'random', budget: { trials: 1 }, folds: 3, metric: 'loss' });
    const file = writeFiles(await exportSearch(search, 'optuna', { kernel, source: NO_FILES, seeds: 1 }));
    writeFileSync(join(dirname(file), 'optuna.py'), OPTUNA);
    const spy = `\n_train = train\ndef train(arm, run, seed):\n    print(arm["hidden"], arm["learning_rate"], arm["batch_size"], arm["updates"])\n    return _train(arm, run, seed)\n\n\nif __name__ == "__main__":`;
    writeFileSync(file, readFileSync(file, 'utf8').replace('\nif __name__ == "__main__":', spy));
    const [first, second, third, last] = runPython(torch!, file).trim().split('\n');
    // 60 examples and no test split in three folds: 40 to train on, in batches of 5 for 9 epochs.
    expect([first, second, third]).toEqual(Array(3).fill('[4, 4] 0.001 5 72'));
    // The mean of three losses of two classes, hardly trained.
    const [, value] = last!.split(' ');
    expect(Number(value)).toBeGreaterThan(0.1);
    expect(Number(value)).toBeLessThan(3);
  });
});
