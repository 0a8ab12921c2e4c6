// In a real browser: by keyboard alone, without scripts, on a narrow screen, in both languages, with nothing that axe finds and nothing the policy refuses.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { AWAY, leadsAway, NARROW, visit as visitWith, wrongWith } from '../../../test/harness/web/browser-visit.js';
import { openBrowser } from '../../../test/harness/web/chromium.js';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';

let application: WholeApplication;
/** Null on a machine without any: see test/harness/web/chromium.ts. */
let browser: Browser | null;
beforeAll(async () => {
  [application, browser] = await Promise.all([startWholeApplication(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await application.ends();
});

const visit = (options: BrowserContextOptions, work: Parameters<typeof visitWith>[3]) =>
  visitWith(browser, application, options, work);

/** Presses Tab until something of that name has the focus, then Enter. */
async function press(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (!(await focused(page)).includes(name)) continue;
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`No Tab reaches "${name}" on ${page.url()}`);
}
/** Its words, with whether the focus can be seen. */
async function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement?.textContent?.trim() ?? ""') as Promise<string>;
}
async function type(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement?.id')) !== 'code') continue;
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`No Tab reaches the code on ${page.url()}`);
}

/** The size of the first place where these words stand, in pixels: of the letters themselves, not of what holds them. */
async function sizeOf(page: Page, words: string): Promise<{ width: number; height: number }> {
  return page
    .getByText(words, { exact: true })
    .first()
    .evaluate((element) => {
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      const { width, height } = range.getBoundingClientRect();
      return { width, height };
    });
}

test('words are drawn: a word has a width and a height, and a longer one is wider', async () => {
  await visit({}, async (page) => {
    await page.goto(`${application.url}/sign-in`);
    const [word, longer] = await Promise.all([sizeOf(page, 'Concord'), sizeOf(page, 'Sign in as staff')]);
    expect(word.height).toBeGreaterThan(10);
    expect(word.width).toBeGreaterThan(30);
    expect(longer.width).toBeGreaterThan(word.width);
  });
});

test('staff sign in and out by keyboard alone', async () => {
  await visit({}, async (page) => {
    await page.goto(application.url);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to main content');
    await press(page, 'Sign in as staff');
    await page.waitForURL('**/sign-in');
    await press(page, 'Sign in');
    await page.waitForURL('**/oidc/who/*');
    await press(page, 'Cora Coordinator');
    await page.waitForURL('**/today');
    expect(await page.textContent('footer')).toContain('Cora Coordinator');
    await press(page, 'Sign out');
    await page.waitForURL('**/oidc/session/end**');
    await press(page, 'Sign out');
    await page.waitForURL('**/signed-out');
    await page.goto(`${application.url}/me`);
    expect(page.url()).toBe(`${application.url}/signed-out`);
  });
});

test('a participant comes in without scripts, by keyboard, on a narrow screen, in Welsh, and leaves', async () => {
  const invitation = await application.invites();
  await visit({ viewport: NARROW, javaScriptEnabled: false, locale: 'cy-GB' }, async (page) => {
    await page.goto(`${application.url}/start`);
    // Without scripts nothing can be asked of the page: what is typed goes where the Tab key leads.
    await page.focus('#code');
    await page.keyboard.type(invitation);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/start/code');
    await page.focus('#code');
    await page.keyboard.type(await application.assists());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/your-page');
    expect(await page.textContent('main')).toContain('Eich tudalen');
    await leadsAway(page);
    await page.click('.concord-exit');
    await page.waitForURL('https://www.bbc.co.uk/weather');
    await page.goBack();
    expect(await page.textContent('h1')).not.toContain('Eich tudalen');
  });
});

