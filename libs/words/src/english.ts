// The English catalogue: the words of the practice where they speak to anybody, and sentences to the person where they speak to them.
import { communicationKinds, consentPurposes, explainedItems, notices, processTypes, releases } from '#libs/case';
import type { Catalogue } from './catalogue.js';

const says = <K extends string>(table: Readonly<Record<K, { readonly says: string }>>): Record<K, string> =>
  mapped(table, (row) => row.says);
function mapped<K extends string, R>(table: Readonly<Record<K, R>>, words: (row: R) => string): Record<K, string> {
  const rows = Object.entries<R>(table).map(([name, row]) => [name, words(row)]);
  return Object.fromEntries(rows) as Record<K, string>;
}

export const english: Catalogue = {
  notices: says(notices),
  releases: says(releases),
  stages: {
    inContact: 'We are in contact with you.',
    preparing: 'We are preparing with you.',
    meetingBooked: 'A meeting that you attend is booked.',
    afterwards: 'The meeting you attended is over. We stay in touch with you.',
    ended: 'Our work with you on this has come to an end.',
  },
  consents: mapped(consentPurposes, ({ asks }) => asks),
  explained: says(explainedItems),
  processTypes: says(processTypes),
  communicationKinds: says(communicationKinds),
  takePartIn: (kind) => `Do you agree to take part in this: ${kind}?`,
  blockers: {
    unsound: 'Something you said is not complete or not right',
    unknown: 'We do not know what this is about',
    age: 'We do not know your age yet',
    capacity: 'It is being looked at whether you can decide this by yourself',
    consent: 'You have not said yes to this yet',
    consentEnded: 'Your yes has ended',
    consentLapsed: 'Your yes is too long ago, and we must ask you again',
    consentNotWritten: 'Your yes must be in writing',
    notNow: 'You said: not now',
    consentText: 'This is not a text that we show',
    safeContact: 'You have not told us yet how we can reach you safely',
  },
  fields: {
    about: 'it must name what it is about',
    adult: 'the adult must be an appropriate adult who takes part and had nothing to do with the offence',
    channels: 'there must be at least one way of reaching you',
    childView: 'whoever is under 18 must agree themselves: without that there is no yes',
    competence: 'it must say how it was found that somebody under 16 understands, and only of somebody under 16',
    explained: 'it must say who explained it, on which day and in which language',
    'explained.by': 'whoever explained it must be somebody of the staff on the case',
    'explained.on': 'the day on which it was explained must have come, and not be too long ago',
    language: 'the language must be given by its short name, such as en, cy or pl',
    needs: 'the needs must be ones that we know, and none twice',
    on: 'the time at which it happened must have gone by',
    processId: 'the process must be one that this can be about',
    purpose: 'it must be something that you can be asked',
    reaskOn: 'the day on which we ask again must be after today',
    reason: 'a reason must be given',
    sha256: 'it must be about the text as it is now',
    text: 'the words must be there',
    times: 'each of the times must end after it begins',
    voicemail: 'what may be left must be one of the ways of leaving a message',
  },
  notExplained: (item) => `this was not explained to you: ${item}`,
  refusals: {
    notNow: 'This cannot be done at the moment. The people who work with you can tell you more.',
    blocked: 'Something is needed before this can be done.',
    notPermitted: 'This is not for you to do here. The people who work with you can help you.',
  },
};
