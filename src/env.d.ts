import type { Intent } from './site/intent/clientIntent.ts';
import type { Chapter } from './site/chapters/chapters.ts';

declare global {
  namespace App {
    interface Locals {
      /** Set by src/site/chapters/routeData.ts on pages that are chapters. */
      chapter?: Chapter;
      /** Hover cards on this page so far; numbers their ids. */
      hoverCards?: number;
    }
  }
}

declare module 'astro' {
  interface AstroClientDirectives {
    /** Comes alive when the reader reaches for it: src/site/intent/clientIntent.ts. */
    'client:intent'?: Intent | boolean;
  }
}
