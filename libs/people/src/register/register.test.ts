// Decisions about persons: two records become one and two again without a trace, who is erased is nobody's to read, and nobody learns of the other side.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { openOffice, type Office } from '../../../../test/promises/office.js';
import type { Actor, Id } from '#libs/case';
import { checkJournals, PgServiceReading } from '#libs/store';
import { Cursors, scopeOf, type PersonSearch } from '#libs/casework';
import { PersonRegister, type Values } from '../index.js';

let office: Office;
let register: PersonRegister;
let service: PgServiceReading;
let held: boolean;
let coordinator: Actor;
let manager: Actor;
let lead: Actor;
const now = () => new Date().toISOString();
beforeAll(async () => {
  office = await openOffice();
  const { database, people } = office;
  held = false;
  register = new PersonRegister({ database, sealing: people.sealing }, people, async () => (held ? ['a hold'] : []));
  service = new PgServiceReading(database, new Cursors(Buffer.alloc(32, 7)));
  [coordinator, manager, lead] = [
    await office.staff('coordinator'),
    await office.staff('manager'),
    await office.staff('safeguardingLead'),
  ];
}, 60_000);
afterAll(() => office.close());

const rows = async <R extends object>(sql: string, ...values: unknown[]): Promise<R[]> =>
  (await office.pools.plain.query<R>(sql, values)).rows;
/** A case of its own; gives the person in that role, with these values. */
async function inCase(role: 'harmed' | 'responsible', values: Values): Promise<{ id: Id; caseId: Id }> {
  const caseId = await office.aCase(coordinator);
  const [found] = await rows<{ id: Id }>(
    'select person_id as id from participant where case_id = $1 and role = $2',
    caseId,
    role,
  );
  const id = found?.id ?? '';
  await office.people.change(office.serviceId, new Map([[id, values]]));
  await office.database.within({ serviceId: office.serviceId, sight: 'service', who: null }, (tx) =>
    office.people.suggest(tx, office.serviceId, [id]),
  );
  return { id, caseId };
}
const merge = (actor: Actor, keptId: Id, goneId: Id) =>
  register.merge(actor, randomUUID(), { keptId, goneId, reason: 'Same birth date' }, now());
const undo = (actor: Actor, mergeId: Id) =>
  register.undoMerge(actor, randomUUID(), { mergeId, reason: 'They are two' }, now());
const done = async (decided: ReturnType<typeof merge>): Promise<Id> => {
  const answer = await decided;
  if (!answer.ok) throw new Error(answer.problems.join());
  return answer.id;
};
const find = async (actor: Actor, text: string, side: PersonSearch['side'] = null) => {
  const parts = await register.tokensOf(office.serviceId, text);
  return (await service.people(actor, { parts, side }, {})).rows.map(({ row }) => row);
};
const pairs = async (actor: Actor, of: Id) =>
  (await service.suggestions(actor, {}, { first: 100 })).rows
    .map(({ row }) => row)
    .filter(({ persons }) => persons.some(({ id }) => id === of));

