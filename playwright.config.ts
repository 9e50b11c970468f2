import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';
import { address } from './src/site/address.ts';
import './tests/browser/sample.ts';

const port = Number(process.env['PORT'] ?? 4331);
const { base } = address(process.env);
const executablePath = findChromium();
// Chromium's sandbox cannot run as root, nor in most containers.
const sandbox = process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : [];

/** Tests that measure what the page takes of the processor: one at a time. */
const MEASURED = /responsiveness\.spec\.ts/;

/** Tests in a real headless Chromium, against the built site. Build it first: npm run build. */
export default defineConfig({
  testDir: 'tests/browser',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  fullyParallel: true,
  // A test or an expectation that hangs ends here; one that is slow, because the machine is busy, does not.
  timeout: 900_000,
  // Browsers crash now and then; what passes only when repeated is listed as flaky.
  retries: 1,
  // Letters are drawn a little differently from one version of a browser to the next.
  expect: { timeout: 120_000, toHaveScreenshot: { maxDiffPixelRatio: 0.003, threshold: 0.25 } },
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  projects: [
    { name: 'parallel', testIgnore: MEASURED },
    { name: 'measured', testMatch: MEASURED, workers: 1 },
  ],
  use: {
    // As an expectation: what is waited for in vain ends long before the test.
    actionTimeout: 120_000,
    baseURL: `http://127.0.0.1:${port}${base}`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Software rendering, so that WebGL works on machines without a graphics card; but pages are painted and put together
      // without it, since a graphics card in software takes twice the processor for the same pictures.
      args: [...sandbox, '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing', '--disable-gpu-rasterization'],
    },
  },
  webServer: {
    command: `astro preview --ignore-lock --host 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
    timeout: 300_000,
  },
});
