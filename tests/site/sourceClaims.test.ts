import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceClaim } from '../../src/site/sourceClaims.ts';

const root = join(import.meta.dirname, '../..');
const specs = globSync('content/{experiments,searches}/*.yaml', { cwd: root }).sort();

describe('claims of the sources', () => {
  it('are defined for every id that an experiment or search names', () => {
    expect(specs.length).toBeGreaterThan(50);
    for (const file of specs) {
      const { sources = [] } = parse(readFileSync(join(root, file), 'utf8')) as { sources?: string[] };
      for (const id of sources) expect(() => sourceClaim(id), `${file}: ${id}`).not.toThrow();
    }
  });

  it('say so where there is none of that id', () => {
    expect(() => sourceClaim('Z9')).toThrow('Found the source claim "Z9"; content/claims.yaml has A1, ');
  });
});
