// Hears what every statement of the program cost: PostgreSQL itself explains each as it runs, on the program's own connections, as it was prepared and planned there.
import pg from 'pg';

/** A statement that ran: its text without needless spaces, the pages of 8 kB it read, and the rows it went through, kept or passed over. */
export interface Ran {
  readonly text: string;
  readonly buffers: number;
  readonly rows: number;
}
/** A step of a plan as PostgreSQL explains it in JSON. Rows are those of one loop, on average. */
interface Step {
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly Step[];
}
export interface Plans {
  /** What ran since the last time it was asked, of all connections of this process. */
  taken(): Ran[];
  stop(): void;
}

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
};
// What says for whom a transaction works, or begins and ends it.
const around = /^(select set_config\(|begin|commit|rollback)/i;

/** Lets every new connection to this database explain what it runs; those there are end, and are made anew. `url` is the owner's. */
export async function hearPlans(url: string): Promise<Plans> {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [setting, value] of Object.entries(settings))
    await client.query(`alter database ${name} set ${setting} = '${value}'`);
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [name],
  );
  await client.end();

  let ran: Ran[] = [];
  const connect = pg.Client.prototype.connect as (this: pg.Client, ...given: unknown[]) => unknown;
  const hear = ({ message }: { message?: string | undefined }): void => {
    if (!message?.startsWith('duration:')) return;
    const explained = JSON.parse(message.slice(message.indexOf('{'))) as {
      'Query Text': string;
      Plan: Step;
    };
    const text = explained['Query Text'].replaceAll(/\s+/g, ' ').trim();
    if (around.test(text)) return;
    ran.push({
      text,
      buffers: (explained.Plan['Shared Hit Blocks'] ?? 0) + (explained.Plan['Shared Read Blocks'] ?? 0),
      rows: rowsOf(explained.Plan),
    });
  };
  pg.Client.prototype.connect = function (this: pg.Client, ...given: unknown[]) {
    this.on('notice', hear);
    return connect.apply(this, given);
  } as typeof pg.Client.prototype.connect;
  return {
    taken: () => {
      const all = ran;
      ran = [];
      return all;
    },
    stop: () => void (pg.Client.prototype.connect = connect as typeof pg.Client.prototype.connect),
  };
}

/** All rows that the steps of a plan went through. What a function reads inside is not among them. */
function rowsOf(step: Step): number {
  const each =
    (step['Actual Rows'] ?? 0) +
    (step['Rows Removed by Filter'] ?? 0) +
    (step['Rows Removed by Index Recheck'] ?? 0) +
    (step['Rows Removed by Join Filter'] ?? 0);
  return each * (step['Actual Loops'] ?? 1) + (step.Plans ?? []).reduce((sum, inner) => sum + rowsOf(inner), 0);
}
