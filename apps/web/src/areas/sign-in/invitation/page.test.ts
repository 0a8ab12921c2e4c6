// A participant comes in with two codes, over real HTTP: only sending a form acts, and no failure says why.
import { startWholeApplication, type WholeApplication } from '../../../../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../../../../test/harness/web/http-visitor.js';

let application: WholeApplication;
beforeAll(async () => void (application = await startWholeApplication()));
afterAll(() => application.ends());

const signedIn = ({ cookies }: Browsing) => cookies.has('session');

async function gives(code: string): Promise<Browsing> {
  const browser = new Browsing(application.url);
  await browser.open('/start');
  await browser.send('/start', { code });
  return browser;
}

test('both codes open a quiet page, once; leaving ends it at that moment', async () => {
  const invitation = await application.invites();
  const browser = await gives(` ${invitation.toLowerCase()} `);
  expect(browser.path).toBe('/start/code');
  const code = await application.assists();
  await browser.send('/start/code', { code });
  expect([browser.path, signedIn(browser)]).toEqual(['/your-page', true]);
  expect(browser.html).toContain('Where you are');
  expect(browser.html).not.toMatch(/restorative|offence|victim|harm|responsible|DM\/000|burglary|crime/i);

  const again = await gives(invitation);
  await again.send('/start/code', { code });
  expect([again.status, signedIn(again)]).toEqual([422, false]);

  const session = browser.cookies.get('session') ?? '';
  browser.stopsAt = '/weather'; // of another site
  await browser.open('/leave');
  expect([browser.status, browser.path, signedIn(browser)]).toEqual([303, '/weather', false]);
  const other = new Browsing(application.url);
  other.cookies.set('session', session);
  for (let tries = 0; tries < 50 && other.path !== '/signed-out'; tries += 1) {
    await other.open('/your-page');
    if (other.path !== '/signed-out') other.cookies.set('session', session);
  }
  expect(other.path).toBe('/signed-out');
});

test('codes of another keyboard, with other dashes and with marks that nobody sees, are the codes they are', async () => {
  const wide = (text: string) =>
    text
      .replace(/[0-9A-Z]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
      .replaceAll('-', '\u2011');
  const browser = await gives(`\u200e${wide(await application.invites())}`);
  await browser.send('/start/code', { code: `${wide(await application.assists())}.\u200b` });
  expect([browser.path, signedIn(browser)]).toEqual(['/your-page', true]);
});

test('a code that is not one, and one that is, lead to the same page', async () => {
  const invitation = await application.invites();
  const [right, wrong] = [await gives(invitation), await gives('ABCD EFGH JKLM')];
  const seen = ({ html, path, status }: Browsing) => [html.replaceAll(/name="_csrf" value="[^"]*"/g, ''), path, status];
  expect(seen(wrong)).toEqual(seen(right));
  await right.send('/start/code', { code: '000000' });
  await wrong.send('/start/code', { code: '000000' });
  expect(seen(wrong)).toEqual(seen(right));
  expect(right.html).toMatch(/<title>Error: [^]*There is a problem[^]*That did not work/);
});

test('a scanner that opens a link with a code in it does nothing, and the code is not repeated', async () => {
  const invitation = await application.invites();
  for (const path of [`/start?code=${invitation}`, `/start/code?code=${invitation}`, `/?code=${invitation}`]) {
    const scanner = new Browsing(application.url);
    await scanner.open(path);
    expect([scanner.html.includes(invitation), signedIn(scanner)]).toEqual([false, false]);
  }
  const browser = await gives(invitation);
  await browser.send('/start/code', { code: await application.assists() });
  expect(browser.path).toBe('/your-page'); // it could still be used
});

test('what is wrong with a code is said beside it, and the code itself is not shown again', async () => {
  for (const [code, words] of [
    ['', 'Enter your code'],
    ['<script>alert(1)</script>', 'letters and numbers only'],
  ] as const) {
    const browser = await gives(code);
    expect([browser.status, browser.path]).toEqual([422, '/start']);
    expect(browser.html).toMatch(new RegExp(`There is a problem[^]*href="#code"[^]*${words}`));
    expect(browser.html).not.toContain('alert(1)');
  }
});

test('the second step without the first begins again', async () => {
  const browser = new Browsing(application.url);
  await browser.open('/start');
  await browser.send('/start/code', { code: '123456' });
  expect([browser.path, signedIn(browser)]).toEqual(['/start', false]);
});

test('every page a participant sees can be left at once, and is called something that means nothing', async () => {
  const browser = await gives(await application.invites());
  await browser.send('/start/code', { code: await application.assists() });
  for (const path of ['/start', '/your-page', '/leaving']) {
    await browser.open(path);
    expect(browser.html).toMatch(/href="\/leave"[^>]*>Leave this site/);
    expect(/<title>([^<]*)/.exec(browser.html)?.[1]).not.toMatch(/restorative|justice|case|victim|harm|offence/i);
  }
});

test('a participant has no staff page', async () => {
  const browser = await gives(await application.invites());
  await browser.send('/start/code', { code: await application.assists() });
  await browser.open('/me');
  expect(browser.path).toBe('/your-page');
});

test('the log holds no code', () => {
  expect(application.log.join('')).not.toMatch(/code"?[=:]|cs_[\w-]{20}/);
});
