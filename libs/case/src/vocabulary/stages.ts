// The stages of a case and the doors between them, as the picture of the practice draws them (practice.md section 1).

/** The stages in the order of the practice; `closed` is not final: consent can still be withdrawn, a concern raised, a case reopened. */
export const stages = {
  suitability: { asks: 'Is this wanted, safe and suitable?' },
  consent: { asks: 'Has each person agreed to be prepared?' },
  preparation: { asks: 'Is each person prepared, and is the kind of process chosen?' },
  conference: { asks: 'Does the meeting or exchange take place, safely?' },
  followUp: { asks: 'Is each person followed up, and is what was agreed done?' },
  closed: { asks: 'Why did the case end?' },
} as const satisfies Record<string, { asks: string }>;
export type Stage = keyof typeof stages;

/** Where a conference stands: a meeting is arranged, booked, under way, interrupted; an indirect process is an exchange. */
export const conferenceSteps = {
  arranging: { asks: 'When and where do people meet?' },
  booked: { asks: 'Is everybody still willing and safe on the day?' },
  underWay: { asks: 'Is the meeting going on?' },
  interrupted: { asks: 'Does each person, asked alone, want to go on?' },
  exchange: { asks: 'Which words may pass between the sides?' },
} as const satisfies Record<string, { asks: string }>;
export type ConferenceStep = keyof typeof conferenceSteps;

/**
 * The doors a rule can stand before. An event that changes nothing but what is known passes the door `record`.
 * `about` says whom or what one opening of the door concerns.
 */
export const doors = {
  record: { about: 'case', opens: 'Something is put on record' },
  assign: { about: 'staff', opens: 'A facilitator or supervisor takes the case' },
  approach: { about: 'participant', opens: 'A person is contacted' },
  prepare: { about: 'participant', opens: 'A person is prepared' },
  tellInterest: { about: 'participant', opens: 'The other side learns that this person is interested' },
  tellName: { about: 'participant', opens: 'Somebody on a side learns the name of who would attend' },
  consent: { about: 'case', opens: 'The case is found suitable; consent is sought' },
  preparation: { about: 'case', opens: 'Preparation begins' },
  conference: { about: 'case', opens: 'The meeting or exchange is arranged' },
  book: { about: 'case', opens: 'The meeting is booked' },
  begin: { about: 'case', opens: 'The meeting begins' },
  resume: { about: 'case', opens: 'An interrupted meeting goes on' },
  pass: { about: 'words', opens: 'A letter, message or recording is passed on' },
  tellReceipt: { about: 'words', opens: 'The sender learns that it was received or read' },
  endExchange: { about: 'case', opens: 'The exchange ends' },
  victimOnly: { about: 'case', opens: 'Work with the person harmed alone is complete' },
  agree: { about: 'item', opens: 'An agreed item stands' },
  reportBreach: { about: 'item', opens: 'A significant breach is reported to the referrer' },
  share: { about: 'organisation', opens: 'Something is shared with a named organisation' },
  send: { about: 'notice', opens: 'A queued message is sent' },
  close: { about: 'case', opens: 'The case closes' },
  reopen: { about: 'case', opens: 'The case is reopened' },
} as const satisfies Record<string, { about: Subject; opens: string }>;
export type Door = keyof typeof doors;
export type Subject = 'case' | 'participant' | 'staff' | 'words' | 'item' | 'organisation' | 'notice';
