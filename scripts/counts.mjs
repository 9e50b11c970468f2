/** How many tests passed and failed, read from what the test runners write for machines. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {string} file written by Vitest's json reporter
 * @returns {Counts}
 */
export function vitestCounts(file) {
  const report = read(file);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/**
 * What a run has tried, a line for each group of tests, and the groups that were left out. For samples that change from day to day.
 * @param {string} file written by Vitest's json reporter
 * @returns {{ ran: string[], leftOut: string[] }}
 */
export function vitestGroups(file) {
  /** @type {Map<string, string[]>} */
  const ran = new Map();
  const leftOut = new Set();
  for (const { assertionResults } of read(file)?.testResults ?? [])
    for (const { ancestorTitles, title, status } of assertionResults) {
      const [group] = ancestorTitles;
      if (status !== 'passed' && status !== 'failed') leftOut.add(group);
      else ran.set(group, [...(ran.get(group) ?? []), title]);
    }
  return { ran: Array.from(ran, ([group, titles]) => `${group}: ${titles.join('; ')}`), leftOut: [...leftOut] };
}

/**
 * @param {string} file written by Playwright's json reporter; a test that passed when repeated counts as passed
 * @returns {Counts}
 */
export function playwrightCounts(file) {
  const { expected = 0, flaky = 0, unexpected = 0 } = read(file)?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected };
}

/**
 * @param {string} output of `lab verify`: one line for each experiment, `ok ID (time)` or `FAILED ID (time)`
 * @returns {Counts}
 */
export function verifyCounts(output) {
  const count = (/** @type {RegExp} */ line) => [...output.matchAll(line)].length;
  return { passed: count(/^ok +\S+ \(/gm), failed: count(/^FAILED +\S+ \(/gm) };
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
