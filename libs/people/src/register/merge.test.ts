// Two records become one person and two again without a trace, and nobody learns of the other side.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { positionsOf, upgrade, type Actor, type Id } from '#libs/case';
import { actorFor, letSignIn } from '#libs/permissions';
import { serviceScope } from '#libs/database';
import { checkJournals } from '#libs/casework';
import { done, now, openTestRegister, type TestRegister } from '../../../../test/harness/service/person-register.js';

let testRegister: TestRegister;
beforeAll(async () => void (testRegister = await openTestRegister()), 60_000);
afterAll(() => testRegister.service.close());

describe('two records of one person', () => {
  test('a merged person is called by one name, takes part in both cases and acts in both; undone, they are two again', async () => {
    const [one, other] = [
      await testRegister.inCase('harmed', { given: 'Mair', family: 'Tudor' }),
      await testRegister.inCase('harmed', { given: 'M', family: 'Tudor' }),
    ];
    const id = await done(testRegister.merge(testRegister.coordinator, one.id, other.id));
    const names = await testRegister.service.people.names(testRegister.service.serviceId, [one.id, other.id]);
    expect([...names.values()]).toEqual(['Mair Tudor', 'Mair Tudor']);
    const them: Extract<Actor, { kind: 'participant' }> = {
      kind: 'participant',
      id: one.id,
      serviceId: testRegister.service.serviceId,
      also: [one.id, other.id],
    };
    const { serviceId, database } = testRegister.service;
    await letSignIn(testRegister.service.pools.plain, serviceId, other.id, 'mair');
    const signedIn = await actorFor(database.as(serviceScope(serviceId)), { subject: 'mair', serviceId });
    expect(signedIn).toEqual({ ...them, also: them.also?.toSorted() });
    const seen = await testRegister.service.reading.caseload(them, {}, {});
    for (const { row } of seen.rows) {
      const { facts } = upgrade(row.stored);
      const own = Object.keys(facts.people.participants).filter((part) => positionsOf(them, facts, part).has('self'));
      expect(own).toHaveLength(1);
    }
    expect(seen.rows.map(({ row }) => row.id).toSorted()).toEqual([one.caseId, other.caseId].toSorted());
    await done(testRegister.undo(testRegister.coordinator, id));
    const again = await testRegister.service.reading.caseload({ ...them, also: [one.id] }, {}, {});
    expect(again.rows.map(({ row }) => row.id)).toEqual([one.caseId]);
    expect((await testRegister.service.people.names(testRegister.service.serviceId, [other.id])).get(other.id)).toBe(
      'M Tudor',
    );
    expect((await checkJournals(testRegister.service.pools.plain)).faults).toEqual([]);
  });

  test('whatever is merged and taken back, in whatever order, leaves no trace but its record', async () => {
    const people = await Promise.all(
      Array.from({ length: 5 }, () => testRegister.inCase('harmed', { given: 'Nia', family: 'Wyn' })),
    );
    const tables = ['person', 'participant', 'personal_value', 'person_token', 'person_merge', 'sealing_key'];
    const state = async () => {
      const all = await Promise.all(
        tables.map((table) =>
          testRegister.rows<{ all: string }>(
            `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all from ${table} t`,
          ),
        ),
      );
      return all.map(([row]) => row?.all);
    };
    const before = await state();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (wanted, chance) => {
          const standing: Id[] = [];
          for (const [a, b] of wanted) {
            const answer = await testRegister.merge(testRegister.coordinator, people[a]?.id ?? '', people[b]?.id ?? '');
            if (answer.ok) standing.push(answer.id);
          }
          while (standing.length > 0) {
            const [id = ''] = standing.splice((chance.next().value ?? 0) % standing.length, 1);
            await done(testRegister.undo(testRegister.manager, id));
          }
          expect(await state()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a participant who joins while a merge stands is told apart again when it is taken back', async () => {
    const [one, other] = [
      await testRegister.inCase('responsible', { given: 'Ifan' }),
      await testRegister.inCase('responsible', { given: 'Ifan' }),
    ];
    const id = await done(testRegister.merge(testRegister.manager, one.id, other.id));
    const third = await testRegister.service.aCase(testRegister.coordinator);
    const event = {
      type: 'participant.joined',
      participantId: randomUUID(),
      personId: other.id,
      role: 'responsible',
      age: 'adult',
      approach: 'agreed',
    } as const;
    expect(await testRegister.service.tell(testRegister.coordinator, { caseId: third, event })).toMatchObject({
      ok: true,
    });
    const who = () =>
      testRegister.rows<{ id: Id }>('select person_id as id from participant where id = $1', event.participantId);
    expect(await who()).toEqual([{ id: one.id }]);
    await done(testRegister.undo(testRegister.manager, id));
    expect(await who()).toEqual([{ id: other.id }]);
  });

  test('the same command under the same key happens once, another under it is refused', async () => {
    const [one, other] = [
      await testRegister.inCase('harmed', { given: 'Elen' }),
      await testRegister.inCase('harmed', { given: 'Elen' }),
    ];
    const [key, asked] = [randomUUID(), { keptId: one.id, goneId: other.id, reason: 'Same person' }];
    const answers = await Promise.all(
      [1, 2, 3].map(() => testRegister.register.merge(testRegister.coordinator, key, asked, now())),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await expect(
      testRegister.register.merge(testRegister.coordinator, key, { ...asked, reason: 'Another' }, now()),
    ).rejects.toMatchObject({
      code: 'KEY_REUSED',
    });
  });

  test('a pair that was judged to be two people is not suggested again', async () => {
    const one = await testRegister.inCase('harmed', { given: 'Delyth', family: 'Probert', bornOn: '1960-01-01' });
    await testRegister.inCase('harmed', { given: 'Delyth', family: 'Probert', bornOn: '1960-01-01' });
    const [pair] = await testRegister.pairs(testRegister.coordinator, one.id);
    const asked = { suggestionId: pair?.id ?? '', reason: 'Cousins' };
    expect(await testRegister.register.dismiss(testRegister.coordinator, randomUUID(), asked, now())).toMatchObject({
      ok: true,
    });
    await testRegister.service.database.within(serviceScope(testRegister.service.serviceId), (tx) =>
      testRegister.service.people.suggest(tx, testRegister.service.serviceId, [one.id]),
    );
    expect(await testRegister.pairs(testRegister.coordinator, one.id)).toEqual([]);
  });
});

test("a match across the sides is the safeguarding lead's to see, to merge and to take back; to others it is nobody", async () => {
  const values = { given: 'Rhun', family: 'Caradog', bornOn: '1971-07-07' };
  const [harmed, responsible] = [
    await testRegister.inCase('harmed', values),
    await testRegister.inCase('responsible', values),
  ];
  for (const actor of [testRegister.coordinator, testRegister.manager]) {
    expect(await testRegister.pairs(actor, harmed.id)).toEqual([]);
    expect(await testRegister.merge(actor, harmed.id, responsible.id)).toEqual(
      await testRegister.merge(actor, harmed.id, randomUUID()),
    );
    expect((await testRegister.find(actor, 'Rhun Caradog', 'harmed')).map(({ id }) => id)).toEqual([harmed.id]);
    expect(await testRegister.find(actor, 'Rhun Caradog')).toEqual([]);
  }
  expect(await testRegister.pairs(testRegister.lead, harmed.id)).toHaveLength(1);
  expect(await testRegister.find(testRegister.lead, 'Rhun Caradog')).toHaveLength(2);
  const id = await done(testRegister.merge(testRegister.lead, harmed.id, responsible.id));
  const [seen] = await testRegister.find(testRegister.manager, 'Rhun Caradog', 'harmed');
  expect(seen).toMatchObject({ id: harmed.id, merges: [], cases: [{ caseId: harmed.caseId }] });
  expect(await testRegister.undo(testRegister.manager, id)).toEqual(
    await testRegister.undo(testRegister.manager, randomUUID()),
  );
  await done(testRegister.undo(testRegister.lead, id));
});
