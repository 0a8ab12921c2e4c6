// A service as it works: everything but the pages on a database of its own, with staff, referrers and a clock. Stories begin here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { londonDate } from '#libs/time';
import { takeReferral, tell, checkJournals } from '#libs/casework';
import { readReferralFile, type Referral, type ReferrerName } from '#libs/intake';
import { letSignIn } from '#libs/permissions';
import { publishDefaults, textRegister } from '#libs/rights';
import { checkReads } from '#libs/access-log';
import { openPools } from '#libs/database';
import { demoTokens, startApi, type ApiOptions } from '../../../apps/api/src/index.js';
import { composeServices } from '../../../apps/server/src/compose-services.js';
import { openServices } from '../../../libs/services/src/open-services.js';
import { passDeadline, type DeadlineJob } from '../../../apps/worker/src/index.js';
import { freshDatabase } from '../database/fresh-database.js';
import { testMasterKeys } from '../database/master-keys.js';
import { root } from '../../architecture/sources.js';
import { ask } from '../../scenario/voices.js';
import { StoryCase, type StoryContext } from '../../scenario/story-case.js';
import { startTestClock, type TestClock } from '../service/test-clock.js';
import { takeOn, type Sql } from '../../scenario/colleagues.js';

const files = {
  police: 'referrals-police.csv',
  'youth-justice': 'referrals-youth-justice.csv',
  self: 'referrals-self.jsonl',
} as const satisfies Record<ReferrerName, string>;

/** A Monday morning, after the last row of the sample files was received. */
const MORNING = '2026-11-02T09:00:00.000Z';

export interface RunningService extends StoryContext {
  /** For a part of the service that a story opens beside the API. */
  readonly databaseUrl: string;
  /** What a sign-in provider would say of a colleague now. */
  idTokenOf(subject: string): Promise<string>;
  readonly clock: TestClock;
  /** Cora takes one row of a sample file through the intake; `as` may change what the referrer wrote. */
  refers(from: ReferrerName, reference: string, as?: (row: Referral) => Referral): Promise<StoryCase>;
  /** Cora opens a case by hand, over the API. */
  opens(event: object): Promise<StoryCase>;
  /** What the worker does when it looks: each deadline that is due by now becomes an event of its case, or is overtaken. Gives `name answer`. */
  workerLooks(): Promise<string[]>;
  /** What is wrong with any journal: each is a chain without gap, and its case the fold of it. */
  faults(): Promise<unknown[]>;
  /** Closes everything; breaks off when a journal is not whole. */
  ends(): Promise<void>;
}

/** Starts the service; `pages` is what the API must know of pages before it. Call `ends` in `afterAll`. */
export async function startRunningService(
  pages: Pick<ApiOptions, 'webSecret' | 'trustedDocuments'> = {},
): Promise<RunningService> {
  const database = await freshDatabase();
  const clock = startTestClock(MORNING);
  const inside = openServices(database.url, { masterKeys: testMasterKeys, sizes: { hot: 2, plain: 2 } });
  const { people, store, database: eyes } = inside;
  // The story itself reads as the owner of the database.
  const pools = openPools(database.url, { hot: 1, plain: 2 });
  const now = () => new Date();
  const sql: Sql = async <R extends object>(text: string, ...values: unknown[]) =>
    (await pools.plain.query<R>(text, values)).rows;
  const serviceId =
    (await sql<{ id: Id }>(`insert into service (name) values ('Northfold') returning id`))[0]?.id ?? '';

  await publishDefaults(eyes, textRegister, serviceId, '2026-01-01T00:00:00.000Z');
  const colleagues = await takeOn(sql, people, serviceId, MORNING);
  const services = composeServices(database.url, testMasterKeys);
  const issuer = await demoTokens({ people: [] });
  const { actorFor, nameOf } = services.people;
  const api = await startApi({
    ...services,
    people: { actorFor, nameOf },
    auth: issuer.auth,
    port: 0,
    host: '127.0.0.1',
    production: false,
    log: { level: 'silent' },
    ...pages,
  });
  // A story lasts for months; signing in again is not part of it.
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (subject: string): Promise<string> => {
    const signed = tokens.get(subject) ?? issuer.sign({ subject, serviceId }, { lifetime: 3 * 365 * 86_400 });
    tokens.set(subject, signed);
    return signed;
  };

  const context: StoryContext = {
    colleagues,
    clock,
    url: api.url,
    sql,
    tokenOf,
    letsIn: async (personId) => {
      await letSignIn(pools.plain, serviceId, personId, personId);
      return personId;
    },
    ask: async <T>(subject: string, query: string, variables: object = {}): Promise<T> => {
      const { data, errors } = await ask(api.url, await tokenOf(subject), query, variables);
      if (!data || errors) throw new Error(JSON.stringify(errors));
      return data as T;
    },
  };
  return {
    ...context,
    databaseUrl: database.url,
    idTokenOf: (subject) => issuer.sign({ subject, serviceId }),
    refers: async (from, reference, as = (row) => row) => {
      const bytes = readFileSync(join(root, 'test/fixtures/referrals', files[from]));
      const { referrals } = readReferralFile(bytes, from, londonDate(clock.now()));
      const found = referrals.find((row) => row.externalReference === reference);
      if (!found) throw new Error(`No row of ${files[from]} has the reference ${reference}`);
      const taken = await takeReferral(store, now, colleagues.cora, as(found));
      if (!taken.ok) throw new Error(`The referral was not taken: ${JSON.stringify(taken)}`);
      return new StoryCase(context, taken.caseId);
    },
    opens: async (event) => {
      const query = `mutation ($command: Opening!, $event: CaseOpened!) {
        openCase(command: $command, event: $event) { ... on Told { caseId } } }`;
      const command = { key: randomUUID() };
      const { openCase } = await context.ask<{ openCase: { caseId: Id } }>('cora', query, { command, event });
      return new StoryCase(context, openCase.caseId);
    },
    workerLooks: async () => {
      const jobs = await sql<{ id: string; data: DeadlineJob }>(
        `select id, data from pgboss.job where name = 'deadline' and state = 'created' and start_after <= $1
         order by start_after, data ->> 'name', data ->> 'about'`,
        clock.now(),
      );
      const told: string[] = [];
      for (const job of jobs) {
        const { output } = await passDeadline((actor, command) => tell(store, now, actor, command), job, fail);
        await sql(`update pgboss.job set state = 'completed' where id = $1`, job.id);
        told.push(`${job.data.name} ${output.answer}`);
      }
      return told;
    },
    faults: async () => (await checkJournals(pools.plain)).faults,
    ends: async () => {
      clock.stops();
      const { faults } = await checkJournals(pools.plain);
      const reads = await checkReads(pools.plain);
      await api.stop();
      await services.stop();
      await inside.stop();
      await pools.end();
      await database.drop();
      if (faults.length > 0) throw new Error(`A journal is not whole: ${JSON.stringify(faults)}`);
      if (reads.faults.length > 0) throw new Error(`The record of reads is not whole: ${JSON.stringify(reads.faults)}`);
    },
  };
}
const fail = (error: Error): never => {
  throw error;
};
