// Promise: the journal says everything that happened, in order, and whoever changes it is found out.
import { checkJournals } from '#libs/casework';
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';

let service: TestService;
beforeEach(async () => void (service = await openTestService()), 60_000);
afterEach(() => service.close());

const sql = (text: string, ...values: unknown[]) => service.pools.plain.query(text, values);
/** Does what only somebody with the database in their hands can do. */
const tamper = async (text: string, ...values: unknown[]) => {
  await sql('alter table journal disable trigger journal_append_only');
  await sql(text, ...values);
  await sql('alter table journal enable trigger journal_append_only');
};
const aLivedCase = async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager);
  await service.tell(manager, { caseId, event: riskFlag('hate') });
  return caseId;
};

test('cases that nobody tampered with are whole', async () => {
  await aLivedCase();
  await aLivedCase();
  expect(await checkJournals(service.pools.plain)).toEqual({ cases: 2, entries: 8, faults: [] });
});

test('a case is the fold of its journal in whatever order the database gives the people in it back', async () => {
  const coordinator = await service.staff('coordinator');
  const caseId = await service.aCase(coordinator);
  const join = async (participantId: string) => {
    const personId = await service.people.add(service.serviceId, {});
    const who = { participantId, personId, role: 'harmed', age: 'adult', approach: 'agreed' } as const;
    expect(await service.tell(coordinator, { caseId, event: { type: 'participant.joined', ...who } })).toMatchObject({
      ok: true,
    });
    const offer = { type: 'offer.made', participantId, answer: 'yes' } as const;
    expect(await service.tell(coordinator, { caseId, event: offer })).toMatchObject({ ok: true });
  };
  // they join in one order, and jsonb keeps them in the other
  for (const first of ['f', 'a']) await join(`${first}0000000-0000-4000-8000-000000000001`);
  const end = { type: 'case.closed', reason: 'other', side: 'withheld' } as const;
  expect(await service.tell(coordinator, { caseId, event: end })).toMatchObject({ ok: true });
  expect((await checkJournals(service.pools.plain)).faults).toEqual([]);
});

test('the database itself refuses to change, remove or empty the journal', async () => {
  const caseId = await aLivedCase();
  await expect(sql(`update journal set by = 'somebody else' where case_id = $1`, caseId)).rejects.toThrow(
    /append-only/,
  );
  await expect(sql('delete from journal where case_id = $1', caseId)).rejects.toThrow(/append-only/);
  await expect(sql('truncate journal cascade')).rejects.toThrow(/append-only/);
});

test('an entry changed behind its back is named, with its place', async () => {
  const caseId = await aLivedCase();
  await tamper(`update journal set by = 'somebody else' where case_id = $1 and seq = 2`, caseId);
  expect((await checkJournals(service.pools.plain)).faults).toEqual([
    { caseId, seq: 2, fault: 'was changed after it was written' },
  ]);
});

test('a removed entry leaves a gap that is seen, also at the end', async () => {
  const [middle, end] = [await aLivedCase(), await aLivedCase()];
  await tamper('delete from journal where (case_id, seq) in (($1, 2), ($2, 4))', middle, end);
  const { faults } = await checkJournals(service.pools.plain);
  expect(faults.filter((fault) => fault.caseId === middle).map(({ seq }) => seq)).toContain(3);
  expect(faults.filter((fault) => fault.caseId === end)).toEqual([
    { caseId: end, seq: 3, fault: 'is the last entry, but the case is at revision 4' },
    { caseId: end, seq: 3, fault: 'is not the entry the case ends in' },
  ]);
});

test.each([
  ['stage', `stage = 'closed'`],
  ['leadId', 'lead_id = gen_random_uuid()'],
  ['staffIds', 'staff_ids = array[gen_random_uuid()]'],
  ['undeclaredIds', 'undeclared_ids = array[gen_random_uuid()]'],
  ['flags', `flags = '{death}'`],
  ['openConcerns', 'open_concerns = 7'],
])('a row whose %s was changed is seen: lists and row-level security read it', async (column, change) => {
  const [caseId] = [await aLivedCase(), await aLivedCase()];
  await sql(`update case_file set ${change} where id = $1`, caseId);
  expect((await checkJournals(service.pools.plain)).faults).toEqual([
    { caseId, seq: 0, fault: `${column} is not what the facts say` },
  ]);
});

test('a person who was put into the index of a case is seen: row-level security would let them in', async () => {
  const caseId = await aLivedCase();
  const personId = await service.people.add(service.serviceId, {});
  await sql(
    `insert into participant (case_id, id, service_id, person_id, told_id, role) values ($1, gen_random_uuid(), $2, $3, $3, 'harmed')`,
    caseId,
    service.serviceId,
    personId,
  );
  expect((await checkJournals(service.pools.plain)).faults).toEqual([
    { caseId, seq: 0, fault: 'participants is not what the facts say' },
  ]);
});

test('facts that are not the fold of the journal are seen', async () => {
  const caseId = await aLivedCase();
  await sql(
    `update case_file set facts = jsonb_set(facts, '{openedAt}', '"2001-01-01T00:00:00.000Z"') where id = $1`,
    caseId,
  );
  expect((await checkJournals(service.pools.plain)).faults).toEqual([
    { caseId, seq: 0, fault: 'state or facts are not the fold of the journal' },
  ]);
});
