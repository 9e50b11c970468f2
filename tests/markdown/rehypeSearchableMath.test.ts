import type { Root } from 'hast';
import { expect, it } from 'vitest';
import { rehypeSearchableMath } from '../../src/markdown/rehypeSearchableMath.ts';

it('leaves what is seen of a formula to the search, and nothing else of it', () => {
  const part = (name: string) => ({ type: 'element' as const, tagName: 'span', properties: { className: [name] }, children: [] });
  const tree: Root = { type: 'root', children: [part('katex-mathml'), part('katex-html')] };
  rehypeSearchableMath()(tree);
  expect(tree.children.map((node) => (node.type === 'element' ? 'dataPagefindIgnore' in node.properties : undefined))).toEqual([true, false]);
});
