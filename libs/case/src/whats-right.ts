// What each field must hold, in words: whoever is told that something they said is not right reads which field, and why.

/**
 * By the field, or by the event and the field where it is another thing there. A test reads the checks of every feature and
 * names a field that is missing here.
 */
export const whatsRight = {
  about: 'must name what this is about, and something that it can be about',
  adultId: 'must be the adult who was named for this child, and has not withdrawn',
  againOn: 'must be a day after today',
  adult: 'must name an appropriate adult who takes part and had nothing to do with the offence',
  attended: 'must name somebody, and nobody twice',
  attendees: 'must name somebody, and nobody twice',
  channel: 'must be one that is frozen',
  channels: 'must name at least one way of reaching the person',
  childView: 'must be that the child agrees: without that there is no yes',
  communicationId: 'must be one that was not passed on yet',
  competence: 'must say how it was found that somebody under 16 understands, and is for those under 16 alone',
  connection: 'must be what the adult answered when asked, and agree with what is known of them',
  concernId: 'must be new when a concern is raised, and one that is not decided yet when it is decided',
  consulted: 'must say who was consulted',
  decision: 'must be one that the person was found unable to take',
  'bestInterests.ended decision': 'must be one that is decided in their interest at this moment',
  dueOn: 'must be a day that has not gone by',
  endedAt: 'must lie after the beginning and before now',
  explained: 'must say by whom, on which day and in which language',
  'explained.by': 'must be somebody of the staff on the case',
  'explained.on': 'must be a day that has come, and not too long ago',
  factors: 'must be factors of an assessment',
  finding: 'must say what was found',
  findings: 'must name everything that the signer of this must have found',
  flag: 'must be one that is set',
  forbids: 'must say what is forbidden',
  how: 'must be a way in which a meeting that is over can have ended',
  itemId: 'must be new when an item is proposed, and one that can still change afterwards',
  language: 'must be the short name of a language, such as en, cy or pl',
  move: 'must name somebody, and nobody twice',
  needs: 'must name needs that are known, and none twice',
  newParticipantId: 'must be somebody who is not a member already',
  newProcessId: 'must be new',
  of: 'must name whom this person is with, where their part is with somebody, and nobody where it is not',
  on: 'must be a moment or day that has gone by, and of something that can be written down late',
  orderId: 'must be new when an order is recorded, and one that has not ended when its end is',
  organisation: 'must be one organisation, by its name in the register of the service',
  participantId: 'must be somebody in the case of whom this can be said',
  'participant.joined participantId': 'must be new',
  'participant.left participantId':
    'must be somebody who has not left, or was found since to have been named by mistake',
  'appropriateAdult.named participantId': 'must be somebody under 18',
  'appropriateAdult.named how': 'must say how they are connected',
  'identity.confirmed participantId': 'must be somebody referred as responsible',
  'identity.doubted participantId': 'must be somebody whose identity was confirmed',
  'acknowledgement.recorded participantId': 'must be somebody referred as responsible',
  'acknowledgement.takenBack participantId': 'must be somebody who had acknowledged something',
  'capacity.assessed participantId': 'must be somebody whose capacity for this decision is in doubt',
  'preference.answered participantId': 'must be somebody who has said what they would like',
  kind: 'must be something that they asked for, and were not answered yet',
  'member.joined participantId': 'must be somebody who is not a member already',
  pauseId: 'must be new',
  place: 'must say where',
  processId: 'must be a process that this can be about; one that is opened needs a new id',
  processType: 'must be the kind that took place: another kind is another process',
  purpose: 'must be one that this person can be asked for',
  reaskOn: 'must be a day after today',
  reason: 'must be given, and be one that fits',
  sha256: 'must be that of the text as it stands now',
  source: 'must say from whom or what this is known',
  staffId: 'must be whoever says it themselves',
  startsAt: 'must be an instant after now',
  support: 'must say what help was tried first',
  supports: 'must name somebody in the case where the role is with somebody',
  text: 'must be given',
  times: 'must each end after they begin',
  to: 'must be another person in the case, on the side that this goes to',
  until: 'must lie after the beginning',
  voicemail: 'must be one of the ways of leaving a message',
} as const satisfies Record<string, string>;
type Said = keyof typeof whatsRight;

/** What a field must hold; `about` is the field as a blocker names it, with what it is of after a colon. Null where only its form can be wrong. */
export function whatsRightIn(about: string, type?: string): string | null {
  const [field = ''] = about.split(':');
  const found = [`${type} ${field}`, field].find((key) => Object.hasOwn(whatsRight, key));
  return found === undefined ? null : whatsRight[found as Said];
}
