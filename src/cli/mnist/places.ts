/** Where MNIST lies on this machine. Both folders are left out of version control. */
import { join } from 'node:path';
import type { DataSource } from '../../datasets/dataSource.ts';
import { folderSource } from './folderSource.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The canonical files, as downloaded. */
export const DOWNLOADS = join(root, 'data', 'mnist');
/** The pack that the site serves under `data/mnist/`. */
export const PACK = join(root, 'public', 'data', 'mnist');

/** The folder that MNIST_DIR names, or the pack. */
export function mnistSource(environment: NodeJS.ProcessEnv = process.env): DataSource {
  const given = environment['MNIST_DIR'];
  return folderSource(given === undefined || given === '' ? PACK : given);
}
