/** The lines of NumPy beside the formulas: they are short, they are shown, and what the text says of them is true. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findChapters } from '../../src/site/chapters/chapters.ts';
import { shownCode } from '../../src/site/shownCode.ts';
import { pythonWith, runPython } from '../programs/python.ts';

const root = join(import.meta.dirname, '../..');
const files = globSync('content/code/*.py', { cwd: root }).sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const python = pythonWith('numpy');
/** File → what it raised, or null. */
let problems: Record<string, string | null> = {};
beforeAll(() => {
  if (python) problems = JSON.parse(runPython(python, ['-c', RUN_ALL, root, ...files])) as typeof problems;
}, 300_000);

describe.each(files)('%s', (file) => {
  it('shows at most 12 lines that fit into the measure, and has assertions below them', () => {
    const source = read(file);
    const lines = shownCode(source, file).split('\n');
    expect(lines.filter((line) => line.trim() !== '' && !/^(import|from) /.test(line)).length).toBeLessThanOrEqual(12);
    expect(Math.max(...lines.map((line) => line.length)), 'characters in the longest line').toBeLessThanOrEqual(72);
    expect(source.slice(source.indexOf('\n# Check\n'))).toMatch(/^assert |^ +assert /m);
  });

  it('is shown in a chapter', () => {
    const tag = `<Code file="${basename(file, '.py')}" />`;
    expect(findChapters(root).filter((chapter) => read(chapter.file).includes(tag)).length).toBeGreaterThan(0);
  });

  it.skipIf(python === undefined)('runs, and its assertions hold', () => {
    expect(problems[file]).toBeNull();
  });
});

/** Each in a namespace of its own, all in one process: NumPy takes longer to import than most of them to run. */
const RUN_ALL = `
import contextlib, json, os, runpy, sys, traceback
os.chdir(sys.argv[1])
problems = {}
for file in sys.argv[2:]:
    try:
        with contextlib.redirect_stdout(sys.stderr):
            runpy.run_path(file, run_name="__main__")
        problems[file] = None
    except BaseException:
        problems[file] = traceback.format_exc()
json.dump(problems, sys.stdout)
`;

describe('shown code', () => {
  it('ends at the line "# Check", which must be there', () => {
    expect(shownCode('import numpy as np\n\na = 1  # Check nothing\n\n# Check\nassert a == 1\n', 'a.py')).toBe('import numpy as np\n\na = 1  # Check nothing');
    expect(() => shownCode('a = 1\n', 'a.py')).toThrow('a.py: there must be a line "# Check"');
  });
});
