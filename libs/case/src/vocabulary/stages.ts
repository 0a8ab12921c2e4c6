// The stages of a process and the doors between them, as the picture of the practice draws them (practice.md section 1).

/** The stages of one process, in the order of the practice: people meet in a `conference`, or letters, messages and recordings pass in an `exchange`. `ended` is not final: a late record, follow-up and a concern are still heard. */
export const stages = {
  suitability: {
    asks: 'Is this wanted, safe and suitable?',
    when: 'it is looked at whether this is wanted, safe and suitable',
  },
  consent: { asks: 'Has each person agreed to be prepared?', when: 'consent is sought' },
  preparation: {
    asks: 'Is each person prepared, and is the kind of process chosen?',
    when: 'people are being prepared',
  },
  conference: { asks: 'Does the meeting take place, safely?', when: 'a meeting is arranged, booked or under way' },
  exchange: {
    asks: 'Which letters, messages or recordings may pass between the sides?',
    when: 'letters, messages or recordings pass between the sides',
  },
  followUp: { asks: 'Is each person followed up, and is what was agreed done?', when: 'people are followed up' },
  ended: { asks: 'Why did this process end?', when: 'the process has ended' },
} as const satisfies Record<string, { asks: string; when: string }>;
export type Stage = keyof typeof stages;

/** Where a meeting stands: it is arranged, booked, under way, interrupted. */
export const conferenceSteps = {
  arranging: { asks: 'When and where do people meet?', when: 'a meeting is arranged' },
  booked: { asks: 'Is everybody still willing and safe on the day?', when: 'a meeting is booked' },
  underWay: { asks: 'Is the meeting going on?', when: 'a meeting is going on' },
  interrupted: { asks: 'Does each person, asked alone, want to go on?', when: 'a meeting is interrupted' },
} as const satisfies Record<string, { asks: string; when: string }>;
export type ConferenceStep = keyof typeof conferenceSteps;

/** Where a process stands: a stage, or a step of the conference. */
export type Place = Exclude<Stage, 'conference'> | { conference: ConferenceStep };

/** The states of the frame around the processes. `closed` is not final: a withdrawal and a concern are heard, and a case is reopened. */
export const caseStates = {
  open: { says: 'The case is worked on', when: 'the case is open' },
  closed: { says: 'The case is closed', when: 'the case is closed' },
} as const satisfies Record<string, { says: string; when: string }>;
export type CaseState = keyof typeof caseStates;

/** In a list a case stands where its most pressing process stands: earlier here is more pressing. */
export const pressing: readonly (ConferenceStep | Exclude<Stage, 'conference'>)[] = [
  'interrupted',
  'underWay',
  'booked',
  'exchange',
  'arranging',
  'preparation',
  'consent',
  'suitability',
  'followUp',
  'ended',
];

export type Subject =
  'case' | 'process' | 'participant' | 'staff' | 'communication' | 'item' | 'organisation' | 'notice';
interface DoorRow {
  /** Whom or what one opening of the door concerns. */
  about: Subject;
  /** Whether the case opens it or one of its processes. */
  of: 'case' | 'process';
  /** Whether a concern, a pause or a stop keeps it shut: it is progress, or contact of substance (R84). */
  freezes: boolean;
  /** Whether only a case with a lead facilitator can pass it. */
  led: boolean;
  opens: string;
}
/**
 * The doors a rule can stand before. An event that changes nothing but what is known passes the door `record`.
 */
export const doors = {
  record: { about: 'case', of: 'case', freezes: false, led: false, opens: 'Something is put on record' },
  assign: {
    about: 'staff',
    of: 'case',
    freezes: false,
    led: false,
    opens: 'A facilitator or supervisor takes the case',
  },
  openProcess: { about: 'case', of: 'case', freezes: false, led: false, opens: 'Another process is opened' },
  approach: { about: 'participant', of: 'case', freezes: true, led: true, opens: 'A person is contacted' },
  reachOut: {
    about: 'participant',
    of: 'case',
    freezes: false,
    led: false,
    opens: 'A person is asked how they are, told that a meeting is off, or told that the work has ended',
  },
  tellInterest: {
    about: 'participant',
    of: 'case',
    freezes: true,
    led: true,
    opens: 'One person learns that another is interested',
  },
  tellName: {
    about: 'participant',
    of: 'case',
    freezes: true,
    led: true,
    opens: 'One person learns the name of another',
  },
  share: {
    about: 'organisation',
    of: 'case',
    freezes: true,
    led: false,
    opens: 'Something is shared with a named organisation',
  },
  send: { about: 'notice', of: 'case', freezes: false, led: false, opens: 'A queued message is sent' },
  close: { about: 'case', of: 'case', freezes: false, led: false, opens: 'The case closes' },
  reopen: { about: 'case', of: 'case', freezes: false, led: false, opens: 'The case is reopened' },
  consent: { about: 'process', of: 'process', freezes: true, led: true, opens: 'Found suitable; consent is sought' },
  preparation: { about: 'process', of: 'process', freezes: true, led: true, opens: 'Preparation begins' },
  prepare: { about: 'participant', of: 'process', freezes: true, led: true, opens: 'A person is prepared' },
  arrange: {
    about: 'process',
    of: 'process',
    freezes: true,
    led: true,
    opens: 'The meeting or exchange is arranged',
  },
  book: { about: 'process', of: 'process', freezes: true, led: true, opens: 'The meeting is booked' },
  begin: { about: 'process', of: 'process', freezes: true, led: true, opens: 'The meeting begins' },
  resume: { about: 'process', of: 'process', freezes: true, led: true, opens: 'An interrupted meeting goes on' },
  pass: {
    about: 'communication',
    of: 'process',
    freezes: true,
    led: true,
    opens: 'A letter, message or recording is passed on',
  },
  tellReceipt: {
    about: 'communication',
    of: 'process',
    freezes: true,
    led: true,
    opens: 'The sender learns that it was received or read',
  },
  endExchange: { about: 'process', of: 'process', freezes: false, led: true, opens: 'The exchange ends' },
  harmedOnly: {
    about: 'process',
    of: 'process',
    freezes: true,
    led: true,
    opens: 'Work with the person harmed alone is complete',
  },
  agree: { about: 'item', of: 'process', freezes: true, led: false, opens: 'An agreed item stands' },
  reportNotKept: {
    about: 'item',
    of: 'process',
    freezes: false,
    led: false,
    opens: 'That something agreed was not kept is reported to the referrer',
  },
  end: { about: 'process', of: 'process', freezes: false, led: false, opens: 'The process ends' },
} as const satisfies Record<string, DoorRow>;
export type Door = keyof typeof doors;
