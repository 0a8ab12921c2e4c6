// What is due for removal, and what a hold keeps: worked out from plain data, so that a dry run and a run cannot differ (R69).
import { ages, isHidden, partsOf, type ConsentKey, type Facts, type Id } from '#libs/case';
import {
  recordClasses,
  type RecordClass,
  type RecordClassName,
  type RetentionEvent,
  type Term,
} from '../record-classes/classes.js';

/** A hold that stands. Exactly one of the three is given. */
export interface Hold {
  id: Id;
  personId: Id | null;
  caseId: Id | null;
  class: RecordClassName | null;
}
/** One person's part in a case. */
export interface PartOf {
  caseId: Id;
  participantId: Id;
  /** ISO instant; null while it is open. */
  closedAt: string | null;
  /** Latest event in which they were spoken with or answered. */
  lastContact: string;
  facts: Facts;
}
export interface HeldPerson {
  personId: Id;
  /** 'YYYY-MM-DD'; null when not held. */
  bornOn: string | null;
  parts: readonly PartOf[];
}
export interface HeldCase {
  caseId: Id;
  personIds: readonly Id[];
  closedAt: string | null;
  lastContact: string | null;
  /** Which removals would find something. */
  holds: readonly ('words' | 'safeguardingWords' | 'messages')[];
}
/** Something due: a person or what belongs to a case. `since`: the ISO instant its last period ended. */
export interface Due {
  class: RecordClassName;
  kind: 'person' | 'case';
  id: Id;
  since: string;
}
export interface Plan {
  due: Due[];
  /** Due by its period and kept by these holds. */
  held: (Due & { holds: Id[] })[];
}
type Moments = Partial<Record<RetentionEvent, string | null>>;

/** The instant at which a period ended, as ISO text. */
export function endOf(term: Term, from: string): string {
  const end = new Date(from.length === 10 ? `${from}T00:00:00.000Z` : from);
  end.setUTCFullYear(end.getUTCFullYear() + term.years);
  end.setUTCDate(end.getUTCDate() + term.days);
  return end.toISOString();
}

/** Since when a class is due: the last of its periods; null while one has not ended, its event has not come, or none is set. */
export function dueSince(terms: readonly Term[], moments: Moments, at: string): string | null {
  let last: string | null = null;
  for (const term of terms) {
    const from = moments[term.from];
    if (!from) return null;
    const end = endOf(term, from);
    if (end > at) return null;
    if (last === null || end > last) last = end;
  }
  return last;
}

/**
 * Whether the person said no before anything took place: to information, to contact, or to being prepared (R69). Somebody who
 * was named by mistake is kept no longer than they are (R92).
 */
export function declined({ facts, participantId: id }: PartOf): boolean {
  const refused = Object.entries(facts.consent.consents).some(([key, { answer }]) => {
    const { participantId, purpose } = partsOf(key as ConsentKey);
    return answer === 'refused' && participantId === id && (purpose === 'contact' || purpose === 'prepare');
  });
  const said = refused || facts.referral.offers[id]?.answer === 'no' || isHidden(facts, id);
  return said && !tookPart(facts, id);
}
/** Whether they were at a meeting, or something of theirs or for them was passed on. */
const tookPart = (facts: Facts, id: Id): boolean =>
  Object.values(facts.processes).some(
    ({ conference, communication }) =>
      conference.held.some(({ attended }) => attended.includes(id)) ||
      Object.values(communication.of).some(({ from, to, passedAt }) => passedAt !== null && [from, to].includes(id)),
  );

/** The one class a person's identity belongs to. */
export function classOfPerson({ parts }: Pick<HeldPerson, 'parts'>): 'identity' | 'identityOfChild' | 'declined' {
  if (parts.length > 0 && parts.every(declined)) return 'declined';
  const child = parts.some(({ facts, participantId }) => {
    const age = facts.people.participants[participantId]?.age;
    return age !== undefined && ages[age].minor;
  });
  return child ? 'identityOfChild' : 'identity';
}

/** Everything due at an instant by these classes, and what the holds keep. */
export function planOf(
  classes: readonly RecordClass[],
  people: readonly HeldPerson[],
  cases: readonly HeldCase[],
  holds: readonly Hold[],
  at: string,
): Plan {
  const plan: Plan = { due: [], held: [] };
  const add = (due: Due, by: readonly Hold[]) =>
    by.length > 0 ? plan.held.push({ ...due, holds: by.map(({ id }) => id) }) : plan.due.push(due);
  const termsOf = (name: RecordClassName) => classes.find((row) => row.class === name)?.terms ?? [];

  for (const person of people) {
    const name = classOfPerson(person);
    const since = dueSince(termsOf(name), momentsOf(person), at);
    const caseIds = person.parts.map(({ caseId }) => caseId);
    if (since !== null)
      add(
        { class: name, kind: 'person', id: person.personId, since },
        holdsOn(holds, name, [person.personId], caseIds),
      );
  }
  for (const one of cases)
    for (const { class: name, terms } of classes) {
      const { removal } = recordClasses[name];
      if (!(one.holds as readonly (string | null)[]).includes(removal)) continue;
      const since = dueSince(terms, { caseClosed: one.closedAt, lastContact: one.lastContact }, at);
      if (since !== null)
        add({ class: name, kind: 'case', id: one.caseId, since }, holdsOn(holds, name, one.personIds, [one.caseId]));
    }
  return plan;
}

/** Of these holds, those that cover a class of records, one of these people or one of these cases. */
export const holdsOn = (
  holds: readonly Hold[],
  name: RecordClassName | null,
  personIds: readonly Id[],
  caseIds: readonly Id[],
): Hold[] =>
  holds.filter(
    (hold) =>
      (hold.personId !== null && personIds.includes(hold.personId)) ||
      (hold.caseId !== null && caseIds.includes(hold.caseId)) ||
      (hold.class !== null && hold.class === name),
  );

/** A case that is open, or open again, keeps every person in it. */
function momentsOf({ bornOn, parts }: HeldPerson): Moments {
  const open = parts.length === 0 || parts.some(({ closedAt }) => closedAt === null);
  const latest = (moments: readonly (string | null)[]) =>
    moments
      .filter((m) => m !== null)
      .toSorted()
      .at(-1) ?? null;
  if (open) return {};
  return {
    caseClosed: latest(parts.map(({ closedAt }) => closedAt)),
    lastContact: latest(parts.map(({ lastContact }) => lastContact)),
    birth: bornOn,
  };
}
