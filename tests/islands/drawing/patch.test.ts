/** A patched drawing is the next drawing, and what has not changed stays the same element. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { patch } from '../../../src/islands/drawing/patch.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

function read(markup: string): Element {
  const body = document.createElement('body');
  body.innerHTML = markup;
  return body.firstElementChild!;
}

/** Markup of a small drawing. */
const { drawing } = fc.letrec<{ drawing: string; child: string }>((tie) => ({
  drawing: fc.tuple(fc.constantFrom('', ' class="a"', ' class="b" d="M0"', ' d="M1"'), fc.array(tie('child'), { maxLength: 4 })).map(([attributes, children]) => `<g${attributes}>${children.join('')}</g>`), // prettier-ignore
  child: fc.oneof({ maxDepth: 3 }, fc.constantFrom('<path d="M0"></path>', '<path d="M1" stroke="red"></path>', '<text>one</text>', '<text>two</text>'), tie('drawing')), // prettier-ignore
}));

it('makes any drawing any other', () => {
  fc.assert(
    fc.property(drawing, drawing, (before, after) => {
      const shown = read(before);
      patch(shown, read(after));
      const inOrder = (element: Element) => element.outerHTML.replace(/ (class|d|stroke)="[^"]*"/g, '') + Array.from(element.querySelectorAll('*'), attributesOf).join() + attributesOf(element); // prettier-ignore
      expect(inOrder(shown)).toBe(inOrder(read(after)));
    }),
  );
});

function attributesOf(element: Element): string {
  return Array.from(element.attributes, ({ name, value }) => `${name}=${value}`).sort().join(); // prettier-ignore
}

it('keeps the elements that are still there', () => {
  const shown = read('<svg><g><text>1</text></g><path d="M0,0"></path></svg>');
  const [text, path] = [shown.querySelector('text'), shown.querySelector('path')];
  patch(shown, read('<svg><g><text>2</text></g><path d="M0,0L1,1"></path></svg>'));
  expect(shown.querySelector('text')).toBe(text);
  expect(shown.querySelector('path')).toBe(path);
  expect(path?.getAttribute('d')).toBe('M0,0L1,1');
  expect(text?.textContent).toBe('2');
});