describe('two records of one person', () => {
  test('a merged person is called by one name, takes part in both cases and acts in both; undone, they are two again', async () => {
    const [one, other] = [
      await inCase('harmed', { given: 'Mair', family: 'Tudor' }),
      await inCase('harmed', { given: 'M', family: 'Tudor' }),
    ];
    const id = await done(merge(coordinator, one.id, other.id));
    const names = await office.people.names(office.serviceId, [one.id, other.id]);
    expect([...names.values()]).toEqual(['Mair Tudor', 'Mair Tudor']);
    const them: Actor = { kind: 'participant', id: one.id, serviceId: office.serviceId, also: [one.id, other.id] };
    const seen = await office.reading.caseload(them, {}, {});
    expect(seen.rows.map(({ row }) => row.id).toSorted()).toEqual([one.caseId, other.caseId].toSorted());
    await done(undo(coordinator, id));
    const again = await office.reading.caseload({ ...them, also: [one.id] }, {}, {});
    expect(again.rows.map(({ row }) => row.id)).toEqual([one.caseId]);
    expect((await office.people.names(office.serviceId, [other.id])).get(other.id)).toBe('M Tudor');
    expect((await checkJournals(office.pools.plain)).faults).toEqual([]);
  });

  test('whatever is merged and taken back, in whatever order, leaves no trace but its record', async () => {
    const people = await Promise.all(
      Array.from({ length: 5 }, () => inCase('harmed', { given: 'Nia', family: 'Wyn' })),
    );
    const tables = ['person', 'participant', 'personal_value', 'person_token', 'person_merge', 'sealing_key'];
    const state = async () => {
      const all = await Promise.all(
        tables.map((table) =>
          rows<{ all: string }>(
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
            const answer = await merge(coordinator, people[a]?.id ?? '', people[b]?.id ?? '');
            if (answer.ok) standing.push(answer.id);
          }
          while (standing.length > 0) {
            const [id = ''] = standing.splice((chance.next().value ?? 0) % standing.length, 1);
            await done(undo(manager, id));
          }
          expect(await state()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a participant who joins while a merge stands is told apart again when it is taken back', async () => {
    const [one, other] = [
      await inCase('responsible', { given: 'Ifan' }),
      await inCase('responsible', { given: 'Ifan' }),
    ];
    const id = await done(merge(manager, one.id, other.id));
    const third = await office.aCase(coordinator);
    const event = {
      type: 'participant.joined',
      participantId: randomUUID(),
      personId: other.id,
      role: 'responsible',
      age: 'adult',
      approach: 'agreed',
    } as const;
    expect(await office.tell(coordinator, { caseId: third, event })).toMatchObject({ ok: true });
    const who = () => rows<{ id: Id }>('select person_id as id from participant where id = $1', event.participantId);
    expect(await who()).toEqual([{ id: one.id }]);
    await done(undo(manager, id));
    expect(await who()).toEqual([{ id: other.id }]);
  });

  test('the same command under the same key happens once, another under it is refused', async () => {
    const [one, other] = [await inCase('harmed', { given: 'Elen' }), await inCase('harmed', { given: 'Elen' })];
    const [key, asked] = [randomUUID(), { keptId: one.id, goneId: other.id, reason: 'Same person' }];
    const answers = await Promise.all([1, 2, 3].map(() => register.merge(coordinator, key, asked, now())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await expect(register.merge(coordinator, key, { ...asked, reason: 'Another' }, now())).rejects.toThrow();
  });

  test('a pair that was judged to be two people is not suggested again', async () => {
    const one = await inCase('harmed', { given: 'Delyth', family: 'Probert', bornOn: '1960-01-01' });
    await inCase('harmed', { given: 'Delyth', family: 'Probert', bornOn: '1960-01-01' });
    const [pair] = await pairs(coordinator, one.id);
    const asked = { suggestionId: pair?.id ?? '', reason: 'Cousins' };
    expect(await register.dismiss(coordinator, randomUUID(), asked, now())).toMatchObject({ ok: true });
    await office.database.within(scopeOf(manager), (tx) => office.people.suggest(tx, office.serviceId, [one.id]));
    expect(await pairs(coordinator, one.id)).toEqual([]);
  });
});

test("a match across the sides is the safeguarding lead's to see, to merge and to take back; to others it is nobody", async () => {
  const values = { given: 'Rhun', family: 'Caradog', bornOn: '1971-07-07' };
  const [harmed, responsible] = [await inCase('harmed', values), await inCase('responsible', values)];
  for (const actor of [coordinator, manager]) {
    expect(await pairs(actor, harmed.id)).toEqual([]);
    expect(await merge(actor, harmed.id, responsible.id)).toEqual(await merge(actor, harmed.id, randomUUID()));
    expect((await find(actor, 'Rhun Caradog', 'harmed')).map(({ id }) => id)).toEqual([harmed.id]);
    expect(await find(actor, 'Rhun Caradog')).toEqual([]);
  }
  expect(await pairs(lead, harmed.id)).toHaveLength(1);
  expect(await find(lead, 'Rhun Caradog')).toHaveLength(2);
  const id = await done(merge(lead, harmed.id, responsible.id));
  const [seen] = await find(manager, 'Rhun Caradog', 'harmed');
  expect(seen).toMatchObject({ id: harmed.id, merges: [], cases: [{ caseId: harmed.caseId }] });
  expect(await undo(manager, id)).toEqual(await undo(manager, randomUUID()));
  await done(undo(lead, id));
});

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
  const known = await rows<{ id: Id }>(`select concord_one(id) as id from person where subject = 'siân'`);
  const id =
    known[0]?.id ??
    (
      await inCase('harmed', {
        given: 'Siân',
        family: 'Llywelyn-Price',
        bornOn: '1969-02-14',
        telephone: '+447700900461',
        email: 'sian@example.org',
      })
    ).id;
  await rows(`update person set subject = 'siân' where id = $1 returning id`, id);
  expect((await find(coordinator, text, 'harmed')).map((row) => row.id)).toContain(id);
  expect((await find(coordinator, `${text} Nobody`, 'harmed')).map((row) => row.id)).not.toContain(id);
});

test('facilitators and people of another service find nobody', async () => {
  await inCase('harmed', { given: 'Unique', family: 'Person' });
  expect(await find(await office.staff('facilitator'), 'Unique Person', 'harmed')).toEqual([]);
  const [other] = await rows<{ id: Id }>(`insert into service (name) values ('Elsewhere') returning id`);
  const stranger: Actor = { kind: 'staff', id: randomUUID(), serviceId: other?.id ?? '', roles: ['safeguardingLead'] };
  const parts = await register.tokensOf(office.serviceId, 'Unique Person');
  expect((await service.people(stranger, { parts, side: null }, {})).rows).toEqual([]);
});

describe('erasing', () => {
  test('a legal hold stands against it, and so does not being a manager', async () => {
    const { id } = await inCase('harmed', { given: 'Held' });
    const asked = { personId: id, reason: 'They asked' };
    held = true;
    expect(await register.erase(manager, randomUUID(), asked, now())).toMatchObject({ ok: false });
    held = false;
    expect(await register.erase(coordinator, randomUUID(), asked, now())).toMatchObject({ ok: false });
    expect((await office.people.names(office.serviceId, [id])).get(id)).toBe('Held');
  });

  test('destroys the key: values put back from a copy stay unreadable, journals stay whole and the case still folds', async () => {
    const { id, caseId } = await inCase('harmed', { given: 'Gone', family: 'Forever', telephone: '+447700900777' });
    await rows(`create table copy as select * from personal_value where person_id = '${id}'`);
    expect(await register.erase(manager, randomUUID(), { personId: id, reason: 'They asked' }, now())).toMatchObject({
      ok: true,
    });
    await rows('insert into personal_value select * from copy');
    expect((await office.people.read(office.serviceId, [id])).get(id)).toEqual({});
    expect((await office.people.names(office.serviceId, [id])).get(id)).toBeNull();
    expect(await find(lead, 'Gone Forever')).toEqual([]);
    await expect(office.people.change(office.serviceId, new Map([[id, { given: 'Back' }]]))).rejects.toThrow(/erased/);
    expect((await checkJournals(office.pools.plain)).faults).toEqual([]);
    const flag = { type: 'flag.set', flag: 'hate' } as const;
    expect(await office.tell(manager, { caseId, event: flag })).toMatchObject({ ok: true });
    expect(await register.erase(manager, randomUUID(), { personId: id, reason: 'Again' }, now())).toMatchObject({
      ok: false,
    });
  });
});

test('details are corrected by those whose they are to correct, found again, and the record keeps no value', async () => {
  const { id } = await inCase('harmed', { given: 'Olde', family: 'Name' });
  const change = (actor: Actor) =>
    register.change(actor, randomUUID(), { personId: id, values: { given: 'Newer' }, reason: null }, now());
  expect(await change(lead)).toMatchObject({ ok: false });
  expect(await change(await office.staff('facilitator'))).toMatchObject({ ok: false });
  expect(await change(coordinator)).toMatchObject({ ok: true });
  expect((await find(coordinator, 'Newer Name', 'harmed')).map((row) => row.id)).toEqual([id]);
  expect(await find(coordinator, 'Olde Name', 'harmed')).toEqual([]);
  const [kept] = await rows<{ kept: string }>(`select d::text as kept from person_decision d where person_id = $1`, id);
  expect(kept?.kept).not.toContain('Newer');
});
