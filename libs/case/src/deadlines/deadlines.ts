// The names of deadlines: each an ordinary event with a due date, and who hears of it when it goes by.
import type { Supplier } from '../vocabulary/safeguarding.js';

export const deadlines = {
  firstContact: { tells: 'facilitator', says: 'First contact is due' },
  stageLimit: { tells: 'manager', says: 'This process has stayed in one stage for longer than the service allows' },
  consentLapse: { tells: 'facilitator', says: 'A consent lapses and must be asked again' },
  reask: { tells: 'facilitator', says: 'The day has come to ask again' },
  checkpointLapse: { tells: 'supervisor', says: 'A safeguarding sign-off lapses' },
  meeting: { tells: 'facilitator', says: 'A meeting is today: confirm consent and sign off safety' },
  followUp: { tells: 'facilitator', says: 'A follow-up contact is due' },
  item: { tells: 'facilitator', says: 'Something agreed is due' },
  reviewDeviation: {
    tells: 'safeguardingLead',
    says: 'Something was done though a door was shut: it is to be reviewed',
  },
  capacityAgain: { tells: 'facilitator', says: 'Whether somebody can decide for themselves is to be looked at again' },
  ageCheck: { tells: 'facilitator', says: 'Somebody has turned 16 or 18: what is needed has changed' },
  help: { tells: 'facilitator', says: 'Somebody was told that they are answered by today' },
  sentence: { tells: 'facilitator', says: 'Sentence is near' },
  deferral: { tells: 'facilitator', says: 'The limit for deferring sentence is near' },
} as const satisfies Record<string, { tells: Supplier; says: string }>;
export type DeadlineName = keyof typeof deadlines;
