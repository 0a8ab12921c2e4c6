// Promise: what a later file adds to an open case is in it whole or not at all, with its notes, risks and tasks.
import type { Actor } from '#libs/case';
import { Casework, type CaseRow, type Taken, checkJournals } from '#libs/casework';
import { readReferralFile, type Referral } from '#libs/intake';
import { openTestService, type TestService } from '../harness/service/test-service.js';

const columns =
  'Crime Ref,Recorded Date,Offence,Outcome,Offender Surname,Offender Forename,Offender DOB,Victim Title,Victim Surname,Victim Forename,Victim DOB,Victim Tel,Victim Email,Safe to contact,DA,Hate,Initiated by,Victim agreed to share,OIC,Notes';
const row = (reference: string, victim: string, notes = '', rest = 'Y,N,N,Police,Y') =>
  `${reference},01/10/2026,Burglary,Charged,Wood,Liam,19/08/2001,,${victim},,,,${rest},PC 1,${notes}`;
const read = (...rows: string[]): Referral[] =>
  readReferralFile(Buffer.from([columns, ...rows].join('\n')), 'police', '2026-10-05').referrals;

let service: TestService;
let casework: Casework;
let coordinator: Actor;
beforeAll(async () => {
  service = await openTestService();
  casework = new Casework(service.store);
  coordinator = await service.staff('coordinator');
}, 60_000);
afterAll(() => service.close());

async function take(...rows: string[]): Promise<Taken & { ok: true }> {
  const [referral] = read(...rows);
  if (!referral) throw new Error('There is no referral');
  const taken = await casework.takeReferral(coordinator, referral);
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  return taken;
}
async function seen(caseId: string): Promise<CaseRow> {
  const found = await service.reading.caseFor(coordinator, caseId);
  if (!found) throw new Error('The case is gone');
  return found;
}
const roles = (one: CaseRow) =>
  Object.values(one.stored.facts.people.participants)
    .map(({ role }) => role)
    .toSorted();
const tasksOf = async (caseId: string) =>
  (await service.reading.tasks(coordinator, { caseId }, { first: 100 })).rows.map(({ row: task }) => task.task);
const wordsOf = async (caseId: string) => {
  const ids = await service.pools.plain.query<{ id: string }>('select id from text where case_id = $1', [caseId]);
  const lead = await service.staff('safeguardingLead');
  const read = await service.reading.texts(
    lead,
    caseId,
    ids.rows.map(({ id }) => id),
  );
  return [...read.values()].map(({ words }) => words);
};
const count = async (table: string) =>
  (await service.pools.plain.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

test('a second person harmed joins the case that is there, once, with notes, risks and tasks', async () => {
  const first = row('CR/1', 'Price,Siân', 'Neighbours');
  const second = row('CR/1', 'Price,Owen', 'voicemail NOT safe', 'Y,Y,N,Police,');
  const opened = await take(first);
  const persons = await count('person');
  const joined = await take(first, second);
  expect(joined).toMatchObject({ taken: 'joined', caseId: opened.caseId });

  const now = await seen(opened.caseId);
  expect(roles(now)).toEqual(['harmed', 'harmed', 'responsible']);
  expect(now.flags).toContain('domesticAbuse');
  expect(await count('person')).toBe((persons ?? 0) + 1);
  expect(await wordsOf(opened.caseId)).toEqual(expect.arrayContaining(['Neighbours', 'voicemail NOT safe']));
  expect((await wordsOf(opened.caseId)).filter((words) => words === 'Neighbours')).toHaveLength(1);
  expect(await tasksOf(opened.caseId)).toEqual(expect.arrayContaining(['voicemailNotSafe', 'agreementNotKnown']));

  expect(await take(first, second)).toMatchObject({ taken: 'duplicate', caseId: opened.caseId });
  expect((await seen(opened.caseId)).revision).toBe(now.revision);
  expect((await checkJournals(service.pools.plain)).faults).toEqual([]);
});

test('the same second person sent twice at the same moment joins once', async () => {
  const [first, second] = [row('CR/2', 'Price,Siân'), row('CR/2', 'Price,Owen')];
  const { caseId } = await take(first);
  const both = await Promise.all([take(first, second), take(first, second)]);
  expect(both.map(({ taken }) => taken).toSorted()).toEqual(['duplicate', 'joined']);
  expect(roles(await seen(caseId))).toEqual(['harmed', 'harmed', 'responsible']);
});

test('a row that says more of somebody who is there leaves its note, which waits to be read', async () => {
  const { caseId } = await take(row('CR/3', 'Price,Siân'));
  const { revision } = await seen(caseId);
  const [referral] = read(row('CR/3', 'Price,Siân'), row('CR/3', 'Price,Siân', 'please ring mother only'));
  if (!referral) throw new Error('There is no referral');
  const known = referral.people.map((one) => ({ ...one, rows: [referral.rows[0]?.fingerprint ?? ''] }));
  expect(await casework.takeReferral(coordinator, { ...referral, people: known })).toMatchObject({ taken: 'joined' });
  const now = await seen(caseId);
  expect([now.revision, roles(now)]).toEqual([revision + 1, ['harmed', 'responsible']]);
  expect(now.stored.facts.referral.wordsUnread).toBeDefined();
  expect(await wordsOf(caseId)).toEqual(['please ring mother only']);
});

test('when the case is closed by then, a new case is opened about the same offence', async () => {
  const [first, second] = [row('CR/4', 'Price,Siân'), row('CR/4', 'Price,Owen')];
  const { caseId } = await take(first);
  const closing = { type: 'case.closed', reason: 'noReply', side: 'harmed' } as const;
  const closed = await service.tell(coordinator, { caseId, event: closing });
  expect(closed).toMatchObject({ ok: true });
  const offences = await count('offence');
  const taken = await take(first, second);
  expect(taken.taken).toBe('opened');
  expect(taken.caseId).not.toBe(caseId);
  expect(await count('offence')).toBe(offences);
});

test('who may not take referrals adds nobody to a case', async () => {
  const [first, second] = [row('CR/5', 'Price,Siân'), row('CR/5', 'Price,Owen')];
  await take(first);
  const [referral] = read(first, second);
  const facilitator = await service.staff('facilitator');
  const before = await count('person');
  expect(referral && (await casework.takeReferral(facilitator, referral))).toMatchObject({ ok: false });
  expect(await count('person')).toBe(before);
});
