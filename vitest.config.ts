/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/**
 * Two projects: `unit` needs nothing but the kernel; `built` looks at the built site in dist/.
 * Tests in a real browser are Playwright's (playwright.config.ts).
 */
export default getViteConfig({
  test: {
    // What passing tests print (a build's error that they expect, say) is noise.
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**', 'tests/built/**'] },
      },
      {
        extends: true,
        test: { name: 'built', include: ['tests/built/**/*.test.ts'] },
      },
    ],
  },
});
