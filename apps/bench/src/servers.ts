// The servers of a bench: each in a process of its own, started when the first line needs it and shared by the others.
import { startChild, type Child } from './child.js';
import type { Seeded } from './fill/fill.js';
import { readers, type Reader } from './pages.js';
import type { Listening, ServerOrders, ServerReport } from './servers/orders.js';

export type Keep = (part: { stop(): Promise<void> }) => void;
export type Server = Child<Listening>;

export interface Servers {
  /** The bare endpoint on the database of the commands. */
  bare(url: string): Promise<Server>;
  /** Our API with the command done our way or one of the usual ways; tokens are in the order of `subjects`. */
  api(url: string, subjects: readonly string[], how?: ServerOrders['how']): Promise<Server>;
  /** The most that an API of ours has held in memory so far, in MB; null when none was started. */
  residentMb(): Promise<number | null>;
}

/** @param jobs the table of the deadlines. */
export function serversOn({ serviceId, coordinator }: Seeded, jobs: string, keep: Keep): Servers {
  const running = new Map<string, Promise<Server>>();
  const server = (program: string, orders: ServerOrders): Promise<Server> => {
    const name = `${program} ${JSON.stringify(orders)}`;
    const found = running.get(name);
    if (found) return found;
    const started = startChild<Listening>(program, orders).then((child) => (keep(child), child));
    running.set(name, started);
    return started;
  };
  const ours: Promise<Server>[] = [];
  return {
    bare: (url) => server('./servers/bare.js', { url, jobs, serviceId, subjects: [coordinator], how: 'ours' }),
    api: (url, subjects, how = 'ours') => {
      const started = server('./servers/house.js', { url, jobs, serviceId, subjects, how });
      if (how === 'ours' && !ours.includes(started)) ours.push(started);
      return started;
    },
    residentMb: async () => {
      const held = await Promise.all(ours.map(async (one) => (await (await one).report<ServerReport>()).residentMb));
      return held.length > 0 ? Math.max(...held) : null;
    },
  };
}

/** Whose tokens a server of pages has, in the order of `readers`. */
export const subjectsOf = (seeded: Seeded, participant: string): string[] =>
  readers.map((reader) => (reader === 'participant' ? participant : seeded[reader]));

/** The token of a reader of a server that was started with `subjectsOf`. */
export const tokenOf = ({ answer }: Server, reader: Reader): string => answer.tokens[readers.indexOf(reader)] ?? '';