test('with scripts, leaving is at once, and three presses of Shift do it too', async () => {
  await visit({}, async (page, context) => {
    for (const way of ['button', 'keys']) {
      await page.goto(`${application.url}/start`);
      await type(page, await application.invites());
      await page.waitForURL('**/start/code');
      await type(page, await application.assists());
      await page.waitForURL('**/your-page');
      const left = page.waitForURL('https://www.bbc.co.uk/weather');
      const told = page.waitForRequest('**/leave');
      if (way === 'button') await press(page, 'Leave this site');
      else for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
      await Promise.all([left, told]);
      await page.goto(`${application.url}/your-page`);
      expect(page.url()).toBe(`${application.url}/signed-out`);
      await context.clearCookies();
    }
  });
});

test('what is typed is kept by itself, and a session says five minutes before it ends, and is extended without leaving the page', async () => {
  await visit({}, async (page) => {
    await page.goto(`${application.url}/sign-in`);
    await page.click('main form button');
    await page.waitForURL('**/oidc/who/*');
    await page.click('button[value=demo-facilitator]');
    await page.waitForURL('**/today');
    await page.clock.install();
    await page.goto(`${application.url}/cases?whose=mine`);
    await page.click('.concord-table__ref a');
    await page.goto(`${page.url()}/do/raise-concern`);
    await page.fill('#text', 'He waits outside her work');
    await page.clock.fastForward(10_000);
    await page.waitForSelector('text=What you typed is kept');
    const notice = page.locator('[data-session]');
    const left = Number(await notice.getAttribute('data-left'));
    await page.clock.fastForward(left - 5 * 60_000 - 20_000);
    expect(await notice.isVisible()).toBe(false);
    await page.clock.fastForward(20_000);
    await notice.getByText('You will be signed out at').waitFor();
    await notice.getByRole('button').click();
    await notice.waitFor({ state: 'hidden' });
    expect(await page.inputValue('#text')).toBe('He waits outside her work');
  });
});

test('she leaves in the middle of referring herself by three presses: going back shows nothing, and her code opens it', async () => {
  await visit({ viewport: NARROW }, async (page) => {
    await page.goto(`${application.url}/refer/safe`);
    await page.check('#safe-2');
    await page.click('main form button');
    await page.waitForURL('**/refer/code');
    const code = (await page.textContent('.concord-code')) ?? '';
    await page.goto(`${application.url}/refer/quiet`);
    await page.fill('#mustNotKnow', 'my husband');
    await page.click('main form button');
    await page.waitForURL('**/refer/who');
    const told = page.waitForRequest('**/leave');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
    await Promise.all([told, page.waitForURL(AWAY)]);
    await page.goBack(); // what she typed on is gone from the list; the page before it is asked for anew
    for (let tries = 0; tries < 50 && !page.url().endsWith('/refer/back'); tries += 1) await page.reload();
    expect(await page.textContent('body')).not.toContain('husband');
    await page.fill('#code', code);
    await page.click('main form button');
    await page.waitForURL('**/refer/check');
    expect(await page.textContent('main')).toContain('my husband');
  });
});

describe.each(['en-GB', 'cy-GB'])('in %s', (locale) => {
  test('axe finds nothing on any page, and none is too wide', async () => {
    const wrong: string[] = [];
    await visit({ locale }, async (page, context) => {
      const look = async (path?: string) => {
        if (path !== undefined) await page.goto(application.url + path);
        wrong.push(...(await wrongWith(page)));
      };
      for (const path of ['/', '/sign-in', '/leaving', '/signed-out', '/not-here', '/sign-in/callback', '/start'])
        await look(path);
      await page.click('main form button');
      await look(); // what is missing is said
      await page.fill('#code', await application.invites());
      await page.click('main form button');
      await look();
      await page.fill('#code', await application.assists());
      await page.click('main form button');
      await page.waitForURL('**/your-page');
      await look();
      await context.clearCookies();
      await page.goto(`${application.url}/sign-in`);
      await page.click('main form button');
      await page.waitForURL('**/oidc/who/*');
      await look();
      await page.click('button[value=demo-facilitator]');
      await page.waitForURL('**/today');
      await look();
    });
    expect(wrong).toEqual([]);
  }, 180_000); // a busy machine needs long for axe
});
