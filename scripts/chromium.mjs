/** Where there is a Chromium to test with; on Debian and Ubuntu one can be installed from the system's packages. */
import { delimiter, join } from 'node:path';
import { isProgram, run } from './command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Path of a Chromium or a browser built on it. CHROME_PATH or CHROMIUM, where set, decide alone.
 * @returns {string | undefined}
 */
export function findChromium() {
  for (const variable of ['CHROME_PATH', 'CHROMIUM']) {
    const path = process.env[variable];
    if (!path) continue;
    if (isProgram(path)) return path;
    throw new Error(`${variable} is "${path}", which is no program that can be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isProgram);
}

/**
 * Find a Chromium, or install one where the system's packages can be installed without asking.
 * Throws, saying what to do, where none can be had.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('No Chromium found; installing it from the system’s packages …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome, and none was found. Install one (on Debian: apt install chromium), ' + 'or set CHROME_PATH to the program.',
  );
}
