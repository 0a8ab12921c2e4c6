// A referral becomes persons, offences, participants and a case, kept apart so that each counts once (R10), and only once.
import { mayOpenCases, type Actor, type Id, type Task } from '#libs/case';
import { remaining, type Objection, type Referral } from '#libs/intake';
import type { Answer } from './answers.js';
import { joinCase } from './join-case.js';
import { openCase } from './open-case.js';
import { heedCaution, heedObjections, heedReachedAlike } from './heed.js';
import type { CaseStore, Clock, Text } from './ports.js';
import { differences, goesOn, sameCase, type SameCase } from './same-case.js';
import { concernsOf, joinings, notesOf, openingOf, tasksOf, unread } from './referral-events.js';
import type { UnstampedEvent } from './happening.js';

/** `opened`: a new case. `joined`: new people in a case that other rows of the same referral had opened. `duplicate`: every row was taken before. */
export type Taken =
  { ok: true; taken: 'opened' | 'joined' | 'duplicate'; caseId: Id; personIds: Id[] } | Exclude<Answer, { ok: true }>;

/** Where the referral stands in an upload. */
export interface TakeOptions {
  batchId?: Id | null;
  areaId?: Id | null;
  /** Who in the file does not agree to share. Those of this referral's rows are heeded, and kept nowhere. */
  objections?: readonly Objection[];
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
  given: TakeOptions = {},
): Promise<Taken> {
  const { objections = [], ...options } = given;
  const fingerprints = referral.rows.map((row) => row.fingerprint);
  const known = await store.takenBefore(actor.serviceId, fingerprints);
  const wanted = remaining(referral, new Set(known.keys()));
  const own = objections.filter(({ row }) => fingerprints.includes(row) && !known.has(row));
  const references = referral.offences.flatMap(({ reference }) => reference ?? []);
  // Whoever may not open cases is refused before anything of the service's own is looked at.
  const cases = wanted && mayOpenCases(actor) ? await store.held.openCasesAbout(actor.serviceId, references) : [];
  const same = wanted && sameCase(wanted, own, cases);
  if (wanted && mayOpenCases(actor)) await heedObjections(store, clock, actor, own, same?.objecting ?? []);
  const taken = await place(store, clock, actor, referral, { wanted, same, earlier: [...known.values()][0] }, options);
  if (!taken.ok) {
    // Another process took its rows in the same moment: look again, and find them taken.
    const since = taken.why === 'stale' ? await store.takenBefore(actor.serviceId, fingerprints) : known;
    return since.size > known.size ? takeReferral(store, clock, actor, referral, given) : taken;
  }
  if (same && isUnsafe(referral)) {
    const about = same.known.filter(({ held }) => held.role === 'harmed').map(({ held }) => held.personId);
    await heedCaution(store, clock, actor, about, await nameOf(store, actor, referral));
  }
  await heedReachedAlike(store, clock, actor, taken.caseId);
  return taken;
}

const isUnsafe = ({ people, flags }: Referral): boolean =>
  flags.some(({ what }) => what === 'cautionInWords') ||
  people.some(
    ({ role, contact, agreedToShare }) => role === 'harmed' && agreedToShare !== false && contact.safe === false,
  );

/** Where the referral goes: to the case of its own rows, to the case about the same offence and people, or to a new one. */
function place(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  referral: Referral,
  { wanted, same, earlier }: { wanted: Referral | null; same: SameCase | null; earlier: Id | undefined },
  options: TakeOptions,
): Promise<Taken> {
  if (wanted === null) return Promise.resolve({ ok: true, taken: 'duplicate', caseId: earlier ?? '', personIds: [] });
  if (same) return again(store, clock, actor, wanted, same, options);
  return earlier === undefined
    ? begin(store, clock, actor, referral, options)
    : join(store, clock, actor, wanted, earlier, options);
}

