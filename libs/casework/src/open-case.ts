// Opening a case: case.opened and whatever is already known, told one after the other and written as one.
import {
  may,
  whoMay,
  open,
  summary,
  type Actor,
  type CaseEvent,
  type Effect,
  type EventOf,
  type Id,
  type Task,
} from '#libs/case';
import type { Answer } from './answers.js';
import { checkKey } from '#libs/commands';
import { BEFORE_THE_FIRST, canonical } from '#libs/hash-chain';
import { nextEntry } from './journal.js';
import { applyEvents } from './apply-events.js';
import type { CaseStore, Clock, NewOffence, NewPerson, TakenRow, Text } from './ports.js';
import { newReference } from './reference.js';
import type { UnstampedEvent } from './happening.js';
import { again } from './tell.js';

/** How a case begins. `opening` is case.opened without its ids; `besides` is what is known already, in order. */
export interface Opening {
  key: string;
  opening: Omit<EventOf<'case.opened'>, 'at' | 'by' | 'type' | 'caseId' | 'serviceId' | 'processId'>;
  initialEvents?: UnstampedEvent[];
  areaId?: Id | null;
  persons?: NewPerson[];
  offences?: NewOffence[];
  rows?: TakenRow[];
  /** Words with their readers: those the events name, and notes that belong to no event. */
  texts?: Text[];
  /** What staff must see besides what the case asks for. */
  tasks?: Task[];
  /** What the opening was made from; given when ids in it are new each time it is made, to know the same opening again. */
  from?: string;
  /** Given where the caller must know the id beforehand; random otherwise. */
  caseId?: Id;
}

/**
 * Opens a case. The same opening under the same key opens it once and gives the same answer.
 * Throws BAD_COMMAND for a key that is none. A refusal anywhere, at the opening or at what follows, refuses the whole: nothing is written.
 */
export async function openCase(store: CaseStore, clock: Clock, actor: Actor, wanted: Opening): Promise<Answer> {
  checkKey(wanted.key);
  const caseId = wanted.caseId ?? crypto.randomUUID();
  const said = canonical(
    wanted.from ?? [wanted.opening, wanted.initialEvents ?? [], wanted.areaId ?? null, wanted.texts ?? []],
  );
  const before = await store.loadForCommand(actor, caseId, wanted.key);
  if (before.kept) return again(store, before.kept, said);
  const settings = await store.settings(actor.serviceId);
  const stamp = { at: clock().toISOString(), by: actor.id };
  const opened: EventOf<'case.opened'> = {
    ...wanted.opening,
    ...stamp,
    type: 'case.opened',
    caseId,
    serviceId: actor.serviceId,
    processId: crypto.randomUUID(),
  };
  const first = open(opened, settings);
  if (!may(actor, opened, first.next.facts))
    return { ok: false, why: 'not-permitted', blockers: [], whoMay: whoMay(opened, null) };
  const entry = nextEntry(caseId, 1, opened, BEFORE_THE_FIRST);
  const besides = (wanted.initialEvents ?? []).map((event) => ({ ...event, ...stamp }) as CaseEvent);
  const lived = applyEvents(
    actor,
    { caseId, stored: first.next, seq: 1, hash: entry.hash, journal: [opened] },
    besides,
    settings,
  );
  if (!lived.ok) return lived;
  const { next } = lived;
  const entries = [entry, ...lived.entries];
  const effects: Effect[] = [...first.effects, ...lived.effects, ...(wanted.tasks ?? [])];
  const shown = summary(next, stamp.at, settings);
  const written = await store.writeWith(
    {
      caseId,
      serviceId: actor.serviceId,
      from: 0,
      next,
      summary: shown,
      entries,
      effects,
      texts: wanted.texts ?? [],
      participants: [...shown.participants],
      opening: {
        reference: newReference(),
        areaId: wanted.areaId ?? null,
        openedAt: stamp.at,
        offenceIds: opened.offences.map((offence) => offence.offenceId),
      },
      answer: { actorId: actor.id, key: wanted.key, requestHash: store.requestHash(said) },
      ...stamp,
    },
    wanted.persons ?? [],
    wanted.offences ?? [],
    wanted.rows ?? [],
  );
  if (written) return { ok: true, caseId, revision: entries.length, again: false };
  // Another process was quicker: the same key, or the same row of a file under another key.
  const after = await store.loadForCommand(actor, caseId, wanted.key);
  return after.kept ? again(store, after.kept, said) : { ok: false, why: 'stale', revision: 0 };
}
