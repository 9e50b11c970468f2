/**
 * The step of `npm version` between the new number in package.json and the commit with its tag: gives what stands under
 * “Unreleased” in CHANGELOG.md to that version, and the version with today's date to CITATION.cff.
 * `--notes VERSION` prints the section of a version instead. Plain JavaScript without packages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

const UNRELEASED = '## Unreleased\n';

/**
 * @param {string} changelog
 * @param {string} version
 * @param {string} date year-month-day
 * @returns {string} with an empty section for what comes next
 */
export function releaseChangelog(changelog, version, date) {
  if (!changelog.includes(UNRELEASED)) throw new Error(`CHANGELOG.md has no section “${UNRELEASED.trim()}”.`);
  if (notesOf(changelog, 'Unreleased') === '') throw new Error('CHANGELOG.md says nothing under “Unreleased”: what does this release change?');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n## ${version} (${date})\n`);
}

/**
 * @param {string} citation text of CITATION.cff
 * @param {string} version
 * @param {string} date year-month-day
 */
export function releaseCitation(citation, version, date) {
  return citation.replace(/^version: .*$/m, `version: ${version}`).replace(/^date-released: .*$/m, `date-released: ${date}`);
}

/**
 * @param {string} changelog
 * @param {string} version or `Unreleased`
 * @returns {string} what stands in its section
 */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[ \n]/, 1)[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section “${version}”.`);
  return section.slice(section.indexOf('\n')).trim();
}

if (import.meta.filename === process.argv[1]) {
  const [option, wanted] = process.argv.slice(2);
  const changelog = join(root, 'CHANGELOG.md');
  const text = readFileSync(changelog, 'utf8');
  if (option === '--notes') {
    console.log(notesOf(text, wanted));
  } else {
    const citation = join(root, 'CITATION.cff');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(changelog, releaseChangelog(text, version, date));
    writeFileSync(citation, releaseCitation(readFileSync(citation, 'utf8'), version, date));
  }
}
