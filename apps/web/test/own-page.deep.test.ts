// A person's own page in a real browser: they agree piece by piece, leave in a hurry, come back with the letter they have, and stop.
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../../test/harness/web/chromium.js';
import { visit, wrongWith } from '../../../test/harness/web/browser-visit.js';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';

let application: WholeApplication;
/** Null on a machine without any: see test/harness/web/chromium.ts. */
let browser: Browser | null;
let invitation: string;
beforeAll(async () => {
  [application, browser] = await Promise.all([startWholeApplication(), openBrowser()]);
  invitation = await application.invites();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await application.ends();
});

const pages = ['', '/answers', '/reach', '/letters', '/talk', '/messages', '/visits', '/stop', '/unsafe'];

/** With the letter they have, and a code that is made for this visit. */
async function comesIn(page: Page): Promise<void> {
  await page.goto(`${application.url}/start`);
  await page.fill('#code', invitation);
  await page.click('main button');
  await page.fill('#code', await application.assists());
  await page.click('main button');
  expect(new URL(page.url()).pathname).toBe('/your-page');
}
/** What a screen reader says, in its order. */
const spoken = (page: Page): Promise<string> => page.locator('body').ariaSnapshot();

describe.each([
  ['with a script', true],
  ['without a script', false],
])('%s', (_how, javaScriptEnabled) => {
  test('a person agrees, leaves at once, comes back with the same letter, and their answer stands there', async () => {
    await visit(browser, application, { javaScriptEnabled }, async (page, context) => {
      await comesIn(page);
      await page.goto(`${application.url}/your-page/answers`);
      await page.click('main .concord-links a');
      await page.check('input[value="yes"]');
      await page.click('main form button');
      for (const box of await page.locator('main input[type="checkbox"]').all()) await box.check();
      await page.click('main form button');
      expect(await page.textContent('h1')).toContain('You said yes');
      await page.goto(`${application.url}/your-page`);
      expect((await context.cookies()).map(({ name }) => name)).toContain('session');
      await context.clearCookies(); // as leaving does, and another device
      await page.goto(`${application.url}/your-page`);
      expect(new URL(page.url()).pathname).toBe('/signed-out');
      await comesIn(page);
      expect(await page.textContent('.concord-path')).toContain('You said that we may be in touch');
    });
  }, 60_000);
});

test('axe finds nothing on any page of theirs, in both languages, on a desk and at 320 px', async () => {
  await visit(browser, application, {}, async (page) => {
    await comesIn(page);
    const wrong: string[] = [];
    for (const language of ['en', 'cy']) {
      await page.goto(`${application.url}/language/${language}/your-page`);
      for (const path of pages) {
        await page.goto(`${application.url}/your-page${path}`);
        wrong.push(...(await wrongWith(page)));
      }
    }
    expect(wrong).toEqual([]);
  });
}, 120_000);

test('a screen reader hears the way out, stop and safety first, then one heading, then the page, on the five most used pages', async () => {
  await visit(browser, application, {}, async (page) => {
    await comesIn(page);
    for (const path of ['', '/answers', '/reach', '/talk', '/stop']) {
      await page.goto(`${application.url}/your-page${path}`);
      const heard = await spoken(page);
      const places = [
        /Leave this site/,
        /link "Stop or pause"/,
        /link "I do not feel safe"/,
        /main:/,
        /heading "[^"]+" \[level=1\]/,
        /heading "At any time" \[level=2\]/,
      ].map((name) => heard.search(name));
      expect([path, places.toSorted((a, b) => a - b)]).toEqual([path, places]);
      expect([path, places.includes(-1), heard.match(/\[level=1\]/g)?.length]).toEqual([path, false, 1]);
    }
    // What is wrong is said first, and leads to its field, which says it again.
    await page.goto(`${application.url}/your-page/talk`);
    await page.click('main form button');
    expect(await spoken(page)).toMatch(/alert[^]*link "Choose what you would like"[^]*group "What would you like\?"/);
    await page.click('main [role="alert"] a');
    expect(await page.evaluate('document.activeElement?.id')).toBe('kind');
  });
}, 60_000);

test('stopping by keyboard alone takes two pages, and says that it is done', async () => {
  await visit(browser, application, {}, async (page) => {
    await comesIn(page);
    await page.focus('a[href="/your-page/stop"]');
    await page.keyboard.press('Enter');
    await page.focus('button[value="stop"]');
    await page.keyboard.press('Enter');
    await page.getByText('It has stopped').waitFor();
  });
}, 60_000);
