// Starts a worker: it may be killed at any point and any number may run. A deadline happens to its case once; figures are kept settled.
import { setTimeout as pause } from 'node:timers/promises';
import { tell, type CaseStore, type Clock, PgCaseStore } from '#libs/casework';
import { linesWithoutWords } from '#libs/log';
import { PgPersonalRecords } from '#libs/people';
import type { FileJob } from '#libs/referral-files';
import { Vault, type MasterKeys } from '#libs/sealing';
import { APPLICATION, bossOn, isUnavailable, openPools, type Patience, scoped, type Pools } from '#libs/database';
import { settleFigures } from '#libs/measures';
import { passDeadline, type DeadlineJob } from './deadline.js';
import { workOnFile } from './referral-file.js';

export interface WorkerOptions {
  databaseUrl: string;
  masterKeys: MasterKeys;
  clock?: Clock;
  /** Seconds between looks for due deadlines; at least 0.5. */
  everySeconds?: number;
  /** How long the database is waited for; nobody waits for a statement of the worker's, so that only connections and locks count. */
  patience?: Omit<Patience, 'statement'>;
  /** Hears of what went wrong; the job is tried again by itself. */
  onError?: (error: Error) => void;
}
export interface Worker {
  /** Finishes what is under way and closes its connections. */
  stop(): Promise<void>;
}

// Ten at once: they are small, and a page of them after a night shares few commits. Two seconds late is not late for a day.
const AT_ONCE = 10;
const EVERY_SECONDS = 2;
// A request for a figure settles what is left: a few hundred commands of a busy minute at most.
const SETTLE_EVERY_SECONDS = 60;
/** Seconds that deadlines under way may take when the worker is stopped. What is cut off then is delivered again. */
const STOP_SECONDS = 4;
/** Seconds for one statement: figures are settled a minute's commands at a time, and an import's at once. */
const STATEMENT_SECONDS = 120;

/** Starts working on due deadlines of a migrated database. Messages wait in their queue: sending them is not built yet. */
export async function startWorker({
  databaseUrl,
  masterKeys,
  clock = () => new Date(),
  everySeconds = EVERY_SECONDS,
  patience = { connect: 0, lock: 0 },
  onError = report,
}: WorkerOptions): Promise<Worker> {
  const pools: Pools = openPools(databaseUrl, {
    hot: 2,
    plain: 3,
    as: APPLICATION,
    jobs: true,
    patience: { ...patience, statement: STATEMENT_SECONDS },
  });
  const [database, vault] = [scoped(pools.plain), new Vault(masterKeys)];
  const store: CaseStore = new PgCaseStore(pools, new PgPersonalRecords(database, vault));
  const boss = bossOn(pools.plain, { supervise: true, onError });
  try {
    await boss.start();
    await boss.work<DeadlineJob>(
      'deadline',
      { batchSize: AT_ONCE, pollingIntervalSeconds: everySeconds, perJobResults: true },
      async (jobs) =>
        Promise.all(
          jobs.map(async (job) => passDeadline((actor, command) => tell(store, clock, actor, command), job, onError)),
        ),
    );
    const files = { database, vault, store, clock };
    await boss.work<FileJob>('referral-file', { pollingIntervalSeconds: everySeconds }, async ([job]) => {
      if (job) await workOnFile(files, job, onError);
    });
  } catch (error) {
    await pools.end();
    throw error;
  }
  let settling: Promise<unknown> = Promise.resolve();
  const settled = setInterval(() => {
    settling = settling.then(() => settleFigures(pools)).catch((error: unknown) => onError(error as Error));
  }, SETTLE_EVERY_SECONDS * 1_000);
  return {
    stop: async () => {
      clearInterval(settled);
      await Promise.race([settling, pause(STOP_SECONDS * 1000, undefined, { ref: false })]);
      await boss.stop({ graceful: true, timeout: STOP_SECONDS * 1000 });
      await pools.end();
    },
  };
}

/** A database that is away is one line: the deadline waits, and is tried again. */
const report = (error: Error): void => {
  const said = isUnavailable(error) ? 'the database does not answer; it is tried again.' : linesWithoutWords(error);
  process.stderr.write(`concord: worker: ${said}\n`);
};
