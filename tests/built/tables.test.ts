/** A table is read aloud by its headers. A formula alone is none: where it is off the screen it is not laid out, and nothing is said. */
import { expect, it } from 'vitest';
import { pages } from './built.ts';

it.each(pages.filter(({ html }) => html.includes('<th')))('$file has words in every header of a table', ({ document }) => {
  const headers = Array.from(document.querySelectorAll('th'), (header) => {
    const words = header.cloneNode(true) as Element;
    for (const formula of words.querySelectorAll('.katex')) formula.remove();
    return { words: words.textContent.trim(), header: header.innerHTML };
  });
  expect(headers.filter(({ words }) => words === '').map(({ header }) => header)).toEqual([]);
});
