// What makes a consent incomplete or wrong: the lock does not turn on half a key (R17, R18, R26, R28).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { EventOf, Facts } from '../facts.js';
import { isClosedToHarmed } from '../safeguarding/flags.js';
import { inOwnVoice } from '../people/informed.js';
import { ages, type Role } from '../vocabulary/people.js';
import { consentForms, consentPurposes, type ExplainedItem, type Purpose } from '../vocabulary/consent.js';
import { processTypes, wordsKinds } from '../vocabulary/process-types.js';
import { isAfter } from '#libs/time';
import { consentKey, stands, type ConsentEvents } from './facts.js';

/** Names that stand for nobody in particular (R28). */
const nobodyInParticular =
  /^(our |the |other )?(partners?|agenc(y|ies)|organisations?|others?|third part(y|ies)|everyone|anyone)$/i;
/** True for the name of one organisation. */
export const namesOne = (organisation: string): boolean =>
  organisation.trim().length > 1 && !organisation.includes('|') && !nobodyInParticular.test(organisation.trim());

function aboutIsRight(purpose: Purpose, about: string | undefined, f: Facts): boolean {
  switch (consentPurposes[purpose].about) {
    case 'nothing':
      return about === undefined;
    case 'processType':
      return about !== undefined && Object.hasOwn(processTypes, about);
    case 'organisation':
      return about !== undefined && namesOne(about);
    case 'recipient':
      return about !== undefined && namesOne(about);
    case 'participant':
      return about !== undefined && f.people.participants[about] !== undefined;
    case 'item':
      return about !== undefined && f.agreement.items[about] !== undefined;
    case 'wordsKind':
      return about !== undefined && Object.hasOwn(wordsKinds, about);
  }
}
type Asked = { participantId: string; purpose: Purpose; about?: string; by: string; at: string };

/**
 * In their own voice a person speaks of whom and what they were told of: their own supporter, a name that was let be known
 * to them, an item they do or receive. Any other id is as good as none to them, whether it stands for somebody or not (R67).
 */
function isTheirsToKnow(e: Asked, f: Facts): boolean {
  if (e.about === undefined || !inOwnVoice(e, f)) return true;
  const kind = consentPurposes[e.purpose].about;
  if (kind === 'item') {
    const item = f.agreement.items[e.about];
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
    ...when(!aboutIsRight(e.purpose, e.about, f) || !isTheirsToKnow(e, f), 'unsound', 'about', 'facilitator'),
    ...when(from !== 'anyone' && role !== undefined && !from.includes(role), 'unsound', 'purpose', 'facilitator'),
  ];
}

/** R26: the child's own view, the adult's position, and under 16 a competence route. An implicated adult does not count. */
function minor(e: EventOf<'consent.given'>, f: Facts): Blocker[] {
  const p = f.people.participants[e.participantId];
  if (!p || !ages[p.age].minor) return [];
  const adult = e.adult ? f.people.participants[e.adult.adultId] : undefined;
  return [
    ...when(e.childView !== 'agrees', 'unsound', 'childView', 'participant'),
    ...when(!e.adult || !adult || adult.implicated, 'unsound', 'adult', 'facilitator'),
    ...when(p.age === 'underSixteen' && !e.competence, 'unsound', 'competence', 'facilitator'),
    ...when(
      p.age === 'underSixteen' && e.adult?.position === 'disagrees' && e.competence === 'parentConsents',
      'unsound',
      'competence',
      'facilitator',
    ),
  ];
}

/**
 * Nobody asks a person whom nobody may reach: who objected, or whom R4 keeps from contact until they ask themselves (R7).
 * What they say themselves is their own asking, and a refusal would tell them of a flag (R39).
 */
function closedOff(id: string, f: Facts): Blocker[] {
  const p = f.people.participants[id];
  return [
    ...when(p?.approach === 'objected', 'approachBasis', id, 'coordinator', p?.joinedAt),
    ...when(p?.role === 'harmed' && isClosedToHarmed(f, id), 'abuseInitiated', id, 'safeguardingLead', f.openedAt),
  ];
}

const ends = (e: Asked, f: Facts): Blocker[] => asked(e, f);

export const checks: Checks<ConsentEvents> = {
  'consent.given': (e, f) => {
    const row = consentPurposes[e.purpose];
    const missing = (row.explained as readonly ExplainedItem[]).filter((i) => !e.explained.items.includes(i));
    return [
      ...asked(e, f),
      ...(inOwnVoice(e, f) ? [] : closedOff(e.participantId, f)),
      ...missing.map((item) => blocker('unsound', `explained:${item}`, 'facilitator')),
      ...when(!e.explained.by || !e.explained.on || !e.explained.language, 'unsound', 'explained', 'facilitator'),
      ...when(Boolean(e.explained.on) && e.explained.on > e.at.slice(0, 10), 'unsound', 'explained.on', 'facilitator'),
      ...when(!e.text.version || !e.text.language, 'unsound', 'text', 'facilitator'),
      ...when(row.written && !consentForms[e.form].written, 'consentNotWritten', e.purpose, 'participant'),
      ...when(
        f.consent.capacity[e.participantId]?.assessed?.finding === 'lacks',
        'capacity',
        e.participantId,
        'safeguardingLead',
      ),
      ...minor(e as EventOf<'consent.given'>, f),
    ];
  },
  'consent.refused': ends,
  'consent.deferred': (e, f) => [
    ...ends(e, f),
    ...when(!isAfter(e.reaskOn, e.at), 'unsound', 'reaskOn', 'facilitator'),
  ],
  'consent.withdrawn': (e, f) =>
    when(
      f.consent.consents[consentKey(e.participantId, e.purpose, e.about)]?.answer !== 'given',
      'unknown',
      consentKey(e.participantId, e.purpose, e.about),
      'participant',
    ),
  'consent.reconfirmed': (e, f) => {
    const key = consentKey(e.participantId, e.purpose, e.about);
    return when(!stands(f.consent.consents[key]), 'consent', key, 'participant');
  },
  'capacity.assessed': (e, f) => when(!f.consent.capacity[e.participantId], 'unsound', 'participantId', 'facilitator'),
};
