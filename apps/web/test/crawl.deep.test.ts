// In a real browser, every kind of page as every role, in both languages: nothing that axe finds, nothing too wide, nobody else asked, with and without scripts.
import type { Browser } from 'playwright-core';
import { DESK, NARROW, visit, wrongWith } from '../../../test/harness/web/browser-visit.js';
import { openBrowser } from '../../../test/harness/web/chromium.js';
import { crawl } from '../../../test/harness/web/crawl.js';
import { Browsing } from '../../../test/harness/web/http-visitor.js';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';

let application: WholeApplication;
/** Null on a machine without any: see test/harness/web/chromium.ts. */
let browser: Browser | null;
beforeAll(async () => {
  [application, browser] = await Promise.all([startWholeApplication(), openBrowser()]);
  await application.approachable();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await application.ends();
});

/** Every role, and both languages; the forms of commands are one template, and one role opens each of them. */
const visits = [
  ['facilitator', 'en', true],
  ['facilitator', 'cy', false],
  ['coordinator', 'cy', false],
  ['manager', 'en', false],
  ['safeguarding-lead', 'cy', false],
] as const;

/** Signs in over HTTP; the browser goes on with its cookies. */
async function signsIn(role: string, language: string): Promise<Browsing> {
  const visitor = new Browsing(application.url, { 'accept-language': language });
  await visitor.open('/sign-in');
  await visitor.send('/sign-in');
  await visitor.follow();
  await visitor.send(visitor.path, { subject: `demo-${role}` });
  await visitor.follow();
  return visitor;
}

test.each(visits)(
  'as %s, in %s',
  async (role, language, each) => {
    if (!browser) return;
    const visitor = await signsIn(role, language);
    const pages = await crawl(visitor, ['/today', '/cases', '/me'], { most: 1, each });
    const wrong: string[] = [];
    for (const javaScriptEnabled of [true, false])
      await visit(browser, application, { locale: language, javaScriptEnabled }, async (page, context) => {
        await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: application.url })));
        for (const { path } of pages) {
          await page.goto(application.url + path);
          if (javaScriptEnabled) wrong.push(...(await wrongWith(page, [DESK, NARROW])));
          else if (!(await page.locator('h1').first().isVisible())) wrong.push(`${path}: no heading without scripts`);
        }
      });
    expect(wrong).toEqual([]);
  },
  900_000,
);
