// Staff sign in with a real OpenID provider and a real API: the round trip, and each way of tampering with it.
import { startWholeApplication, type WholeApplication } from '../../../../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../../../../test/harness/web/http-visitor.js';

let application: WholeApplication;
beforeAll(async () => void (application = await startWholeApplication()));
afterAll(() => application.ends());

/** Follows the sign-in until the provider asks who it is; gives the address of the list. */
async function begins(browser: Browsing): Promise<void> {
  await browser.open('/sign-in');
  await browser.send('/sign-in');
  await browser.follow();
}
async function signsIn(subject = 'demo-coordinator'): Promise<Browsing> {
  const browser = new Browsing(application.url);
  await begins(browser);
  await browser.send(browser.path, { subject });
  await browser.follow();
  return browser;
}

test('a coordinator signs in, sees who they are, and signs out', async () => {
  const browser = await signsIn();
  expect(browser.path).toBe('/today');
  await browser.open('/me');
  expect(browser.html).toMatch(/Cora Coordinator[^]*Coordinator[^]*Northfold[^]*This device/);
  await browser.send('/sign-out');
  expect(browser.html).toContain('/oidc/session/end');
  expect(browser.cookies.has('session')).toBe(false);
  await browser.open('/me');
  expect(browser.path).toBe('/signed-out');
});

test('a session that was ended elsewhere is over at the next request', async () => {
  const browser = await signsIn();
  await browser.open('/me');
  expect(browser.path).toBe('/me');
  await application.signsOutElsewhere('coordinator');
  await browser.open('/me');
  expect([browser.path, browser.cookies.has('session')]).toEqual(['/signed-out', false]);
});

test('signing out everywhere ends the other device too, and one device can be ended by itself', async () => {
  const [here, there, third] = [await signsIn(), await signsIn(), await signsIn()];
  await here.open('/me');
  const session = /name="session" value="([^"]+)"|value="([^"]+)"[^>]*name="session"/.exec(here.html);
  await here.send('/me', { session: session?.[1] ?? session?.[2] ?? '' });
  const over = async (browser: Browsing) => (await browser.open('/me'), browser.path === '/signed-out');
  expect([await over(here), [await over(there), await over(third)].toSorted()]).toEqual([false, [false, true]]);
  await here.send('/sign-out', { everywhere: 'yes' });
  expect([await over(here), await over(there), await over(third)]).toEqual([true, true, true]);
});

test('the session is a new one at every sign-in, and one that somebody planted is not used', async () => {
  const browser = new Browsing(application.url);
  const planted = `cs_${'a'.repeat(43)}`;
  browser.cookies.set('session', planted);
  await begins(browser);
  await browser.send(browser.path, { subject: 'demo-coordinator' });
  await browser.follow();
  expect(browser.cookies.get('session')).toMatch(/^cs_/);
  expect(browser.cookies.get('session')).not.toBe(planted);
  const first = browser.cookies.get('session') ?? '';
  await begins(browser);
  await browser.send(browser.path, { subject: 'demo-facilitator' });
  await browser.follow();
  expect(browser.html).toContain('Farida Facilitator');
  const old = new Browsing(application.url);
  old.cookies.set('session', first);
  await old.open('/me');
  expect(old.path).toBe('/signed-out');
});

test('the session cookie is for this site alone, and no script reads it', async () => {
  const browser = new Browsing(application.url);
  await begins(browser);
  await browser.send(browser.path, { subject: 'demo-coordinator' });
  expect(browser.set.find((line) => line.startsWith('session='))).toMatch(
    /^session=cs_[\w-]{64}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
});

test('somebody whom the staff register does not know is told so, and has no session', async () => {
  const browser = await signsIn('nobody-here');
  expect([browser.status, browser.cookies.has('session')]).toEqual([403, false]);
  expect(browser.html).toContain('has no access to this service');
});

describe('an answer of the provider is not taken', () => {
  /** A whole answer, caught before the pages see it. */
  async function caught(): Promise<{ browser: Browsing; callback: URL }> {
    const browser = new Browsing(application.url);
    await begins(browser);
    browser.stopsAt = '/sign-in/callback';
    await browser.send(browser.path, { subject: 'demo-coordinator' });
    browser.stopsAt = null;
    return { browser, callback: new URL(browser.path, application.url) };
  }
  const isRefused = ({ status, html, cookies }: Browsing) => {
    expect([status, cookies.has('session')]).toEqual([403, false]);
    expect(html).toContain('Signing in was not finished');
  };

  test('with another state', async () => {
    const { browser, callback } = await caught();
    callback.searchParams.set('state', 'x');
    await browser.open(callback.pathname + callback.search);
    isRefused(browser);
  });

  test('with another code, or another issuer’s name', async () => {
    for (const name of ['code', 'iss']) {
      const { browser, callback } = await caught();
      callback.searchParams.set(name, 'x');
      await browser.open(callback.pathname + callback.search);
      isRefused(browser);
    }
  });

  test('in a browser that did not begin it, though the answer is whole', async () => {
    const { callback } = await caught();
    const mallory = new Browsing(application.url);
    await mallory.open(callback.pathname + callback.search);
    isRefused(mallory);
    await begins(mallory); // with a sign-in of its own under way
    await mallory.open(callback.pathname + callback.search);
    isRefused(mallory);
  });

  test('with the cookie of the sign-in changed', async () => {
    const { browser, callback } = await caught();
    const sealed = browser.cookies.get('flow') ?? '';
    const other = sealed[8] === 'x' ? 'y' : 'x';
    browser.cookies.set('flow', `${sealed.slice(0, 8)}${other}${sealed.slice(9)}`);
    await browser.open(callback.pathname + callback.search);
    isRefused(browser);
  });

  test('a second time', async () => {
    const { browser, callback } = await caught();
    const cookies = new Map(browser.cookies);
    await browser.open(callback.pathname + callback.search);
    expect(browser.cookies.has('session')).toBe(true);
    const again = new Browsing(application.url);
    for (const [name, value] of cookies) again.cookies.set(name, value);
    await again.open(callback.pathname + callback.search);
    isRefused(again);
  });

  test('when somebody cancelled', async () => {
    const { browser, callback } = await caught();
    const state = callback.searchParams.get('state') ?? '';
    await browser.open(`/sign-in/callback?error=access_denied&state=${state}&iss=${application.url}/oidc`);
    isRefused(browser);
  });
});

test('the log holds no token, code, state or name', () => {
  const written = application.log.join('');
  expect(written).toContain('/sign-in/callback');
  expect(written).not.toMatch(/cs_[\w-]{20}|code=|state=|Cora|eyJ/);
});
