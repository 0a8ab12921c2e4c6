// What staff find to do, each in a sentence; beside these, each deadline that has gone by is a task of its own (deadlines/deadlines.ts).

export const tasks = {
  assignFacilitator: { says: 'A facilitator must be found for the case' },
  confirmAssignment: { says: 'Nobody stands in the way: confirm who takes the case' },
  findAnother: { says: 'Somebody declared a connection: find who else does what they did in the case' },
  declareConflict: { says: 'Say whether you know anybody in the case before you take it' },
  readWords: { says: 'Read what the referrer wrote: nobody is contacted before' },
  leaveTakenBack: { says: 'Somebody does not agree to share: nothing is held about them, and nobody contacts them' },
  abuseReferral: { says: 'A referral speaks of abuse: decide how it is to be handled' },
  decideConcern: { says: 'A safeguarding concern waits for your decision' },
  concernDecided: { says: 'A safeguarding concern was decided: read what follows' },
  unsafeContact: { says: 'A contact went wrong: decide whether this way of reaching the person is safe' },
  withdrawal: { says: 'Somebody took back a yes: see what it ends' },
  somebodyLeft: { says: 'Somebody does not take part any more: see what has to be done' },
  checkpointRefused: { says: 'A safeguarding sign-off was refused: read why' },
  takenBack: { says: 'A letter, message or recording was taken back by its sender' },
  answerPreference: { says: 'Somebody wishes to work with another facilitator or in another way: answer them' },
  answerHelp: { says: 'Somebody asks for something of theirs: answer them by the day they were told' },
  tellRecipient: { says: 'Tell the person it was for what became of something agreed' },
  reviewNotKept: { says: 'Something agreed was not kept: look whether the person harmed is safe' },
  emergencyAccess: { says: 'A case was opened in an emergency: look at the reason, and note that you have seen it' },
} as const satisfies Record<string, { says: string }>;
export type CaseTask = keyof typeof tasks;
