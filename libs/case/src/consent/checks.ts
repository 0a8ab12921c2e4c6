// What makes a consent incomplete or wrong: the lock does not turn on half a key (R17, R18, R26, R28).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { EventOf, Facts } from '../facts.js';
import { adultBeside } from '../people/appropriate-adult.js';
import { spokenWithSince, whyNotSpokenWith } from '../people/spoken-with.js';
import type { Process } from '../process/facts.js';
import { happenedAt, type Stamp } from '../reducers.js';
import { inOwnVoice } from '../people/informed.js';
import { ages, type Role } from '../vocabulary/people.js';
import { consentForms, consentPurposes, type ExplainedItem } from '../vocabulary/consent.js';
import { communicationKinds, processTypes } from '../vocabulary/process-types.js';
import { isAfter, isCalendarDate, londonDate } from '#libs/time';
import { capacityFor, capacityKey, whoDecides } from './capacity.js';
import { keyOf, stands, type ConsentEvents, type ConsentSpokenOf } from './facts.js';
import { isLanguage } from '../contact/language.js';

type Asked = ConsentSpokenOf & Stamp;

/** Names that stand for nobody in particular (R28). */
const nobodyInParticular =
  /^(our |the |other )?(partners?|agenc(y|ies)|organisations?|others?|third part(y|ies)|everyone|anyone)$/i;
/** True for the name of one organisation. */
export const namesOne = (organisation: string): boolean =>
  organisation.trim().length > 1 && !organisation.includes('|') && !nobodyInParticular.test(organisation.trim());

function aboutIsRight({ purpose, about, participantId, processId }: ConsentSpokenOf, f: Facts): boolean {
  switch (consentPurposes[purpose].about) {
    case 'nothing':
      return about === undefined;
    case 'processType':
      return about !== undefined && Object.hasOwn(processTypes, about);
    case 'organisation':
    case 'recipient':
      return about !== undefined && namesOne(about);
    case 'participant':
      return about !== undefined && about !== participantId && f.people.participants[about] !== undefined;
    case 'item':
      return about !== undefined && f.processes[processId ?? '']?.agreement.items[about] !== undefined;
    case 'communicationKind':
      return about !== undefined && Object.hasOwn(communicationKinds, about);
  }
}
/** Whether it is asked of a process where it is a yes to one, and the person is a member of it. */
function processIsRight({ purpose, processId, participantId }: ConsentSpokenOf, f: Facts): boolean {
  if (consentPurposes[purpose].of === 'case') return processId === undefined;
  const p = f.processes[processId ?? ''];
  return p !== undefined && involved(p, participantId);
}
const involved = (p: Process, id: string): boolean =>
  p.members.of[id] !== undefined || Object.values(p.members.of).some((m) => m.part === 'representative' && m.of === id);

/**
 * In their own voice a person speaks of whom and what they were told of: somebody with them, a name that was let be known to
 * them, an item they do or receive, or what they were asked about before. Any other id is as good as none to them, whether it
 * stands for anybody or not (R67).
 */
function isTheirsToKnow(e: Asked, f: Facts): boolean {
  if (e.about === undefined || !inOwnVoice(e, f) || f.consent.consents[keyOf(e)]) return true;
  const kind = consentPurposes[e.purpose].about;
  if (kind === 'item') {
    const item = f.processes[e.processId ?? '']?.agreement.items[e.about];
    return item?.doer === e.participantId || item?.recipient === e.participantId;
  }
  return (
    kind !== 'participant' ||
    f.people.participants[e.about]?.supports === e.participantId ||
    f.people.namesTold[`${e.about}|${e.participantId}`] !== undefined
  );
}
function asked(e: Asked, f: Facts): Blocker[] {
  const from: 'anyone' | readonly Role[] = consentPurposes[e.purpose].from;
  const role = f.people.participants[e.participantId]?.role;
  return [
    ...when(!processIsRight(e, f), 'unsound', 'processId', 'facilitator'),
    ...when(!aboutIsRight(e, f) || !isTheirsToKnow(e, f), 'unsound', 'about', 'facilitator'),
    ...when(from !== 'anyone' && role !== undefined && !from.includes(role), 'unsound', 'purpose', 'facilitator'),
  ];
}
/** R88: what was explained was explained by staff on the case, on a day that the case can know. */
function explained(e: EventOf<'consent.given'>, f: Facts): Blocker[] {
  const { by, on, language, items } = e.explained;
  const { assigned, released } = f.facilitators;
  const wasOn = released[by] !== undefined && on <= londonDate(released[by]);
  const known = assigned[by] !== undefined || wasOn || (by === e.by && !inOwnVoice(e, f));
  const since = londonDate(spokenWithSince(f, e.participantId) ?? f.openedAt);
  const row = consentPurposes[e.purpose];
  return [
    ...(row.explained as readonly ExplainedItem[])
      .filter((i) => !items.includes(i))
      .map((item) => blocker('unsound', `explained:${item}`, 'facilitator')),
    ...when(!by || !on || !isLanguage(language), 'unsound', 'explained', 'facilitator'),
    ...when(Boolean(by) && !known, 'unsound', 'explained.by', 'facilitator'),
    ...when(
      Boolean(on) && (!isCalendarDate(on) || on > londonDate(happenedAt(e)) || on < since),
      'unsound',
      'explained.on',
      'facilitator',
    ),
  ];
}

