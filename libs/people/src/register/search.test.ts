// Somebody is found by what is known of them, however it is written, by those who may look and by nobody else.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { openRegisterDesk, type RegisterDesk } from '../../../../test/support/register-desk.js';

let desk: RegisterDesk;
beforeAll(async () => void (desk = await openRegisterDesk()), 60_000);
afterAll(() => desk.office.close());

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
  const known = await desk.rows<{ id: Id }>(`select concord_one(id) as id from person where subject = 'siân'`);
  const id =
    known[0]?.id ??
    (
      await desk.inCase('harmed', {
        given: 'Siân',
        family: 'Llywelyn-Price',
        bornOn: '1969-02-14',
        telephone: '+447700900461',
        email: 'sian@example.org',
      })
    ).id;
  await desk.rows(`update person set subject = 'siân' where id = $1 returning id`, id);
  expect((await desk.find(desk.coordinator, text, 'harmed')).map((row) => row.id)).toContain(id);
  expect((await desk.find(desk.coordinator, `${text} Nobody`, 'harmed')).map((row) => row.id)).not.toContain(id);
});

test('facilitators and people of another service find nobody', async () => {
  await desk.inCase('harmed', { given: 'Unique', family: 'Person' });
  expect(await desk.find(await desk.office.staff('facilitator'), 'Unique Person', 'harmed')).toEqual([]);
  const [other] = await desk.rows<{ id: Id }>(`insert into service (name) values ('Elsewhere') returning id`);
  const stranger: Actor = { kind: 'staff', id: randomUUID(), serviceId: other?.id ?? '', roles: ['safeguardingLead'] };
  const parts = await desk.register.tokensOf(desk.office.serviceId, 'Unique Person');
  expect((await desk.service.people(stranger, { parts, side: null }, {})).rows).toEqual([]);
});
