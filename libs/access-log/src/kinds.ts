// The ways of reading, and the purposes that allow it: the vocabulary of the access log.

/** What kind of reading it was. */
export const readKinds = {
  read: { says: 'Opened' },
  list: { says: 'Seen in a list' },
  search: { says: 'Searched for' },
  export: { says: 'Taken out as a file' },
  preview: { says: 'Asked what a step would do' },
  emergency: { says: 'Opened in an emergency, or tried to' },
} as const satisfies Record<string, { says: string }>;
export type ReadKind = keyof typeof readKinds;

/** Why the reader may read: worked out from the records when the read is recorded, never asked, so that the reader cannot lie about it. */
export const readPurposes = {
  leads: { says: 'Leads the case' },
  coFacilitates: { says: 'Co-facilitates the case' },
  supervises: { says: 'Supervises the case' },
  asked: { says: 'Was asked to work on the case and has not declared or been assigned' },
  safeguarding: { says: 'Leads safeguarding' },
  management: { says: 'Manages the service' },
  coordination: { says: 'Coordinates the service' },
  emergency: { says: 'Opened the case in an emergency' },
  ownPart: { says: 'Takes part in the case' },
  intake: { says: 'A referral was taken in' },
  rights: { says: 'A person asked for what is held about them, or for its end' },
  upkeep: { says: 'The service keeps its records' },
  none: { says: 'May not see it, and saw nothing' },
} as const satisfies Record<string, { says: string }>;
export type ReadPurpose = keyof typeof readPurposes;
