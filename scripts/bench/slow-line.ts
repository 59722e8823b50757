/** How a page comes to a reader on a slow line, measured in the browser and not simulated. */
import type { Browser } from 'playwright-core';

/** The line of a county's 3G, and a cheap phone: the figures that the product's target names. */
const LINE = { latency: 100, downloadThroughput: 1.5e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER_PROCESSOR = 4;
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true };
/** Machines are noisy: the median counts. */
const VISITS = 5;
/** After it nothing of a page moves or works by itself any more. */
const QUIET_AFTER = 1500;

/** What a first visit with nothing cached gives. */
export interface SlowVisit {
  /** Largest contentful paint, ms after navigation began. */
  lcp: number;
  /** Cumulative layout shift. */
  cls: number;
  /** Total blocking time: what tasks take beyond 50 ms each once something shows, in ms. */
  tbt: number;
  /** Bytes that came over the line. */
  bytes: number;
}

/** Median of each figure over several first visits. */
export async function visitSlowly(browser: Browser, url: string): Promise<SlowVisit> {
  const visits: SlowVisit[] = [];
  for (let count = 0; count < VISITS; count += 1) visits.push(await visit(browser, url));
  const median = (figure: keyof SlowVisit): number =>
    visits.map((each) => each[figure]).toSorted((a, b) => a - b)[VISITS >> 1] ?? Number.NaN;
  return { lcp: median('lcp'), cls: median('cls'), tbt: median('tbt'), bytes: median('bytes') };
}

async function visit(browser: Browser, url: string): Promise<SlowVisit> {
  const context = await browser.newContext({ ...PHONE, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(QUIET_AFTER);
    const seen = await page.evaluate<Omit<SlowVisit, 'bytes'>>('window.seen');
    return { ...seen, bytes };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of its own. */
function observe(): void {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  let shown = Infinity;
  Object.assign(window, { seen });
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
    }).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') shown = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  watch('layout-shift', (entry) => {
    if ('value' in entry) seen.cls += Number(entry.value);
  });
  watch('longtask', ({ startTime, duration }) => {
    const inSight = startTime + duration - Math.max(startTime, shown);
    seen.tbt += Math.max(0, inSight - 50);
  });
}
