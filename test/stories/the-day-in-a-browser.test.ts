// The day in a real browser: the line drops, what was pressed stays in the open page, and is recorded once when the line is back.
import type { Browser, Page } from 'playwright-core';
import { aCase } from '../scenario/a-case.js';
import { openBrowser } from '../harness/web/chromium.js';
import { startServiceWithPages, type ServiceWithPages } from '../harness/web/service-with-pages.js';
import type { StoryCase } from '../scenario/story-case.js';

let pages: ServiceWithPages;
let browser: Browser | null;
let theCase: StoryCase;
beforeAll(async () => {
  pages = await startServiceWithPages();
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await pages.ends();
});

async function opensTheDay({ scripts }: { scripts: boolean }): Promise<Page | null> {
  const context = await browser?.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: scripts });
  if (!context) return null;
  const token = await pages.session('grace');
  await context.addCookies([{ name: 'session', value: token, url: pages.url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto(`${pages.url}/cases/${theCase.id}/day`);
  return page;
}
/** How often something is in the journal of the case. */
const times = async (type: string) => {
  const [row] = await pages.service.sql<{ count: number }>(
    'select count(*)::int from journal where case_id = $1 and type = $2',
    theCase.id,
    type,
  );
  return row?.count;
};

test('a pause that is pressed without a line is kept in the open page, and recorded once when there is one', async () => {
  theCase = await aCase(pages.service).meeting().begins();
  const page = await opensTheDay({ scripts: true });
  if (!page) return;
  await page.getByLabel('A person harmed', { exact: true }).check();
  await page.getByLabel('Distress').check();
  await page.getByLabel('What keeps everybody safe now?').fill('Each in a room of their own');
  await page.context().setOffline(true);
  const press = () => page.locator('button[value="pause"]').click();
  await press();
  await page.getByText('No line. What you pressed is kept on this page').waitFor();
  await press();
  expect(await page.getByLabel('What keeps everybody safe now?').inputValue()).toBe('Each in a room of their own');
  expect(await page.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0]);
  expect(await times('session.paused')).toBe(0);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'The meeting is paused' }).waitFor();
  expect(await times('session.paused')).toBe(1);
  await page.context().close();
});

test('an answer that was lost on its way is asked for again, and nothing is done twice', async () => {
  theCase = await aCase(pages.service).meeting().begins();
  await theCase.by('grace').pauseSession({ byRole: 'harmed', reason: 'distress', safetyStep: 'Each apart' });
  const page = await opensTheDay({ scripts: true });
  if (!page) return;
  let lost = 0;
  await page.route(/\/day$/, async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch({ maxRedirects: 0 }); // the service has it; the phone never hears of it
    return route.abort('connectionreset');
  });
  for (const answer of await page.getByLabel(/^Wants to go on/).all()) await answer.check();
  await page.locator('button[value="goOn"]').click();
  await page.getByRole('heading', { name: 'The meeting is under way' }).waitFor();
  expect([lost, await times('session.resumed')]).toEqual([1, 1]);
  await page.context().close();
});

test('without a script the same page works, and the browser’s own resubmission happens once', async () => {
  theCase = await aCase(pages.service).meeting().begins();
  const page = await opensTheDay({ scripts: false });
  if (!page) return;
  await page.getByLabel('As planned').check();
  await page.getByLabel('Who looks after each person now?').fill('Each was seen to the door');
  const [sent] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST'),
    page.locator('button[value="end"]').click(),
  ]);
  await page.getByRole('heading', { name: 'The meeting is over' }).waitFor();
  const headers = await sent.allHeaders();
  const again = await page.request.post(sent.url(), {
    data: sent.postData() ?? '',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: headers['cookie'] ?? '' },
    maxRedirects: 0,
  });
  expect(again.status()).toBe(303);
  const { conference } = await theCase.process();
  expect(conference.held).toHaveLength(1);
  await page.context().close();
});
