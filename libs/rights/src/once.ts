// A command about rights happens once: under the key it was sent with, in one transaction with what it does.
import type { Actor, Id } from '#libs/case';
import { canonical, KeyReused, scopeOf, InvalidRequest, type Database, type Rows } from '#libs/casework';
import type { RightsAnswer } from './answers.js';

/** The register of commands that were done. */
export interface Commands {
  /** What was done under this key; null when nothing was. Others under the same key wait until this transaction ends. */
  before(rows: Rows, actor: Actor, key: string): Promise<{ requestHash: Uint8Array; made: Id } | null>;
  /** A keyed digest of what was said: reasons stand in it, and nobody who reads the table may try words against it. */
  requestHash(said: string): Uint8Array;
  /** Whether a digest is of what was said, under the key in use or the one before. */
  isRequest(kept: Uint8Array, said: string): boolean;
  keep(rows: Rows, actor: Actor, done: { key: string; requestHash: Uint8Array; made: Id; at: string }): Promise<void>;
}

/** What is done: who, under which key, what was said (for the hash), and when. */
export interface Doing {
  actor: Actor;
  key: string;
  said: unknown;
  at: string;
}

/**
 * Does the work in a transaction of the actor's own scope and keeps its answer. A refusal is not kept: asked again, it is
 * judged again. Throws KeyReused for another command under the same key, InvalidRequest for a key that is none.
 */
export function once(
  database: Database,
  commands: Commands,
  { actor, key, said, at }: Doing,
  work: (rows: Rows) => Promise<RightsAnswer>,
): Promise<RightsAnswer> {
  if (!/^[\x20-\x7e]{1,200}$/.test(key)) throw new InvalidRequest('BAD_COMMAND', 'A key is 1 to 200 plain characters');
  const whole = canonical(said);
  return database.within(scopeOf(actor), async (rows) => {
    const before = await commands.before(rows, actor, key);
    if (before && !commands.isRequest(before.requestHash, whole)) throw new KeyReused();
    if (before) return { ok: true, id: before.made };
    const answer = await work(rows);
    if (answer.ok) {
      const requestHash = commands.requestHash(whole);
      await commands.keep(rows, actor, { key, requestHash, made: answer.id, at });
    }
    return answer;
  });
}
