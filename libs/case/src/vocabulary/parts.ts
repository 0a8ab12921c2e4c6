// The part a person has in one process (practice.md section 5): which side it belongs to, and what it asks for.
import type { Party, Role } from './people.js';

interface PartRow {
  /** The side the part itself belongs to; the others are on the side of whom they are with. */
  side: Party | null;
  /** Whether the person is prepared and assessed by themselves (R51). */
  prepared: boolean;
  /** Whether each person on a side must have said yes to their presence (R51). */
  accepted: boolean;
  /** Whether the person sits in a meeting. */
  attends: boolean;
  /** Whether it is with somebody: `of` names whom. */
  with: boolean;
  says: string;
}
export const parts = {
  harmed: { side: 'harmed', prepared: true, accepted: false, attends: true, with: false, says: 'Person harmed' },
  responsible: {
    side: 'responsible',
    prepared: true,
    accepted: false,
    attends: true,
    with: false,
    says: 'Person referred as responsible',
  },
  representative: {
    side: 'harmed',
    prepared: true,
    accepted: false,
    attends: true,
    with: true,
    says: 'Speaks for a person harmed who is not there',
  },
  communityMember: {
    side: null,
    prepared: true,
    accepted: true,
    attends: true,
    with: false,
    says: 'Community or panel member',
  },
  supporter: { side: null, prepared: true, accepted: true, attends: true, with: true, says: 'Supporter of someone' },
  appropriateAdult: {
    side: null,
    prepared: false,
    accepted: false,
    attends: true,
    with: true,
    says: 'Appropriate adult of somebody under 18',
  },
  companion: {
    side: null,
    prepared: false,
    accepted: false,
    attends: false,
    with: true,
    says: 'With somebody while they read or hear what was sent to them',
  },
  interpreter: { side: null, prepared: false, accepted: false, attends: true, with: false, says: 'Interpreter' },
  professional: { side: null, prepared: false, accepted: false, attends: true, with: false, says: 'Professional' },
  observer: { side: null, prepared: false, accepted: true, attends: true, with: false, says: 'Observer or trainee' },
} as const satisfies Record<string, PartRow>;
export type Part = keyof typeof parts;

/** The part that a role usually has: what somebody is who joins a case with one process, and nothing else is said. */
export const usualPart: Readonly<Record<Role, Part>> = {
  harmed: 'harmed',
  responsible: 'responsible',
  representative: 'representative',
  supporter: 'supporter',
  communityMember: 'communityMember',
  professional: 'professional',
  interpreter: 'interpreter',
  observer: 'observer',
};
