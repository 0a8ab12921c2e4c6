// Who is erased is nobody's to read any more, in any copy; who is corrected is found by what is right.
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/case';
import { checkJournals } from '#libs/casework';
import { now, openTestRegister, type TestRegister } from '../../../../test/harness/service/person-register.js';

let testRegister: TestRegister;
beforeAll(async () => void (testRegister = await openTestRegister()), 60_000);
afterAll(() => testRegister.service.close());

describe('erasing', () => {
  test('a legal hold stands against it, and so does not being a manager', async () => {
    const { id } = await testRegister.inCase('harmed', { given: 'Held' });
    const asked = { personId: id, reason: 'They asked' };
    testRegister.held = true;
    expect(await testRegister.register.erase(testRegister.manager, randomUUID(), asked, now())).toMatchObject({
      ok: false,
    });
    testRegister.held = false;
    expect(await testRegister.register.erase(testRegister.coordinator, randomUUID(), asked, now())).toMatchObject({
      ok: false,
    });
    expect((await testRegister.service.people.names(testRegister.service.serviceId, [id])).get(id)).toBe('Held');
  });

  test('destroys the key: values put back from a copy stay unreadable, journals stay whole and the case still folds', async () => {
    const { id, caseId } = await testRegister.inCase('harmed', {
      given: 'Gone',
      family: 'Forever',
      telephone: '+447700900777',
    });
    await testRegister.rows(`create table copy as select * from personal_value where person_id = '${id}'`);
    expect(
      await testRegister.register.erase(
        testRegister.manager,
        randomUUID(),
        { personId: id, reason: 'They asked' },
        now(),
      ),
    ).toMatchObject({
      ok: true,
    });
    await testRegister.rows('insert into personal_value select * from copy');
    expect((await testRegister.service.people.read(testRegister.service.serviceId, [id])).get(id)).toEqual({});
    expect((await testRegister.service.people.names(testRegister.service.serviceId, [id])).get(id)).toBeNull();
    expect(await testRegister.find(testRegister.lead, 'Gone Forever')).toEqual([]);
    await expect(
      testRegister.service.people.change(testRegister.service.serviceId, new Map([[id, { given: 'Back' }]])),
    ).rejects.toThrow(/erased/);
    expect((await checkJournals(testRegister.service.pools.plain)).faults).toEqual([]);
    const flag = { type: 'flag.set', flag: 'hate' } as const;
    expect(await testRegister.service.tell(testRegister.manager, { caseId, event: flag })).toMatchObject({ ok: true });
    expect(
      await testRegister.register.erase(testRegister.manager, randomUUID(), { personId: id, reason: 'Again' }, now()),
    ).toMatchObject({
      ok: false,
    });
  });
});

test('details are corrected by those whose they are to correct, found again, and the record keeps no value', async () => {
  const { id } = await testRegister.inCase('harmed', { given: 'Olde', family: 'Name' });
  const change = (actor: Actor) =>
    testRegister.register.change(
      actor,
      randomUUID(),
      { personId: id, values: { given: 'Newer' }, reason: null },
      now(),
    );
  expect(await change(testRegister.lead)).toMatchObject({ ok: false });
  expect(await change(await testRegister.service.staff('facilitator'))).toMatchObject({ ok: false });
  expect(await change(testRegister.coordinator)).toMatchObject({ ok: true });
  expect((await testRegister.find(testRegister.coordinator, 'Newer Name', 'harmed')).map((row) => row.id)).toEqual([
    id,
  ]);
  expect(await testRegister.find(testRegister.coordinator, 'Olde Name', 'harmed')).toEqual([]);
  const [kept] = await testRegister.rows<{ kept: string }>(
    `select d::text as kept from person_decision d where person_id = $1`,
    id,
  );
  expect(kept?.kept).not.toContain('Newer');
});
