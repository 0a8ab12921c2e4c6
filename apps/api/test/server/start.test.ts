// The API listens where it is told, answers over a real socket, and leaves nothing behind.
import { connect } from 'node:net';
import request from 'supertest';
import { demoTokens } from '../../src/server/auth/demo-issuer.js';
import { startApi } from '../../src/server/start.js';
import type { ApiOptions } from '../../src/options.js';
import { emptyRegister, noCases, nothingToRead, register, SERVICE } from '../../../../test/harness/api/test-api.js';

async function options(port: number): Promise<ApiOptions> {
  const issuer = await demoTokens({ people: [{ role: 'facilitator', subject: 'fay', serviceId: SERVICE }] });
  return {
    port,
    host: '127.0.0.1',
    production: false,
    auth: issuer.auth,
    demoTokens: issuer.tokens,
    people: { actorFor: async (subject) => register.get(subject) ?? null, nameOf: async () => null },
    casework: noCases,
    register: emptyRegister,
    reading: nothingToRead,
    reads: { record: async () => undefined },
    log: { level: 'silent' },
  };
}

test('a started API answers with a demo token, refuses a taken port, and its port is free once it has stopped', async () => {
  const given = await options(0);
  const api = await startApi(given);
  const reply = await request(api.url)
    .post('/graphql')
    .set('authorization', `Bearer ${given.demoTokens?.[0]?.token}`)
    .send({ query: '{ me { roles } }' });
  expect(reply.body).toEqual({ data: { me: { roles: ['facilitator'] } } });
  await expect(options(api.port).then(startApi)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await api.stop();
  const refused = await new Promise((resolve) => {
    connect(api.port, '127.0.0.1').on('error', resolve);
  });
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
});
