// A command happens once under the key its sender chose: sent again it gets the same answer and does nothing.
import type { Actor, Id } from '#libs/case';
import { scopeOf } from '#libs/permissions';
import { canonical, same, sha256 } from '#libs/hash-chain';
import type { Decided } from './decided.js';
import { InvalidRequest, KeyReused, type Database, type Rows, type Scope } from '#libs/database';
import type { Sealing } from '#libs/sealing';

/** How a command is known again: by a keyed digest, because a command holds words that could be guessed from a plain one. */
export interface CommandDigests {
  requestHash(said: string): Uint8Array;
  /** Whether a kept digest is of what was said, under the master key in use or the one before. */
  isRequest(kept: Uint8Array, said: string): boolean;
}
export const commandDigests = (sealing: Pick<Sealing, 'commandDigests'>): CommandDigests => ({
  requestHash: (said) => sealing.commandDigests(said)[0] as Buffer,
  isRequest: (kept, said) => sealing.commandDigests(said).some((digest) => same(digest, kept)),
});

/** Throws BAD_COMMAND for a key that is none. */
export function checkKey(key: string): void {
  if (!/^[\x20-\x7e]{1,200}$/.test(key)) throw new InvalidRequest('BAD_COMMAND', 'A key is 1 to 200 plain characters');
}

/** What is kept of a key: a client may have made it of a name, and a digest outlives nobody's erasure. */
export const keyDigest = (key: string): string => sha256(key).toString('base64url');

/** Throws KeyReused when the answer that is kept under a key was given to another command. */
export function checkSameCommand(digests: CommandDigests, kept: Uint8Array, said: string): void {
  if (!digests.isRequest(kept, said)) throw new KeyReused();
}

/** The register of decisions outside a case. Those about a case are kept with it, in the statement that writes it (tell.ts). */
export interface DoneCommands extends CommandDigests {
  /** What was done under this key; null when nothing was. Others under the same key wait until this transaction ends. */
  before(rows: Rows, actor: Actor, key: string): Promise<{ requestHash: Uint8Array; made: Id } | null>;
  keep(rows: Rows, actor: Actor, done: { key: string; requestHash: Uint8Array; made: Id; at: string }): Promise<void>;
}

/** Who does it, under which key, and when (ISO). `said` is everything that makes it this command; `scope` is the actor's own when left out. */
export interface OnceRequest {
  actor: Actor;
  key: string;
  said: unknown;
  at: string;
  scope?: Scope;
}

/**
 * Decides something outside a case in one transaction and keeps the answer. A refusal is not kept: asked again, it is judged
 * again. Throws KeyReused for another command under the same key, BAD_COMMAND for a key that is none.
 */
export async function once(
  database: Database,
  commands: DoneCommands,
  { actor, key, said, at, scope = scopeOf(actor) }: OnceRequest,
  work: (rows: Rows) => Promise<Decided>,
): Promise<Decided> {
  checkKey(key);
  const whole = canonical(said);
  return database.within(scope, async (rows) => {
    const before = await commands.before(rows, actor, key);
    if (before) {
      checkSameCommand(commands, before.requestHash, whole);
      return { ok: true, id: before.made };
    }
    const decided = await work(rows);
    if (decided.ok)
      await commands.keep(rows, actor, { key, requestHash: commands.requestHash(whole), made: decided.id, at });
    return decided;
  });
}
