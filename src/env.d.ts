declare namespace App {
  interface Locals {
    /** Set by src/site/routeData.ts on pages that are chapters. */
    chapter?: import('./site/chapters.ts').Chapter;
  }
}