/**
 * R26, R93: the child's own view, the position of the adult who is named for them, and under 16 a competence route. At 16 and
 * 17 one's own yes is enough to be contacted.
 */
function minor(e: EventOf<'consent.given'>, f: Facts): Blocker[] {
  const p = f.people.participants[e.participantId];
  if (!p || !ages[p.age].minor) return [];
  if (p.age === 'sixteenOrSeventeen' && e.purpose === 'contact') return [];
  const beside = adultBeside(f, e.participantId, e.processId ?? null);
  return [
    ...when(e.childView !== 'agrees', 'unsound', 'childView', 'participant'),
    ...when(beside === null || e.adult?.adultId !== beside, 'unsound', 'adult', 'facilitator'),
    ...when(p.age === 'underSixteen' && !e.competence, 'unsound', 'competence', 'facilitator'),
    ...when(
      p.age === 'underSixteen' && e.adult?.position === 'disagrees' && e.competence === 'parentConsents',
      'unsound',
      'competence',
      'facilitator',
    ),
  ];
}

export const checks: Checks<ConsentEvents> = {
  'consent.given': (e, f) => {
    const row = consentPurposes[e.purpose];
    const late = e.on !== undefined;
    return [
      ...asked(e, f),
      ...whyNotSpokenWith(e, f),
      ...explained(e as EventOf<'consent.given'>, f),
      ...when(!e.text.version || !e.text.language, 'unsound', 'text', 'facilitator'),
      // a "yes" that is written down later must be in writing (R95)
      ...when((row.written || late) && !consentForms[e.form].written, 'consentNotWritten', e.purpose, 'participant'),
      ...when(
        whoDecides(capacityFor(f.consent.capacity, e.participantId, e.purpose), e.at) === 'lacks',
        'capacity',
        e.participantId,
        'safeguardingLead',
      ),
      ...minor(e as EventOf<'consent.given'>, f),
    ];
  },
  'consent.refused': asked,
  'consent.deferred': (e, f) => [
    ...asked(e, f),
    ...whyNotSpokenWith(e, f),
    ...when(!isAfter(e.reaskOn, e.at), 'unsound', 'reaskOn', 'facilitator'),
  ],
  'consent.withdrawn': (e, f) =>
    when(f.consent.consents[keyOf(e)]?.answer !== 'given', 'unknown', keyOf(e), 'participant'),
  // A person who says once more what they gave is heard, whatever voided it meanwhile: a refusal would tell them of that (R22).
  // It opens nothing: what is void is asked anew.
  'consent.reconfirmed': (e, f) => {
    const said = f.consent.consents[keyOf(e)];
    return when(!stands(said) && !(inOwnVoice(e, f) && said?.answer === 'given'), 'consent', keyOf(e), 'participant');
  },
  'view.recorded': (e, f) => {
    const age = f.people.participants[e.participantId]?.age ?? 'unknown';
    return [
      ...whyNotSpokenWith(e, f),
      ...when(!ages[age].minor, 'unsound', 'participantId', 'facilitator'),
      ...when(
        e.of === 'adult' && !f.people.appropriateAdults[e.participantId],
        'appropriateAdult',
        e.participantId,
        'facilitator',
      ),
    ];
  },
  'capacity.assessed': (e, f) => {
    const { capacity } = f.consent;
    return [
      ...when(!capacity[capacityKey(e)] && !capacity[e.participantId], 'unsound', 'participantId', 'facilitator'),
      // R94: nobody is found to need help, or to be unable, before help was tried
      ...when(e.finding !== 'has' && !e.support, 'unsound', 'support', 'facilitator'),
      ...when(e.againOn !== undefined && !isAfter(e.againOn, e.at), 'unsound', 'againOn', 'facilitator'),
    ];
  },
  'bestInterests.ended': (e, f) => [
    ...when(
      whoDecides(capacityFor(f.consent.capacity, e.participantId, e.decision), e.at) !== 'inTheirInterest',
      'unsound',
      'decision',
      'facilitator',
    ),
    ...when(!e.reason, 'unsound', 'reason', 'facilitator'),
  ],
  'bestInterests.decided': (e, f) => {
    const found = capacityFor(f.consent.capacity, e.participantId, e.decision);
    return [
      ...when(found?.assessed?.finding !== 'lacks', 'unsound', 'decision', 'facilitator'),
      ...when(!e.consulted, 'unsound', 'consulted', 'facilitator'),
      ...when(!e.reason, 'unsound', 'reason', 'facilitator'),
      ...when(!isAfter(e.until, e.at), 'unsound', 'until', 'facilitator'),
    ];
  },
};
