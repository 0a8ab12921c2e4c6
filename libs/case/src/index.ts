// What a case is: the one way into the pure core.
export { happenedAt, type Id, type Stamp } from './reducers.js';
export * from './vocabulary/index.js';
export { doors as doorways } from './vocabulary/stages.js';
export { settingsOf } from './service-settings.js';
export { defaults, listsOfWords, settingsWith, type Settings } from './settings.js';
export { blocker, rules, type Blocker, type Rule } from './blocker.js';
export { whatsRightIn } from './whats-right.js';
export type { CaseEvent, EventOf, EventPayloads, EventType, Facts } from './facts.js';
export type { CaseOpened } from './referral/facts.js';
export {
  consentKey,
  keyOf,
  partsOf,
  stands,
  type Consent,
  type ConsentKey,
  type ConsentSpokenOf,
} from './consent/facts.js';
export { capacitiesOf, isUndecidable } from './consent/capacity.js';
export { namesOne } from './consent/checks.js';
export { whyNotLive } from './consent/rules.js';
export { checkpointKey, type CheckpointKey } from './safeguarding/sign-offs.js';
export type { Freeze, Order, Scope } from './safeguarding/facts.js';
export type { Deviation, FoundDeviation } from './late/facts.js';
export type { Communication } from './communication/facts.js';
export type { Process } from './process/facts.js';
export type { Member, NewMember } from './process/member-facts.js';
export {
  delivered,
  going,
  ownProcesses,
  present,
  processesOf,
  processOf,
  sideOf,
  takesPart,
  takingPart,
  tookPlace,
  typeOf,
} from './process/members.js';
export { consentsFor, emptySeats, seatsOf } from './process/seats.js';
export { concerned, reaches } from './process/scope.js';
export type { Subject } from './question.js';
export { isHidden, mayBeContacted } from './people/departed.js';
export { hiddenIds, namesOneOf, withoutHidden } from './people/without-hidden.js';
export { followUpsOf } from './follow-up/due.js';
export { flagsOf, isAbuse, isSensitive } from './safeguarding/flags.js';
export { applies as checkpointApplies } from './safeguarding/applies.js';
export { lastsUntil, whyNotSigned } from './safeguarding/rules.js';
export type { Standing } from './facilitators/facts.js';
export { pointsOf, undeclared, unfit } from './facilitators/checks.js';
export { doesNotKnowOfClosing, isThereFor, isInformed, speaksUninformed } from './people/informed.js';
export { blockersBefore } from './rules.js';
export { deadlines, type DeadlineName } from './deadlines/deadlines.js';
export { deadlineKey, due, overdue, type Deadline } from './deadlines/due.js';
export type { Notice } from './notifications/facts.js';
export { calledOffMoment, neutralMoment } from './notifications/moments.js';
export { helpKey, type Help, type HelpKey, type SafeContact, type SafeTime } from './contact/facts.js';
export { answeredBy } from './contact/answered-by.js';
export { caseMachine } from './case.machine.js';
export { processMachine } from './process.machine.js';
export type { Through } from './picture.js';
export { isOfProcess } from './advance.js';
export { mayBeLate } from './late/checks.js';
export { decide, open, type Decision, type Refusal } from './decide.js';
export { doors, type Door as DoorNow } from './doors.js';
export type { Effect, Task, TaskDone } from './effects.js';
export { BrokenJournal, fold } from './fold.js';
export {
  caseActs,
  isAddressedTo,
  may,
  mayAct,
  mayOpenCases,
  permissions,
  whoMay,
  type CaseAct,
} from './permissions.js';
export { isOnlyAsked, isThem, positionsOf, seesDetails, seesHidden, type Actor } from './positions.js';
export { preview, previewOf, type Preview } from './preview.js';
export {
  MACHINE_VERSION,
  NewerMachine,
  stageOf,
  stepOf,
  upgrade,
  type Places,
  type Stored,
  type StoredCase,
} from './stored.js';
export { processesIn, summary, type ProcessSummary, type Summary } from './summary.js';
export { idOrNone, isUuid, NO_ID, uuidsIn } from './uuid.js';
export { textFields, type Audience } from './text-fields.js';
export { inTodaysWords } from './upgrades/events.js';
