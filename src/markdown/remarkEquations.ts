import { SKIP, visit } from 'unist-util-visit';
import type { Root, Link, Node, Parent } from './trees.ts';

/**
 * Numbered equations. In a display formula, `\label{eq:sgd}` becomes the tag (2.3), where 2 is the
 * chapter and 3 counts the labelled formulas, and the formula gets the anchor `eq-sgd`; an empty
 * link `[](#eq-sgd)` becomes "(2.3)". Fails on an unknown or repeated label.
 * `chapterNumber`: file path → the chapter's number; undefined for other pages, which count 1, 2, 3.
 */
export function remarkEquations({ chapterNumber }: { chapterNumber: (path: string) => number | undefined }) {
  return (tree: Root, file: { path: string; fail(message: string, place?: unknown): never }) => {
    const chapter = chapterNumber(file.path);
    const tags = new Map<string, string>();

    visit(tree, 'math', (node: MathNode, index, parent) => {
      const label = LABEL.exec(node.value)?.[1];
      if (label === undefined || parent === undefined || index === undefined) return;
      const id = label.replace(':', '-');
      if (!/^eq-[a-z0-9-]+$/.test(id)) file.fail(`The label "${label}" must be eq: and lower-case words joined by dashes.`, node);
      if (tags.has(id)) file.fail(`The label "${label}" is used twice on this page.`, node);
      const tag = (chapter === undefined ? '' : `${chapter}.`) + String(tags.size + 1);
      tags.set(id, tag);
      setValue(node, node.value.replace(LABEL, `\\tag{${tag}}`));
      const anchor: Parent = {
        type: 'equation',
        data: { hName: 'div', hProperties: { id, className: ['equation'] } },
        children: [node],
      };
      (parent as Parent).children[index] = anchor;
      return SKIP;
    });

    visit(tree, 'link', (node: Link) => {
      const id = /^#(eq-.+)$/.exec(node.url)?.[1];
      if (id === undefined || node.children.length > 0) return;
      const tag = tags.get(id);
      if (tag === undefined) file.fail(`There is no equation "${id}" on this page. There are: ${[...tags.keys()].join(', ') || 'none'}.`, node);
      node.children = [{ type: 'text', value: `(${tag})` }];
    });
  };
}

const LABEL = /\\label\{([^}]*)\}/;

/** A display formula as remark-math leaves it: the TeX stands in `value` and again in `data.hChildren`. */
interface MathNode extends Node {
  value: string;
  data: { hChildren: [{ children: [{ value: string }] }] };
}

function setValue(node: MathNode, value: string): void {
  node.value = value;
  node.data.hChildren[0].children[0].value = value;
}
