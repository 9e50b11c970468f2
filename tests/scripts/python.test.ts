import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  expect(await ensureLibraries({ all: true })).toEqual({ python: undefined, missing: ['keras', 'sklearn', 'torch', 'optuna', 'ray', 'tensorflow'] });
});

it.skipIf(process.platform === 'win32')('says what cannot be had, by name, and what pip says of it', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'cache-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(String(line)));
  // A Python that knows scikit-learn, and whose pip reaches no index.
  const { python } = environmentPython();
  mkdirSync(dirname(python), { recursive: true });
  writeFileSync(
    python,
    `#!/bin/sh\ncase "$*" in\n*--version*) exit 0;;\n*install*) echo "ERROR: No matching distribution found" >&2; exit 1;;\n*scikit-learn*) exit 0;;\n*) exit 1;;\nesac\n`,
    { mode: 0o755 },
  );
  expect(await ensureLibraries({ all: false })).toEqual({ python, missing: ['keras', 'torch'] });
  expect(said).toEqual(['keras, jax: ERROR: No matching distribution found', 'torch: ERROR: No matching distribution found']);
});
