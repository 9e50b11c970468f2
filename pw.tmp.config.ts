import { defineConfig } from '@playwright/test';
export default defineConfig({ testDir: 'tests/browser', workers: 1, timeout: 100_000, expect: { timeout: 40_000 }, outputDir: '/tmp/fp/pwout', use: { launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] } } });
