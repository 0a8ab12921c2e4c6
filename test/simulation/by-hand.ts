// Tables of practice.md, counted by hand and not taken from the vocabulary of the core, so that a mistake there is seen here.
import type { Part, ProcessType } from '#libs/case';

/** Section 5 and R83: whose absence leaves a process without what it is; each list is a place that one of these parts fills. */
export const places: Record<ProcessType, readonly (readonly Part[])[]> = {
  faceToFaceWithSupporters: [['harmed'], ['responsible'], ['supporter']],
  faceToFace: [['harmed'], ['responsible']],
  video: [['harmed'], ['responsible']],
  circle: [['harmed'], ['responsible'], ['communityMember']],
  familyGroup: [['responsible'], ['supporter', 'appropriateAdult'], ['professional']],
  communityPanel: [['responsible'], ['communityMember']],
  representative: [['representative'], ['responsible']],
  recordedMessage: [['harmed'], ['responsible']],
  shuttle: [['harmed'], ['responsible']],
  letter: [['harmed'], ['responsible']],
  harmedOnly: [['harmed']],
};
export const direct: readonly ProcessType[] = [
  'faceToFaceWithSupporters',
  'faceToFace',
  'video',
  'circle',
  'familyGroup',
  'communityPanel',
];
export const meetings: readonly ProcessType[] = [...direct, 'representative'];
export const passes: Partial<Record<ProcessType, string>> = {
  letter: 'letter',
  shuttle: 'shuttleMessage',
  recordedMessage: 'recording',
};

const inPerson = [
  'venue',
  'arrivalAndExit',
  'separateRooms',
  'seating',
  'orderOfSpeaking',
  'timeOut',
  'stopPlan',
  'aftercare',
];
/** R47, R52, R53 and section 5: what is settled before. */
export const toSettle: Record<ProcessType, readonly string[]> = {
  faceToFaceWithSupporters: inPerson,
  faceToFace: [...inPerson, 'whyNoSupporters'],
  video: ['orderOfSpeaking', 'timeOut', 'stopPlan', 'aftercare', 'onlinePrivacy', 'dropOutPlan', 'recordingOff'],
  circle: [...inPerson, 'circleKeepers'],
  familyGroup: [...inPerson, 'planCoordinator'],
  communityPanel: [...inPerson, 'whoSpeaksFor'],
  representative: [...inPerson, 'whoSpeaksFor'],
  recordedMessage: ['aftercare', 'scriptApproved', 'copiesAndDestruction'],
  shuttle: ['aftercare'],
  letter: ['aftercare'],
  harmedOnly: [],
};
/** R51: who is prepared and assessed by themselves. */
export const preparedParts: readonly Part[] = [
  'harmed',
  'responsible',
  'representative',
  'communityMember',
  'supporter',
];
/** R51: whose presence each on a side must have accepted. */
export const acceptedParts: readonly Part[] = ['communityMember', 'supporter', 'observer'];
/** Who is of a side by themselves; supporters and others are on the side of whom they are with. */
export const sideOfPart: Partial<Record<Part, 'harmed' | 'responsible'>> = {
  harmed: 'harmed',
  representative: 'harmed',
  responsible: 'responsible',
};

/** R34: flags that make a case sensitive are all of them; those of abuse bring the gate of R36 and the rule of R4. */
export const abuse: readonly string[] = [
  'domesticAbuse',
  'coerciveControl',
  'sexual',
  'stalking',
  'trafficking',
  'exploitation',
];
/** R92: reasons for leaving after which nobody is contacted, and those that are the person's own word. */
export const noContactAfter: readonly string[] = ['unsafe', 'died', 'wronglyNamed'];
export const ownWord: readonly string[] = ['notNow', 'declined'];
/** R87: what took place counts as delivered. */
export const deliveringEnds: readonly string[] = ['asPlanned', 'partly'];
