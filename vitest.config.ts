/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/**
 * Four projects: `unit` needs nothing but the kernel; `programs` runs exported programs in Python; `bits` compares what Node and browsers
 * compute; `built` looks at the built site in dist/. Tests of the site in a real browser are Playwright's (playwright.config.ts).
 */
export default getViteConfig({
  test: {
    // What passing tests print (a build's error that they expect, say) is noise.
    silent: 'passed-only',
    // A test that hangs ends here; one that is slow, because the machine is busy, does not.
    ...{ testTimeout: 60_000, hookTimeout: 60_000 },
    // Otherwise one core less than there are, of two the half.
    maxWorkers: '100%',
    globalSetup: ['tests/temporaryFolder.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/built/**', 'tests/bits/**', 'tests/programs/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'programs', include: [`tests/programs/${process.env['SAMPLE'] === 'all' ? '**/' : ''}*.test.ts`] },
      },
      {
        extends: true,
        test: { name: 'bits', include: ['tests/bits/**/*.test.ts'] },
      },
      {
        extends: true,
        // Its files read and parse the same pages, and change nothing.
        test: { name: 'built', include: ['tests/built/**/*.test.ts'], isolate: false },
      },
    ],
  },
});
