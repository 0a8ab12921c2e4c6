// The one transaction script: every change to a case goes through here (design section 5).
import {
  decide,
  isThereFor,
  may,
  preview as wouldBe,
  seesDetails,
  speaksUninformed,
  summary,
  type Actor,
  type Blocker,
  type CaseEvent,
  type Decision,
  type Facts,
  type Id,
  type Preview,
  type Refusal,
  type Summary,
} from '#libs/case';
import { NOT_FOUND, type Answer, type Done, type NotFound } from './answers.js';
import { canonical } from '#libs/hash-chain';
import { sameActor, type ActorCheck } from '#libs/permissions';
import { eventOf, nextEntry } from './journal.js';
import { inTurn } from './in-turn.js';
import { checkKey, checkSameCommand } from '#libs/commands';
import type { CaseChange, CaseFile, CaseStore, Clock, Kept, ParticipantRow } from './ports.js';
import { InvalidRequest, serviceScope } from '#libs/database';
import { withRegisters } from './registers.js';
import { textsOf, type Words } from './texts.js';
import { withProcess } from './which-process.js';
import { withKnownPerson } from './whom-it-names.js';

type Unstamped<E> = E extends CaseEvent
  ? Omit<E, 'at' | 'by' | 'standing' | 'textSha256' | 'agreementId' | 'deviations'>
  : never;
/** An event before it is stamped: casework adds `at`, `by`, which process where only one can be meant (which-process.ts), and what the service's registers say (registers.ts). */
export type UnstampedEvent = Unstamped<CaseEvent>;

/** A command to a case. `revision` pins it: when the case has moved on, it is Stale. */
export interface Command {
  caseId: Id;
  event: UnstampedEvent;
  /** Idempotency key, chosen by the caller, unique to this actor. */
  key: string;
  revision?: number;
  /** The words behind the text ids of the event. Who may read them follows from the event (libs/case `written`). */
  texts?: Words[];
  /** For an actor who is known from an earlier request. When they are another by now, the answer is NotFound and nothing is written. */
  check?: ActorCheck;
}

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
  const said = canonical([command.caseId, command.event, command.revision ?? null, command.texts ?? []]);
  checkKey(command.key);
  if (said.includes('\\u0000')) throw new InvalidRequest('BAD_COMMAND', 'No text holds a NUL');
  return inTurn(command.caseId, async () => {
    let revision = 0;
    let detailed = false;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { kept, file } = await store.loadForCommand(actor, command.caseId, command.key, command.check);
      if (command.check && !sameActor(actor, command.check.found ?? null)) return NOT_FOUND;
      if (kept) return again(store, kept, said, file !== null && seesDetails(actor, file.stored.facts));
      if (!file || !isThereFor(actor, file.stored.facts)) return NOT_FOUND;
      revision = file.revision;
      detailed = seesDetails(actor, file.stored.facts);
      // Whether a revision is the right one would tell an actor without details how much others have done: theirs pins nothing.
      if (detailed && command.revision !== undefined && command.revision !== revision)
        return { ok: false, why: 'stale', revision };
      const happened = stamped(clock, actor, command.event, file);
      if (!mayTell(actor, happened, file.stored.facts)) return { ok: false, why: 'not-permitted', blockers: [] };
      const { event, missing } = await withRegisters(store, actor.serviceId, happened, file.stored.facts);
      const journal = await journalFor(store, file, [event]);
      const decision = withMissing(decide(file.stored, event, file.settings, journal), missing);
      if (!decision.ok) return decision;
      const change = changeOf(file, decision, actor, command, store.requestHash(said));
      if (await store.write(change)) {
        const after = seesDetails(actor, decision.next.facts);
        return { ok: true, caseId: file.id, revision: revision + 1, again: false, ...unlessDetailed(after) };
      }
    }
    return { ok: false, why: 'stale', revision, ...unlessDetailed(detailed) };
  });
}

