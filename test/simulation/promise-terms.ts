// What the promises are read against: the moment of an event, and what consents, sign-offs and orders then say.
import {
  ages,
  checkpoints,
  consentPurposes,
  processTypes,
  type Prohibition,
  riskFlags,
  roles,
  type CaseEvent,
  type Checkpoint,
  type RiskFlag,
  type Settings,
  type StoredCase,
} from '#libs/case';
import type { Ledger } from './ledger.js';

export const DAY = 86_400_000;
export const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** What is read against: the case before and after, the event that was accepted, the ledger with it. */
export interface Moment {
  event: CaseEvent;
  before: StoredCase;
  after: StoredCase;
  ledger: Ledger;
  /** Who held which duty when it was said. */
  duties: Map<string, string>;
  settings: Settings;
}
/** Each promise broken, in words; empty when all are kept. */
export type Promised = (m: Moment) => string[];
export const broken = (is: boolean, what: string): string[] => (is ? [what] : []);

/** Whether a consent is in force at a moment: given, not ended, not voided; in writing and not too old where asked. */
export function inForce(
  l: Ledger,
  id: string,
  purpose: keyof typeof consentPurposes,
  about: string | null,
  at: string | null,
  s: Settings,
): boolean {
  const a = l.answer(id, purpose, about);
  return (
    a?.answer === 'given' &&
    !a.voided &&
    (!consentPurposes[purpose].written || a.written) &&
    (at === null || days(a.at, at) <= s.consentDays)
  );
}
export const sideOf = (l: Ledger, id: string): 'harmed' | 'responsible' | null => {
  const role = l.people.get(id)?.role;
  return role === 'harmed' || role === 'responsible' ? role : null;
};
export const flagsOf = (l: Ledger): RiskFlag[] => {
  const here = [...l.people.values()].filter((p) => p.here);
  const harmed = here.filter((p) => p.role === 'harmed');
  const follows: RiskFlag[] = [];
  if (harmed.some((p) => ages[p.age].minor)) follows.push('childVictim');
  if (harmed.length > 1 && here.filter((p) => p.role === 'responsible').length > 1) follows.push('multiParty');
  return [...l.flags, ...follows].filter((f) => !l.cleared.has(f));
};
export const sensitive = (l: Ledger): boolean => flagsOf(l).some((f) => riskFlags[f].sensitive);
export const abuse = (l: Ledger): boolean => flagsOf(l).some((f) => riskFlags[f].abuse);
export const direct = (l: Ledger): boolean => l.type !== null && processTypes[l.type].direct === 'direct';

/** R19, R24, R51: what each person who meets must have said, at a moment or (null) apart from age. */
export function meetingConsents(l: Ledger, who: readonly string[], at: string | null, s: Settings): string[] {
  const both = who.filter((id) => sideOf(l, id));
  return who.flatMap((id) => {
    const p = l.people.get(id);
    if (!p || !p.here || p.approach === 'objected' || p.invited === false)
      return [`${id} meets, and is not in the case`];
    const accepted = ['supporter', 'communityMember', 'observer'].includes(p.role);
    return [
      ...broken(
        !inForce(l, id, 'takePart', l.type, at, s),
        `${id} meets without written consent to this kind of process`,
      ),
      ...broken(
        roles[p.role].prepared && !inForce(l, id, 'contact', null, at, s),
        `${id} meets without consent to contact`,
      ),
      ...broken(
        roles[p.role].prepared && !inForce(l, id, 'prepare', null, at, s),
        `${id} meets without consent to prepare`,
      ),
      ...(accepted
        ? both
            .filter((x) => !inForce(l, x, 'attendance', id, at, s))
            .map((x) => `${x} meets ${id} without accepting them`)
        : []),
      ...broken(
        ages[p.age].minor && !who.includes(l.adults.get(id) ?? ''),
        `${id} is a minor and meets without an appropriate adult`,
      ),
      ...broken(
        ages[p.age].minor && l.people.get(l.adults.get(id) ?? '')?.implicated === true,
        `${id}'s adult is implicated`,
      ),
      ...broken(
        ages[p.age].minor && !l.answer(id, 'takePart', l.type)?.asChild,
        `${id} is a minor whose own view was not asked`,
      ),
      ...broken(
        l.capacity.has(id) && !['has', 'hasWithSupport'].includes(l.capacity.get(id) ?? ''),
        `${id} meets with capacity in doubt`,
      ),
    ];
  });
}
/** R37: nothing direct under an open concern, a stop or a pause. */
export const frozen = (l: Ledger, what: string): string[] => [
  ...broken(l.openConcerns.size > 0, `${what} under an open concern`),
  ...broken(l.stopped, `${what} after safeguarding stopped the case`),
  ...broken(l.paused, `${what} while the case is paused`),
];
export const forbidden = (l: Ledger, what: Prohibition, who: readonly string[], at: string): string[] =>
  [...l.orders.values()]
    .filter((o) => who.includes(o.of) && o.forbids.includes(what) && Date.parse(o.from) <= Date.parse(at))
    .filter((o) => o.until === null || Date.parse(o.until) > Date.parse(at))
    .map((o) => `${what} against an order on ${o.of}`);

