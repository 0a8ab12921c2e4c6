// The log at its most talkative holds no word of anybody: whatever was sent, wherever it stood, whatever broke over it.
import { connect } from 'node:net';
import { openTestApi, register, SERVICE, type TestApi } from '../../../../test/harness/api/test-api.js';
import type { ApiOptions } from '../../src/options.js';

const planted = {
  name: 'Wilhelmina Ashgrove',
  phone: '07700900456',
  mail: 'wilhelmina@ashgrove.example',
  postcode: 'LL11 4ZQ',
};
const words = Object.values(planted);
const all = words.join(' ');
/** As PostgreSQL says it: the row stands in `detail`, the value in the message, the statement's values beside. */
const ofTheDatabase = () =>
  Object.assign(new Error(`invalid input syntax for type uuid: "${all}"`), {
    code: '22P02',
    detail: `Failing row contains (${all}).`,
    where: `unnamed portal parameter $1 = '${all}'`,
    query: `select '${all}'`,
    parameters: words,
    cause: new Error(all),
  });

type Parts = Partial<Record<'tell' | 'preview' | 'nameOf' | 'actorFor', () => never>>;
const broken = (): never => {
  throw ofTheDatabase();
};

/** Opens an API in which some parts break; runs, and gives the log. */
async function logOf(parts: Parts, work: (api: TestApi, token: string) => Promise<unknown>): Promise<string> {
  const people = {
    actorFor: async (subject: string) => parts.actorFor?.() ?? register.get(subject) ?? null,
    nameOf: async () => parts.nameOf?.() ?? null,
  };
  const casework = {
    tell: async () => parts.tell?.() ?? ({ ok: false, why: 'not-found' } as const),
    preview: async () => parts.preview?.() ?? ({ ok: false, why: 'not-found' } as const),
    openCase: async () => parts.tell?.() ?? ({ ok: false, why: 'not-permitted', blockers: [] } as const),
  };
  const api = await openTestApi({ people, casework: casework as ApiOptions['casework'] });
  await work(api, await api.token('fay'));
  const log = api.log.join('');
  await api.close();
  return log;
}

const concern = `mutation($c: Command!, $e: ConcernRaised!) { raiseConcern(command: $c, event: $e) { __typename } }`;
const variables = { c: { caseId: SERVICE, key: all }, e: { text: all } };
const sayings: Readonly<Record<string, readonly [Parts, (api: TestApi, token: string) => Promise<unknown>]>> = {
  'in variables': [{}, (api, token) => api.ask(concern, token, variables)],
  'in variables of a wrong shape': [{}, (api, token) => api.ask(concern, token, { c: words, e: planted })],
  'in a document': [{}, (api, token) => api.ask(`{ me(name: "${all}") { id } } # ${all}`, token)],
  'in a document that does not parse': [{}, (api, token) => api.ask(`{ "${all}" `, token)],
  'as a field and an operation': [{}, (api, token) => api.ask('query Wilhelmina { Ashgrove07700900456 }', token)],
  'in a body that is not JSON': [
    {},
    (api, token) => api.send({ payload: `{"query": "${all}`, headers: { authorization: `Bearer ${token}` } }),
  ],
  'in a body of another kind': [
    {},
    (api) => api.send({ payload: `name=${all}`, headers: { 'content-type': `text/${planted.phone}` } }),
  ],
  'in an address': [
    {},
    (api) => api.send({ method: 'GET', url: `/cases/${encodeURIComponent(all)}?q=${planted.phone}` }),
  ],
  'in an address that cannot be read': [{}, (api) => api.send({ method: 'GET', url: `/${planted.phone}/%E0%A4%A` })],
  'in the role of GraphiQL': [{}, (api) => api.send({ method: 'GET', url: `/graphiql?role=${planted.phone}` })],
  'in headers and cookies': [
    {},
    (api, token) =>
      api.send({
        payload: { query: '{ me { id } }' },
        headers: {
          authorization: `Bearer ${token}`,
          cookie: `session=${planted.phone}; name=${planted.mail}`,
          referer: `https://${planted.phone}.example/`,
          'user-agent': all,
          'x-request-id': planted.phone,
          'request-id': planted.phone,
          'x-forwarded-for': planted.phone,
          host: planted.phone,
        },
      }),
  ],
  'in a token': [
    {},
    async (api) =>
      api.ask('{ me { id } }', await api.issuer.sign({ subject: all, serviceId: SERVICE }, { scope: all })),
  ],
  'in something that is no token': [{}, (api) => api.ask('{ me { id } }', planted.phone)],
  'in an error of the database, in a command': [{ tell: broken }, (api, token) => api.ask(concern, token, variables)],
  'in an error of the database, in a preview': [
    { preview: broken },
    (api, token) =>
      api.ask(`query($e: AnyEvent!) { preview(caseId: "${SERVICE}", event: $e) { happens } }`, token, {
        e: { raiseConcern: { text: all } },
      }),
  ],
  'in an error of the database, while signing in': [
    { actorFor: broken },
    (api, token) => api.ask('{ me { id } }', token),
  ],
  'in an error of the database, in a field': [
    { nameOf: broken },
    async (api, token) => {
      for (let n = 0; n < 5; n += 1) await api.ask('{ me { id name } }', token); // compiled on the way
    },
  ],
};

test.each(Object.keys(sayings))('words %s are not in the log', async (name) => {
  const [parts, work] = sayings[name] ?? [{}, async () => undefined];
  const log = await logOf(parts, work);
  expect(log).toContain('Nest application successfully started');
  for (const word of [...words, ...all.split(' '), encodeURIComponent(all)]) expect(log).not.toContain(word);
});

test('what is not HTTP at all is not in the log either', async () => {
  const lines: string[] = [];
  const { createApp } = await import('../../src/server/start.js');
  const api = await openTestApi();
  const { emptyRegister, noCases, nothingToRead } = await import('../../../../test/harness/api/test-api.js');
  const app = await createApp({
    port: 0,
    host: '127.0.0.1',
    production: true,
    auth: api.issuer.auth,
    people: { actorFor: async () => null, nameOf: async () => null },
    casework: noCases,
    register: emptyRegister,
    reading: nothingToRead,
    reads: { record: async () => undefined },
    log: { level: 'debug', to: { write: (line) => void lines.push(line) } },
  } as ApiOptions);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${all}\r\n\r\n`));
    socket.on('data', () => undefined);
    socket.on('close', () => resolve());
  });
  await app.close();
  await api.close();
  for (const word of words) expect(lines.join('')).not.toContain(word);
});

test('a library that hands an error to the log hands it no words', async () => {
  const lines: string[] = [];
  const { fastifyAdapter } = await import('../../src/server/http/fastify.js');
  const { defaultLimits } = await import('../../src/server/limits/limits.js');
  const to = { write: (line: string) => void lines.push(line) };
  const { log } = fastifyAdapter(defaultLimits, { production: true, log: { level: 'debug', to } }).getInstance();
  const error = ofTheDatabase();
  log.error(error);
  log.warn({ err: error }, error.message);
  log.error({ error, request: 1 }, `failed: ${error.message}`);
  log.info('said %s', error);
  expect(lines).toHaveLength(4);
  expect(lines.join('')).toContain('22P02');
  for (const word of words) expect(lines.join('')).not.toContain(word);
});
