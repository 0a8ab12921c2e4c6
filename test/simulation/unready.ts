// Why one person has not come so far in a process, by the ledger: everything that is asked of them by themselves (R51, R86, R88).
import type { Id } from '#libs/case';
import { isAfter } from '#libs/time';
import { preparedParts, sideOfPart } from './by-hand.js';
import { undecided } from './capacity.js';
import { days, live, reaches, said, unsigned, type Look } from './terms.js';

export type Step = 'suitability' | 'preparation' | 'conference' | 'meeting';
const steps: readonly Step[] = ['suitability', 'preparation', 'conference', 'meeting'];
const far = (step: Step, least: Step): boolean => steps.indexOf(step) >= steps.indexOf(least);

/** What somebody has said no, not now or no more to, of what carries their part. */
const noes = ({ l, id, p }: Look, who: Id): string[] =>
  ['contact', 'prepare', 'takePart'].flatMap((purpose) => {
    const a =
      purpose === 'contact'
        ? l.answer(who, purpose)
        : l.answer(who, purpose, id, purpose === 'takePart' ? p.type : null);
    const prepare = l.answer(who, 'prepare', id);
    const back = purpose === 'takePart' && a && prepare?.yes === 'given' && Date.parse(prepare.at) > Date.parse(a.at);
    return a && a.yes !== 'given' && !back && (purpose !== 'takePart' || p.type !== null)
      ? [`${who} said ${a.yes} to ${purpose}`]
      : [];
  });
/** R51: prepared by themselves, and willing by the last that they said of it: that they are ready, or, after it, that they take part. */
function isReady({ l, id, p }: Look, who: Id): boolean {
  const [prepared, word] = [p.prepared.get(who), p.ready.get(who)];
  if (prepared === undefined) return false;
  const yes = p.type === null ? undefined : l.answer(who, 'takePart', id, p.type);
  const times = yes?.yes === 'given' && !yes.void ? [yes.at, yes.confirmedAt ?? yes.at] : [];
  const willing = times.some((at) => !isAfter(prepared, at) && (word === undefined || isAfter(at, word.at)));
  return word?.ready === true || willing;
}
/** R26, R93: an adult who is there, of age, no part of the matter under any name they have in the case, and has not withdrawn. */
function standsBeside(k: Look, adult: Id | null): boolean {
  const [who, people] = [adult === null ? undefined : k.l.people.get(adult), [...k.l.people.values()]];
  if (adult === null || !who?.here || who.age !== 'adult') return false;
  const onASide = ['harmed', 'responsible'];
  const involved = people.some(
    (o) =>
      o.personId === who.personId &&
      (o.implicated || o.involved || (onASide.includes(o.role) && o.left !== 'wronglyNamed')),
  );
  return !involved && noes(k, adult).length === 0;
}

/** Why a person has not come so far: everything asked of them by themselves. */
export function unready(k: Look, who: Id, step: Step, when = k.at): string[] {
  const { l, id, p, at, s } = k;
  const [m, person] = [p.members.get(who), l.people.get(who)];
  if (!m?.here || !person?.here) return [`${who} is not in it`];
  const prepared = preparedParts.includes(m.part);
  const onSide = l.sideOf(p, who) !== null;
  const no = noes(k, who);
  const lacking = [
    ...said(
      (step === 'suitability' || prepared) && !live(k, who, 'contact', null, 'case'),
      `${who} has no live yes to contact`,
    ),
    ...said(far(step, 'preparation') && prepared && !live(k, who, 'prepare'), `${who} has no live yes to be prepared`),
    ...said(
      far(step, 'conference') && p.type !== null && !live(k, who, 'takePart', p.type),
      `${who} has no live yes to take part`,
    ),
    ...said(
      far(step, 'conference') &&
        m.part === 'representative' &&
        m.of !== null &&
        !live({ ...k }, m.of, 'spokenFor', who),
      `${who} may not speak for ${m.of}`,
    ),
  ];
  const informed = l.informed
    .filter((i) => (i.person === null ? reaches(l, id, i) : i.person === who))
    .map((i) => i.at);
  const early = !far(step, 'conference') && sideOfPart[m.part] === undefined;
  const assessed = person.assessed
    ? said(
        days(person.assessed.at, at) > s.assessmentDays || informed.some((i) => isAfter(i, person.assessed?.at ?? i)),
        `${who} is assessed too long ago`,
      )
    : said(!early, `${who} is not assessed`);
  const able = [
    ...said(person.age === 'unknown', `the age of ${who} is not known`),
    ...said(
      ['contact', 'prepare', ...(far(step, 'conference') ? ['takePart'] : [])].some((what) =>
        undecided(person, what, at),
      ),
      `the capacity of ${who} is in doubt`,
    ),
    ...said(l.isMinor(who) && !standsBeside(k, person.adult), `${who} is a minor without an adult`),
  ];
  const signs = [
    ...(step === 'preparation' && onSide ? unsigned(k, 'firstMeeting', who) : []),
    ...(far(step, 'preparation') && onSide && person.capacity.size > 0 ? unsigned(k, 'capacity', who) : []),
    ...(far(step, 'conference') && onSide && person.assessed?.level === 'high' ? unsigned(k, 'highRisk', who) : []),
  ];
  return [
    ...said(person.approach === 'objected', `${who} objected`),
    ...said(person.invited === false, `${who} is not invited`),
    ...no,
    ...lacking,
    ...said(m.part === 'responsible' && !person.acknowledged, `${who} does not acknowledge what happened`),
    ...said(
      m.part === 'responsible' && far(step, 'preparation') && !person.identity,
      `it is not confirmed who ${who} is`,
    ),
    ...(far(step, 'preparation') && prepared ? able : []),
    ...(prepared ? assessed : []),
    ...(far(step, 'conference') && prepared ? said(!isReady(k, who), `${who} is not prepared and ready`) : []),
    ...signs,
    ...(step === 'meeting' ? unapproved(k, who, when) : []),
  ];
}

/** R38: leave of the authority that somebody in custody or on licence is under, given since that is known, and still on the day. */
function unapproved({ l, p }: Look, who: Id, when: string): string[] {
  const { custody } = l.person(who);
  const held = custody !== null && (custody.until === null || isAfter(custody.until, when)) ? custody : null;
  const leave = p.approvals.get(who);
  if (!held && leave === undefined) return [];
  const stands =
    leave != null &&
    (leave.until === null || isAfter(leave.until, when)) &&
    (!held || (leave.by === held.authority && !isAfter(held.at, leave.at)));
  return said(!stands, `nobody has approved ${who}`);
}
