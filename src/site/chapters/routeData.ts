/** Route middleware: gives each page its last-updated date and each chapter its number, and the 404 page no address. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { findChapters } from './chapters.ts';
import { lastUpdated } from './lastUpdated.ts';

// Astro runs with the project's root as working directory, in dev as in build.
const root = process.cwd();
const dates = lastUpdated(root);

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  const { filePath } = route.entry;
  if (!filePath) return;
  const date = dates.get(filePath);
  if (date) route.lastUpdated ??= date;
  if (route.entry.id === '404') {
    // It is shown at any address, and has none of its own to be canonical.
    route.head = route.head.filter(({ attrs }) => attrs?.rel !== 'canonical' && attrs?.property !== 'og:url');
  }
  const chapter = findChapters(root).find(({ file }) => file === filePath);
  if (chapter) {
    locals.chapter = chapter;
    // Sections are numbered by CSS counters, in the text and in the table of contents alike.
    route.head.push({ tag: 'style', attrs: {}, content: `:root { --chapter: "${chapter.number}." }` });
  }
});
