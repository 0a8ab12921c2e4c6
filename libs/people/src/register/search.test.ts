// Somebody is found by what is known of them, however it is written, by those who may look and by nobody else.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { openTestRegister, type TestRegister } from '../../../../test/harness/service/person-register.js';

let testRegister: TestRegister;
beforeAll(async () => void (testRegister = await openTestRegister()), 60_000);
afterAll(() => testRegister.service.close());

test.each([
  ['as it is written', 'Siân Llywelyn-Price'],
  ['without its marks and in capitals', 'SIAN LLYWELYN PRICE'],
  ['swapped', 'price llywelyn sian'],
  ['in part', 'Llywelyn'],
  ['by how it sounds', 'Shan Llewelin Pryce'],
  ['by another form of it', 'Jane Price'],
  ['by birth date', '14/02/1969'],
  ['by name and birth date', 'Sian 1969-02-14'],
  ['by telephone number as anybody writes it', '07700 900461'],
  ['by e-mail address in capitals', 'SIAN@EXAMPLE.ORG'],
])('somebody is found %s', async (_, text) => {
  const known = await testRegister.rows<{ id: Id }>(`select concord_one(id) as id from person where subject = 'siân'`);
  const id =
    known[0]?.id ??
    (
      await testRegister.inCase('harmed', {
        given: 'Siân',
        family: 'Llywelyn-Price',
        bornOn: '1969-02-14',
        telephone: '+447700900461',
        email: 'sian@example.org',
      })
    ).id;
  await testRegister.rows(`update person set subject = 'siân' where id = $1 returning id`, id);
  expect((await testRegister.find(testRegister.coordinator, text, 'harmed')).map((row) => row.id)).toContain(id);
  expect(
    (await testRegister.find(testRegister.coordinator, `${text} Nobody`, 'harmed')).map((row) => row.id),
  ).not.toContain(id);
});

test('facilitators and people of another service find nobody', async () => {
  await testRegister.inCase('harmed', { given: 'Unique', family: 'Person' });
  expect(await testRegister.find(await testRegister.service.staff('facilitator'), 'Unique Person', 'harmed')).toEqual(
    [],
  );
  const [other] = await testRegister.rows<{ id: Id }>(`insert into service (name) values ('Elsewhere') returning id`);
  const stranger: Actor = { kind: 'staff', id: randomUUID(), serviceId: other?.id ?? '', roles: ['safeguardingLead'] };
  const parts = await testRegister.register.tokensOf(testRegister.service.serviceId, 'Unique Person');
  expect((await testRegister.reading.search(stranger, { parts, side: null }, {})).rows).toEqual([]);
});

test('a name that very many share hides nobody who is asked for by a birth date beside it', async () => {
  const { id } = await testRegister.inCase('harmed', { given: 'Maud', family: 'Common', bornOn: '1951-03-04' });
  // Six hundred more by the same name, whose ids all come before hers.
  await testRegister.rows(
    `with p as (insert into person (id, service_id) select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, $2 from generate_series(1, 600) n returning id)
     insert into person_token (service_id, token, person_id, wide) select $2, t.token, p.id, true from p, person_token t where t.person_id = $1 returning token`,
    id,
    testRegister.service.serviceId,
  );
  const [born] = await testRegister.register.tokensOf(testRegister.service.serviceId, '1951-03-04');
  await testRegister.rows(
    `delete from person_token where token = any($1) and person_id <> $2 returning token`,
    born,
    id,
  );
  const found = await testRegister.find(testRegister.coordinator, 'Maud 04/03/1951', 'harmed');
  expect(found.map((row) => row.id)).toEqual([id]);
});

test('whoever was named by mistake is not found in that case, but by those who answer for it (R92)', async () => {
  const { id, caseId } = await testRegister.inCase('responsible', { given: 'Mistaken', family: 'Identity' });
  const { coordinator, lead, service } = testRegister;
  const [participant] = await testRegister.rows<{ id: Id }>(
    'select id from participant where case_id = $1 and person_id = $2',
    caseId,
    id,
  );
  const left = { participantId: participant?.id ?? '', reason: 'wronglyNamed' } as const;
  const casesSeenBy = async (actor: Actor) =>
    (await testRegister.find(actor, 'Mistaken Identity', 'responsible')).flatMap(({ cases }) => cases);
  expect(await casesSeenBy(coordinator)).toHaveLength(1);
  const answer = await service.tell(coordinator, { caseId, event: { type: 'participant.left', ...left } });
  expect(answer.ok).toBe(true);
  expect(await casesSeenBy(coordinator)).toEqual([]);
  expect(await casesSeenBy(lead)).toHaveLength(1);
});

test('whoever stands on both sides is found on one, where they were first; the safeguarding lead finds them on both', async () => {
  const { coordinator, manager, lead, service } = testRegister;
  const { id } = await testRegister.inCase('responsible', { given: 'Bothwell', family: 'Sides' });
  const later = await service.aCase(coordinator);
  const joined = {
    participantId: randomUUID(),
    personId: id,
    role: 'harmed',
    age: 'adult',
    approach: 'agreed',
  } as const;
  expect((await service.tell(lead, { caseId: later, event: { type: 'participant.joined', ...joined } })).ok).toBe(true);
  const sides = async (actor: Actor) =>
    Promise.all(
      (['harmed', 'responsible'] as const).map(
        async (side) => (await testRegister.find(actor, 'Bothwell Sides', side)).filter((row) => row.id === id).length,
      ),
    );
  expect([await sides(coordinator), await sides(manager)]).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(await sides(lead)).toEqual([1, 1]);
});
