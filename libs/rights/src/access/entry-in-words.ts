// An entry of a journal as the person it is about reads it: plain words, no id, nothing of other people.
import {
  channels,
  consentPurposes,
  consentForms,
  contactOutcomes,
  processTypes,
  riskFlags,
  roles,
  type CaseEvent,
  type Purpose,
} from '#libs/case';

/** What happened, in a short sentence and some named details. */
export interface EntryInWords {
  what: string;
  details: Record<string, string>;
}

const says = (table: object, name: string): string =>
  (table as Record<string, { says?: string; asks?: string }>)[name]?.says ??
  (table as Record<string, { asks?: string }>)[name]?.asks ??
  name;
const purpose = (name: Purpose, about: string | undefined): Record<string, string> => ({
  question: consentPurposes[name].asks,
  ...(about === undefined ? {} : { about: aboutOf(name, about) }),
});
// Another person or an item is named with the facilitator, not here; a kind of process and an organisation are no persons.
function aboutOf(name: Purpose, about: string): string {
  const kind = consentPurposes[name].about;
  if (kind === 'participant') return 'another person';
  if (kind === 'item') return 'an item of the agreement';
  return kind === 'processType' ? says(processTypes, about) : about;
}

/** Only what is named here is said: a new kind of event says its name and nothing more, until it is written here. */
export function entryInWords(event: CaseEvent): EntryInWords {
  switch (event.type) {
    case 'participant.joined':
      return { what: 'You came into the case', details: { as: says(roles, event.role) } };
    case 'age.confirmed':
      return { what: 'Your age was confirmed', details: { age: event.age } };
    case 'offer.made':
      return { what: 'You were offered information', details: { answer: event.answer } };
    case 'contact.attempted':
      return {
        what: 'We tried to reach you',
        details: { by: says(channels, event.channel), how: contactOutcomes[event.outcome].says },
      };
    case 'safeContact.recorded':
      return {
        what: 'You said how you can be reached safely',
        details: { by: event.channels.map((channel) => says(channels, channel)).join(', ') },
      };
    case 'needs.recorded':
      return { what: 'You said what you need', details: { language: event.language, needs: event.needs.join(', ') } };
    case 'consent.given':
      return {
        what: 'You said yes',
        details: { ...purpose(event.purpose, event.about), how: consentForms[event.form].says },
      };
    case 'consent.refused':
      return { what: 'You said no', details: purpose(event.purpose, event.about) };
    case 'consent.deferred':
      return { what: 'You said: not now', details: { ...purpose(event.purpose, event.about), until: event.reaskOn } };
    case 'consent.withdrawn':
      return { what: 'You took back a yes', details: purpose(event.purpose, event.about) };
    case 'consent.reconfirmed':
      return { what: 'You said yes again on the day', details: purpose(event.purpose, event.about) };
    case 'preparation.held':
      return { what: 'We prepared with you', details: { by: says(channels, event.channel) } };
    case 'readiness.stated':
      return { what: 'You said whether you are ready', details: { ready: event.ready ? 'yes' : 'no' } };
    case 'conference.booked':
      return { what: 'A meeting that you attend was booked', details: { starts: event.startsAt } };
    case 'information.shared':
      return {
        what: 'Something about you was shared, as you had agreed',
        details: { with: event.organisation, told: event.told ? 'you were told' : 'you were not told' },
      };
    case 'followUp.done':
      return { what: 'We asked how it was for you afterwards', details: { how: event.outcome } };
    case 'risk.assessed':
      return { what: 'Risk was assessed', details: { level: event.level } };
    case 'capacity.assessed':
      return { what: 'It was assessed whether you can decide this yourself', details: { found: event.finding } };
    case 'flag.set':
      return { what: 'A mark was set on the case', details: { mark: says(riskFlags, event.flag) } };
    default:
      return { what: plain[event.type] ?? event.type, details: {} };
  }
}

const plain: Partial<Record<CaseEvent['type'], string>> = {
  'participant.left': 'Your part in the case ended',
  'approach.confirmed': 'It was confirmed that you may be approached',
  'appropriateAdult.named': 'An appropriate adult was named for you',
  'initiative.recorded': 'You asked for it yourself',
  'preference.stated': 'You said who you would like to work with',
  'preference.answered': 'You were answered about who works with you',
  'bestInterests.decided': 'It was decided what is best for you, where you could not decide it yourself',
  'bestInterests.ended': 'What was decided for you, where you could not decide it yourself, ended',
  'session.checked': 'You were asked alone whether to go on',
  'member.joined': 'You came to take part in a process',
  'member.left': 'Your part in a process ended',
  'acknowledgement.takenBack': 'You took back what you had acknowledged',
  'session.steppedOut': 'You stepped out of a meeting',
  'communication.drafted': 'What you send was written down',
  'communication.agreed': 'You agreed to what you send',
  'communication.takenBack': 'You took back what you send',
  'conference.begun': 'You were at a meeting',
  'conference.recorded': 'You were at a meeting that was written up afterwards',
};
