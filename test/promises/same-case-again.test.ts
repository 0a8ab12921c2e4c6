// Promise: the same case again is one case, a "no" is heard in the whole house, and nobody is called before what was written is read.
import { readFileSync } from 'node:fs';
import type { Actor } from '#libs/case';
import { Casework, type CaseRow, type Taken } from '#libs/casework';
import { type Mapping, readMapping, readReferralFile, type ReferrerName } from '#libs/intake';
import { openTestService, type TestService } from '../harness/service/test-service.js';

let service: TestService;
let casework: Casework;
let coordinator: Actor;
let lead: Actor;
beforeAll(async () => {
  service = await openTestService();
  casework = new Casework(service.store);
  coordinator = await service.staff('coordinator');
  lead = await service.staff('safeguardingLead');
}, 60_000);
afterAll(() => service.close());

const text = (file: string): string => readFileSync(`test/fixtures/trials/${file}`, 'utf8');
async function take(
  words: string | Uint8Array,
  from: ReferrerName | Mapping = 'police',
): Promise<(Taken & { ok: true })[]> {
  const { referrals, objections } = readReferralFile(Buffer.from(words), from, '2026-12-01');
  const all: (Taken & { ok: true })[] = [];
  for (const referral of referrals) {
    const taken = await casework.takeReferral(coordinator, referral, { objections });
    if (!taken.ok) throw new Error(JSON.stringify(taken));
    all.push(taken);
  }
  return all;
}
async function seen(caseId: string | undefined): Promise<CaseRow> {
  const found = await service.reading.caseFor(lead, caseId ?? '');
  if (!found) throw new Error('The case is gone');
  return found;
}
const peopleOf = ({ stored }: CaseRow) => Object.entries(stored.facts.people.participants);
const there = (one: CaseRow, role: string) =>
  peopleOf(one).flatMap(([id, p]) => (p.role === role ? [{ id, ...p }] : []));
const held = async ({ personId }: { personId: string }) =>
  (await service.people.read(coordinator.serviceId, [personId])).get(personId) ?? {};
const wordsOf = async (caseId: string) =>
  (await service.reading.wordsReceived(lead, caseId)).map(({ words }) => words ?? '');
const tasksOf = async (caseId: string) =>
  (await service.reading.tasks(lead, { caseId }, { first: 100 })).rows.map(({ row: task }) => task.task);
