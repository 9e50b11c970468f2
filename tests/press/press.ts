/**
 * npm run press: from a cold press to what it brings, on a phone's screen at 1 MB/s with 0, 150 and 400 ms of latency, in Chromium and,
 * where there is one, Firefox. Build the site first (npm run build), and measure where nothing else runs.
 *
 *   npm run -s press              median and range of five each
 *   npm run -s press -- 9         of nine each
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { findFirefox } from '../../scripts/firefox.mjs';
import { openSlowSite, type SlowSite } from '../browser/slowSite.ts';

const LATENCIES = [0, 150, 400];
/** Of the screen, in CSS pixels. */
const PHONE = { width: 390, height: 844 };
const times = Number(process.argv[2] ?? 5);

/** What is pressed, and what has come when it is done: selectors. */
interface Press {
  path: string;
  control: string;
  result: string;
}

const PRESSES: Record<string, Press> = {
  experiment: {
    path: 'what-a-network-computes/',
    control: '#experiment-layers-without-activation .experiment-run',
    result: '#experiment-layers-without-activation .experiment-live-figures svg',
  },
  search: { path: 'searching/', control: '#search-halving .experiment-run', result: '#search-halving .experiment-live-figures svg' },
  explorer: {
    path: 'explorers/',
    control: '#initialization-explorer [aria-label="Pairs to try"] button',
    result: '#initialization-explorer [role="status"]:not(:empty)',
  },
  'front page': { path: '', control: '.opening-controls button', result: '.opening-controls input[type="range"]' },
};

const site = await openSlowSite();
try {
  await measure('Chromium', { browser: 'chrome', executablePath: await ensureChromium(), args: ['--no-sandbox'], defaultViewport: PHONE });
  const firefox = findFirefox();
  // Not every Firefox knows all that a viewport is made of. Its narrowest window is 450 px wide.
  const args = [`--width=${PHONE.width}`, `--height=${PHONE.height}`];
  if (firefox) await measure('Firefox', { browser: 'firefox', executablePath: firefox, args, defaultViewport: null });
} finally {
  site.close();
}

async function measure(name: string, options: Parameters<typeof puppeteer.launch>[0]): Promise<void> {
  console.log([name.padEnd(12), ...LATENCIES.map((latency) => `${latency} ms`.padStart(18))].join(''));
  for (const [what, press] of Object.entries(PRESSES)) {
    const cells: string[] = [];
    for (const latency of LATENCIES) {
      const found: number[] = [];
      for (let time = 0; time < times; time++) {
        const browser = await puppeteer.launch({ ...options, headless: true });
        found.push(await firstResult(browser, site, press, latency).finally(() => browser.close()));
      }
      found.sort((a, b) => a - b);
      cells.push(`${found[found.length >> 1]!} (${found[0]!}–${found.at(-1)!})`.padStart(18));
    }
    console.log([what.padEnd(12), ...cells].join(''));
  }
}

/** Milliseconds from the press to the frame after its result, in a browser that has nothing of the islands yet. */
async function firstResult(browser: Browser, site: SlowSite, { path, control, result }: Press, latency: number): Promise<number> {
  const page: Page = await browser.newPage();
  // Nothing is fetched ahead.
  await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }));
  site.turn({ latency: 0 });
  await page.goto(site.url + path, { waitUntil: 'networkidle0' });
  site.turn({ latency });
  return page.evaluate(
    async (control, result) => {
      const pressed = document.querySelector<HTMLElement>(control);
      if (!pressed) throw new Error(`There is no ${control}.`);
      pressed.scrollIntoView({ block: 'center' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const from = performance.now();
      pressed.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      pressed.click();
      while (!document.querySelector(result)) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (performance.now() - from > 30_000) throw new Error(`${result} did not come.`);
      }
      return Math.round(performance.now() - from);
    },
    control,
    result,
  );
}
