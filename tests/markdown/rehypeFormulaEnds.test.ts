import { expect, it } from 'vitest';
import { markdownProcessor } from '../../src/markdown/markdownProcessor.ts';

const renderer = await markdownProcessor({ root: process.cwd(), base: '/' }).createRenderer({});
const html = async (markdown: string) => (await renderer.render(markdown, { fileURL: new URL('file:///page.md') })).code;

it('holds the last box of a formula to the text that follows without a space, and leaves the boxes before it', async () => {
  const text = await html('If $a + b = c$, then.');
  // A line may break after "+" and "=": three boxes, of which the last is held.
  expect(text.match(/class="katex-base"/g)).toHaveLength(3);
  expect(text.match(/<span class="formula-end"><span class="katex-base">/g)).toHaveLength(1);
  expect(text).toMatch(/<span class="formula-end">(?:(?!katex-base).)*<span class="katex-base">(?:(?!katex-base).)*mathnormal">c<\/span>.*, then\./s);
});

it.each([
  ['a space', 'Here $a$ and there.'],
  ['nothing', 'It is $a$'],
  ['a formula of its own', '$$\na\n$$'],
])('leaves a formula alone before %s', async (_what, markdown) => {
  expect(await html(markdown)).not.toContain('formula-end');
});
