import { unified } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { findChapters } from '../site/chapters/chapters.ts';
import { rehypeBase } from './rehypeBase.ts';
import { rehypeFailOnTexError } from './rehypeFailOnTexError.ts';
import { rehypeFormulaEnds } from './rehypeFormulaEnds.ts';
import { rehypeNotes } from './rehypeNotes.ts';
import { rehypeSearchableMath } from './rehypeSearchableMath.ts';
import { remarkEquations } from './remarkEquations.ts';

/** How Markdown and MDX become HTML: TeX is set at build time, and a TeX error stops the build. */
export function markdownProcessor({ root, base }: { root: string; base: string }) {
  const chapterNumber = (path: string) => findChapters(root).find(({ file }) => path.endsWith(file))?.number;
  return unified({
    remarkPlugins: [remarkMath, [remarkEquations, { chapterNumber }]],
    rehypePlugins: [
      [rehypeKatex, { strict: 'error', output: 'htmlAndMathml' }],
      rehypeFailOnTexError,
      rehypeFormulaEnds,
      rehypeSearchableMath,
      rehypeNotes,
      [rehypeBase, { base }],
    ],
  });
}
