// What holds on every page: headers, cookies, form tokens, languages, and errors that give nothing away.
import { openPages, without, type Pages } from '../../../test/harness/web/test-pages.js';

let pages: Pages;
let secure: Pages;
beforeAll(async () => {
  pages = await openPages();
  secure = await openPages({ publicUrl: 'https://concord.example' });
});
afterAll(async () => {
  await pages.close();
  await secure.close();
});

const open = ['/', '/sign-in', '/start', '/leaving', '/signed-out'];

describe('every page', () => {
  test.each([...open, '/not-here', '/sign-in/callback'])(
    '%s has every header that keeps a browser strict',
    async (path) => {
      const { headers, status } = await secure.visitor().get(path);
      expect(status).toBeLessThan(500);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';style-src 'self';script-src 'self';img-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';upgrade-insecure-requests",
      );
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'strict-transport-security': 'max-age=63072000',
        'permissions-policy': expect.stringContaining('camera=()') as string,
      });
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    },
  );

  test('without TLS no browser is told to insist on it', async () => {
    const { headers } = await pages.visitor().get('/');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('upgrade');
  });

  test.each(open)('%s has nothing inline and nothing from elsewhere', async (path) => {
    const { html } = await pages.visitor().get(path);
    expect(html).not.toMatch(/<style|style="|<script(?![^>]* src="\/assets)|\son\w+="/);
    expect([...html.matchAll(/(?:src|<link[^>]* href)="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      expect.stringMatching(/^\/assets\//),
      expect.stringMatching(/^\/assets\//),
      expect.stringMatching(/^\/assets\//),
    ]);
  });

  test('what it loads may be kept for good, because its name changes with it', async () => {
    const { html } = await pages.visitor().get('/');
    for (const [, url = ''] of html.matchAll(/"(\/assets\/[^"]*)"/g)) {
      const { status, headers } = await pages.visitor().get(url);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });

  test('the stylesheet asks for no typeface of the government, and for no other file', async () => {
    const { html } = await pages.visitor().get('/');
    const { html: css } = await pages.visitor().get(/href="(\/assets\/[^"]*\.css)"/.exec(html)?.[1] ?? '');
    expect(css).not.toMatch(/GDS Transport|@font-face|url\(/);
  });
});

describe('cookies', () => {
  test('over TLS they are bound to this host, sealed from scripts and sent over TLS alone', async () => {
    const visitor = secure.visitor();
    await visitor.get('/start');
    const { set } = await visitor.post('/language', { language: 'cy', back: '/start' });
    const { set: form } = await secure.visitor().get('/start');
    const lines = [...set, ...form];
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect(line).toMatch(/^__Host-[a-z]+=.*; Path=\/; HttpOnly; Secure; SameSite=(Lax|Strict)$/);
  });

  test('that were changed count for nothing', async () => {
    const visitor = pages.visitor();
    await visitor.get('/start');
    for (const changed of ['session=cs_x', 'session=../../x', 'flow=x;y', 'flow=AAAA', 'language=xx', 'form=x'])
      visitor.cookies.set(...(changed.split('=') as [string, string]));
    const { status, html } = await visitor.get('/start');
    expect([status, html.includes('lang="en"')]).toEqual([200, true]);
    expect((await visitor.get('/start/code')).location).toBe('/start');
    expect((await visitor.get('/your-page')).status).toBe(503); // asked as nobody, of an API that is not there
  });
});

describe('a form', () => {
  test('is refused without its token, with another browser’s, and with one that was changed', async () => {
    const mallory = pages.visitor();
    const { html } = await mallory.get('/start');
    const theirs = /value="([^"]*)"/.exec(html)?.[1] ?? '';
    for (const token of ['', 'x', theirs, 'undefined']) {
      const visitor = pages.visitor();
      await visitor.get('/start');
      expect((await visitor.post('/language', { _csrf: token, language: 'cy' })).status).toBe(403);
      expect(visitor.cookies.has('language')).toBe(false);
    }
  });

  test('is refused with the right token and no cookie, and from another site', async () => {
    const visitor = pages.visitor();
    await visitor.get('/start');
    const fields = { language: 'cy', back: '/' };
    for (const from of ['cross-site', 'same-site'])
      expect((await visitor.post('/language', fields, { 'sec-fetch-site': from })).status).toBe(403);
    expect((await visitor.post('/language', fields, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    visitor.cookies.clear();
    expect((await visitor.post('/language', fields)).status).toBe(403);
  });

  test('that is not a form, or is far too long, is not read', async () => {
    const visitor = pages.visitor();
    await visitor.get('/start');
    const json = { 'content-type': 'application/json' };
    expect((await visitor.post('/start', {}, json)).status).toBe(400);
    expect((await visitor.post('/start', { code: 'x'.repeat(300_000) })).status).toBe(400);
  });

  test.each(['/sign-out', '/language'])('%s does nothing when it is only opened', async (path) => {
    const visitor = pages.visitor();
    visitor.cookies.set('session', `cs_${'a'.repeat(43)}`);
    const { status, set } = await visitor.get(path);
    expect([status, set.filter((line) => !line.startsWith('form='))]).toEqual([404, []]);
  });
});

test('the link that leaves works without a script, clears what it can, and does nothing for a browser that looks ahead', async () => {
  const leaves = (headers: Record<string, string>) => {
    const visitor = pages.visitor();
    visitor.cookies.set('session', 'cs_x');
    return visitor.get('/leave', headers);
  };
  const left = await leaves({});
  expect([left.status, left.location]).toEqual([303, 'https://www.bbc.co.uk/weather']);
  expect(left.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
  expect(left.set.join()).toMatch(/session=; Max-Age=0/);
  const ahead = await leaves({ 'sec-purpose': 'prefetch' });
  expect([ahead.status, ahead.set]).toEqual([204, []]);
});

describe('languages', () => {
  test('the browser’s is taken, the one chosen is kept, and Welsh says that it is a draft', async () => {
    const visitor = pages.visitor();
    expect((await visitor.get('/start', { 'accept-language': 'cy-GB,en;q=0.5' })).html).toMatch(
      /<html lang="cy".*Drafft/s,
    );
    await visitor.post('/language', { language: 'en', back: '/start' });
    expect((await visitor.get('/start', { 'accept-language': 'cy' })).html).toMatch(/<html lang="en"/);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'choosing one leads to no other site: %j',
    async (back) => {
      const visitor = pages.visitor();
      await visitor.get('/start');
      expect((await visitor.post('/language', { language: 'cy', back })).location).toBe('/');
    },
  );
});

describe('errors', () => {
  test('what is hidden and what is not there are the same page, in both languages', async () => {
    for (const language of ['en', 'cy']) {
      const ask = async (path: string) => {
        const { status, html } = await pages.visitor().get(path, { 'accept-language': language });
        return { status, html: without(html) };
      };
      const missing = await ask('/nothing/1');
      expect(missing.status).toBe(404);
      for (const path of ['/x', '/assets/other.css', '/me/1', '/%2e%2e/etc']) expect(await ask(path)).toEqual(missing);
      expect(missing.html).toContain(`<html lang="${language}"`);
    }
  });

  test('an API that is away is said in plain words, with nothing of the error', async () => {
    const visitor = pages.visitor();
    visitor.cookies.set('session', `cs_${'a'.repeat(43)}`);
    const { status, html } = await visitor.get('/me');
    expect(status).toBe(503);
    expect(html).toContain('This is not available just now');
    expect(html).not.toMatch(/ECONN|at .*\.ts|Error:|graphql/);
  });

  test('an address that cannot be read is a page that is not there', async () => {
    expect((await pages.visitor().get('/%')).status).toBeLessThan(405);
  });
});
