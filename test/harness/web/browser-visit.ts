// Visits of a real browser to the whole application: what the browser complains of and whom else it asks fails a visit, and so does what axe finds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import type { WholeApplication } from './whole-application.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const DESK = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };
/** Where "Leave this site" leads in the demonstration. */
export const AWAY = 'https://www.bbc.co.uk/weather';

/** Runs the visit in a browser of its own; without a browser there is nothing to visit with (chromium.ts). */
export async function visit(
  browser: Browser | null,
  application: WholeApplication,
  options: BrowserContextOptions,
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  if (!browser) return;
  const complaints: string[] = [];
  const context = await browser.newContext({ viewport: DESK, ...options });
  await context.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ body: 'Sunny', contentType: 'text/html' }),
  );
  context.on('console', (message) => {
    if (/Content Security|Refused|violat/i.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('request', (request) => {
    const { host } = new URL(request.url());
    if (host !== new URL(application.url).host && host !== 'www.bbc.co.uk') complaints.push(`asked ${host}`);
  });
  try {
    await work(await context.newPage(), context);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** A route is not asked about what a redirect leads to: leaving without a script gets the same answer as a page that leads on. */
export async function leadsAway(page: Page): Promise<void> {
  await page.route('**/leave', async (route) => {
    const { location = '' } = (await route.fetch({ maxRedirects: 0 })).headers() as { location?: string };
    const body = `<meta http-equiv="refresh" content="0; url=${location}">`;
    await route.fulfill({ contentType: 'text/html', body });
  });
}

/** What is wrong with the page as it is now, on a desk and on a narrow screen. */
export async function wrongWith(page: Page, sizes: readonly ViewportSize[] = [DESK, NARROW]): Promise<string[]> {
  const wrong: string[] = [];
  await page.evaluate(axe);
  for (const size of sizes) {
    await page.setViewportSize(size);
    const where = `${new URL(page.url()).pathname} at ${size.width}`;
    const { violations, passes } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as {
      violations: { id: string; nodes: { html: string }[] }[];
      passes: { id: string }[];
    };
    // On a page without drawn letters axe finds no fault in their contrast, because it finds none to judge.
    if (!passes.some(({ id }) => id === 'color-contrast')) wrong.push(`${where}: no contrast was judged`);
    wrong.push(...violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html).join()}`));
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wrong.push(`${where}: too wide`);
  }
  await page.setViewportSize(DESK);
  return wrong;
}
