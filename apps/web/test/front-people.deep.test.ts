// People come to the public pages in a real browser, with and without a script: somebody harmed at night, somebody responsible, a parent, an urgent one, a reader, a coordinator with a file, staff on the telephone.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { AWAY, leadsAway, visit as visitWith } from '../../../test/harness/web/browser-visit.js';
import { openBrowser } from '../../../test/harness/web/chromium.js';
import { answers, goOn, sends, signsIn } from '../../../test/harness/web/refers-in-browser.js';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';

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

interface Found {
  tasks: { edges: { node: { caseId: string; task: string } }[] };
}
const tasksOf = async (role: string) => {
  const query = '{ tasks(mine: true, first: 100) { edges { node { caseId task } } } }';
  return (await application.ask<Found>(role, query)).tasks.edges.map(({ node }) => node);
};
const countOf = async (role: string, task: string) => (await tasksOf(role)).filter((one) => one.task === task).length;

describe.each([
  ['with a script', { javaScriptEnabled: true }],
  ['without a script', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }],
] as const)('%s', (_name, options) => {
  test('somebody harmed refers herself at night, leaves in a hurry, comes back by her code, and a coordinator finds it', async () => {
    const before = await countOf('coordinator', 'assignFacilitator');
    await visit({ ...options, colorScheme: 'dark' }, async (page) => {
      await leadsAway(page);
      const code = await answers(application.url, page, {
        safe: { safe: '=sometimes' },
        ways: { ways: '=phone' },
        where: { telephone: '07700 900161' },
        quiet: { mustNotKnow: 'my husband' },
      });
      await page.goto(`${application.url}/refer/what`);
      await page.fill('#whatHappened', 'It was a neighbour.');
      await goOn(page);
      await page.click('.concord-exit');
      await page.waitForURL(AWAY);
      await page.goBack();
      for (let tries = 0; tries < 50 && !page.url().endsWith('/refer/back'); tries += 1) await page.reload();
      expect(await page.textContent('body')).not.toMatch(/husband|neighbour/);
      await page.fill('#code', code);
      await goOn(page);
      expect(await page.textContent('main')).toContain('It was a neighbour.');
      await sends(page);
      expect(await page.textContent('main')).toMatch(/By \w+.\d+.\w+/);
    });
    expect(await countOf('coordinator', 'assignFacilitator')).toBe(before + 1);
  }, 120_000);

  test('somebody responsible refers himself: after abuse the safeguarding lead has it, and nobody contacts anybody', async () => {
    const before = await countOf('safeguarding lead', 'harmerInitiatedAbuse');
    await visit(options, async (page) => {
      await answers(application.url, page, {
        safe: { safe: '=yes' },
        where: { telephone: '07700 900162' },
        who: { who: '=responsible' },
        known: { abuse: '=yes' },
      });
      await sends(page);
    });
    expect(await countOf('safeguarding lead', 'harmerInitiatedAbuse')).toBe(before + 1);
  }, 120_000);

  test('a parent asks for a child, from outside our area, and is handed over; on paper the confirmation tells nothing', async () => {
    const before = await countOf('coordinator', 'handOver');
    await visit(options, async (page) => {
      await answers(application.url, page, {
        safe: { safe: '=yes' },
        where: { email: 'pat@example.com' },
        who: { who: '=child' },
        for: { forWhom: 'Sam, 9' },
        place: { area: '=elsewhere' },
        over: { handOver: '=yes' },
      });
      await sends(page);
      await page.emulateMedia({ media: 'print' });
      const onPaper = await page.innerText('body');
      expect(onPaper).toMatch(/has arrived/);
      expect(onPaper).not.toMatch(
        /crime|victim|harm|police|abuse|restorative|danger|safety|leave this site|coordinator/i,
      );
    });
    expect(await countOf('coordinator', 'handOver')).toBe(before + 1);
  }, 120_000);

  test('an urgent one is with the safeguarding lead at once', async () => {
    const before = await countOf('safeguarding lead', 'urgent');
    await visit(options, async (page) => {
      await answers(application.url, page, { safe: { safe: '=never' }, now: { urgent: '=yes' } });
      await page.goto(`${application.url}/refer/name`);
      await page.fill('#name', 'Una');
      await goOn(page);
      await page.goto(`${application.url}/refer/check`);
      await sends(page);
      expect(await page.textContent('main')).toContain('call 999');
    });
    expect(await countOf('safeguarding lead', 'urgent')).toBe(before + 1);
  }, 120_000);

  test('a reader finds a service by need and area', async () => {
    await visit(options, async (page) => {
      await page.goto(`${application.url}/support`);
      await page.selectOption('#need', { label: 'Domestic abuse' });
      await page.selectOption('#area', { label: 'Southfold' });
      await page.click('main form button');
      expect(await page.textContent('main')).toContain('Harbour House');
      expect(page.url()).toBe(`${application.url}/support`);
    });
  });

  test('a coordinator takes a directory file, and its bad rows come back', async () => {
    await visit({ javaScriptEnabled: options.javaScriptEnabled }, async (page) => {
      await signsIn(application.url, page, 'demo-coordinator');
      await page.goto(`${application.url}/directory`);
      const organization = { id: crypto.randomUUID(), name: 'Quay Trust', description: 'A charity' };
      const rows = [
        { id: crypto.randomUUID(), name: 'Quay Advice', status: 'active', organization },
        { name: 'No id', status: 'open' },
      ];
      await page.setInputFiles('#file', {
        name: 'support.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(rows)),
      });
      await page.click('form[action="/directory/file"] button');
      expect(await page.textContent('main')).toContain('New: 1. Known before: 0. Left out: 1.');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.click('form[action="/directory/left-out"] button'),
      ]);
      expect(file.suggestedFilename()).toBe('left-out.json');
    });
  });
});

test('a member of staff types a call by keyboard alone, in any order, within two pages', async () => {
  await visit({}, async (page) => {
    await signsIn(application.url, page, 'demo-coordinator');
    await page.goto(`${application.url}/call`);
    const at = () => page.evaluate('document.activeElement?.id ?? ""') as Promise<string>;
    /** Tab, or with Shift back, until the field has the focus. */
    const reach = async (id: string, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
      for (let presses = 0; presses < 120 && (await at()) !== id; presses += 1) await page.keyboard.press(key);
      expect(await at()).toBe(id);
    };
    await reach('telephone'); // what comes first in the call is not what comes first on the page
    await page.keyboard.type('07700 900163');
    await reach('whatHappened', 'Shift+Tab');
    await page.keyboard.type('Somebody broke in. She hears him in the garden.');
    await reach('urgent', 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await reach('safe', 'Shift+Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/call/taken/safeguardingLead?**');
    expect(await page.textContent('h1')).toBe('It is taken in');
  });
});
