/** A name for the program that trains, code and kernel: two runs of one configuration by the same program have the same result. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../../kernel/fingerprint.ts';

/** Rooms whose code has a say in what comes out. */
const ROOMS = ['kernel', 'nn', 'schema', 'engines', 'models', 'datasets', 'experiments', 'search'];
const SOURCE = fileURLToPath(new URL('../../', import.meta.url));

/** `kernelHash`: of its bytes. */
export function programName(kernelHash: string): string {
  const files = globSync(`{${ROOMS.join(',')}}/**/*.ts`, { cwd: SOURCE }).sort();
  const code = fingerprint(new TextEncoder().encode(JSON.stringify(files.map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')]))));
  return `${kernelHash} ${code}`;
}
