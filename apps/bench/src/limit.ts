// The limit: clients in one process, each with a connection of its own, doing nothing but the bare command.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { bareCommand, byKey } from './bare.js';
import { asChild } from './child.js';
import { sampleOf, type Sample } from './samples.js';

export interface LimitOrders {
  readonly url: string;
  readonly jobs: string;
  readonly by: string;
  readonly cases: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  readonly answers?: number;
}

asChild<LimitOrders, Sample>(async ({ url, jobs, by, cases, clients, seconds, answers = Infinity }) => {
  const connections = Array.from({ length: clients }, () => new pg.Client({ connectionString: url, options: byKey }));
  await Promise.all(connections.map((connection) => connection.connect()));
  const tell = bareCommand(jobs, by);
  const times: number[] = [];
  const from = performance.now();
  const until = from + seconds * 1000;
  await Promise.all(
    connections.map(async (connection, number) => {
      const own = cases.filter((_, n) => n % clients === number);
      for (
        let count = Math.floor(Math.random() * own.length);
        performance.now() < until && times.length < answers;
        count += 1
      ) {
        const began = performance.now();
        const date = new Date(Date.UTC(2030, 0, 1 + (count % 299))).toISOString().slice(0, 10);
        await tell(connection, { caseId: own[count % own.length] ?? '', key: randomUUID(), date });
        times.push(performance.now() - began);
      }
    }),
  );
  const sample = sampleOf(times, (performance.now() - from) / 1000);
  await Promise.all(connections.map((connection) => connection.end()));
  return sample;
});
