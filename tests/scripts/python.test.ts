import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { ensureLibraries, environmentPython } from '../../scripts/python.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('keeps its environment in the user’s cache', () => {
  vi.stubEnv('XDG_CACHE_HOME', '/somewhere');
  expect(environmentPython().folder).toBe(join('/somewhere', 'fully-connected', 'python'));
});

it('goes on without an environment where there is no Python', async () => {
  vi.stubEnv('XDG_CACHE_HOME', mkdtempSync(join(tmpdir(), 'cache-')));
  vi.stubEnv('PATH', '');
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  expect(await ensureLibraries({ all: false })).toEqual({ python: undefined, missing: ['keras', 'sklearn', 'torch'] });
});
