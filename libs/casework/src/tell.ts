// The one transaction script: every change to a case goes through here (design section 5).
import { isThereFor, seesDetails, summary, type Actor, type CaseEvent, type Id, type Summary } from '#libs/case';
import { NOT_FOUND, type Answer, type Done } from './answers.js';
import { canonical } from '#libs/hash-chain';
import { sameActor, type ActorCheck } from '#libs/permissions';
import type { Happening } from './happening.js';
import { inTurn } from './in-turn.js';
import { judge, type Judged } from './judge.js';
import { checkKey, checkSameCommand } from '#libs/commands';
import type { CaseChange, CaseFile, CaseStore, Clock, Kept, ParticipantRow } from './ports.js';
import { InvalidRequest } from '#libs/database';
import { textsOf } from './texts.js';

/** A command to a case. `revision` pins it: when the case has moved on, it is Stale. */
export interface Command extends Happening {
  caseId: Id;
  /** What the same person knows at the same moment, told after the event and in this order: all of it happens, or none (R100). */
  also?: readonly Happening[];
  /** Idempotency key, chosen by the caller, unique to this actor. */
  key: string;
  revision?: number;
  /** For an actor who is known from an earlier request. When they are another by now, the answer is NotFound and nothing is written. */
  check?: ActorCheck;
}
const happeningsOf = ({ event, texts = [], also = [] }: Command): Happening[] => [{ event, texts }, ...also];

// How often a clash with another process is decided again. In this process commands to one case take turns, so a
// clash needs a second server; five in a row mean that another program writes in a loop, and the caller gets an error.
const TRIES = 5;

/**
 * Tells a case that something happened.
 * A case that was told is in the journal, its effects are queued, and the answer is kept: the same command under the
 * same key gives the same answer. A refusal or Stale writes nothing and is not kept: asked again, it is judged again.
 * Throws KeyReused when the key was used for another command, UNKNOWN_STAFF when an assignment names no member of staff.
 */
export async function tell(store: CaseStore, clock: Clock, actor: Actor, command: Command): Promise<Answer> {
  const said = saidBy(command);
  checkKey(command.key);
  if (said.includes('\\u0000')) throw new InvalidRequest('BAD_COMMAND', 'No text holds a NUL');
  return inTurn(command.caseId, async () => {
    let revision = 0;
    let detailed = false;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { kept, file } = await load(store, actor, command);
      if (command.check && !sameActor(actor, command.check.found ?? null)) return NOT_FOUND;
      if (kept) return again(store, kept, said, file !== null && seesDetails(actor, file.stored.facts));
      if (!file || !isThereFor(actor, file.stored.facts)) return NOT_FOUND;
      revision = file.revision;
      detailed = seesDetails(actor, file.stored.facts);
      // Whether a revision is the right one would tell an actor without details how much others have done: theirs pins nothing.
      if (detailed && command.revision !== undefined && command.revision !== revision)
        return { ok: false, why: 'stale', revision };
      const judged = await judge(store, clock, actor, file, happeningsOf(command));
      if (!judged.ok) return judged;
      const change = changeOf(file, judged, actor, command, store.requestHash(said));
      if (await store.write(change)) {
        const after = seesDetails(actor, judged.next.facts);
        return {
          ok: true,
          caseId: file.id,
          revision: revision + judged.entries.length,
          again: false,
          ...unlessDetailed(after),
        };
      }
    }
    return { ok: false, why: 'stale', revision, ...unlessDetailed(detailed) };
  });
}

/** What was answered before, and the case as far as this actor reaches it: for a concern alone, whoever is on call reaches each. */
async function load(
  store: CaseStore,
  actor: Actor,
  command: Command,
): Promise<{ kept: Kept | null; file: CaseFile | null }> {
  const found = await store.loadForCommand(actor, command.caseId, command.key, command.check);
  const isWorry = happeningsOf(command).every(({ event }) => event.type === 'concern.raised');
  if (found.kept || found.file || !isWorry) return found;
  return { kept: null, file: await store.loadOnCall(actor, command.caseId) };
}

/** What a command says, so that the same command is known again. */
const saidBy = ({ caseId, event, revision, texts, also }: Command): string =>
  canonical([caseId, event, revision ?? null, texts ?? [], ...(also?.length ? [also] : [])]);

/** The answer given before, for the command that it was given to. Throws KeyReused for any other. */
export function again(store: CaseStore, { caseId, requestHash, revision }: Kept, said: string, detailed = true): Done {
  checkSameCommand(store, requestHash, said);
  return { ok: true, caseId, revision, again: true, ...unlessDetailed(detailed) };
}

const unlessDetailed = (detailed: boolean): { detailed?: false } => (detailed ? {} : { detailed });

function changeOf(
  file: CaseFile,
  { next, told, entries, effects }: Judged,
  actor: Actor,
  command: Command,
  requestHash: Uint8Array,
): CaseChange {
  const { at } = told.at(-1) as CaseEvent;
  const shown = summary(next, at, file.settings);
  return {
    caseId: file.id,
    serviceId: file.serviceId,
    from: file.revision,
    opening: null,
    next,
    summary: shown,
    entries,
    effects,
    texts: happeningsOf(command).flatMap(({ texts = [] }, n) => textsOf(told[n] as CaseEvent, texts)),
    participants: changedParticipants(told, shown),
    answer: { actorId: actor.id, key: command.key, requestHash },
    at,
    by: actor.id,
  };
}

const changedParticipants = (told: readonly CaseEvent[], shown: Summary): ParticipantRow[] | null =>
  told.some(({ type }) => type.startsWith('participant.')) ? shown.participants : null;
