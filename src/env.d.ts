import type { Chapter } from './site/chapters.ts';

declare global {
  namespace App {
    interface Locals {
      /** Set by src/site/routeData.ts on pages that are chapters. */
      chapter?: Chapter;
      /** Hover cards on this page so far; numbers their ids. */
      hoverCards?: number;
    }
  }
}

declare module 'astro' {
  interface AstroClientDirectives {
    /** Comes alive when the reader reaches for it: src/site/clientIntent.ts. The key of links that are meant for it. */
    'client:intent'?: string | boolean;
  }
}
