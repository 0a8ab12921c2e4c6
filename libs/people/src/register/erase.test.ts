// Who is erased is nobody's to read any more, in any copy; who is corrected is found by what is right.
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/case';
import { checkJournals } from '#libs/store';
import { now, openRegisterDesk, type RegisterDesk } from '../../../../test/harness/service/person-register.js';

let desk: RegisterDesk;
beforeAll(async () => void (desk = await openRegisterDesk()), 60_000);
afterAll(() => desk.office.close());

describe('erasing', () => {
  test('a legal hold stands against it, and so does not being a manager', async () => {
    const { id } = await desk.inCase('harmed', { given: 'Held' });
    const asked = { personId: id, reason: 'They asked' };
    desk.held = true;
    expect(await desk.register.erase(desk.manager, randomUUID(), asked, now())).toMatchObject({ ok: false });
    desk.held = false;
    expect(await desk.register.erase(desk.coordinator, randomUUID(), asked, now())).toMatchObject({ ok: false });
    expect((await desk.office.people.names(desk.office.serviceId, [id])).get(id)).toBe('Held');
  });

  test('destroys the key: values put back from a copy stay unreadable, journals stay whole and the case still folds', async () => {
    const { id, caseId } = await desk.inCase('harmed', {
      given: 'Gone',
      family: 'Forever',
      telephone: '+447700900777',
    });
    await desk.rows(`create table copy as select * from personal_value where person_id = '${id}'`);
    expect(
      await desk.register.erase(desk.manager, randomUUID(), { personId: id, reason: 'They asked' }, now()),
    ).toMatchObject({
      ok: true,
    });
    await desk.rows('insert into personal_value select * from copy');
    expect((await desk.office.people.read(desk.office.serviceId, [id])).get(id)).toEqual({});
    expect((await desk.office.people.names(desk.office.serviceId, [id])).get(id)).toBeNull();
    expect(await desk.find(desk.lead, 'Gone Forever')).toEqual([]);
    await expect(desk.office.people.change(desk.office.serviceId, new Map([[id, { given: 'Back' }]]))).rejects.toThrow(
      /erased/,
    );
    expect((await checkJournals(desk.office.pools.plain)).faults).toEqual([]);
    const flag = { type: 'flag.set', flag: 'hate' } as const;
    expect(await desk.office.tell(desk.manager, { caseId, event: flag })).toMatchObject({ ok: true });
    expect(
      await desk.register.erase(desk.manager, randomUUID(), { personId: id, reason: 'Again' }, now()),
    ).toMatchObject({
      ok: false,
    });
  });
});

test('details are corrected by those whose they are to correct, found again, and the record keeps no value', async () => {
  const { id } = await desk.inCase('harmed', { given: 'Olde', family: 'Name' });
  const change = (actor: Actor) =>
    desk.register.change(actor, randomUUID(), { personId: id, values: { given: 'Newer' }, reason: null }, now());
  expect(await change(desk.lead)).toMatchObject({ ok: false });
  expect(await change(await desk.office.staff('facilitator'))).toMatchObject({ ok: false });
  expect(await change(desk.coordinator)).toMatchObject({ ok: true });
  expect((await desk.find(desk.coordinator, 'Newer Name', 'harmed')).map((row) => row.id)).toEqual([id]);
  expect(await desk.find(desk.coordinator, 'Olde Name', 'harmed')).toEqual([]);
  const [kept] = await desk.rows<{ kept: string }>(
    `select d::text as kept from person_decision d where person_id = $1`,
    id,
  );
  expect(kept?.kept).not.toContain('Newer');
});
