/**
 * npm test: everything that must hold, from a fresh clone on. Plain JavaScript without packages,
 * because it runs before there are any, on whatever Node there is (18 or later).
 *
 * `npm test -- --all` (every night) does whole what this otherwise does in samples that change from day to day:
 * CONTRIBUTING.md lists them. The last line is the sum of all tests and stages.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { npm, run } from './command.mjs';
import { playwrightCounts, verifyCounts, vitestCounts, vitestGroups } from './counts.mjs';
import { ensureFirefox } from './firefox.mjs';
import { install } from './install.mjs';
import { ensureMnist } from './mnist.mjs';
import { ensureLibraries } from './python.mjs';
import { report, sideBySide, stage } from './stages.mjs';

const all = process.argv.includes('--all');
const reports = mkdtempSync(join(tmpdir(), 'fully-connected-'));
/** One day for the whole run, which may begin before midnight: samples go by it (tests/browser/sample.ts). */
const env = { CHROME_PATH: '', FIREFOX_PATH: '', SAMPLE: all ? 'all' : new Date().toISOString().slice(0, 10) };
/** The site below a path, which is the stricter case, and where the tests in browsers look at it. */
const UNDER_A_PATH = { BASE_PATH: '/fully-connected/' };
const AT_THE_ROOT = { BASE_PATH: '/' };

if (await stage('install', async () => ({ ok: await install() }))) {
  await stage('browsers', async () => {
    env.CHROME_PATH = await ensureChromium();
    env.FIREFOX_PATH = (await ensureFirefox()) ?? '';
    console.log([env.CHROME_PATH, env.FIREFOX_PATH].filter(Boolean).join('\n'));
    return { ok: true };
  });
  // Tests that need it are left out where it cannot be had.
  await stage('MNIST', async () => ({ ok: true, output: (await ensureMnist()) ? '' : 'without MNIST' }));
  await stage('kernel', script('build:kernel'));
  // Lint and types know of the content by what this writes.
  await stage('content types', command('astro', ['sync'], UNDER_A_PATH));
  const [built] = await sideBySide([
    ['build under a path', command('astro', ['build'], UNDER_A_PATH)],
    // Before types: these and the build both write what Astro knows of the content, at their start.
    ['lint', script('lint')],
    ['types', script('check')],
    ['format', script('format:check')],
  ]);
  if (!all) console.log(`\nSamples are those of ${env.SAMPLE}; npm test -- --all does everything.`);
  await stage('unit tests', vitest('unit'));
  await stage('same bits', vitest('bits', env));
  await stage('experiments', verify);
  await stage('exported programs', programs);
  if (built) {
    await stage('built under a path', vitest('built', UNDER_A_PATH));
    await stage('browser tests', playwright('parallel'));
    await stage('browser tests that measure', playwright('measured'));
  }
  // Last: it takes the place of what the tests above have looked at.
  if (all && (await stage('build at the root', command('astro', ['build'], AT_THE_ROOT)))) await stage('built at the root', vitest('built', AT_THE_ROOT));
}
rmSync(reports, { recursive: true, force: true });
report();

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {import('./stages.mjs').Work}
 */
function command(program, args, env = {}) {
  return async (hold) => {
    const { code, output } = await run(program, args, { env, output: hold ? 'hold' : 'show' });
    return { ok: code === 0, output };
  };
}

/**
 * A script of package.json.
 * @param {string} name
 * @returns {import('./stages.mjs').Work}
 */
function script(name) {
  return async (hold) => {
    const { code, output } = await npm(['run', '--silent', name], { output: hold ? 'hold' : 'show' });
    return { ok: code === 0, output };
  };
}

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 * @returns {import('./stages.mjs').Work}
 */
function vitest(project, env = {}) {
  return async () => {
    const file = reportOf(project);
    const args = ['run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await run('vitest', args, { env });
    return { ok: code === 0, counts: vitestCounts(file) };
  };
}

/**
 * Where Vitest writes what came of a project, for machines.
 * @param {string} project
 */
function reportOf(project) {
  return join(reports, `vitest-${project}.json`);
}

/**
 * @param {string} project
 * @returns {import('./stages.mjs').Work}
 */
function playwright(project) {
  return async () => {
    const file = join(reports, `playwright-${project}.json`);
    const args = ['test', `--project=${project}`, '--reporter=list,json'];
    const { code } = await run('playwright', args, { env: { ...env, ...UNDER_A_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
    return { ok: code === 0, counts: playwrightCounts(file) };
  };
}

/** Experiments trained anew: a sample of their runs, others every day, or all. */
async function verify() {
  const { code, output } = await npm(['run', '--silent', 'lab', '--', 'verify', ...(all ? [] : ['--sample', '--day', env.SAMPLE, '--turns', '3'])], {
    output: 'keep',
  });
  return { ok: code === 0, counts: verifyCounts(output) };
}

/** Exported programs in the libraries that they are for, as far as these can be had. */
async function programs() {
  const { python, missing } = await ensureLibraries({ all });
  if (!python) return { ok: true, skipped: 'no Python with the libraries of exported programs could be had' };
  if (missing.length > 0) console.log(`Could not be had, so that their programs are not run: ${missing.join(', ')}.`);
  const result = await vitest('programs', { ...env, PROGRAMS_PYTHON: python })(false);
  const { ran, leftOut } = vitestGroups(reportOf('programs'));
  console.log([...ran, ...leftOut.map((group) => `not run, for want of its library: ${group}`)].join('\n'));
  return ran.length > 0 || !result.ok ? result : { ok: true, skipped: 'none of the libraries could be imported' };
}
