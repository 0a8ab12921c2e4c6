// The demo service's staff: enough of each role and level to run an ordinary and a sensitive case by hand. No person in it is real.
import type { Id, Level, StaffRole } from '#libs/case';
import type { Values } from '#libs/people';

/** Fixed ids, so that demo tokens and the README's examples hold from one start to the next. */
export const demoId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A facilitator's standing (R41 to R46), its dates in days from today: a demonstration must not end because a registration ran out. */
export interface Standing {
  readonly level: Level;
  readonly training: readonly string[];
  readonly languages: readonly string[];
  readonly caseloadLimit: number;
  readonly registeredForDays: number;
  readonly supervisedDaysAgo: number;
}

export interface DemoStaff {
  readonly id: Id;
  readonly subject: string;
  readonly roles: readonly StaffRole[];
  readonly values: Values;
  /** What the token is called in the banner; null for those whose token is not shown. */
  readonly shownAs: string | null;
  /** Absent for staff who do not facilitate. */
  readonly standing?: Standing;
}

const sound = { registeredForDays: 365, supervisedDaysAgo: 21 } as const;

export const demoStaff: readonly DemoStaff[] = [
  {
    id: demoId(11),
    subject: 'demo-facilitator',
    shownAs: 'facilitator',
    roles: ['facilitator'],
    values: { given: 'Farida', family: 'Facilitator', email: 'farida@demo.invalid' },
    standing: {
      ...sound,
      level: 'Advanced',
      training: ['sensitive and complex', 'domestic abuse', 'sexual harm', 'young people'],
      languages: ['en', 'cy'],
      caseloadLimit: 20,
    },
  },
  {
    id: demoId(12),
    subject: 'demo-facilitator-2',
    shownAs: 'second facilitator',
    roles: ['facilitator'],
    values: { given: 'Gwil', family: 'Facilitator', email: 'gwil@demo.invalid' },
    standing: {
      ...sound,
      level: 'Intermediate',
      training: ['sensitive and complex'],
      languages: ['cy', 'en'],
      caseloadLimit: 12,
    },
  },
  {
    id: demoId(16),
    subject: 'demo-supervisor',
    shownAs: 'supervisor',
    roles: ['facilitator'],
    values: { given: 'Sunita', family: 'Supervisor', email: 'sunita@demo.invalid' },
    standing: {
      ...sound,
      level: 'Advanced',
      training: ['sensitive and complex', 'supervision'],
      languages: ['en'],
      caseloadLimit: 10,
    },
  },
  {
    id: demoId(17),
    subject: 'demo-facilitator-3',
    shownAs: null,
    roles: ['facilitator'],
    values: { given: 'Fred', family: 'Foundation', email: 'fred@demo.invalid' },
    standing: { ...sound, level: 'Foundation', training: [], languages: ['en'], caseloadLimit: 4 },
  },
  {
    // A facilitator who cannot take a case now, so that the reason can be seen: supervision is overdue (R44).
    id: demoId(18),
    subject: 'demo-facilitator-4',
    shownAs: null,
    roles: ['facilitator'],
    values: { given: 'Olwen', family: 'Overdue', email: 'olwen@demo.invalid' },
    standing: {
      level: 'Intermediate',
      training: [],
      languages: ['en', 'cy'],
      caseloadLimit: 8,
      registeredForDays: 200,
      supervisedDaysAgo: 120,
    },
  },
  {
    id: demoId(13),
    subject: 'demo-safeguarding-lead',
    shownAs: 'safeguarding lead',
    roles: ['safeguardingLead'],
    values: { given: 'Sam', family: 'Safeguarding', email: 'sam@demo.invalid' },
  },
  {
    id: demoId(14),
    subject: 'demo-manager',
    shownAs: 'manager',
    roles: ['manager'],
    values: { given: 'Mina', family: 'Manager', email: 'mina@demo.invalid' },
  },
  {
    id: demoId(15),
    subject: 'demo-coordinator',
    shownAs: 'coordinator',
    roles: ['coordinator'],
    values: { given: 'Cora', family: 'Coordinator', email: 'cora@demo.invalid' },
  },
];
