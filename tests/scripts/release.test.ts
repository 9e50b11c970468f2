/** What a release writes, and that the repository's own papers name the same version. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { notesOf, releaseChangelog, releaseCitation } from '../../scripts/release.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 (2026-01-02)\n\n- Old.\n';

describe('a release', () => {
  it('gives to its version what is unreleased, and leaves an empty section for what comes next', () => {
    const released = releaseChangelog(CHANGELOG, '0.2.0', '2026-03-04');
    expect(released).toBe('# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-03-04)\n\n- New.\n\n## 0.1.0 (2026-01-02)\n\n- Old.\n');
    expect(notesOf(released, '0.2.0')).toBe('- New.');
    expect(notesOf(released, 'Unreleased')).toBe('');
  });

  it('refuses to release what nobody described', () => {
    expect(() => releaseChangelog(releaseChangelog(CHANGELOG, '0.2.0', '2026-03-04'), '0.3.0', '2026-03-05')).toThrow(/says nothing under “Unreleased”/);
    expect(() => notesOf(CHANGELOG, '0.9.0')).toThrow(/no section “0.9.0”/);
  });

  it('renews version and date of the citation alone', () => {
    const citation = 'cff-version: 1.2.0\nversion: 0.1.0\ndate-released: 2026-01-02\ntitle: x\n';
    expect(releaseCitation(citation, '0.2.0', '2026-03-04')).toBe('cff-version: 1.2.0\nversion: 0.2.0\ndate-released: 2026-03-04\ntitle: x\n');
  });
});

describe('the papers of the repository', () => {
  const { version, repository, author } = JSON.parse(read('package.json')) as { version: string; repository: { url: string }; author: string };
  const citation = parse(read('CITATION.cff')) as Record<string, unknown>;

  it('name one version, one author and one address', () => {
    expect(citation.version).toBe(version);
    expect(notesOf(read('CHANGELOG.md'), version)).not.toBe('');
    expect(citation.authors).toEqual([{ name: author }]);
    expect(read('LICENSE')).toContain(author);
    expect(repository.url).toContain(citation['repository-code']);
  });

  it('have a citation with what the Citation File Format 1.2.0 requires, in its forms', () => {
    // https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
    expect(Object.keys(citation)).toEqual(expect.arrayContaining(['cff-version', 'message', 'title', 'authors']));
    expect(citation['cff-version']).toBe('1.2.0');
    expect(citation['date-released']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(['software', 'dataset']).toContain(citation.type);
    const allowed =
      'abstract authors cff-version commit contact date-released doi identifiers keywords license license-url message preferred-citation references repository repository-artifact repository-code title type url version';
    expect(Object.keys(citation).filter((key) => !allowed.split(' ').includes(key))).toEqual([]);
  });

  it('pin every action of a workflow by the hash of a commit, and say its version', () => {
    const uses = globSync('.github/workflows/*.yml', { cwd: root }).flatMap((file) => read(file).match(/uses: .*/g) ?? []);
    expect(uses.length).toBeGreaterThan(5);
    expect(uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('are YAML that can be read', () => {
    for (const file of globSync('.github/**/*.yml', { cwd: root })) expect(parse(read(file)), file).toBeTypeOf('object');
  });
});
