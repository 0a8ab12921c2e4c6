// How long things are waited for, and how many at once: each preset with its reason.

/** How long the database is waited for, in seconds; 0: without end. */
export interface DatabasePatience {
  readonly connect: number;
  readonly lock: number;
  readonly statement: number;
}

/** How many requests are worked on; those above wait, and those above that are sent away. */
export interface Admitted {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Most seconds and most requests: more is a mistake. */
const LONGEST = 3_600;
const MOST = 100_000;

/** A new connection takes some tens of milliseconds; a failover takes longer than anybody should wait in between. */
const CONNECT_SECONDS = '3';
/** A command holds its case for some milliseconds. Half of what pages wait for the API (ten seconds) leaves time for a second try. */
const LOCK_SECONDS = '4';
/** Pages wait ten seconds for the API: what takes longer is read by nobody. */
const STATEMENT_SECONDS = '8';
/** Machines that ask a time server differ by milliseconds; this much is a broken one. Tokens are believed within as much. */
const CLOCK_SECONDS = '5';
/** Twice what the pools of one process hold in batches: more at once makes nothing faster. */
const AT_ONCE = '64';
/** With some 600 commands in a second the last one in the queue waits a third of a second. */
const WAITING = '128';

type Whole = (name: string, preset: string, most: number) => number;

export const patienceFrom = (whole: Whole): DatabasePatience => ({
  connect: whole('DATABASE_CONNECT_SECONDS', CONNECT_SECONDS, LONGEST),
  lock: whole('DATABASE_LOCK_SECONDS', LOCK_SECONDS, LONGEST),
  statement: whole('DATABASE_STATEMENT_SECONDS', STATEMENT_SECONDS, LONGEST),
});

export const clockFrom = (whole: Whole): number => whole('CLOCK_SECONDS', CLOCK_SECONDS, LONGEST);

export const admittedFrom = (whole: Whole): Admitted => ({
  atOnce: whole('REQUESTS_AT_ONCE', AT_ONCE, MOST),
  waiting: whole('REQUESTS_WAITING', WAITING, MOST),
});
