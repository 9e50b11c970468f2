import type { Root } from 'hast';
import { expect, it } from 'vitest';
import { rehypeNotes } from '../../src/markdown/rehypeNotes.ts';

it('makes asides notes: those of a directive, and those written in MDX', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'element', tagName: 'aside', properties: { ariaLabel: 'Predict' }, children: [] },
      { type: 'mdxJsxFlowElement', name: 'aside', attributes: [], children: [] },
      { type: 'mdxJsxFlowElement', name: 'Aside', attributes: [], children: [] },
    ],
  };
  rehypeNotes()(tree);
  expect(tree.children).toEqual([
    { type: 'element', tagName: 'div', properties: { ariaLabel: 'Predict', role: 'note' }, children: [] },
    { type: 'mdxJsxFlowElement', name: 'div', attributes: [{ type: 'mdxJsxAttribute', name: 'role', value: 'note' }], children: [] },
    { type: 'mdxJsxFlowElement', name: 'Aside', attributes: [], children: [] },
  ]);
});
