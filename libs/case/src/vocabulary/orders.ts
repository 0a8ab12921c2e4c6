// Orders, custody and licence (R38): what can be forbidden, and whose leave somebody needs.
import type { Door } from './stages.js';

/** Why somebody cannot come or be written to without leave, and who gives it (R38). */
export const custodyKinds = {
  custody: { says: 'In custody' },
  licence: { says: 'On licence' },
} as const satisfies Record<string, { says: string }>;
export type CustodyKind = keyof typeof custodyKinds;
export const authorities = {
  prison: { says: 'The prison' },
  probation: { says: 'Probation' },
  youthJustice: { says: 'The youth justice service' },
  police: { says: 'The police' },
  court: { says: 'The court' },
  paroleBoard: { says: 'The Parole Board' },
} as const satisfies Record<string, { says: string }>;
export type Authority = keyof typeof authorities;

/**
 * What an order, bail or licence condition can forbid (R38). `through`: also with those for whom or with whom somebody is there.
 * What one person learns of another through the service is a message.
 */
export const prohibitions = {
  meeting: { doors: ['book', 'begin', 'resume'], through: false, says: 'No meeting' },
  message: {
    doors: ['pass', 'tellInterest', 'tellName', 'tellReceipt'],
    through: true,
    says: 'No message, also through others',
  },
  anyContact: {
    doors: ['book', 'begin', 'resume', 'pass', 'tellInterest', 'tellName', 'tellReceipt'],
    through: true,
    says: 'No contact of any kind, direct or through others',
  },
} as const satisfies Record<string, { doors: readonly Door[]; through: boolean; says: string }>;
export type Prohibition = keyof typeof prohibitions;
