/**
 * npm test: everything that must hold, from a fresh clone on. Plain JavaScript without packages,
 * because it runs before there are any, on whatever Node there is (18 or later).
 *
 * Each stage counts as one test; stages that run tests count these as well. The last line is the sum.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { npm, run } from './command.mjs';
import { playwrightCounts, verifyCounts, vitestCounts } from './counts.mjs';
import { ensureFirefox } from './firefox.mjs';
import { install } from './install.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

const reports = mkdtempSync(join(tmpdir(), 'fully-connected-'));
/** @type {{ name: string, ok: boolean, counts: Counts }[]} */
const results = [];
const env = { CHROME_PATH: '', FIREFOX_PATH: '' };

if (await stage('install', install)) {
  await stage('browsers', async () => {
    env.CHROME_PATH = await ensureChromium();
    env.FIREFOX_PATH = (await ensureFirefox()) ?? '';
    console.log([env.CHROME_PATH, env.FIREFOX_PATH].filter(Boolean).join('\n'));
    return true;
  });
  await stage('kernel', () => ok(npm(['run', '--silent', 'build:kernel'])));
  await stage('types', () => ok(npm(['run', '--silent', 'check'])));
  await stage('lint', () => ok(npm(['run', '--silent', 'lint'])));
  await stage('format', () => ok(npm(['run', '--silent', 'format:check'])));
  await stage('unit tests', () => vitest('unit'));
  await stage('same bits', () => vitest('bits', env));
  // A sample that changes from day to day; all runs are trained anew every night (.github/workflows/nightly.yml).
  await stage('experiments', async () => {
    const { code, output } = await npm(['run', '--silent', 'lab', '--', 'verify', '--sample'], { capture: true });
    return { ok: code === 0, counts: verifyCounts(output) };
  });
  await built('at the root', '/');
  if (await built('under a path', '/fully-connected/')) {
    await stage('browser tests', () => playwright('parallel'));
    await stage('browser tests against the clock', () => playwright('timed'));
  }
}
report();

/**
 * Build the site for a base path and check what was built.
 * @param {string} where
 * @param {string} base
 */
async function built(where, base) {
  const env = { BASE_PATH: base };
  return (await stage(`build ${where}`, () => ok(run('astro', ['build'], { env })))) && (await stage(`built ${where}`, () => vitest('built', env)));
}

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 */
async function vitest(project, env) {
  const file = join(reports, `vitest-${results.length}.json`);
  const args = ['run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', args, { env });
  return { ok: code === 0, counts: vitestCounts(file) };
}

/** @param {string} project */
async function playwright(project) {
  const file = join(reports, `playwright-${project}.json`);
  const args = ['test', `--project=${project}`, '--reporter=list,json'];
  const { code } = await run('playwright', args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
  return { ok: code === 0, counts: playwrightCounts(file) };
}

/**
 * @param {string} name
 * @param {() => Promise<boolean | { ok: boolean, counts: Counts }>} work
 * @returns {Promise<boolean>} whether it succeeded
 */
async function stage(name, work) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  let result;
  try {
    result = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = false;
  }
  const { ok, counts } = typeof result === 'object' ? result : { ok: result, counts: { passed: 0, failed: 0 } };
  results.push({ name, ok, counts });
  return ok;
}

/** @param {Promise<{ code: number }>} command */
async function ok(command) {
  return (await command).code === 0;
}

function report() {
  rmSync(reports, { recursive: true, force: true });
  console.log('');
  const sum = { passed: 0, failed: 0 };
  for (const { name, ok, counts } of results) {
    sum.passed += counts.passed + (ok ? 1 : 0);
    sum.failed += counts.failed + (ok ? 0 : 1);
    const tests = counts.passed + counts.failed;
    console.log(`${ok ? '✓' : '✗'} ${name}${tests > 0 ? `: ${counts.passed} of ${tests}` : ''}`);
  }
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}
