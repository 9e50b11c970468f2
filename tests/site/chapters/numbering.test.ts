import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allPlaces, idsIn, placeOf } from '../../../src/site/chapters/numbering.ts';

describe('ids in a source', () => {
  it('finds the tags of a chapter in order, each once, and not those in code or comments', () => {
    const source = [
      '<Experiment id="first" />',
      '{/* <Experiment id="hidden" /> */}',
      '```mdx',
      '<Experiment id="example" />',
      '```',
      "<Experiment\n  id='second'\n/>",
      '<Experiment id={"third"} />',
      '<Experiment id="first" />',
      '<Experiments id="other" />',
      '<Figure id="drawing" caption="A drawing.">…</Figure>',
      '<Drawing name="unit">A unit.</Drawing>',
    ].join('\n');
    expect(idsIn('Experiment', source)).toEqual(['first', 'second', 'third']);
    expect(idsIn('Figure', source)).toEqual(['drawing', 'unit']);
  });
});

describe('places', () => {
  let root: string;
  const chapter = (part: string, file: string, body: string) => {
    mkdirSync(join(root, 'content/chapters', part), { recursive: true });
    writeFileSync(join(root, 'content/chapters', part, file), `---\ntitle: T\ndescription: D\nslug: ${file.slice(2, -4)}\n---\n${body}`);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'numbering-'));
    chapter('1-foundations', '1-one.mdx', '<Experiment id="a" />\n<Figure id="f" caption="F">x</Figure>\n<Experiment id="b" />');
    chapter('2-training', '1-two.mdx', '<Experiment id="b" />\n<Experiment id="c" />');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('number each kind by chapter, and count what a later chapter shows again where it stands first', () => {
    expect(placeOf('Experiment', 'b', root)?.number).toBe('1.2');
    expect(placeOf('Experiment', 'c', root)).toMatchObject({ number: '2.2', chapter: { slug: 'two' } });
    expect(placeOf('Figure', 'f', root)?.number).toBe('1.1');
    expect([...allPlaces('Experiment', root).keys()]).toEqual(['a', 'b', 'c']);
  });

  it('know nothing of what no chapter shows', () => {
    expect(placeOf('Experiment', 'f', root)).toBeUndefined();
  });
});