const concernsIn = ({ stored }: CaseRow) => Object.values(stored.facts.safeguarding.concerns);
const count = async (table: string) =>
  (await service.pools.plain.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0;

describe('a weekly export that repeats a case', () => {
  test.each([
    ['in order', ['t10-week1.csv', 't10-week2.csv', 't10-week3-number-mended.csv'], 'BT/10/26'],
    ['the other way round', ['t10-week3-number-mended.csv', 't10-week2.csv', 't10-week1.csv'], 'BT/10B/26'],
  ])(
    'is one case, counted once, with the changed number a question and no second person: %s (t10)',
    async (_, files, reference) => {
      const [cases, persons] = [await count('case_file'), await count('person')];
      const utf16 = (words: string) => Buffer.from(`\uFEFF${words}`, 'utf16le');
      const named = (file: string) => text(file).replace('BT/10/26', reference).replace('Una', `Una ${reference}`);
      const taken: (Taken & { ok: true })[] = [];
      for (const [n, file] of files.entries()) taken.push(...(await take(n === 1 ? utf16(named(file)) : named(file))));
      expect(new Set(taken.map(({ caseId }) => caseId)).size).toBe(1);
      expect([await count('case_file'), await count('person')]).toEqual([cases + 1, persons + 2]);
      const now = await seen(taken[0]?.caseId);
      expect(now.stored.facts.referral.justiceStage).toBe('preSentence');
      const [harmed] = there(now, 'harmed');
      const first = files[0]?.includes('week3') ? '+447700900315' : '+447700900314';
      const other = files[0]?.includes('week3') ? '+447700900314' : '+447700900315';
      expect((await held(harmed as never))['telephone']).toBe(first);
      expect((await wordsOf(now.id)).filter((words) => words.startsWith('telephone:'))).toEqual([
        expect.stringContaining(other),
      ]);
      expect(await tasksOf(now.id)).toEqual(expect.arrayContaining(['valuesDiffer', 'readWords']));
    },
  );

  test('and brings a second person harmed under another spelling is one offence and two people (t12)', async () => {
    const offences = await count('offence');
    const [first] = await take(text('t12-first.csv'));
    const [second] = await take(text('t12-second.csv'));
    expect(second).toMatchObject({ taken: 'joined', caseId: first?.caseId });
    expect(await count('offence')).toBe(offences + 1);
    expect(there(await seen(first?.caseId), 'harmed')).toHaveLength(2);
  });
});

describe('a "no" that comes later', () => {
  test('is heard: no identity is held, contact is barred, staff are told, and no nameless case is opened (t11)', async () => {
    const [first] = await take(text('t11-first.csv'));
    const cases = await count('case_file');
    const [no] = await take(text('t11-then-no.csv').replace('BT/11/26', 'bt / 11 / 26'));
    expect(no).toMatchObject({ caseId: first?.caseId });
    expect(await count('case_file')).toBe(cases);
    const now = await seen(first?.caseId);
    expect(there(now, 'harmed')).toMatchObject([{ approach: 'objected' }]);
    expect(await held(there(now, 'harmed')[0] as never)).toEqual({});
    expect(await tasksOf(now.id)).toContain('leaveTakenBack');
    expect(await take(text('t11-then-no.csv'))).toMatchObject([{ caseId: first?.caseId }]);
    expect(there(await seen(first?.caseId), 'harmed')).toHaveLength(1);
  });

  test('reaches every open case of that person, whatever its reference', async () => {
    const other = (reference: string) =>
      text('t11-first.csv').replace('BT/11/26', reference).replaceAll('Wyn', 'Wynne').replace('900316', '900319');
    const [one] = await take(other('BT/11C/26'));
    const [two] = await take(other('BT/11D/26').replace('Nash,Vic', 'Oake,Lee'));
    await take(
      text('t11-then-no.csv')
        .replace('BT/11/26', 'BT/11D/26')
        .replaceAll('Wyn', 'Wynne')
        .replace('Nash,Vic', 'Oake,Lee')
        .replace('900316', '900319'),
    );
    for (const taken of [one, two])
      expect(there(await seen(taken?.caseId), 'harmed')).toMatchObject([{ approach: 'objected' }]);
  });

  test('holds when it came first, and nothing of that person is held afterwards either', async () => {
    const of = (file: string) =>
      text(file).replace('BT/11/26', 'BT/11E/26').replaceAll('Wyn', 'Wynona').replace('900316', '900320');
    const [no] = await take(of('t11-then-no.csv'));
    await take(of('t11-first.csv'));
    expect(there(await seen(no?.caseId), 'harmed').map(({ approach }) => approach)).toContain('objected');
  });
});

test('strong words in the notes are judged and the notes read before a first contact, and staff on the case can read them (t20)', async () => {
  for (const { caseId } of await take(text('t20-notes.csv'))) {
    const now = await seen(caseId);
    expect(now.stored.facts.referral.wordsUnread).toBeDefined();
    expect(concernsIn(now)).toHaveLength(1);
    expect(await tasksOf(caseId)).toEqual(expect.arrayContaining(['readWords', 'decideConcern']));
    expect((await wordsOf(caseId)).join()).toMatch(/refuge|IDVA/);
  }
});

test('one number given by both sides is told to the safeguarding lead of both cases (t16)', async () => {
  const [harmed, responsible] = await take(text('t16-shared-phone.jsonl'), 'self');
  for (const taken of [harmed, responsible]) {
    const now = await seen(taken?.caseId);
    expect(concernsIn(now).some(({ participantId }) => participantId !== null)).toBe(true);
    expect(await tasksOf(now.id)).toContain('decideConcern');
  }
});

describe('a records system that exports suspects only', () => {
  test('opens cases that wait for whoever was harmed, once, the domestic one with its risk (t48)', async () => {
    const found = readMapping(readFileSync('test/fixtures/mappings/northfold-records.json', 'utf8'));
    if (!found.ok) throw new Error(found.problems.join(' '));
    const taken = await take(text('t48-records-system.csv'), found.mapping);
    expect(taken.map((one) => one.taken)).toEqual(['opened', 'opened', 'opened']);
    for (const { caseId } of taken) {
      expect(there(await seen(caseId), 'harmed')).toEqual([]);
      expect(await tasksOf(caseId)).toContain('harmedNotNamed');
    }
    expect((await seen(taken[2]?.caseId)).stored.facts.safeguarding.flags).toHaveProperty('domesticAbuse');
    expect((await take(text('t48-records-system.csv'), found.mapping)).map((one) => one.taken)).toEqual(
      Array(3).fill('duplicate'),
    );
  });
});

describe('one number on both sides, whoever writes it down (R36)', () => {
  const number = { telephone: '+447700900377' };
  const others = async (caseId: string) => {
    const sides = peopleOf(await seen(caseId));
    return sides.map(([, { role, personId }]) => ({ role, personId }));
  };
  test('is a concern in the case once the details of somebody are changed', async () => {
    const caseId = await service.aCase(coordinator);
    for (const { personId } of await others(caseId)) {
      await service.people.write(service.pools.plain, service.serviceId, new Map([[personId, number]]));
      await casework.personChanged(service.serviceId, personId);
    }
    expect(concernsIn(await seen(caseId))).toHaveLength(2);
  });
  test('is a concern in the case once somebody is added with it', async () => {
    const caseId = await service.aCase(coordinator);
    const [harmed] = (await others(caseId)).filter(({ role }) => role === 'harmed');
    const said = { telephone: '+447700900378' };
    await service.people.write(service.pools.plain, service.serviceId, new Map([[harmed?.personId ?? '', said]]));
    const personId = await service.people.add(service.serviceId, said);
    const event = {
      type: 'participant.joined',
      participantId: crypto.randomUUID(),
      personId,
      role: 'responsible',
      age: 'adult',
      approach: 'referred',
    } as const;
    expect(await casework.tell(coordinator, { caseId, key: 'joins', event })).toMatchObject({ ok: true });
    expect(concernsIn(await seen(caseId))).toHaveLength(2);
  });
});
