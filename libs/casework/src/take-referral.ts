// A referral becomes persons, offences, participants and a case, kept apart so that each counts once (R10), and only once.
import type { Actor, Id } from '#libs/case';
import { remaining, type Referral } from '#libs/intake';
import type { Answer } from './answers.js';
import { openCase } from './open-case.js';
import type { CaseStore, Clock, NewPerson } from './ports.js';
import { joinings, notesOf, openingOf, tasksOf } from './referral-events.js';
import { tell } from './tell.js';

/** `opened`: a new case. `joined`: new people in a case that other rows of the same referral had opened. `duplicate`: every row was taken before. */
export type Taken =
  { ok: true; taken: 'opened' | 'joined' | 'duplicate'; caseId: Id; personIds: Id[] } | Exclude<Answer, { ok: true }>;

/** Where the referral stands in an upload. */
export interface TakeOptions {
  batchId?: Id | null;
  areaId?: Id | null;
}

/**
 * Takes a referral. Its rows are known by fingerprint: taken again, alone or in another file, they take nothing twice.
 * Refused when this actor may not open cases; nothing is written then.
 */
export async function takeReferral(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  referral: Referral,
  { batchId = null, areaId = null }: TakeOptions = {},
): Promise<Taken> {
  const known = await store.takenBefore(
    actor.serviceId,
    referral.rows.map((row) => row.fingerprint),
  );
  const wanted = remaining(referral, new Set(known.keys()));
  const earlier = [...known.values()][0];
  if (earlier !== undefined)
    return wanted
      ? join(store, clock, actor, wanted, earlier, batchId)
      : { ok: true, taken: 'duplicate', caseId: earlier, personIds: [] };

  const at = clock().toISOString();
  const offences = await offencesOf(store, actor, referral);
  const people = joinings(referral, at);
  const notes = notesOf(referral);
  const answer = await openCase(store, clock, actor, {
    key: `referral ${fingerprintOf(referral)}`,
    opening: openingOf(referral, offences),
    besides: people.flatMap((person) => person.events),
    areaId,
    persons: people.map(({ person }) => person),
    offences: offences.filter((offence) => offence.isNew),
    rows: referral.rows.map((row) => ({ ...row, batchId })),
    texts: [...notes, ...people.flatMap((person) => person.texts)],
    tasks: tasksOf(referral),
    from: fingerprintOf(referral),
  });
  if (answer.ok)
    return {
      ok: true,
      taken: answer.again ? 'duplicate' : 'opened',
      caseId: answer.caseId,
      personIds: answer.again ? [] : people.map(({ person }) => person.id),
    };
  // Somebody took one of its rows in the same moment: look again, and find it taken.
  return answer.why === 'stale' ? takeReferral(store, clock, actor, referral, { batchId, areaId }) : answer;
}

const fingerprintOf = (referral: Referral): string =>
  referral.rows.map((row) => row.fingerprint).toSorted()[0] ?? crypto.randomUUID();

/** R10: an offence that the service knows by the referrer's reference is the same offence, in however many cases. */
async function offencesOf(store: CaseStore, actor: Actor, referral: Referral) {
  const references = referral.offences.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const known = await store.offencesByReference(actor.serviceId, references);
  return referral.offences.map((offence) => {
    const before = offence.reference === null ? undefined : known.get(offence.reference);
    return { ...offence, id: before ?? crypto.randomUUID(), isNew: before === undefined };
  });
}

/** A second person harmed by the same offence came with a later file: they join the case that is there. */
async function join(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  referral: Referral,
  caseId: Id,
  batchId: Id | null,
): Promise<Taken> {
  const fresh = new Set(referral.rows.map((row) => row.fingerprint));
  const people = joinings(
    {
      ...referral,
      people: referral.people.filter((one) => one.role !== 'responsible' && one.rows.some((row) => fresh.has(row))),
    },
    clock().toISOString(),
  );
  for (const { person, events } of people) {
    await store.addPersons(actor.serviceId, [person] satisfies NewPerson[]);
    for (const event of events.filter(({ type }) => type === 'participant.joined')) {
      const answer = await tell(store, clock, actor, { caseId, key: crypto.randomUUID(), event });
      if (!answer.ok) return answer;
    }
  }
  await store.markTaken(
    actor.serviceId,
    caseId,
    referral.rows.map((row) => ({ ...row, batchId })),
  );
  return { ok: true, taken: 'joined', caseId, personIds: people.map(({ person }) => person.id) };
}
