import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A formula stands in the page twice, as MathML with its TeX and as what is seen; the search shall find the latter only. */
export function rehypeSearchableMath() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const { className } = node.properties;
      if (Array.isArray(className) && className.includes('katex-mathml')) node.properties.dataPagefindIgnore = '';
    });
  };
}
