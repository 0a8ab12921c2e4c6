// Over real HTTP, without a script: somebody refers herself, leaves in a hurry and comes back by her code; staff type a call; and the public pages around it.
import { guidePages } from '../../../content/guide.js';
import { startWholeApplication, type WholeApplication } from '../../../../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../../../../test/harness/web/http-visitor.js';

let application: WholeApplication;
beforeAll(async () => void (application = await startWholeApplication()));
afterAll(() => application.ends());

const h1 = ({ html }: Browsing) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]?.trim();
async function signsIn(subject: string): Promise<Browsing> {
  const staff = new Browsing(application.url);
  await staff.open('/sign-in');
  await staff.send('/sign-in');
  await staff.follow();
  await staff.send(staff.path, { subject });
  await staff.follow();
  return staff;
}
const codeOn = ({ html }: Browsing) => /concord-code"><strong>([\w-]+)/.exec(html)?.[1] ?? '';

test('before the first question it is said how to leave, and what the browser keeps', async () => {
  const browser = new Browsing(application.url);
  await browser.open('/refer');
  expect(browser.path).toBe('/before/refer');
  expect(browser.html).toMatch(/cannot remove this site from the list of pages/);
  await browser.open('/refer');
  expect(browser.path).toBe('/refer'); // once
});

test('she leaves in the middle, nothing is shown by going back, and her code opens what she said', async () => {
  const browser = new Browsing(application.url);
  await browser.open('/refer/safe');
  await browser.send('/refer/safe', { safe: 'sometimes' });
  expect(browser.path).toBe('/refer/code');
  const code = codeOn(browser);
  expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
  await browser.open('/refer/quiet');
  await browser.send('/refer/quiet', { mustNotKnow: 'my husband' });
  const stolen = browser.cookies.get('flow') ?? '';

  browser.stopsAt = '/weather';
  await browser.open('/leave');
  expect([browser.status, browser.path, browser.cookies.has('flow')]).toEqual([303, '/weather', false]);
  browser.stopsAt = null;
  for (let tries = 0; tries < 50; tries += 1) {
    browser.cookies.set('flow', stolen);
    await browser.open('/refer/quiet'); // the page she was on, also with the cookie of before
    if (browser.path === '/refer/back') break;
  }
  expect(browser.path).toBe('/refer/back');
  expect(browser.html).not.toContain('husband');

  const phone = new Browsing(application.url);
  await phone.open('/refer/back');
  await phone.send('/refer/back', { code: 'AAAA BBBB CCCC DDDD' });
  expect(phone.status).toBe(422);
  await phone.send('/refer/back', { code: code.toLowerCase() });
  expect(phone.path).toBe('/refer/check');
  expect(phone.html).toContain('my husband');
});

test('no address, title or cookie of these pages says what they are about, and each can be left', async () => {
  const browser = new Browsing(application.url);
  for (const path of ['/refer', '/before/refer', '/refer/safe', '/refer/back', '/refer/paper', '/leaving', '/']) {
    await browser.open(path);
    expect(browser.status).toBe(200);
    expect(/<title>([^<]*)/.exec(browser.html)?.[1]).not.toMatch(/crime|victim|harm|police|abuse|restorative/i);
    expect(browser.html).toMatch(/href="\/leave"[^>]*>Leave this site/);
  }
  expect([...browser.cookies.keys()].toSorted()).toEqual(['form', 'told']);
});

test('a public page keeps nothing on the device', async () => {
  const browser = new Browsing(application.url);
  for (const path of ['/', '/read', '/read/advice', '/read/advice/easy-read', '/read/rights/print'])
    await browser.open(path);
  expect([...browser.cookies.keys()]).toEqual([]);
});

