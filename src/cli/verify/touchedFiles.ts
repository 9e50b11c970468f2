/** What a branch has touched: of that, tests that otherwise take turns look at everything. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../../..');

/** What differs from the main branch, or on it from the commit before, relative to the project's folder. Nothing where there is no history. */
export function touchedFiles(): string[] {
  const main = git('merge-base', 'HEAD', 'origin/main') || git('merge-base', 'HEAD', 'main');
  const base = main && main !== git('rev-parse', 'HEAD') ? main : git('rev-parse', 'HEAD~1');
  return base ? git('diff', '--name-only', '--relative', base).split('\n') : [];
}

/** What git says; nothing where it cannot. */
function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
