/** The command, called as a function or started as a user would, and the files that it is given. */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { main } from '../../src/cli/lab.ts';

const entry = fileURLToPath(new URL('../../src/cli/lab.ts', import.meta.url));

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * In this process, which has the code loaded already. What it prints is caught, so only one may run at a time.
 * `environment`: variables beside those of the test.
 */
export async function lab(args: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const printed = { stdout: '', stderr: '' };
  const caught = (stream: keyof typeof printed, end: string) => (text: unknown) => {
    printed[stream] += String(text) + end;
    return true;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(caught('stdout', '\n')),
    vi.spyOn(console, 'error').mockImplementation(caught('stderr', '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(caught('stdout', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(caught('stderr', '')),
  ];
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  try {
    return { code: await main([...args]), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** As a process of its own. */
export function startLab(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], { maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
}

/** A folder of its own for one test file. `write` puts a file there, an object as JSON, and returns its path. */
export function testFolder(): { folder: string; write(name: string, content: string | object): string } {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  return {
    folder,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
  };
}
