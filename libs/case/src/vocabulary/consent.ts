// The consent matrix (practice.md section 2): what each person is asked, apart, and what must have been explained first.
import type { Role } from './people.js';
import type { Door } from './stages.js';

/** What must have been explained before a consent is saved (R18; S3 A, S14, S15, S41). */
export const explainedItems = {
  voluntary: { says: 'It is voluntary, and may be stopped at any time without a reason' },
  process: { says: 'What the process is, and the options' },
  outcomes: { says: 'What may come of it, and what is unlikely' },
  supervision: { says: 'How anything agreed is supervised' },
  consequences: { says: 'Possible consequences, and the effect on live proceedings' },
  noNeedToForgive: { says: 'No one need forgive' },
  advice: { says: 'The right to legal advice and to interpretation' },
  confidentiality: { says: 'Confidentiality and its limits' },
  dataUse: { says: 'Who will see data, and for how long' },
  complaints: { says: 'How to complain' },
} as const satisfies Record<string, { says: string }>;
export type ExplainedItem = keyof typeof explainedItems;
const everything = Object.keys(explainedItems) as ExplainedItem[];
const basics: readonly ExplainedItem[] = ['voluntary', 'confidentiality', 'dataUse', 'complaints'];

/** What a consent is about beside the person: nothing more, a process type, an organisation, a participant, an item of the agreement, a kind of communication. */
export type ConsentAbout =
  'nothing' | 'processType' | 'organisation' | 'participant' | 'item' | 'communicationKind' | 'recipient';
/** What ends when a consent ends (R21). `part`: the person's part in the process, and all that hangs on it. */
export type Carries = 'part' | 'notices' | 'communications' | 'item' | 'attendance' | 'sharing' | 'nothing';
interface PurposeRow {
  asks: string;
  from: readonly Role[] | 'anyone';
  /** Whether it is a yes to the service, or to one process, with which it ends (R82). */
  of: 'case' | 'process';
  about: ConsentAbout;
  written: boolean;
  explained: readonly ExplainedItem[];
  carries: readonly Carries[];
  /** Doors it stands before: for those, the person's live consent is needed. */
  before: readonly Door[];
}

const sides = ['harmed', 'responsible'] as const;
export const consentPurposes = {
  contact: {
    asks: 'May we contact you about restorative justice?',
    from: 'anyone',
    of: 'case',
    about: 'nothing',
    written: false,
    explained: basics,
    carries: ['part', 'notices'],
    before: ['consent', 'preparation', 'arrange', 'book', 'begin', 'resume', 'pass', 'send'],
  },
  interest: {
    asks: 'May this person know that you are interested?',
    from: sides,
    of: 'case',
    about: 'participant',
    written: false,
    explained: basics,
    carries: ['nothing'],
    before: ['tellInterest'],
  },
  share: {
    asks: 'May we share this with the organisation named?',
    from: 'anyone',
    of: 'case',
    about: 'organisation',
    written: false,
    explained: basics,
    carries: ['sharing'],
    before: ['share'],
  },
  prepare: {
    asks: 'Do you agree to be prepared for a restorative process?',
    from: 'anyone',
    of: 'process',
    about: 'nothing',
    written: false,
    explained: everything,
    carries: ['part'],
    before: ['preparation', 'arrange', 'book', 'begin', 'resume', 'pass'],
  },
  takePart: {
    asks: 'Do you agree to take part in this kind of process?',
    from: 'anyone',
    of: 'process',
    about: 'processType',
    written: true,
    explained: everything,
    carries: ['part'],
    before: ['arrange', 'book', 'begin', 'resume', 'pass', 'harmedOnly'],
  },
  receive: {
    asks: 'Are you willing to receive this kind of message from somebody on the other side?',
    from: sides,
    of: 'process',
    about: 'communicationKind',
    written: false,
    explained: basics,
    carries: ['communications'],
    before: ['pass'],
  },
  receiptKnown: {
    asks: 'May the sender know that you received or read it?',
    from: sides,
    of: 'process',
    about: 'communicationKind',
    written: false,
    explained: basics,
    carries: ['nothing'],
    before: ['tellReceipt'],
  },
  attendance: {
    asks: 'Do you accept that this person attends?',
    from: sides,
    of: 'process',
    about: 'participant',
    written: false,
    explained: basics,
    carries: ['attendance'],
    // R51: before scheduling confirms; whoever objects later takes the person they object to out of the room
    before: ['book', 'begin'],
  },
  spokenFor: {
    asks: 'May this person speak for you?',
    from: ['harmed'],
    of: 'process',
    about: 'participant',
    written: false,
    explained: basics,
    carries: ['attendance'],
    before: ['arrange', 'book', 'begin'],
  },
  nameKnown: {
    asks: 'May this person know your name?',
    from: 'anyone',
    of: 'case',
    about: 'participant',
    written: false,
    explained: basics,
    carries: ['nothing'],
    before: ['tellName'],
  },
  coWorking: {
    asks: 'Do you agree to a second facilitator?',
    from: 'anyone',
    of: 'case',
    about: 'nothing',
    written: false,
    explained: basics,
    carries: ['nothing'],
    before: ['begin'],
  },
  recording: {
    asks: 'May sound or pictures be recorded?',
    from: 'anyone',
    of: 'process',
    about: 'nothing',
    written: true,
    explained: basics,
    carries: ['nothing'],
    before: [],
  },
  outcomeReport: {
    asks: 'May the outcome be reported to the recipient named?',
    from: sides,
    of: 'case',
    about: 'recipient',
    written: true,
    explained: basics,
    carries: ['sharing'],
    before: ['reportNotKept'],
  },
  agreementItem: {
    asks: 'Do you agree to this item?',
    from: 'anyone',
    of: 'process',
    about: 'item',
    written: false,
    explained: ['voluntary', 'supervision', 'consequences'],
    carries: ['item'],
    before: ['agree'],
  },
  followUp: {
    asks: 'May we contact you afterwards?',
    from: 'anyone',
    of: 'case',
    about: 'nothing',
    written: false,
    explained: basics,
    carries: ['notices'],
    before: [],
  },
  survey: {
    asks: 'May we ask you for feedback?',
    from: 'anyone',
    of: 'case',
    about: 'nothing',
    written: false,
    explained: basics,
    carries: ['notices'],
    before: [],
  },
  research: {
    asks: 'May researchers contact you later?',
    from: 'anyone',
    of: 'case',
    about: 'nothing',
    written: true,
    explained: basics,
    carries: ['nothing'],
    before: [],
  },
  training: {
    asks: 'May your story be used for training, anonymously?',
    from: 'anyone',
    of: 'case',
    about: 'nothing',
    written: true,
    explained: basics,
    carries: ['nothing'],
    before: [],
  },
  publicity: {
    asks: 'May your story be used in public?',
    from: 'anyone',
    of: 'case',
    about: 'nothing',
    written: true,
    explained: basics,
    carries: ['nothing'],
    before: [],
  },
} as const satisfies Record<string, PurposeRow>;
export type Purpose = keyof typeof consentPurposes;

/** How a consent was given. Oral forms do for contact and preparation; a process needs writing (R19). */
export const consentForms = {
  written: { written: true, says: 'Signed on paper' },
  electronic: { written: true, says: 'Electronic signature' },
  scanned: { written: true, says: 'Scanned paper' },
  assisted: { written: true, says: 'Signed with assistance' },
  recordedOral: { written: false, says: 'Recorded oral statement' },
  oral: { written: false, says: 'Said to the facilitator' },
} as const satisfies Record<string, { written: boolean; says: string }>;
export type ConsentForm = keyof typeof consentForms;