test('what somebody typed when their hour was over stays on the page, and is kept with their code; too long a text stays as well', async () => {
  const browser = new Browsing(application.url);
  await browser.open('/refer/safe');
  await browser.send('/refer/safe', { safe: 'yes' });
  const code = codeOn(browser);
  await browser.open('/refer/what');
  browser.cookies.delete('flow'); // as a browser does after an hour
  await browser.send('/refer/what', { whatHappened: 'A long night of writing' });
  expect([browser.status, browser.path]).toEqual([422, '/refer/what']);
  expect(browser.html).toContain('A long night of writing</textarea>');
  await browser.send('/refer/what', { whatHappened: 'A long night of writing', code: 'AAAA BBBB CCCC DDDD' });
  expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('A long night of writing</textarea>')]);
  await browser.send('/refer/what', { whatHappened: 'A long night of writing', code });
  expect(browser.path).toBe('/refer/known');
  await browser.open('/refer/what');
  await browser.send('/refer/what', { whatHappened: 'é'.repeat(20_001) });
  expect([browser.status, browser.html.split('é').length]).toEqual([422, 20_002]);
  await browser.open('/refer/check');
  expect(browser.html).toContain('A long night of writing');
});

test('who sends too quickly is asked to look once more; what was said stays', async () => {
  const browser = new Browsing(application.url);
  await browser.open('/refer/safe');
  await browser.send('/refer/safe', { safe: 'never' });
  await browser.open('/refer/who');
  await browser.send('/refer/who', { who: 'myself' });
  await browser.open('/refer/check');
  await browser.send('/refer/check');
  expect([browser.status, browser.path]).toEqual([422, '/refer/check']);
  expect(browser.html).toContain('Look once more');
  expect(browser.html).toContain('No. I will contact you');
});

test.each(['en', 'cy'])(
  'every page to read is there in %s in each of its forms, without a script',
  async (language) => {
    const browser = new Browsing(application.url, { 'accept-language': language });
    for (const name of guidePages)
      for (const form of ['', '/easy-read', '/large-print', '/print']) {
        await browser.open(`/read/${name}${form}`);
        expect([browser.status, (h1(browser) ?? '').length > 3]).toEqual([200, true]);
      }
    await browser.open('/read/nothing');
    expect(browser.status).toBe(404);
  },
);

describe('somebody is on the telephone', () => {
  let staff: Browsing;
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(staff.html)?.[1] ?? '';
  const carried = () => ({ _key: hidden('_key'), beganAt: hidden('beganAt') });
  beforeAll(async () => {
    staff = await signsIn('demo-coordinator');
  });

  test('nothing but safety is asked for, and what was typed stays where it is left out', async () => {
    await staff.open('/call');
    await staff.send('/call', { ...carried(), mustNotKnow: 'her husband', needs: 'bsl' });
    expect([staff.status, staff.path]).toEqual([422, '/call']);
    expect(staff.html).toContain('value="her husband"');
    expect(staff.html).toMatch(/value="bsl" checked/);
    for (const field of ['safe', 'urgent']) expect(staff.html).toContain(`href="#${field}"`);
    await staff.send('/call', { ...carried(), safe: 'unsure', urgent: 'no', worker: '' });
    expect(staff.path).toMatch(/^\/call\/taken\/coordinator\?case=[\da-f-]{36}$/);
  });

  test('two pages and it is with the worker who is named; an urgent one is with the safeguarding lead', async () => {
    await staff.open('/call');
    const worker = /<option value="([\da-f-]{36})" selected/.exec(staff.html)?.[1] ?? '';
    await staff.send('/call', { ...carried(), safe: 'yes', urgent: 'no', telephone: '07700 900150', worker });
    expect(staff.path).toMatch(/^\/call\/taken\/worker\?/);
    await staff.open('/call');
    const urgent = { ...carried(), safe: 'never', urgent: 'yes', risk: 'He is outside the door', worker };
    await staff.send('/call', urgent);
    expect(staff.path).toMatch(/^\/call\/taken\/safeguardingLead\?/);
    const once = staff.path;
    await staff.open('/call');
    await staff.send('/call', urgent); // the same page, sent again
    expect(staff.path).toBe(once);
  });
});

