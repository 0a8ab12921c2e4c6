// What a person may ask of those who work with them, and whose it is to answer; each is answered by a day that both see.
import type { Supplier } from './safeguarding.js';

interface HelpRow {
  for: Supplier;
  says: string;
}
export const helpKinds = {
  update: { for: 'facilitator', says: 'How things stand' },
  call: { for: 'facilitator', says: 'To be called' },
  company: { for: 'facilitator', says: 'Somebody beside them while they read something' },
  meeting: { for: 'facilitator', says: 'Something about the meeting: who comes, what helps, what they want to ask' },
  item: { for: 'facilitator', says: 'To talk about something agreed that they cannot do' },
  data: { for: 'coordinator', says: 'What is held about them' },
  correction: { for: 'coordinator', says: 'Something that is held about them put right' },
} as const satisfies Record<string, HelpRow>;
export type HelpKind = keyof typeof helpKinds;
