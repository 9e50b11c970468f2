import { visit } from 'unist-util-visit';
import type { Element, JsxElement, Root } from './trees.ts';

/**
 * Put the base path in front of root-absolute addresses: `/glossary/` → `/fully-connected/glossary/`.
 * Reaches Markdown links and images, and HTML tags written in MDX; not the properties of components.
 * `base` has a slash at both ends.
 */
export function rehypeBase({ base }: { base: string }) {
  const prefix = base.slice(0, -1);
  const prefixed = (value: unknown): value is string => typeof value === 'string' && value.startsWith('/') && !value.startsWith('//');
  return (tree: Root) => {
    visit(tree, 'element', (node: Element) => {
      for (const name of ['href', 'src']) {
        const value = node.properties[name];
        if (prefixed(value)) node.properties[name] = prefix + value;
      }
    });
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      const { name, attributes } = node as JsxElement;
      if (!name || !/^[a-z]/.test(name)) return;
      for (const attribute of attributes) {
        if ((attribute.name === 'href' || attribute.name === 'src') && prefixed(attribute.value)) attribute.value = prefix + attribute.value;
      }
    });
  };
}
