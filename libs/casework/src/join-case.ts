// People who come to a case that is there: known to the service, in the case and in its journal by one transaction.
import { may, summary, type Actor, type CaseEvent, type Effect, type Id, type Task } from '#libs/case';
import { NOT_FOUND, type Answer } from './answers.js';
import { canonical } from '#libs/hash-chain';
import { inTurn } from './in-turn.js';
import { applyEvents } from './apply-events.js';
import type { CaseFile, CaseStore, Clock, NewPerson, TakenRow, Text } from './ports.js';
import type { UnstampedEvent } from './happening.js';
import { journalFor } from './judge.js';
import { again } from './tell.js';

/** What a later file adds. `from` is what it was made from: ids in the events are new each time. */
export interface Joined {
  caseId: Id;
  key: string;
  from: string;
  events: readonly UnstampedEvent[];
  persons: NewPerson[];
  rows: TakenRow[];
  texts: Text[];
  tasks: Task[];
}

// As for a command: five clashes in a row mean that another program writes in a loop.
const TRIES = 5;

/** Adds all of it or, when the case refuses one of the events, none. The same addition under the same key happens once. */
export function joinCase(store: CaseStore, clock: Clock, actor: Actor, wanted: Joined): Promise<Answer> {
  const { caseId, key } = wanted;
  const said = canonical(wanted.from);
  return inTurn(caseId, async () => {
    let revision = 0;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { kept, file } = await store.loadForCommand(actor, caseId, key);
      if (kept) return again(store, kept, said);
      if (!file) return NOT_FOUND;
      revision = file.revision;
      const now = clock().toISOString();
      const stamp = { at: now < file.updatedAt ? file.updatedAt : now, by: actor.id };
      const events = wanted.events.map((event) => ({ ...event, ...stamp }) as CaseEvent);
      const journal = await journalFor(store, file, events);
      const before = { caseId, stored: file.stored, seq: revision, hash: file.lastHash, journal };
      const lived = applyEvents(actor, before, events, file.settings);
      if (!lived.ok) return lived;
      const { next, entries } = lived;
      if (entries.length === 0) return beside(store, actor, file, wanted, stamp);
      const effects: Effect[] = [...lived.effects, ...wanted.tasks];
      const shown = summary(next, stamp.at, file.settings);
      const change = {
        caseId,
        serviceId: file.serviceId,
        from: revision,
        opening: null,
        next,
        summary: shown,
        entries,
        effects,
        texts: wanted.texts,
        participants: [...shown.participants],
        answer: { actorId: actor.id, key, requestHash: store.requestHash(said) },
        ...stamp,
      };
      if (await store.writeWith(change, wanted.persons, [], wanted.rows))
        return { ok: true, caseId, revision: revision + entries.length, again: false };
    }
    return { ok: false, why: 'stale', revision };
  });
}

/** Rows without a new person still bring notes and tasks: they are kept beside the case, which does not move. */
async function beside(
  store: CaseStore,
  actor: Actor,
  { id: caseId, revision, stored }: CaseFile,
  { persons, rows, texts, tasks }: Joined,
  stamp: { at: string; by: Id },
): Promise<Answer> {
  const takes = may(actor, { type: 'participant.joined', ...stamp } as CaseEvent, stored.facts);
  if (!takes) return { ok: false, why: 'not-permitted', blockers: [] };
  const { serviceId } = actor;
  if (!(await store.keepNotes({ caseId, serviceId, texts, tasks, ...stamp }, persons, rows)))
    return { ok: false, why: 'stale', revision };
  return { ok: true, caseId, revision, again: false };
}
