import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Keep a formula and the comma, full stop or bracket after it on one line. KaTeX sets a formula in boxes between which a line may
 * break, and browsers also break between the last box and the text after it; not out of a span that does not wrap (styles/text.css).
 */
export function rehypeFormulaEnds() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!hasClass(node, 'katex') || parent === undefined || index === undefined) return;
      const next = parent.children[index + 1];
      if (next?.type !== 'text' || !/^\S/.test(next.value)) return;
      const boxes = node.children.find((child) => child.type === 'element' && hasClass(child, 'katex-html'));
      if (boxes?.type !== 'element') return;
      const last = boxes.children.pop();
      if (last) boxes.children.push({ type: 'element', tagName: 'span', properties: { className: ['formula-end'] }, children: [last] });
    });
  };
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
