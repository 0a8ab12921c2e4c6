// Whether the database can be worked with now: asked on a connection of its own, so that a busy process is not taken for an ill one.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { ComparedClock } from './clock.js';
import { endWithin } from './end-pool.js';

/** Milliseconds: load balancers ask every second or two, and wait about as long. */
const ANSWER_MS = 900;
/** Seconds between looks at the database's clock; a clock that is set in between is noticed without it. */
const EVERY_SECONDS = 10;

// The sort is larger than its memory and goes to the disk: a full one refuses, and nothing is left behind.
const LOOK = `select extract(epoch from clock_timestamp()) * 1000 as now, pg_is_in_recovery() as standby,
  (select count(*) from (select repeat(g::text, 20) as t from generate_series(1, 2000) g order by 1) s) as sorted`;

export interface Health {
  readonly clock: ComparedClock;
  /** Sentences about what stands in the way, fit for a stranger; none when all is well. Answers within a second. */
  problems(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export interface HealthOptions {
  /** Seconds by which the clocks of this machine and of the database may differ. */
  clockSeconds: number;
  /** Hears when what `problems` says has changed, in the regular look. */
  onChange?: (problems: readonly string[]) => void;
}

/** Begins to look at the database at `url`, first at once: the clock is compared when this resolves, unless the database is away. */
export async function openHealth(url: string, { clockSeconds, onChange }: HealthOptions): Promise<Health> {
  const clock = new ComparedClock(clockSeconds);
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    application_name: 'concord health',
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
    onConnect: async (client) =>
      void (await client.query(`set work_mem = '64kB'; set statement_timeout = ${ANSWER_MS}`)),
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const look = async (): Promise<readonly string[]> => {
    const asked = performance.now();
    const { rows } = await pool.query<{ now: string; standby: boolean }>(LOOK);
    const [row] = rows;
    clock.compared(Number(row?.now), asked, performance.now());
    return row?.standby ? ['The database takes no changes: it is a standby.'] : [];
  };
  const within = <T>(work: Promise<T>): Promise<T> => {
    let late: NodeJS.Timeout;
    const tooLate = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(new Error('no answer in time')), ANSWER_MS);
    });
    return Promise.race([work, tooLate]).finally(() => clearTimeout(late));
  };
  const problemsNow = async (): Promise<readonly string[]> => {
    const found = await within(look()).catch((error: unknown) => [sentenceFor(error)]);
    return clock.isWrong() ? [...found, 'The clocks of this process and of the database differ.'] : found;
  };
  // Whoever asks while a look is under way hears what it finds: a flood of questions is one question.
  let underWay: Promise<readonly string[]> | null = null;
  const problems = () => (underWay ??= problemsNow().finally(() => (underWay = null)));

  let said = (await problems()).join(' ');
  const regularly = setInterval(() => {
    void problems().then((now) => {
      if (now.join(' ') !== said) onChange?.(now);
      said = now.join(' ');
    });
  }, EVERY_SECONDS * 1000);
  return {
    clock,
    problems,
    stop: async () => {
      clearInterval(regularly);
      await endWithin(pool);
    },
  };
}

/** Nothing of the error itself: its words may name hosts and files. */
function sentenceFor(error: unknown): string {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (code === '53100') return 'The disk of the database is full.';
  if (code === '53300') return 'The database takes no more connections.';
  if (code === '57P03') return 'The database is starting.';
  return 'The database does not answer.';
}
