// Every page for the public in a real browser: left at once from wherever somebody is, and judged in both languages, in each of its forms, on paper.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { AWAY, leadsAway, visit as visitWith, wrongWith } from '../../../test/harness/web/browser-visit.js';
import { openBrowser } from '../../../test/harness/web/chromium.js';
import { answers, sends, signsIn } from '../../../test/harness/web/refers-in-browser.js';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';
import { guidePages } from '../src/content/guide.js';
import { steps } from '../src/areas/public/refer/steps.js';

let application: WholeApplication;
let browser: Browser | null;
beforeAll(async () => {
  // With the browser's own page cache: going back must show nothing from there either.
  [application, browser] = await Promise.all([startWholeApplication(), openBrowser({ pageCache: true })]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await application.ends();
});

const visit = (options: BrowserContextOptions, work: Parameters<typeof visitWith>[3]) =>
  visitWith(browser, application, options, work);

describe.each([
  ['with a script', { javaScriptEnabled: true }],
  ['without a script', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }],
] as const)('%s', (_name, options) => {
  test('every page for people is left at once, and going back shows none of it', async () => {
    const paths = ['/', '/read/rights', '/support', '/leaving', '/refer', '/refer/paper', '/refer/who', '/refer/check'];
    for (const path of paths)
      await visit(options, async (page) => {
        await leadsAway(page);
        if (path.startsWith('/refer/'))
          await answers(application.url, page, { safe: { safe: '=yes' }, name: { name: 'Planted Name' } });
        await page.goto(application.url + path);
        if (path === '/refer') await page.goto(application.url + path); // after the interruption
        await page.click('.concord-exit');
        await page.waitForURL(AWAY);
        await page.goBack();
        if (!path.startsWith('/refer/') || path === '/refer/paper') return;
        for (let tries = 0; tries < 50 && !page.url().endsWith('/refer/back'); tries += 1) await page.reload();
        expect(await page.textContent('body')).not.toContain('Planted Name');
      });
  }, 240_000);
});

test('a page that the browser kept whole is hidden before it is left, and asked for anew when it is gone back to', async () => {
  await visit({}, async (page) => {
    await page.goto(`${application.url}/refer/paper`);
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    expect(await page.evaluate('document.documentElement.hidden')).toBe(true);
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"),
    ]);
    expect(await page.evaluate('document.documentElement.hidden')).toBe(false);
  });
});

describe.each(['en-GB', 'cy-GB'])('in %s', (locale) => {
  test.each(['screen', 'print'] as const)(
    'axe finds nothing on any page on %s, none is too wide, none asks another host',
    async (media) => {
      const wrong: string[] = [];
      await visit({ locale }, async (page) => {
        const judge = async () => {
          await page.emulateMedia({ media });
          wrong.push(...(await wrongWith(page)));
          await page.emulateMedia({ media: 'screen' });
        };
        const forms = media === 'print' ? ['/print', '/easy-read'] : ['', '/easy-read', '/large-print'];
        const reading = guidePages.flatMap((name) => forms.map((form) => `/read/${name}${form}`));
        for (const path of [
          '/',
          '/read',
          '/support',
          '/before/refer',
          '/refer',
          '/refer/back',
          '/refer/paper',
          ...reading,
        ]) {
          await page.goto(application.url + path);
          await judge();
        }
        await answers(application.url, page, { safe: { safe: '=sometimes' }, who: { who: '=somebody' } });
        for (const path of [...steps.map(({ name }) => name), 'code', 'check']) {
          await page.goto(`${application.url}/refer/${path}`);
          await judge();
        }
        await page.goto(`${application.url}/refer/check`);
        await sends(page);
        await judge();
      });
      expect(wrong).toEqual([]);
    },
    600_000,
  );

  test('axe finds nothing on the call and the directory', async () => {
    const wrong: string[] = [];
    await visit({ locale }, async (page) => {
      await signsIn(application.url, page, 'demo-coordinator');
      for (const path of [
        '/call',
        '/call/taken/worker',
        '/call/taken/safeguardingLead',
        '/directory',
        '/directory/new',
      ]) {
        await page.goto(application.url + path);
        wrong.push(...(await wrongWith(page)));
      }
      await page.goto(`${application.url}/call`);
      await page.click('main form button.govuk-button');
      wrong.push(...(await wrongWith(page))); // what is missing is said
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});
