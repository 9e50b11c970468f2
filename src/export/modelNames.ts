import type { RunResult } from '../experiments/train/result.ts';

/** Names for the files of trained networks, `batch-size, arm "50 · adam", seed 3` → `batch-size.50-adam.seed-3`; each different. */
export function modelNames(id: string, runs: readonly Pick<RunResult, 'arm' | 'seed'>[]): string[] {
  const arms = [...new Set(runs.map(({ arm }) => arm))];
  const words = arms.map(plain);
  const distinct = words.map((word, index) => (words.indexOf(word) < index || word === '' ? [word, index + 1].filter(Boolean).join('-') : word));
  return runs.map(({ arm, seed }) => `${plain(id)}.${distinct[arms.indexOf(arm)]!}.seed-${seed}`);
}

/** Letters, digits, dots and hyphens: a name on every file system. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
