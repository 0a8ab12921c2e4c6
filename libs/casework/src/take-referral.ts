// A referral becomes persons, offences, participants and a case, kept apart so that each counts once (R10), and only once.
import type { Actor, Id } from '#libs/case';
import { remaining, type Referral } from '#libs/intake';
import type { Answer } from './answers.js';
import { joinCase } from './join-case.js';
import { openCase } from './open-case.js';
import type { CaseStore, Clock } from './ports.js';
import { concernOf, joinings, notesOf, openingOf, tasksOf } from './referral-events.js';
import type { UnstampedEvent } from './happening.js';

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
  if (earlier === undefined) return begin(store, clock, actor, referral, { batchId, areaId });
  return wanted
    ? join(store, clock, actor, wanted, earlier, { batchId, areaId })
    : { ok: true, taken: 'duplicate', caseId: earlier, personIds: [] };
}

/** A case of its own for the referral. */
async function begin(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  referral: Referral,
  options: TakeOptions,
): Promise<Taken> {
  const { batchId = null, areaId = null } = options;
  const offences = await offencesOf(store, actor, referral);
  const people = joinings(referral, clock().toISOString());
  const concern = concernOf(referral);
  const from = await nameOf(store, actor, referral);
  const answer = await openCase(store, clock, actor, {
    key: `referral ${from}`,
    opening: openingOf(referral, offences),
    initialEvents: [...people.flatMap((person) => person.events), ...(concern ? [concern.event] : [])],
    areaId,
    persons: people.map(({ person }) => person),
    offences: offences.filter((offence) => offence.isNew),
    rows: referral.rows.map((row) => ({ ...row, batchId })),
    texts: [...notesOf(referral), ...people.flatMap((person) => person.texts), ...(concern ? [concern.text] : [])],
    tasks: tasksOf(referral, people),
    from,
  });
  // Another process took one of its rows in the same moment: look again, and find it taken.
  if (!answer.ok) return answer.why === 'stale' ? takeReferral(store, clock, actor, referral, options) : answer;
  return {
    ok: true,
    taken: answer.again ? 'duplicate' : 'opened',
    caseId: answer.caseId,
    personIds: answer.again ? [] : people.map(({ person }) => person.id),
  };
}

/** What a referral is known by wherever it is kept: the fingerprint of one of its rows, keyed for the service. */
async function nameOf(store: CaseStore, actor: Actor, referral: Referral): Promise<string> {
  const first = referral.rows.map((row) => row.fingerprint).toSorted()[0];
  return first === undefined ? crypto.randomUUID() : ((await store.fingerprints(actor.serviceId, [first]))[0] ?? first);
}

/** R10: an offence that the service knows by the referrer's reference is the same offence, in however many cases. */
async function offencesOf(store: CaseStore, actor: Actor, referral: Referral) {
  const references = referral.offences.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const known = await store.offencesByReference(actor.serviceId, references);
  return referral.offences.map((offence) => {
    const before = offence.reference === null ? undefined : known.get(offence.reference);
    return { ...offence, id: before ?? crypto.randomUUID(), isNew: before === undefined };
  });
}

/**
 * A second person harmed by the same offence came with a later file: they join the case that is there, with their notes,
 * risks and tasks. A case that is closed by then stays closed, and a new one is opened about the same offence.
 */
async function join(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  referral: Referral,
  caseId: Id,
  options: TakeOptions,
): Promise<Taken> {
  const fresh = new Set(referral.rows.map((row) => row.fingerprint));
  const isNew = ({ role, rows }: Referral['people'][number]) =>
    role !== 'responsible' && rows.some((row) => fresh.has(row));
  const newcomers = { ...referral, people: referral.people.filter(isNew) };
  const people = joinings(newcomers, clock().toISOString());
  const concern = concernOf(referral);
  const { file } = await store.loadForCommand(actor, caseId, '');
  const flagged = file?.stored.facts.safeguarding.flags ?? {};
  const risks = (openingOf(referral, []).flags ?? []).filter((flag) => !flagged[flag]);
  const from = await nameOf(store, actor, referral);
  const answer = await joinCase(store, clock, actor, {
    caseId,
    key: `referral ${from}`,
    from,
    events: [
      ...people.flatMap(({ events }) => events),
      ...risks.map((flag): UnstampedEvent => ({ type: 'flag.set', flag })),
      ...(concern ? [concern.event] : []),
    ],
    persons: people.map(({ person }) => person),
    rows: referral.rows.map((row) => ({ ...row, batchId: options.batchId ?? null })),
    texts: [
      ...(await store.newTexts(actor.serviceId, caseId, notesOf(referral))),
      ...people.flatMap(({ texts }) => texts),
      ...(concern ? [concern.text] : []),
    ],
    tasks: tasksOf(referral, people),
  });
  if (answer.ok) {
    const personIds = answer.again ? [] : people.map(({ person }) => person.id);
    return { ok: true, taken: answer.again ? 'duplicate' : 'joined', caseId, personIds };
  }
  const closed = answer.why === 'blocked' && answer.blockers.some(({ rule }) => rule === 'closed');
  return closed ? begin(store, clock, actor, referral, options) : answer;
}