test('a reader finds a service by need and area, and is told when it was last checked', async () => {
  const browser = new Browsing(application.url);
  await browser.open('/support');
  await browser.send('/support', { need: 'domestic abuse', area: 'southfold' });
  expect(browser.path).toBe('/support'); // what was looked for stands in no address
  expect(browser.html).toContain('Harbour House');
  expect(browser.html).not.toContain('Northfold Victim Care');
  expect(browser.html).toMatch(/Last checked on/);
  await browser.send('/support', { words: 'faith disability' });
  expect(browser.html).toMatch(/Level Ground[^]*over six months ago/);
  const given = (await (await fetch(`${application.url}/open-referral/services`)).json()) as { total_items: number };
  expect(given.total_items).toBe(8);
});

describe('the directory is kept by a coordinator', () => {
  let staff: Browsing;
  beforeAll(async () => {
    staff = await signsIn('demo-coordinator');
  });
  /** Sends a file, as a browser without a script does. */
  async function sendsFile(text: string): Promise<string> {
    const form = new FormData();
    form.set('_csrf', /name="_csrf" value="([^"]*)"/.exec(staff.html)?.[1] ?? '');
    form.set('file', new Blob([text], { type: 'application/json' }), 'support.json');
    const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return (
      await fetch(`${application.url}/directory/file`, { method: 'POST', body: form, headers: { cookie } })
    ).text();
  }
  const service = (name: string, more: object = {}) => ({
    id: crypto.randomUUID(),
    name,
    status: 'active',
    organization: { id: crypto.randomUUID(), name: 'Quay Trust', description: 'A charity' },
    ...more,
  });

  test('a file is taken, and its bad rows come back each with why', async () => {
    await staff.open('/directory');
    const rows = [service('Quay Advice'), service('Bad link', { url: 'javascript:alert(1)' }), 'no service'];
    const html = await sendsFile(JSON.stringify(rows));
    expect(html).toContain('New: 1. Known before: 0. Left out: 2.');
    expect(html).toMatch(/>2<\/th><td[^>]*>url: /);
    expect(html).toContain('Bad link'); // the rows themselves, to be mended
    expect(await sendsFile('Name,Phone')).toContain('This file is not JSON');
    const visitor = new Browsing(application.url);
    await visitor.open('/support');
    expect(visitor.html).toContain('Quay Advice');
  });

  test('what nobody has checked for six months comes first, and is checked in one step', async () => {
    await staff.open('/directory?overdue=yes');
    expect(staff.html).toContain('Level Ground');
    const level = /href="\/directory\/([\da-f-]{36})">Level Ground/.exec(staff.html)?.[1] ?? '';
    await staff.send(`/directory/${level}/checked`);
    await staff.open('/directory?overdue=yes');
    expect(staff.html).not.toContain('Level Ground');
  });

  test('an entry is changed; what cannot stand is said beside its field, and what was typed stays', async () => {
    await staff.open('/directory?words=quay');
    const quay = /href="\/directory\/([\da-f-]{36})">Quay Advice/.exec(staff.html)?.[1] ?? '';
    await staff.open(`/directory/${quay}`);
    const typed = { id: quay, name: 'Quay Advice', organisation: 'Quay Trust', needs: 'Money, Debt', isShown: 'no' };
    await staff.send(`/directory/${quay}`, { ...typed, website: 'quay' });
    expect([staff.status, staff.html]).toEqual([422, expect.stringContaining('value="Money, Debt"')]);
    expect(staff.html).toContain('href="#website"');
    await staff.send(`/directory/${quay}`, { ...typed, website: 'https://quay.example' });
    expect(staff.path).toBe('/directory');
    const visitor = new Browsing(application.url);
    await visitor.open('/support');
    expect(visitor.html).not.toContain('Quay Advice'); // it is not shown for now
  });

  test('a facilitator finds no such page', async () => {
    const facilitator = await signsIn('demo-facilitator');
    await facilitator.open('/directory');
    expect(facilitator.status).toBe(404);
  });
});
