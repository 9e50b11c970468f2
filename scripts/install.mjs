/** Installs the packages of package-lock.json, if they are not all there already. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './command.mjs';

/** @returns {Promise<boolean>} whether the packages are there now */
export async function install() {
  const missing = missingPackages();
  if (missing.length === 0) return true;
  console.log(`Installing packages (missing or of another version: ${missing.length}) …`);
  const { code } = await npm(['ci', '--no-audit', '--no-fund']);
  return code === 0;
}

/**
 * Packages of the lock file that are not installed in its version. npm records what it installed in a lock
 * file of its own. Optional packages are those of other systems, and may be absent.
 * @returns {string[]}
 */
function missingPackages() {
  const wanted = packages(join(root, 'package-lock.json'));
  const installed = packages(join(root, 'node_modules', '.package-lock.json'));
  return Object.keys(wanted).filter((path) => {
    if (path === '' || wanted[path].optional || wanted[path].link) return false;
    return installed[path]?.version !== wanted[path].version || !existsSync(join(root, path, 'package.json'));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function packages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
