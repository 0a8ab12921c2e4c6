// A bare Fastify endpoint on pg: the same SQL, without sign-in, rules or GraphQL.
import { fastify } from 'fastify';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { bareCommand, byKey, type BareCommand } from '../bare.js';
import { asChild } from '../child.js';
import type { Listening, ServerOrders } from './orders.js';

// As many connections as pg gives by default; more made it slower on two cores.
const CONNECTIONS = 10;

asChild<ServerOrders, Listening>(async ({ url, jobs, subjects: [by = ''] }) => {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options: byKey });
  const tell = bareCommand(jobs, by);
  const app = fastify();
  app.post<{ Body: BareCommand }>('/command', async (request) => ({ revision: await tell(pool, request.body) }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { port: (app.server.address() as AddressInfo).port, tokens: ['none'] };
});
