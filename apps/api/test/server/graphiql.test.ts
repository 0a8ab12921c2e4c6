// GraphiQL comes from this server alone, and not at all in production.
import { openTestApi, type TestApi } from '../../../../test/harness/api/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
const get = (url: string) => api.send({ method: 'GET', url });

test('the page asks nobody else for anything', async () => {
  const page = await get('/graphiql');
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/https?:\/\//);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
});

test('every file that the page names is served', async () => {
  const page = await get('/graphiql');
  const named = [...page.text.matchAll(/(?:src|href)="(\/graphiql\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  expect(named).toHaveLength(6);
  for (const url of named) {
    const file = await get(url);
    expect(file.status).toBe(200);
    expect(file.text.length).toBeGreaterThan(50);
    expect(file.text).not.toMatch(/@import|sourceMappingURL/);
  }
});

test('the stylesheets load nothing', async () => {
  const { text } = await get('/graphiql/assets/graphiql.css');
  expect([...text.matchAll(/url\(["']?(?!data:)/g)]).toHaveLength(0);
});

test('the picker puts the demo token of a role into the header editor', async () => {
  const page = await get('/graphiql?role=mona');
  const token = api.issuer.tokens.find((each) => each.role === 'mona')?.token ?? '';
  expect(page.text).toContain(token);
});

test('a role with markup in it stays text, and a file outside the table is not served', async () => {
  expect((await get('/graphiql?role=%3Cscript%3Ealert(1)%3C/script%3E')).text).not.toContain('alert(1)');
  expect((await get('/graphiql/assets/..%2f..%2fpackage.json')).status).toBe(404);
  expect((await get('/graphiql/assets/constructor')).status).toBe(404);
});

test('in production there is no GraphiQL', async () => {
  const serious = await openTestApi({ production: true });
  const replies = await Promise.all(
    ['/graphiql', '/graphiql/assets/start.js'].map((url) => serious.send({ method: 'GET', url })),
  );
  await serious.close();
  expect(replies.map((reply) => reply.status)).toEqual([404, 404]);
});

test('/graphql itself is no page either', async () => {
  const reply = await api.send({ method: 'GET', url: '/graphql', headers: { accept: 'text/html' } });
  expect(reply.status).toBe(405);
});
