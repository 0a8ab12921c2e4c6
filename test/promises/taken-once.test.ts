// Promise: what a referrer sends is taken once, nothing is guessed, and who did not agree to be known stays unknown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#libs/case';
import { Casework, type Taken, checkJournals } from '#libs/casework';
import { readReferralFile, type ReferrerName } from '#libs/intake';
import { openTestService, type TestService } from '../harness/service/test-service.js';

const fixtures = join(import.meta.dirname, '../fixtures/referrals');
const files = {
  police: 'referrals-police.csv',
  'youth-justice': 'referrals-youth-justice.csv',
  self: 'referrals-self.jsonl',
} as Record<ReferrerName, string>;
const read = (from: ReferrerName) => readReferralFile(readFileSync(join(fixtures, files[from])), from, '2026-10-05');

let service: TestService;
let casework: Casework;
let coordinator: Actor;
beforeAll(async () => {
  service = await openTestService();
  casework = new Casework(service.store);
  coordinator = await service.staff('coordinator');
}, 60_000);
afterAll(() => service.close());

async function takeAll(from: ReferrerName): Promise<Taken[]> {
  const taken: Taken[] = [];
  const batchId = await casework.startBatch(coordinator, from);
  for (const referral of read(from).referrals)
    taken.push(await casework.takeReferral(coordinator, referral, { batchId }));
  return taken;
}
const kindsOf = (taken: Taken[]) => new Set(taken.map((one) => (one.ok ? one.taken : one.why)));
const count = async (table: string) =>
  (await service.pools.plain.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n;

test.each(Object.keys(files) as ReferrerName[])(
  'every sound referral of %s becomes a case, and the same file again takes nothing',
  async (from) => {
    const first = await takeAll(from);
    expect(kindsOf(first)).toEqual(new Set(['opened']));
    const before = [await count('case_file'), await count('person'), await count('offence')];
    expect(kindsOf(await takeAll(from))).toEqual(new Set(['duplicate']));
    expect([await count('case_file'), await count('person'), await count('offence')]).toEqual(before);
    expect((await checkJournals(service.pools.plain)).faults).toEqual([]);
  },
  60_000,
);

test('the same referral taken twice at the same moment is taken once', async () => {
  const [referral] = read('police').referrals;
  if (!referral) throw new Error('The file has a sound row');
  const fresh = {
    ...referral,
    offences: referral.offences.map((offence) => ({ ...offence, reference: 'CR/AGAIN/26' })),
    rows: referral.rows.map((row) => ({ ...row, fingerprint: `${row.fingerprint} again` })),
  };
  const both = await Promise.all([1, 2].map(() => casework.takeReferral(coordinator, fresh)));
  expect(both.map((one) => one.ok && one.taken).toSorted()).toEqual(['duplicate', 'opened']);
});

test('R7: a person harmed who did not agree to share leaves no identity, and may not be approached', async () => {
  const referral = read('police').referrals.find(({ people }) =>
    people.some(({ agreedToShare }) => agreedToShare === false),
  );
  if (!referral) throw new Error('The file has a person who did not agree');
  const taken = await casework.takeReferral(coordinator, {
    ...referral,
    rows: [{ line: 1, fingerprint: 'R7' }],
    people: referral.people.map((one) => ({ ...one, rows: ['R7'] })),
  });
  const file = taken.ok ? await service.reading.caseFor(coordinator, taken.caseId) : null;
  const objectors = Object.values(file?.stored.facts.people.participants ?? {}).filter(
    ({ approach }) => approach === 'objected',
  );
  expect(objectors).not.toEqual([]);
  const held = await service.people.read(
    service.serviceId,
    objectors.map(({ personId }) => personId),
  );
  expect([...held.values()]).toEqual(objectors.map(() => ({})));
});

test('R10: a second case about an offence that is known is about the same offence', async () => {
  const { rows } = await service.pools.plain.query<{ reference: string }>(
    'select reference from offence where reference is not null group by reference having count(*) > 1',
  );
  expect(rows).toEqual([]);
});

test('R4: what the person responsible began after abuse goes to the safeguarding lead', async () => {
  const flagged = read('police').referrals.filter(({ toSafeguarding }) => toSafeguarding);
  const { rows } = await service.pools.plain.query<{ n: number }>(
    `select count(distinct case_id) as n from task where supplier = 'safeguardingLead' and task = 'abuseReferral'`,
  );
  expect(rows[0]?.n).toBeGreaterThanOrEqual(flagged.length);
});

test('a facilitator cannot take referrals, and nothing is written', async () => {
  const facilitator = await service.staff('facilitator');
  const [referral] = read('self').referrals;
  if (!referral) throw new Error('The file has a sound line');
  const before = await count('person');
  const fresh = { ...referral, rows: [{ line: 1, fingerprint: 'not theirs to take' }] };
  expect(await casework.takeReferral(facilitator, fresh)).toMatchObject({ ok: false, why: 'not-permitted' });
  expect(await count('person')).toBe(before);
});
