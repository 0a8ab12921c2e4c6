// What a bench has measured, before anybody judges it.
import type { Sample } from './samples.js';
import type { Page } from './pages.js';

/** One page in the small and in the large database: medians of one reader alone, in milliseconds. */
export interface PageResult extends Pick<Page, 'name' | 'most' | 'databaseMost'> {
  readonly small: number;
  readonly large: number;
  /** Of `large`: what was waited for PostgreSQL. */
  readonly database: number;
}

export interface Result {
  readonly commands: readonly (Sample & { readonly name: string })[];
  readonly pages: readonly PageResult[];
  /** Seconds from `npm start` until it is ready: with an empty data folder, and again. */
  readonly start: { readonly first: number; readonly again: number } | null;
  /** The most that a server of ours held in memory under all of this, in MB. */
  readonly residentMb: number | null;
  readonly sizes: { readonly small: number; readonly large: number };
  readonly seconds: number;
  readonly rounds: number;
}

/** The lines of commands, as the table names them. */
export const names = {
  sql: (n: number) => `bare SQL over pg, ${counted(n)}`,
  bare: (n: number) => `bare Fastify and pg, ${counted(n)}`,
  ours: (n: number) => `our mutation, ${counted(n)}`,
  dbos: 'as a DBOS workflow, 32 clients',
  save: 'entity manager and save(), 32 clients',
} as const;

const counted = (n: number): string => (n === 1 ? '1 client' : `${n} clients`);