/** What a command would do and whom it would tell, without doing it. NotFound as for tell. */
export async function preview(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  caseId: Id,
  happening: UnstampedEvent,
): Promise<Preview | NotFound> {
  const { file } = await store.loadForCommand(actor, caseId, '');
  if (!file || !isThereFor(actor, file.stored.facts)) return NOT_FOUND;
  const event = stamped(clock, actor, happening, file);
  if (mayTell(actor, event, file.stored.facts)) {
    const registered = await withRegisters(store, actor.serviceId, event, file.stored.facts);
    const journal = await journalFor(store, file, [registered.event]);
    const shown = wouldBe(file.stored, registered.event, file.settings, journal);
    const would = withMissing(shown.would, registered.missing);
    return would.ok ? shown : nothing(would);
  }
  // Who may not say it is not told what would follow either.
  return nothing({ ok: false, why: 'not-permitted', blockers: [] });
}

const nothing = (would: Refusal): Preview => ({
  would,
  moves: {},
  told: [],
  cancelled: [],
  meetingsCalledOff: [],
  tasks: [],
});

/** What happened earlier is judged by its own day, for which the whole journal is read; nothing else needs it (R95). */
export const journalFor = async (
  store: CaseStore,
  { id, serviceId, revision }: CaseFile,
  events: readonly CaseEvent[],
): Promise<CaseEvent[] | null> =>
  events.every(({ on }) => on === undefined)
    ? null
    : (await store.journal(serviceScope(serviceId), id, { revision })).map(eventOf);

/** What the registers lack stands before the event like any other blocker, after those of the case itself. */
function withMissing<D extends { ok: true }>(decision: D | Refusal, missing: readonly Blocker[]): D | Refusal {
  if (missing.length === 0 || (!decision.ok && decision.why !== 'blocked')) return decision;
  return { ok: false, why: 'blocked', blockers: [...(decision.ok ? [] : decision.blockers), ...missing] };
}

/** The answer given before, for the command that it was given to. Throws KeyReused for any other. */
export function again(store: CaseStore, { caseId, requestHash, revision }: Kept, said: string, detailed = true): Done {
  checkSameCommand(store, requestHash, said);
  return { ok: true, caseId, revision, again: true, ...unlessDetailed(detailed) };
}

const unlessDetailed = (detailed: boolean): { detailed?: false } => (detailed ? {} : { detailed });

/** Who may say it, and knows that they may: a part they are not told of is not theirs to speak for (R4, R9). */
const mayTell = (actor: Actor, event: CaseEvent, facts: Facts): boolean =>
  may(actor, event, facts) &&
  !speaksUninformed(actor, facts, 'participantId' in event ? event.participantId : undefined);

// A case's own time never runs backwards, whatever the clocks of two servers say: its journal is read by instant.
const stampFor = (clock: Clock, file: CaseFile): string => {
  const now = clock().toISOString();
  return now < file.updatedAt ? file.updatedAt : now;
};
// Without the facilitator's record: whether a person works here is looked up only for an actor who may assign.
const stamped = (clock: Clock, actor: Actor, happening: UnstampedEvent, file: CaseFile): CaseEvent => {
  const { facts } = file.stored;
  const meant = withKnownPerson(actor, withProcess(actor, happening, facts), facts);
  return { ...meant, at: stampFor(clock, file), by: actor.id } as CaseEvent;
};

function changeOf(
  file: CaseFile,
  { next, event, effects }: Decision,
  actor: Actor,
  command: Command,
  requestHash: Uint8Array,
): CaseChange {
  const shown = summary(next, event.at, file.settings);
  return {
    caseId: file.id,
    serviceId: file.serviceId,
    from: file.revision,
    opening: null,
    next,
    summary: shown,
    entries: [nextEntry(file.id, file.revision + 1, event, file.lastHash)],
    effects,
    texts: textsOf(event, command.texts ?? []),
    participants: changedParticipants(file, event, shown),
    answer: { actorId: actor.id, key: command.key, requestHash },
    at: event.at,
    by: actor.id,
  };
}

const changedParticipants = (file: CaseFile, event: CaseEvent, shown: Summary): ParticipantRow[] | null =>
  event.type.startsWith('participant.') ? shown.participants : null;
