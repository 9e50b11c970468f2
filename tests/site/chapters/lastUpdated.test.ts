import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastUpdated } from '../../../src/site/chapters/lastUpdated.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function git(root: string, date: string, ...args: string[]): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: root, env, stdio: 'ignore' });
}

function commit(root: string, file: string, date: string): void {
  mkdirSync(join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'content', file), date);
  git(root, date, 'add', '.');
  git(root, date, 'commit', '-m', file);
}

describe('lastUpdated', () => {
  it('gives the date of the last commit that touched a file', () => {
    const root = join(folder, 'book');
    mkdirSync(root);
    git(root, '', 'init');
    commit(root, 'a.mdx', '2020-01-01T00:00:00Z');
    commit(root, 'ü.mdx', '2021-01-01T00:00:00Z');
    commit(root, 'a.mdx', '2022-01-01T00:00:00Z');
    expect(lastUpdated(root)).toEqual(
      new Map([
        ['content/a.mdx', new Date('2022-01-01T00:00:00Z')],
        ['content/ü.mdx', new Date('2021-01-01T00:00:00Z')],
      ]),
    );

    const shallow = join(folder, 'shallow');
    git(folder, '', 'clone', '--depth', '1', `file://${root}`, 'shallow');
    expect(lastUpdated(shallow), 'a shallow clone knows only its newest commit').toEqual(new Map());
  });

  it('knows no date without a repository', () => {
    expect(lastUpdated(folder)).toEqual(new Map());
  });

  it('knows no date in a repository without commits', () => {
    git(folder, '', 'init');
    expect(lastUpdated(folder)).toEqual(new Map());
  });
});
