/** Where there is a Firefox to test with; on Debian one can be installed from the system's packages. */
import { delimiter, join } from 'node:path';
import { isProgram, run } from './command.mjs';

const NAMES = ['firefox-esr', 'firefox'];
const PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/**
 * Path of a Firefox. FIREFOX_PATH, where set, decides alone.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const given = process.env.FIREFOX_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`FIREFOX_PATH is "${given}", which is no program that can be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isProgram);
}

/**
 * Find a Firefox, or install one where the system's packages can be installed without asking.
 * Where none can be had it prints why; its tests are then skipped.
 * @returns {Promise<string | undefined>}
 */
export async function ensureFirefox() {
  const found = findFirefox();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('No Firefox found; installing it from the system’s packages …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], { env });
    const installed = findFirefox();
    if (installed) return installed;
  }
  console.log('No Firefox: its tests are skipped. Install one (on Debian: apt install firefox-esr), or set FIREFOX_PATH to the program.');
  return undefined;
}
