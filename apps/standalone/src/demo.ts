// A service to try Concord with: an area, its commissioner, staff of each role and somebody who may take part. Nobody in it is real.
import type { Id, StaffRole } from '#libs/case';
import { letSignIn, PgPersonalRecords, type Values } from '#libs/people';
import { openPools } from '#libs/store';

/** Fixed ids, so that demo tokens and the README's examples hold from one start to the next. */
const id = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The demo service; every demo token belongs to it. */
export const demoServiceId = id(1);

interface DemoStaff {
  readonly id: Id;
  readonly subject: string;
  readonly roles: readonly StaffRole[];
  readonly values: Values;
  /** A facilitator's standing (R41 to R46); absent for other staff. */
  readonly standing?: Standing;
}

interface Standing {
  readonly level: 'foundation' | 'intermediate' | 'advanced';
  readonly training: readonly string[];
  readonly languages: readonly string[];
  readonly capacity: number;
}

const staff: readonly DemoStaff[] = [
  {
    id: id(11),
    subject: 'demo-facilitator',
    roles: ['facilitator'],
    values: { given: 'Farida', family: 'Facilitator', email: 'farida@demo.invalid' },
    standing: {
      level: 'advanced',
      training: ['domestic abuse', 'sexual harm', 'young people'],
      languages: ['en', 'cy'],
      capacity: 12,
    },
  },
  {
    id: id(12),
    subject: 'demo-facilitator-2',
    roles: ['facilitator'],
    values: { given: 'Gwil', family: 'Facilitator', email: 'gwil@demo.invalid' },
    standing: { level: 'foundation', training: [], languages: ['en'], capacity: 4 },
  },
  {
    id: id(13),
    subject: 'demo-safeguarding-lead',
    roles: ['safeguardingLead'],
    values: { given: 'Sam', family: 'Safeguarding', email: 'sam@demo.invalid' },
  },
  {
    id: id(14),
    subject: 'demo-manager',
    roles: ['manager'],
    values: { given: 'Mina', family: 'Manager', email: 'mina@demo.invalid' },
  },
  {
    id: id(15),
    subject: 'demo-coordinator',
    roles: ['coordinator'],
    values: { given: 'Cora', family: 'Coordinator', email: 'cora@demo.invalid' },
  },
];

/** Somebody who can be named as a participant of a case, and then sees that case through the participant's token. */
export const demoParticipant = {
  id: id(21),
  subject: 'demo-participant',
  values: { given: 'Pat', family: 'Participant' },
};

/** Whom the demo issuer signs a token for. */
export const demoPeople = [
  ...staff.map(({ subject, roles }) => ({ role: roles[0] ?? 'staff', subject })),
  { role: 'participant', subject: demoParticipant.subject },
]
  .filter(({ subject }) => subject !== 'demo-facilitator-2')
  .map((person) => ({ ...person, serviceId: demoServiceId }));

/** Puts the demo service into a migrated database; what is there already stays, so it may run at every start. */
export async function seedDemo(url: string): Promise<void> {
  const pools = openPools(url, { hot: 1, plain: 1 });
  const records = new PgPersonalRecords(pools.plain);
  const put = (table: string, row: Readonly<Record<string, unknown>>) => {
    const places = Object.keys(row).map((_column, at) => `$${at + 1}`);
    const sql = `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')}) on conflict do nothing`;
    return pools.plain.query(sql, Object.values(row));
  };
  try {
    await put('service', { id: demoServiceId, name: 'Northfold Restorative Justice (demonstration)' });
    await put('area', { id: id(2), name: 'Northfold' });
    await put('commissioner', { id: id(3), name: 'Northfold Police and Crime Commissioner', kind: 'pcc' });
    const parties = { service_id: demoServiceId, area_id: id(2), commissioner_id: id(3) };
    await put('commission', { id: id(4), ...parties, starts_on: '2020-04-01' });
    for (const { id: person, subject, roles, values, standing } of staff) {
      await records.add(demoServiceId, values, person);
      await put('staff', {
        id: person,
        service_id: demoServiceId,
        subject,
        roles,
        ...(standing ? columnsOf(standing) : {}),
      });
    }
    await records.add(demoServiceId, demoParticipant.values, demoParticipant.id);
    await letSignIn(pools.plain, demoServiceId, demoParticipant.id, demoParticipant.subject);
  } finally {
    await pools.end();
  }
}

/** Dates near today: a demonstration must not end because a registration ran out or a supervision is long past. */
function columnsOf({ level, training, languages, capacity }: Standing): Record<string, unknown> {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const dates = { registered_until: inDays(365), last_supervision: inDays(-30), last_observed_practice: inDays(-60) };
  return { level, training, languages, capacity_points: capacity, availability: 'active', ...dates };
}
