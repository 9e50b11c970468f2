import type { Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/**
 * Make asides within the text notes. An `aside` is a landmark of the page, by which assistive technology
 * jumps about, and landmarks must differ by name; a chapter may have many notes of one title.
 */
export function rehypeNotes() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'aside') {
        node.tagName = 'div';
        node.properties.role = 'note';
      } else if (node.type === 'mdxJsxFlowElement' && node.name === 'aside') {
        node.name = 'div';
        node.attributes.push({ type: 'mdxJsxAttribute', name: 'role', value: 'note' });
      }
    });
  };
}
