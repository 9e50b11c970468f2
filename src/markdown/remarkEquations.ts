import type { BlockContent, Parent, Root } from 'mdast';
import type { Math } from 'mdast-util-math';
import type {} from 'mdast-util-to-hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

interface Options {
  /** Path of a file → its chapter's number; undefined for other pages, whose equations count 1, 2, 3. */
  chapterNumber: (path: string) => number | undefined;
}

/** A numbered equation: the anchor around a display formula. */
interface Equation extends Parent {
  type: 'equation';
  children: BlockContent[];
}
declare module 'mdast' {
  interface RootContentMap {
    equation: Equation;
  }
  interface BlockContentMap {
    equation: Equation;
  }
}

/**
 * Numbered equations. In a display formula, `\label{eq:sgd}` becomes the tag (2.3), where 2 is the
 * chapter and 3 counts the labelled formulas, and the formula gets the anchor `eq-sgd`; an empty
 * link `[](#eq-sgd)` becomes "(2.3)". Fails on an unknown or repeated label.
 */
export function remarkEquations({ chapterNumber }: Options) {
  return (tree: Root, file: VFile): void => {
    const chapter = chapterNumber(file.path);
    const tags = new Map<string, string>();

    visit(tree, 'math', (node, index, parent) => {
      const label = LABEL.exec(node.value)?.[1];
      if (label === undefined || parent === undefined || index === undefined) return;
      const id = label.replace(':', '-');
      if (!/^eq-[a-z0-9-]+$/.test(id)) file.fail(`The label "${label}" must be eq: and lower-case words joined by dashes.`, node);
      if (tags.has(id)) file.fail(`The label "${label}" is used twice on this page.`, node);
      const tag = [chapter, tags.size + 1].filter((number) => number !== undefined).join('.');
      tags.set(id, tag);
      setValue(node, node.value.replace(LABEL, `\\tag{${tag}}`));
      parent.children[index] = { type: 'equation', data: { hName: 'div', hProperties: { id, className: ['equation'] } }, children: [node] };
      return SKIP;
    });

    visit(tree, 'link', (node) => {
      const id = /^#(eq-.+)$/.exec(node.url)?.[1];
      if (id === undefined || node.children.length > 0) return;
      const tag = tags.get(id);
      if (tag === undefined) file.fail(`There is no equation "${id}" on this page. There are: ${[...tags.keys()].join(', ') || 'none'}.`, node);
      node.children = [{ type: 'text', value: `(${tag})` }];
    });
  };
}

const LABEL = /\\label\{([^}]*)\}/;

/** remark-math keeps the TeX twice: in `value`, and in the HTML to be, which is what rehype-katex reads. */
function setValue(node: Math, value: string): void {
  node.value = value;
  const code = node.data?.hChildren?.[0];
  const text = code?.type === 'element' ? code.children[0] : undefined;
  if (text?.type !== 'text') throw new Error('remark-math has changed how it writes a display formula.');
  text.value = value;
}
