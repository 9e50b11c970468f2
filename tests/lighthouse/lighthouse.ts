/**
 * npm run lighthouse: Lighthouse over the built site (npm run build), front page and chapters, as a phone and as a desktop.
 *
 *   npm run -s lighthouse                       every page
 *   npm run -s lighthouse -- / references       these pages, by slug
 *
 * Prints a table; fails where a score is below 98 or the layout shifts by 0.02 or more. Performance depends on the machine:
 * measure where nothing else runs.
 */
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig, type Config } from 'lighthouse';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { findChapters } from '../../src/site/chapters/chapters.ts';
import { serve } from './serve.ts';

const LEAST = 98;
const MOST_SHIFT = 0.02;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const FORMS: Record<string, Config | undefined> = { phone: undefined, desktop: desktopConfig };

const root = join(import.meta.dirname, '../..');
const slugs = process.argv.length > 2 ? process.argv.slice(2).map((slug) => (slug === '/' ? '' : slug)) : ['', ...findChapters(root).map(({ slug }) => slug)];
const { url, server } = await serve(join(root, 'dist'));
const chrome = await launch({ chromePath: await ensureChromium(), chromeFlags: ['--headless=new', '--no-sandbox', '--ignore-certificate-errors'] });
const shortfalls: string[] = [];
try {
  console.log(['page'.padEnd(28), 'as', '     ', ...CATEGORIES, 'shift'].join('  '));
  for (const slug of slugs) for (const form of Object.keys(FORMS)) await measure(slug, form);
} finally {
  chrome.kill();
  server.close();
}
for (const shortfall of shortfalls) console.error(shortfall);
process.exitCode = shortfalls.length > 0 ? 1 : 0;

async function measure(slug: string, form: string): Promise<void> {
  const page = slug ? `${url}${slug}/` : url;
  const result = await lighthouse(page, { port: chrome.port, onlyCategories: [...CATEGORIES], logLevel: 'error' }, FORMS[form]);
  if (!result) throw new Error(`Lighthouse gave no result for ${page}.`);
  const { categories, audits } = result.lhr;
  const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100));
  const shift = audits['cumulative-layout-shift']?.numericValue ?? NaN;
  console.log(
    [
      (slug || '(front page)').padEnd(28),
      form.padEnd(7),
      ...scores.map((score, index) => String(score).padStart(CATEGORIES[index]?.length ?? 0)),
      shift.toFixed(3),
    ].join('  '),
  );
  const wanting = CATEGORIES.filter((_, index) => (scores[index] ?? 0) < LEAST);
  for (const name of wanting) {
    const failed = (categories[name]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
    shortfalls.push(`${slug || 'front page'}, ${form}: ${name}: ${failed.map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`).join('; ')}`);
  }
  if (!(shift < MOST_SHIFT)) shortfalls.push(`${slug || 'front page'}, ${form}: the layout shifts by ${shift}`);
}
