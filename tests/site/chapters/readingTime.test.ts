import { expect, it } from 'vitest';
import { readingTime } from '../../../src/site/chapters/readingTime.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

it('200 words a minute, rounded up to five; frontmatter, imports and tags are not read', () => {
  expect(readingTime(`---\ntitle: T\n---\n\nimport A from 'a';\n\n${words(1000)} <Term name="a b c" />`)).toEqual({ minutes: 5, experiments: 0 });
  expect(readingTime(words(1001)).minutes).toBe(10);
});

it('a formula takes as long as 60 words, an experiment or drawing as long as 100', () => {
  // 1000 words in five minutes, less 60, 100 and 100, leave 740.
  const shown = '$$\na + b\n$$\n\n<Experiment id="a" />\n\n<Drawing name="b"></Drawing>\n\n';
  expect(readingTime(shown + words(740))).toEqual({ minutes: 5, experiments: 1 });
  expect(readingTime(shown + words(741)).minutes).toBe(10);
});