/** R33, section 3: a sign-off by somebody entitled, who did not write what they sign, in time and not before newer information. */
export function signedOff(l: Ledger, c: Checkpoint, about: string | null, at: string, s: Settings): string[] {
  const signed = l.signatures.get(`${c}|${about ?? '-'}`);
  if (!signed?.passed) return [`no sign-off ${c} for ${about ?? 'the case'}`];
  const row = checkpoints[c];
  const lasts = row.lasts
    ? s[row.lasts.setting] * (row.lasts.counts === 'workingDays' ? 7 / 5 : 1) +
      (row.lasts.counts === 'workingDays' ? 2 : 0)
    : Infinity;
  return [
    ...broken(signed.authors.includes(signed.by), `${c} was signed by the author of the assessment`),
    ...broken(
      l.informedAt !== null && Date.parse(l.informedAt) > Date.parse(signed.at),
      `${c} is older than the newest information`,
    ),
    ...broken(days(signed.at, at) > lasts, `${c} has lapsed`),
    ...broken(
      row.findings.some((f) => !signed.findings.includes(f)),
      `${c} lacks a finding`,
    ),
  ];
}
export const assessed = (l: Ledger, ids: readonly string[], at: string, s: Settings): string[] =>
  ids.flatMap((id) => {
    const a = l.assessments.get(id);
    if (!a) return [`${id} is not assessed`];
    return [
      ...broken(
        l.informedAt !== null && Date.parse(l.informedAt) > Date.parse(a.at),
        `${id}'s assessment predates what is known`,
      ),
      ...broken(days(a.at, at) > s.assessmentDays, `${id}'s assessment is too old`),
    ];
  });
export const team = (l: Ledger): string[] => {
  const working = [...l.staff.values()];
  if (!working.some((w) => w.duty === 'lead')) return ['nobody leads'];
  if (!sensitive(l)) return [];
  const facilitating = working.filter((w) => w.duty !== 'supervisor');
  return [
    ...broken(facilitating.length < 2, 'a sensitive case with one facilitator'),
    ...broken(!facilitating.some((w) => w.level === 'Advanced'), 'a sensitive case without an Advanced practitioner'),
    ...broken(!working.some((w) => w.duty === 'supervisor'), 'a sensitive case without a supervisor'),
  ];
};
export const reachable = (l: Ledger, id: string, at: string, s: Settings): string[] => {
  const safe = l.safe.get(id);
  const p = l.people.get(id);
  return [
    ...broken(!safe || days(safe.at, at) > s.safeContactDays, `${id} is reached without a live safe-contact record`),
    ...broken(
      Boolean(safe) && !safe?.channels.some((c) => !safe.frozen.has(c)),
      `${id} is reached on a frozen channel`,
    ),
    ...broken(p?.approach === 'objected' || p?.approach === 'unknown', `${id} did not agree to be approached`),
  ];
};
