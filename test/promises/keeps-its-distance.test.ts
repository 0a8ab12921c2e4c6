// Promise: a person harmed is not reached because of what somebody else began or guessed (R4, R7), and somebody is told to look.
import { doors, type Actor, type ApproachBasis, type Id } from '#libs/case';
import { Casework } from '#libs/casework';
import { readReferralFile, type Referral, type ReferrerName } from '#libs/intake';
import { openTestService, type TestService } from '../harness/service/test-service.js';

const columns =
  'Crime Ref,Recorded Date,Offence,Outcome,Offender Surname,Offender Forename,Offender DOB,Victim Title,Victim Surname,Victim Forename,Victim DOB,Victim Tel,Victim Email,Safe to contact,DA,Hate,Initiated by,Victim agreed to share,OIC,Notes';
const police = (abuse: string, initiator: string, agreed: string) =>
  `${columns}\nCR/${abuse}${initiator}${agreed},01/10/2026,Assault,Charged,Wood,Liam,19/08/2001,,Price,Siân,01/01/1980,07700900123,,Y,${abuse},N,${initiator},${agreed},PC 1,`;

let service: TestService;
let casework: Casework;
let coordinator: Actor;
let safeguarding: Actor;
beforeAll(async () => {
  service = await openTestService();
  casework = new Casework(service.store);
  coordinator = await service.staff('coordinator');
  safeguarding = await service.staff('safeguardingLead');
}, 60_000);
afterAll(() => service.close());

async function take(text: string, from: ReferrerName = 'police'): Promise<{ caseId: Id; referral: Referral }> {
  const [referral] = readReferralFile(Buffer.from(text), from, '2026-10-05').referrals;
  if (!referral) throw new Error('There is no referral');
  const taken = await casework.takeReferral(coordinator, referral);
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  return { caseId: taken.caseId, referral };
}
async function facts(caseId: Id) {
  const found = await service.reading.caseFor(coordinator, caseId);
  if (!found) throw new Error('The case is gone');
  return { ...found, people: Object.entries(found.stored.facts.people.participants) };
}

test.each([
  ['abuse is named', 'Y', 'Offender', 'abuseInitiated'],
  ['abuse is named and nobody says who began', 'Y', '', 'abuseInitiated'],
  ['nobody says whether there was abuse', '', 'Offender', 'concern'],
])(
  'R4: where the person responsible began it and %s, no door to the person harmed is open',
  async (_, abuse, who, rule) => {
    const { caseId, referral } = await take(police(abuse, who, 'Y'));
    expect(referral.noVictimContact).toBe(true);
    const { stored, settings, people } = await facts(caseId);
    const harmed = people.filter(([, one]) => one.role === 'harmed').map(([id]) => id);
    const contact = doors(stored, new Date().toISOString(), settings).filter(
      ({ event, about }) => event === 'contact.attempted' && about !== null && harmed.includes(about),
    );
    // the door to contact of substance, and the one to a call of care alone
    expect(contact.map(({ open }) => open)).toEqual([false, false]);
    expect(contact.flatMap(({ blockers }) => blockers.map((each) => each.rule))).toContain(rule);
    const tasks = await service.reading.tasks(safeguarding, { caseId, mine: true });
    expect(tasks.rows.map(({ row }) => row.supplier)).toContain('safeguardingLead');
  },
);

test.each<[string, ApproachBasis]>([
  ['Y', 'agreed'],
  ['N', 'objected'],
  ['', 'unknown'],
])('R7: the file says "%s" of the person harmed, and the case knows: %s', async (says, basis) => {
  const { caseId } = await take(police('N', 'Police', says));
  const { people } = await facts(caseId);
  expect(Object.fromEntries(people.map(([, one]) => [one.role, one.approach]))).toEqual({
    harmed: basis,
    responsible: 'referred',
  });
});

const form = (iAm: string, name: string) =>
  JSON.stringify({
    receivedAt: '2026-10-04T10:00:00Z',
    iAm,
    name,
    contact: { safe: true, ways: ['phone'], phone: '07700900703' },
  });

test('who refers themselves asked for it', async () => {
  const { caseId } = await take(form('person responsible', 'Rhodri Thomas'), 'self');
  const { people } = await facts(caseId);
  expect(people.map(([, one]) => [one.role, one.approach])).toEqual([['responsible', 'asked']]);
});

test('a parent who does not say whose side their child is on gets no side: a coordinator is told whom to ask', async () => {
  const { caseId } = await take(form('parent or carer', 'Siân Osei'), 'self');
  const { people } = await facts(caseId);
  expect(people).toEqual([]);
  const { rows } = await service.reading.tasks(coordinator, { caseId, mine: true });
  const [task] = rows.map(({ row }) => row).filter((each) => each.task === 'sideNotKnown');
  expect(task?.supplier).toBe('coordinator');
  const held = await service.people.names(service.serviceId, [task?.about ?? '']);
  expect([...held.values()]).toEqual(['Siân Osei']);
});

test('R1, R2: a referral that comes late in working days stands before staff as tasks', async () => {
  // reported on Thursday 20 August 2026; the Monday after next is a bank holiday
  const late = police('N', 'Police', 'Y').replace('01/10/2026', '20/08/2026');
  const { caseId } = await take(late);
  const { rows } = await service.reading.tasks(coordinator, { caseId }, { first: 100 });
  expect(rows.map(({ row }) => row.task)).toEqual(expect.arrayContaining(['lateReferral', 'informationLate']));
});
