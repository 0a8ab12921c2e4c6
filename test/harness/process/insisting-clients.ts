// Clients that do what the service asks of theirs: a command without an answer is sent again under its key, until it is acknowledged.
import { setTimeout as pause } from 'node:timers/promises';
import type { KillableServer } from './killable-server.js';

/** A load that goes on through faults. */
export interface Insisting {
  /** Keys whose command was acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  /** What was answered in the place of an acknowledgement, each once: codes, statuses, and errors of the socket. */
  readonly troubles: ReadonlySet<string>;
  /** Resolves with the milliseconds until every client has been acknowledged once more. */
  again(): Promise<number>;
  /** No new command; resolves when the last one is acknowledged. */
  ends(): Promise<void>;
  /** Gives up, whatever was not acknowledged: after a trial that failed. */
  abandon(): void;
}

/** Milliseconds between two tries: a client is in no hurry, and a fault lasts seconds. */
const RETRY_MS = 100;
/** Milliseconds after which a client asks again, as pages do after ten seconds. */
const PATIENCE_MS = 10_000;

const opens = `mutation ($command: Opening!, $event: CaseOpened!) {
  openCase(command: $command, event: $event) { __typename ... on Refused { why } } }`;
const event = { source: 'police', initiator: 'harmed', offences: [{ kind: 'burglary' }] };

/** Begins to open cases from so many clients at once; `name` makes their keys. */
export function insist(
  { url, tokens }: Pick<KillableServer, 'url' | 'tokens'>,
  clients: number,
  name: string,
): Insisting {
  const acknowledged = new Set<string>();
  const troubles = new Set<string>();
  const done = Array<number>(clients).fill(0);
  const waiting: { from: number[]; resolve: () => void }[] = [];
  let over = false;
  let abandoned = false;

  const ask = async (key: string): Promise<string | null> => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get('coordinator')}` },
      body: JSON.stringify({ query: opens, variables: { command: { key }, event } }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await reply.json()) as {
      data?: { openCase?: { __typename: string } };
      errors?: { extensions: { code: string } }[];
    };
    if (answer.data?.openCase?.__typename === 'Told') return null;
    return answer.errors?.[0]?.extensions.code ?? JSON.stringify(answer);
  };
  const client = async (which: number): Promise<void> => {
    for (let n = 0; !over; n += 1) {
      const key = `${name}-${which}-${n}`;
      for (;;) {
        const trouble = await ask(key).catch((error: Error) => error.name);
        if (trouble === null) break;
        if (abandoned) return;
        troubles.add(trouble);
        await pause(RETRY_MS);
      }
      acknowledged.add(key);
      done[which] = (done[which] ?? 0) + 1;
      for (const { from, resolve } of waiting) if (from.every((some, at) => (done[at] ?? 0) > some)) resolve();
    }
  };
  const all = done.map((_none, which) => client(which));
  return {
    acknowledged,
    troubles,
    again: async () => {
      const began = performance.now();
      await new Promise<void>((resolve) => void waiting.push({ from: [...done], resolve }));
      return performance.now() - began;
    },
    abandon: () => void (over = abandoned = true),
    ends: async () => {
      over = true;
      await Promise.all(all);
    },
  };
}
