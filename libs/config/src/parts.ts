// Which parts of Concord this process runs: all of them, or those that `--only` names.
import { CannotStart } from './cannot-start.js';

export const everyPart = ['api', 'web', 'worker'] as const;
/** `api` answers GraphQL, `web` serves the pages, `worker` passes due deadlines. */
export type Part = (typeof everyPart)[number];
export type Parts = ReadonlySet<Part>;

export const allParts: Parts = new Set(everyPart);
/** What a command is asked for: it opens the database as a worker does, and answers nobody. */
export const commandParts: Parts = new Set(['worker']);

const isPart = (name: string): name is Part => (everyPart as readonly string[]).includes(name);

/**
 * Reads `--only api,worker` or `--only=api,worker`; without it every part runs.
 * @throws CannotStart for any other argument: every user of the machine can read a command line.
 */
export function partsFrom(args: readonly string[]): Parts {
  if (args.length === 0) return allParts;
  const [first = '', ...rest] = args;
  const given = first === '--only' && rest.length === 1 ? rest[0] : /^--only=(.*)$/.exec(first)?.[1];
  if (given === undefined || (first !== '--only' && rest.length > 0))
    throw new CannotStart('npm start takes no argument but --only: settings come from the environment or from files.');
  const names = given.split(',').map((name) => name.trim());
  if (!names.every(isPart))
    throw new CannotStart(`--only takes ${everyPart.join(', ')}, with commas between, not "${given}".`);
  return new Set(everyPart.filter((part) => names.includes(part)));
}

/** Whether a process with these parts opens the database: the pages alone know the API's address and nothing else. */
export const needsDatabase = (parts: Parts): boolean => parts.has('api') || parts.has('worker');

/** Whether a process with these parts answers people or programs: a worker alone does not have to listen. */
export const answers = (parts: Parts): boolean => parts.has('api') || parts.has('web');
