import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { islandFiles } from './src/site/intent/islandFiles.ts';
import { markdownProcessor } from './src/markdown/markdownProcessor.ts';
import { address } from './src/site/address.ts';
import { findChapters } from './src/site/chapters/chapters.ts';
import { fonts } from './src/site/fonts/fonts.ts';
import { lighterContents } from './src/site/starlight/lighterContents.ts';
import { lighterStyles } from './src/site/starlight/lighterStyles.ts';
import { mathFonts } from './src/site/fonts/mathFonts.ts';
import { sidebar } from './src/site/chapters/sidebar.ts';
import { wholeSearchIndex } from './src/site/starlight/wholeSearchIndex.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { site, base, repository } = address(process.env);

/**
 * In what chunks islands share their code: few, since a browser asks an HTTP/1.1 server for six files at a time. Each holds whole rooms,
 * so that chunks import each other in no circle, and what scripts of pages and small islands need comes without the rest.
 */
const SHARED = [
  { name: 'preact', test: /node_modules\/(preact|@preact|@astrojs\/preact)\/|rolldown\/runtime/ },
  // Of scripts of pages, too.
  { name: 'page', test: /src\/(figures\/tips|faults|site\/intent)\/|preload-helper/ },
  { name: 'contours', test: /node_modules\/(d3-contour|d3-array|internmap)\// },
  {
    name: 'controls',
    test: /src\/(words|figures|islands\/(workers\/(askWorker|errorOf)|explorers\/parts|controls\/(?!SendButton|save|CopyField|Dialog)|experiment\/(controls\/Field|menus\/menuNames|draft\/seedHash|report\/faultOf|prediction\/liveAnswers)))|node_modules\/(@observablehq|d3-|isoformat|interval-tree-1d|binary-search-bounds)/,
  },
  { name: 'networks', test: /src\/(kernel|nn|engines)\// },
  // Names the workers, which come with it. After the networks: a group takes what it imports along, unless one before it has it.
  { name: 'workers', test: /src\/islands\/(drawing|workers\/(pagePool|spawn|pageDrawing))/ },
  {
    name: 'experiments',
    test: /src\/(schema|datasets|models|experiments|search|islands\/experiment\/draft\/settingText)|node_modules\/(zod|simple-statistics)\//,
  },
].map(({ name, test }, index, { length }) => ({ test, name: (id, context) => apart(id, context) ?? name, minShareCount: 2, priority: length - index }));

/** What draws with Plot, and what checks specs by their schemas, comes later than what trains: such modules have chunks of their own. */
const APART = { plots: /node_modules\/@observablehq\/plot\//, schemas: /node_modules\/zod\// };

function apart(id, context) {
  return Object.keys(APART).find((name) => reaches(id, APART[name], context));
}

/** Whether a module is, or imports, however deep, one whose path the pattern matches. */
function reaches(id, pattern, context) {
  const found = new Set([id]);
  for (const module of found) {
    if (pattern.test(module)) return true;
    for (const imported of context.getModuleInfo(module)?.importedIds ?? []) found.add(imported);
  }
  return false;
}

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  fonts,
  markdown: { processor: markdownProcessor({ root, base }) },
  integrations: [
    // Before Starlight, which would add its own: pages made to be embedded are no search results.
    sitemap({ filter: (page) => !new URL(page).pathname.startsWith(`${base}embed/`) }),
    starlight({
      title: 'Fully Connected',
      description: 'A handbook of small fully connected networks in which every claim comes with a comparison that trains in your browser.',
      favicon: '/favicon.svg',
      credits: false,
      // Starlight processes Markdown (asides, heading anchors) only where told; it assumes src/content/docs.
      markdown: { processedDirs: ['./content'] },
      // Starlight's own `lastUpdated` also assumes src/content/docs.
      routeMiddleware: './src/site/chapters/routeData.ts',
      editLink: { baseUrl: `${repository}/edit/main/` },
      social: [{ icon: 'github', label: 'GitHub', href: repository }],
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      sidebar: sidebar(findChapters(root)),
      customCss: [
        'katex/dist/katex-swap.min.css',
        './src/styles/tokens.css',
        './src/styles/starlight.css',
        './src/styles/text.css',
        './src/styles/offscreen.css',
        './src/styles/print.css',
      ],
      components: {
        Head: './src/components/starlight/Head.astro',
        MarkdownContent: './src/components/starlight/MarkdownContent.astro',
        PageTitle: './src/components/starlight/PageTitle.astro',
        Search: './src/components/starlight/Search.astro',
        SiteTitle: './src/components/starlight/SiteTitle.astro',
      },
    }),
    wholeSearchIndex(),
    mdx(),
    // It reads every file that it may transform with Babel: only those that hold JSX.
    preact({ include: ['**/*.tsx'] }),
    islandFiles(),
    {
      name: 'client-intent',
      hooks: {
        'astro:config:setup': ({ addClientDirective }) => addClientDirective({ name: 'intent', entrypoint: './src/site/intent/clientIntent.ts' }),
      },
    },
  ],
  vite: {
    plugins: [
      lighterContents({ ours: `${root}src/components/starlight/tableOfContents.ts` }),
      lighterStyles(),
      mathFonts({ cache: `${root}node_modules/.cache/math-fonts` }),
    ],
    // With the default, iife, a worker inlines its dynamic imports: every engine would load at once.
    // The kernel has the same name as for pages, which may have fetched it.
    worker: { format: 'es', rolldownOptions: { output: { assetFileNames: '_astro/[name].[hash][extname]' } } },
    // Otherwise the first visit in dev finds these late and reloads the page in mid-run.
    optimizeDeps: {
      include: [
        '@observablehq/plot',
        '@tensorflow/tfjs-core',
        '@tensorflow/tfjs-core/dist/register_all_gradients',
        '@tensorflow/tfjs-backend-cpu',
        '@tensorflow/tfjs-backend-wasm',
        '@tensorflow/tfjs-backend-webgl',
      ],
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: { groups: SHARED },
            },
          },
        },
      },
    },
    build: {
      // A typeface within a style sheet would come before the first paint.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rolldownOptions: {
        // Astro marks each MDX file with a directive that Rolldown then warns of; it is harmless.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
