import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

export const collections = {
  /** Pages of prose. A page's address is the `slug` in its frontmatter; src/site/chapters/chapters.ts orders the chapters. */
  docs: defineCollection({
    loader: glob({ base: './content', pattern: ['index.mdx', '404.mdx', 'chapters/**/*.mdx'] }),
    schema: docsSchema(),
  }),
  /** One term per file; the file's name is the term's name in `<Term name="…">`. */
  glossary: defineCollection({
    loader: glob({ base: './content/glossary', pattern: '*.md' }),
    schema: z.strictObject({
      /** As written in prose, lower case. */
      term: z.string().min(1),
      /** Other words for the same thing. */
      also: z.array(z.string().min(1)).default([]),
      /** One sentence of plain text: what the hover card says. */
      definition: z.string().min(1),
      /** Names of related terms. */
      see: z.array(z.string().min(1)).default([]),
    }),
  }),
};
