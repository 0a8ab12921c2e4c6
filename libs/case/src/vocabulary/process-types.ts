// The kinds of process (practice.md section 5), and what each must have settled before it (R47, R52, R53).
import type { Role } from './people.js';

/** Things to settle before a process, each recorded by itself. `for` names the groups of process types that need it. */
export const arrangements = {
  venue: { for: ['inPerson'], asks: 'Where is it, and is it safe and accessible?' },
  arrivalAndExit: { for: ['inPerson'], asks: 'Who arrives and leaves when, and by which door?' },
  separateRooms: { for: ['inPerson'], asks: 'Where can each person be apart?' },
  seating: { for: ['inPerson'], asks: 'Who sits where?' },
  orderOfSpeaking: { for: ['meeting'], asks: 'Who speaks first? The person harmed chooses.' },
  timeOut: { for: ['meeting'], asks: 'How does anyone ask for a break?' },
  stopPlan: { for: ['meeting'], asks: 'How is it stopped, and what happens then?' },
  aftercare: { for: ['meeting', 'words'], asks: 'Who looks after each person afterwards?' },
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
  'meeting' | 'words' | 'inPerson' | 'online' | 'alone' | 'circle' | 'family' | 'representation' | 'recording';

/** How a process works: people meet, words pass, or the person harmed is worked with alone. */
export type Exchange = 'meeting' | 'words' | 'none';
interface ProcessRow {
  direct: 'direct' | 'indirect' | 'none';
  exchange: Exchange;
  groups: readonly ProcessGroup[];
  /** Roles of which at least one must attend, beside the two sides. */
  with: readonly Role[];
  says: string;
}

export const processTypes = {
  faceToFaceWithSupporters: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson'],
    with: ['supporter'],
    says: 'Face-to-face conference with supporters',
  },
  faceToFace: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'alone'],
    with: [],
    says: 'Face-to-face conference without supporters',
  },
  video: { direct: 'direct', exchange: 'meeting', groups: ['meeting', 'online'], with: [], says: 'Video conference' },
  circle: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'circle'],
    with: ['communityMember'],
    says: 'Circle',
  },
  familyGroup: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'family'],
    with: ['supporter', 'professional'],
    says: 'Family group or youth conference',
  },
  communityPanel: {
    direct: 'direct',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'representation'],
    with: ['communityMember'],
    says: 'Community conference or panel',
  },
  representative: {
    direct: 'indirect',
    exchange: 'meeting',
    groups: ['meeting', 'inPerson', 'representation'],
    with: [],
    says: 'Meeting through a representative or surrogate',
  },
  recordedMessage: {
    direct: 'indirect',
    exchange: 'words',
    groups: ['words', 'recording'],
    with: [],
    says: 'Recorded message',
  },
  shuttle: {
    direct: 'indirect',
    exchange: 'words',
    groups: ['words'],
    with: [],
    says: 'Shuttle: messages carried by the facilitator',
  },
  letter: { direct: 'indirect', exchange: 'words', groups: ['words'], with: [], says: 'Letter' },
  victimOnly: { direct: 'none', exchange: 'none', groups: [], with: [], says: 'Work with the person harmed alone' },
} as const satisfies Record<string, ProcessRow>;
export type ProcessType = keyof typeof processTypes;

/** The arrangements one process type needs, in the order people should read them. */
export function arrangementsFor(type: ProcessType): Arrangement[] {
  const groups: readonly ProcessGroup[] = processTypes[type].groups;
  return (Object.keys(arrangements) as Arrangement[]).filter((a) =>
    arrangements[a].for.some((g) => groups.includes(g)),
  );
}

/** Kinds of words that can pass between the sides (R49, R50). */
export const wordsKinds = {
  letter: { says: 'Letter' },
  shuttleMessage: { says: 'Message carried by the facilitator' },
  recording: { says: 'Recorded message' },
} as const satisfies Record<string, { says: string }>;
export type WordsKind = keyof typeof wordsKinds;
