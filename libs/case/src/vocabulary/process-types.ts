// The kinds of process (practice.md section 5), and what each must have settled before it (R47, R52, R53).
import type { Part } from './parts.js';

/** Things to settle before a process, each recorded by itself. `for` names the groups of process types that need it. */
export const arrangements = {
  venue: { for: ['inPerson'], asks: 'Where is it, and is it safe and accessible?' },
  arrivalAndExit: { for: ['inPerson'], asks: 'Who arrives and leaves when, and by which door?' },
  separateRooms: { for: ['inPerson'], asks: 'Where can each person be apart?' },
  seating: { for: ['inPerson'], asks: 'Who sits where?' },
  orderOfSpeaking: { for: ['meeting'], asks: 'Who speaks first? The person harmed chooses.' },
  timeOut: { for: ['meeting'], asks: 'How does anyone ask for a break?' },
  stopPlan: { for: ['meeting'], asks: 'How is it stopped, and what happens then?' },
  aftercare: { for: ['meeting', 'communication'], asks: 'Who looks after each person afterwards?' },
  onlinePrivacy: { for: ['online'], asks: 'Where is each person, who else is in the room, is it private?' },
  dropOutPlan: { for: ['online'], asks: 'What happens when a connection drops?' },
  recordingOff: { for: ['online'], asks: 'Is recording off?' },
  whyNoSupporters: { for: ['alone'], asks: 'Why are there no supporters?' },
  circleKeepers: { for: ['circle'], asks: 'Who keeps the circle, and in which order do people speak?' },
  planCoordinator: { for: ['family'], asks: 'Who from the police and who as co-ordinator takes part?' },
  whoSpeaksFor: { for: ['representation'], asks: 'Who speaks for whom, and did they agree to it?' },
  scriptApproved: { for: ['recording'], asks: 'Is the script of the recording approved?' },
  copiesAndDestruction: { for: ['recording'], asks: 'Who holds copies, and when are they destroyed?' },
} as const satisfies Record<string, { for: readonly ProcessGroup[]; asks: string }>;
export type Arrangement = keyof typeof arrangements;
export type ProcessGroup =
  'meeting' | 'communication' | 'inPerson' | 'online' | 'alone' | 'circle' | 'family' | 'representation' | 'recording';

/** How a process works: people meet, something passes between the sides, or the person harmed is worked with alone. */
export type Exchange = 'meeting' | 'communication' | 'none';
interface ProcessRow {
  direct: 'direct' | 'indirect' | 'none';
  exchange: Exchange;
  groups: readonly ProcessGroup[];
  /**
   * Places that must be filled, each by somebody with one of these parts. Whom a process cannot do without follows from it
   * (R83): a person without whom a seat is empty.
   */
  seats: readonly (readonly Part[])[];
  says: string;
}

export const processTypes = {
  faceToFaceWithSupporters: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson'],
    seats: [['harmed'], ['responsible'], ['supporter']],
    says: 'Face-to-face conference with supporters',
  },
  faceToFace: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'alone'],
    seats: [['harmed'], ['responsible']],
    says: 'Face-to-face conference without supporters',
  },
  video: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'online'],
    seats: [['harmed'], ['responsible']],
    says: 'Video conference',
  },
  circle: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'circle'],
    seats: [['harmed'], ['responsible'], ['communityMember']],
    says: 'Circle',
  },
  familyGroup: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'family'],
    seats: [['responsible'], ['supporter', 'appropriateAdult'], ['professional']],
    says: 'Family group or youth conference',
  },
  communityPanel: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'representation'],
    seats: [['responsible'], ['communityMember']],
    says: 'Community conference or panel',
  },
  representative: {
    direct: 'indirect',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'representation'],
    seats: [['representative'], ['responsible']],
    says: 'Meeting through a representative or surrogate',
  },
  recordedMessage: {
    direct: 'indirect',
    exchange: 'communication',
    groups: ['communication', 'recording'],
    seats: [['harmed'], ['responsible']],
    says: 'Recorded message',
  },
  shuttle: {
    direct: 'indirect',
    exchange: 'communication',
    groups: ['communication'],
    seats: [['harmed'], ['responsible']],
    says: 'Shuttle: messages carried by the facilitator',
  },
  letter: {
    direct: 'indirect',
    exchange: 'communication',
    groups: ['communication'],
    seats: [['harmed'], ['responsible']],
    says: 'Letter',
  },
  harmedOnly: {
    direct: 'none',
    exchange: 'none',
    groups: [],
    seats: [['harmed']],
    says: 'Work with the person harmed alone',
  },
} as const satisfies Record<string, ProcessRow>;
export type ProcessType = keyof typeof processTypes;

/** The arrangements one process type needs, in the order people should read them. */
export function arrangementsFor(type: ProcessType): Arrangement[] {
  const groups: readonly ProcessGroup[] = processTypes[type].groups;
  return (Object.keys(arrangements) as Arrangement[]).filter((a) =>
    arrangements[a].for.some((g) => groups.includes(g)),
  );
}

/**
 * What can pass between the sides, and the kind of process each belongs to (R49, R50). `further`: one more between the same two is
 * screened, and neither checked nor signed again as long as what was signed of an earlier one counts.
 */
export const communicationKinds = {
  letter: { of: ['letter'], further: false, says: 'Letter' },
  shuttleMessage: { of: ['shuttle'], further: true, says: 'Message carried by the facilitator' },
  recording: { of: ['recordedMessage'], further: false, says: 'Recorded message' },
} as const satisfies Record<string, { of: readonly ProcessType[]; further: boolean; says: string }>;
export type CommunicationKind = keyof typeof communicationKinds;
