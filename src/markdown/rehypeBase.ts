import type { Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/**
 * Put the base path in front of root-absolute addresses: `/glossary/` → `/fully-connected/glossary/`.
 * Reaches Markdown links and images, and HTML tags written in MDX; not the properties of components.
 * `base` has a slash at both ends.
 */
export function rehypeBase({ base }: { base: string }) {
  const prefix = base.slice(0, -1);
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'element') {
        for (const name of ['href', 'src']) {
          const value = node.properties[name];
          if (isRootAbsolute(value)) node.properties[name] = prefix + value;
        }
      } else if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name && /^[a-z]/.test(node.name)) {
        for (const attribute of node.attributes) {
          if (attribute.type !== 'mdxJsxAttribute' || !['href', 'src'].includes(attribute.name)) continue;
          if (isRootAbsolute(attribute.value)) attribute.value = prefix + attribute.value;
        }
      }
    });
  };
}

function isRootAbsolute(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/') && !value.startsWith('//');
}
