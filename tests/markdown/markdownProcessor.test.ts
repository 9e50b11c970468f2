import { describe, expect, it } from 'vitest';
import { markdownProcessor } from '../../src/markdown/markdownProcessor.ts';

const renderer = await markdownProcessor({ root: process.cwd(), base: '/below/' }).createRenderer({});
const html = async (markdown: string) => (await renderer.render(markdown, { fileURL: new URL('file:///page.md') })).code;

describe('equations', () => {
  it('are numbered in order, and references become their numbers', async () => {
    const text = await html('$$\na = 1 \\label{eq:first}\n$$\n\n$$\nb = 2\n$$\n\n$$\nc = 3 \\label{eq:second}\n$$\n\nSee [](#eq-second) and [](#eq-first).');
    expect(text).toContain('<div id="eq-first" class="equation">');
    expect(text).toContain('<a href="#eq-second">(2)</a> and <a href="#eq-first">(1)</a>');
    expect(text).toContain('\\tag{2}');
    expect(text).not.toContain('\\label');
  });

  it('may be referred to before they stand', async () => {
    expect(await html('By [](#eq-late):\n\n$$\na = 1 \\label{eq:late}\n$$')).toContain('<a href="#eq-late">(1)</a>');
  });

  it('keep the text of a link that has one', async () => {
    expect(await html('[the rule](#eq-a)\n\n$$\na = 1 \\label{eq:a}\n$$')).toContain('<a href="#eq-a">the rule</a>');
  });

  it.each([
    ['an unknown label', 'See [](#eq-none).', /There is no equation "eq-none" on this page\. There are: none\./],
    ['a repeated label', '$$\na \\label{eq:x}\n$$\n\n$$\nb \\label{eq:x}\n$$', /"eq:x" is used twice/],
    ['a label of another form', '$$\na \\label{Loss}\n$$', /"Loss" must be eq:/],
  ])('fail on %s', async (_what, markdown, message) => {
    await expect(html(markdown)).rejects.toThrow(message);
  });
});

describe('TeX', () => {
  it('is set at build time, with MathML beside it', async () => {
    expect(await html('The mean is $\\bar x$.')).toMatch(/<math xmlns.*<annotation encoding="application\/x-tex">\\bar x<\/annotation>/);
  });

  it.each([
    ['an unknown command', '$\\unknowncommand$'],
    ['an unclosed group', '$$\n\\frac{1}{2\n$$'],
    ['what only TeX itself allows, in strict mode', '$é$'],
  ])('fails on %s', async (_what, markdown) => {
    await expect(html(markdown)).rejects.toThrow(/KaTeX|katex/);
  });
});

describe('addresses', () => {
  it('get the base path if they begin at the root', async () => {
    const text = await html('[a](/glossary/#epoch) [b](./x/) [c](https://example.org/) [d](//example.org/) [e](#x) ![f](/f.svg)');
    expect(text).toContain('href="/below/glossary/#epoch"');
    expect(text).toContain('href="./x/"');
    expect(text).toContain('href="https://example.org/"');
    expect(text).toContain('href="//example.org/"');
    expect(text).toContain('href="#x"');
    expect(text).toContain('src="/below/f.svg"');
  });
});