/** R10: the case is there. What is new joins it; what can be added safely is added; what differs is shown to staff and waits for them. */
async function again(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  referral: Referral,
  same: SameCase,
  options: TakeOptions,
): Promise<Taken> {
  const { file } = await store.loadForCommand(actor, same.caseId, '');
  const compared = same.known.map((one) => ({ ...one, ...differences(one) }));
  for (const { held, added } of compared)
    if (Object.keys(added).length > 0) await store.held.writeValues(actor.serviceId, held.personId, added);
  const differing = compared.flatMap(({ held, differing: fields }) => fields.map((field) => ({ held, ...field })));
  const { stage } = referral.justiceStage;
  const on = file !== null && goesOn(file.stored.facts.referral.justiceStage, stage);
  return join(
    store,
    clock,
    actor,
    {
      ...referral,
      people: same.fresh,
      flags: same.fresh.length > 0 ? referral.flags : withoutConcerns(referral.flags),
    },
    same.caseId,
    options,
    {
      events: on ? [{ type: 'justice.updated', justiceStage: stage }] : [],
      texts: differing.map(({ held, field, says }) => ({
        id: crypto.randomUUID(),
        audience: 'staff',
        words: `${field}: a later row says "${says}", which is not what is held. Ask which is right, and change it there.`,
        about: held.participantId,
        came: true,
      })),
      tasks: [...new Set(differing.map(({ held }) => held.participantId))].map((about) => ({
        type: 'task',
        for: 'coordinator',
        assignee: null,
        task: 'valuesDiffer',
        processId: null,
        about,
      })),
    },
  );
}

/** Who is there already has been judged, or is judged by name (heedCaution): no concern is raised again for the whole case. */
const withoutConcerns = (flags: Referral['flags']): Referral['flags'] =>
  flags.filter(({ what }) => what !== 'cautionInWords' && what !== 'abuseNotKnown');

/** What a later referral brings beside its newcomers. */
interface Besides {
  events: UnstampedEvent[];
  texts: Text[];
  tasks: Task[];
}
const nothingBesides: Besides = { events: [], texts: [], tasks: [] };

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
  const concerns = concernsOf(referral);
  const from = await nameOf(store, actor, referral);
  const notes = notesOf(referral, people);
  const answer = await openCase(store, clock, actor, {
    key: `referral ${from}`,
    opening: openingOf(referral, offences),
    initialEvents: [...people.flatMap((person) => person.events), ...concerns.events, ...unread(notes)],
    areaId,
    persons: people.map(({ person }) => person),
    offences: offences.filter((offence) => offence.isNew),
    rows: referral.rows.map((row) => ({ ...row, batchId })),
    texts: [...notes, ...people.flatMap((person) => person.texts), ...concerns.texts],
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
  besides: Besides = nothingBesides,
): Promise<Taken> {
  const fresh = new Set(referral.rows.map((row) => row.fingerprint));
  const isNew = ({ role, rows }: Referral['people'][number]) =>
    role !== 'responsible' && rows.some((row) => fresh.has(row));
  const newcomers = { ...referral, people: referral.people.filter(isNew) };
  const people = joinings(newcomers, clock().toISOString());
  const concerns = concernsOf(referral);
  const { file } = await store.loadForCommand(actor, caseId, '');
  const flagged = file?.stored.facts.safeguarding.flags ?? {};
  const risks = (openingOf(referral, []).flags ?? []).filter((flag) => !flagged[flag]);
  const from = await nameOf(store, actor, referral);
  const notes = await store.newTexts(actor.serviceId, caseId, [...notesOf(referral, people), ...besides.texts]);
  const answer = await joinCase(store, clock, actor, {
    caseId,
    key: `referral ${from}`,
    from,
    events: [
      ...people.flatMap(({ events }) => events),
      ...risks.map((flag): UnstampedEvent => ({ type: 'flag.set', flag })),
      ...concerns.events,
      ...besides.events,
      ...unread(notes),
    ],
    persons: people.map(({ person }) => person),
    rows: referral.rows.map((row) => ({ ...row, batchId: options.batchId ?? null })),
    texts: [...notes, ...people.flatMap(({ texts }) => texts), ...concerns.texts],
    tasks: [...tasksOf(referral, people), ...besides.tasks],
  });
  if (answer.ok) {
    const personIds = answer.again ? [] : people.map(({ person }) => person.id);
    return { ok: true, taken: answer.again ? 'duplicate' : 'joined', caseId, personIds };
  }
  const closed = answer.why === 'blocked' && answer.blockers.some(({ rule }) => rule === 'closed');
  return closed ? begin(store, clock, actor, referral, options) : answer;
}
