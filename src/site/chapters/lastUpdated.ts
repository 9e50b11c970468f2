import { execFileSync } from 'node:child_process';

/**
 * When each file under `content` was last committed: path from the repository's root → date.
 * Empty where that cannot be known: outside a git repository (a tarball), without git, without
 * commits, or in a shallow clone, whose oldest commit would claim every file.
 */
export function lastUpdated(root: string): Map<string, Date> {
  const dates = new Map<string, Date>();
  try {
    if (git(root, 'rev-parse', '--is-shallow-repository').trim() === 'true') return dates;
    let time = new Date(0);
    for (const line of git(root, '-c', 'core.quotePath=false', 'log', '--format=t:%ct', '--name-only', '--relative', '--', 'content').split('\n')) {
      if (line.startsWith('t:')) time = new Date(Number(line.slice(2)) * 1000);
      else if (line && !dates.has(line)) dates.set(line, time);
    }
  } catch {
    // No git, no repository or no commit: the page then shows no date, which is the truth.
    dates.clear();
  }
  return dates;
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
