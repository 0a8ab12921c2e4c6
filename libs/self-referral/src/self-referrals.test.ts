// Referring oneself on a real database: kept under a code, taken in once, held back but never lost when many come.
import { createSecretKey, randomBytes } from 'node:crypto';
import { openTestService, type TestService } from '../../../test/harness/service/test-service.js';
import { type Answers, SelfReferrals } from './index.js';
import { limits } from './numbers.js';

let service: TestService;
let now: Date;
let form: SelfReferrals;
beforeAll(async () => {
  service = await openTestService();
  form = new SelfReferrals({
    database: service.database,
    pool: service.application.plain,
    cases: service.store,
    secrets: [createSecretKey(randomBytes(32))],
    clock: () => now,
  });
});
afterAll(() => service.close());
/** A Tuesday; each test is a quarter of an hour later, so that its case is the last. */
let quarters = 0;
beforeEach(() => void (now = new Date(Date.parse('2026-12-01T12:00:00Z') + (quarters += 1) * 900_000)));
const later = (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000));

let visitors = 0;
/** Each person comes from an address of their own. */
const address = () => `2001:db8:${(visitors += 1).toString(16)}::1`;
async function begins(said: Answers, from = address()) {
  const opening = await form.begin(service.serviceId, said, from);
  if (!opening) throw new Error('It was not begun');
  return opening;
}
async function sends(said: Answers, outside: string | null = null) {
  const opening = await begins(said);
  later(60);
  return { opening, sending: await form.send(service.serviceId, opening, outside, address()) };
}
interface Case {
  id: string;
  source: string;
  initiator: string;
}
const cases = async () =>
  (
    await service.pools.plain.query<Case>(
      `select id, facts -> 'referral' ->> 'source' as source, facts -> 'referral' ->> 'initiator' as initiator from case_file order by opened_at, id`,
    )
  ).rows;
const tasksFor = async (caseId: string | undefined) =>
  (
    await service.pools.plain.query<{ for: string; task: string }>(
      'select supplier as "for", task from task where case_id = $1',
      [caseId],
    )
  ).rows;
const count = async (table: string) =>
  Number((await service.pools.plain.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

test('she leaves in the middle, her session is over, and her code opens what she said', async () => {
  const opening = await begins({ safe: 'sometimes' });
  expect(await form.save(service.serviceId, opening, { telephone: '07700 900123', mustNotKnow: 'my husband' })).toBe(
    true,
  );
  await form.leave(service.serviceId, opening);
  expect(await form.read(service.serviceId, opening)).toBeNull();
  expect(await form.save(service.serviceId, opening, { name: 'x' })).toBe(false);
  const again = await form.resume(service.serviceId, opening.code.toLowerCase().replaceAll('-', ' '), address());
  expect(again && (await form.read(service.serviceId, again))?.answers).toEqual({
    safe: 'sometimes',
    telephone: '07700 900123',
    mustNotKnow: 'my husband',
  });
  expect(await form.resume(service.serviceId, 'AAAA-BBBB-CCCC-DDDD', address())).toBeNull();
});

test('what is not sent can be read by nobody without the code: neither by the database nor under our own keys', async () => {
  await begins({ safe: 'yes', mustNotKnow: 'planted-word-of-hers' });
  const { rows } = await service.pools.plain.query<{ all: string }>(
    `select string_agg(t::text, ' ') as all from self_referral t`,
  );
  expect(rows[0]?.all).not.toContain(Buffer.from('planted-word-of-hers').toString('hex'));
});

test('after its days it is gone', async () => {
  const opening = await begins({ safe: 'yes', name: 'Ann' });
  later(28 * 24 * 3600 + 1);
  expect(await form.resume(service.serviceId, opening.code, address())).toBeNull();
  const before = await count('self_referral');
  await begins({ safe: 'yes' });
  expect(await count('self_referral')).toBeLessThanOrEqual(before);
});

test('it is taken in once, through the one intake, and its words are then the case’s alone', async () => {
  const before = (await cases()).length;
  const { opening, sending } = await sends({ safe: 'yes', ways: ['phone'], telephone: '07700 900124', name: 'Mei' });
  expect(sending).toBe('taken');
  expect(await form.send(service.serviceId, opening, null, address())).toBe('taken');
  const all = await cases();
  expect(all).toHaveLength(before + 1);
  expect(all.at(-1)).toMatchObject({ source: 'self', initiator: 'harmed' });
  // Five working days after Tuesday, 1 December: Tuesday, 8 December.
  expect(await form.read(service.serviceId, opening)).toEqual({
    answers: { safe: 'yes' },
    sent: { by: '2026-12-08', isUrgent: false },
  });
});

test('"I will contact you" is a whole answer: no name, no number, no crime, and it is taken', async () => {
  const { sending } = await sends({ safe: 'never', telephone: '07700 900125' });
  expect(sending).toBe('taken');
  const { rows } = await service.pools.plain.query(
    'select from personal_value v where v.person_id in (select person_id from participant where case_id = $1) and v.field = $2',
    [(await cases()).at(-1)?.id, 'telephone'],
  );
  expect(rows).toEqual([]); // what was typed before is not used
});

test('whoever gives no way to be reached is refused nothing', async () => {
  expect((await sends({ safe: 'yes', whatHappened: 'It was years ago.', reported: 'no' })).sending).toBe('taken');
  expect((await sends({ safe: 'yes' })).sending).toBe('empty'); // but there is something to say
});

test('somebody responsible refers himself: no contact with anybody follows, and abuse goes to the safeguarding lead', async () => {
  await sends({ safe: 'yes', who: 'responsible', name: 'Rob', telephone: '07700 900126', abuse: 'yes' });
  const found = (await cases()).at(-1);
  expect(found?.initiator).toBe('responsible');
  const tasks = await tasksFor(found?.id);
  expect(tasks.filter(({ task }) => task === 'harmerInitiatedAbuse').map((task) => task.for)).toEqual([
    'safeguardingLead',
  ]);
  const { rows } = await service.pools.plain.query(`select from participant where case_id = $1 and role = 'harmed'`, [
    found?.id,
  ]);
  expect(rows).toEqual([]);
});

test('one who is not safe now is the safeguarding lead’s at once, and is told: the next working day', async () => {
  const { opening } = await sends({ safe: 'yes', telephone: '07700 900127', urgent: 'yes' });
  const tasks = await tasksFor((await cases()).at(-1)?.id);
  expect(tasks.filter(({ task }) => task === 'urgent').map((task) => task.for)).toEqual(['safeguardingLead']);
  expect((await form.read(service.serviceId, opening))?.sent).toEqual({ by: '2026-12-02', isUrgent: true });
});

test('a parent asks for a child: the child is there, and the parent beside them', async () => {
  await sends({ safe: 'yes', who: 'child', name: 'Pat', forWhom: 'Sam, 9', telephone: '07700 900128' });
  const { rows } = await service.pools.plain.query<{ role: string }>(
    'select role from participant where case_id = $1 order by role',
    [(await cases()).at(-1)?.id],
  );
  expect(rows.map(({ role }) => role)).toEqual(['harmed', 'supporter']);
});

/** Who is in the last case, and on what ground each may be approached. */
const joined = async () => {
  const { rows } = await service.pools.plain.query<{ people: Record<string, { role: string; approach: string }> }>(
    `select facts -> 'people' -> 'participants' as people from case_file where id = $1`,
    [(await cases()).at(-1)?.id],
  );
  return Object.fromEntries(Object.values(rows[0]?.people ?? {}).map(({ role, approach }) => [role, approach]));
};

test.each([
  ['yes', 'agreed'],
  ['notAsked', 'unknown'],
  ['no', 'objected'],
] as const)(
  'on behalf of somebody, whose agreement is "%s": they are in the case, and it is recorded as %s',
  async (agreed, approach) => {
    await sends({ safe: 'yes', who: 'somebody', agreed, name: 'Nia', forWhom: 'Jo, 40', telephone: '07700 900132' });
    expect(await joined()).toEqual({ harmed: approach, supporter: 'asked' });
  },
);

test.each([
  ['yes', 'Southfold RJ', 'handOver'],
  ['no', null, 'handOverRefused'],
] as const)(
  'outside our area, and handing over is answered with "%s": a coordinator finds it to do',
  async (handOver, outside, task) => {
    await sends(
      { safe: 'yes', name: 'Sue', telephone: '07700 900133', area: 'elsewhere:Southfold', handOver },
      outside,
    );
    const tasks = await tasksFor((await cases()).at(-1)?.id);
    expect(tasks.filter((one) => one.task.startsWith('handOver'))).toEqual([{ for: 'coordinator', task }]);
  },
);

test('the days that are promised are those of the service', async () => {
  const sets = (settings: object) =>
    service.pools.plain.query('update service set settings = $2 where id = $1', [service.serviceId, settings]);
  const promised = async (said: Answers) =>
    (await form.read(service.serviceId, (await sends({ safe: 'yes', telephone: '07700 900134', ...said })).opening))
      ?.sent?.by;
  // From Tuesday, 1 December, with Wednesday off: two working days later is Friday, three is Monday.
  await sets({ firstContactWorkingDays: 2, urgentWorkingDays: 3, bankHolidays: ['2026-12-02'] });
  expect([await promised({}), await promised({ urgent: 'yes' })]).toEqual(['2026-12-04', '2026-12-07']);
  await sets({});
});

test('who is quicker than anybody reads is asked to look once more, and is then taken', async () => {
  const opening = await begins({ safe: 'yes', name: 'Quick', telephone: '07700 900129' });
  expect(await form.send(service.serviceId, opening, null, address())).toBe('look');
  later(11);
  expect(await form.send(service.serviceId, opening, null, address())).toBe('taken');
});

test('a flood from one address is held back, harms no other, and what honest people typed there is kept and taken later', async () => {
  const library = '198.51.100.7';
  const openings = [];
  for (let n = 0; n <= limits.sendByAddress.tries; n += 1)
    openings.push(await begins({ safe: 'yes', name: `Person ${n}`, telephone: '07700 900130' }, library));
  later(60);
  const sendings = [];
  for (const opening of openings) sendings.push(await form.send(service.serviceId, opening, null, library));
  expect(sendings.filter((one) => one === 'taken')).toHaveLength(limits.sendByAddress.tries);
  expect(sendings.at(-1)).toBe('wait');
  expect((await sends({ safe: 'yes', name: 'Elsewhere', telephone: '07700 900131' })).sending).toBe('taken');
  const last = openings.at(-1);
  if (!last) throw new Error('Nobody waited');
  expect((await form.read(service.serviceId, last))?.answers.name).toBe(`Person ${limits.sendByAddress.tries}`);
  expect(await form.send(service.serviceId, last, null, address())).toBe('taken');
});

test('a flood from many addresses is held back in all, and what an honest person typed meanwhile is kept and taken when it has passed', async () => {
  const narrow = { sendInAll: { tries: 3, minutes: 60 }, beginInAll: { tries: 100, minutes: 60 } };
  const busy = new SelfReferrals({
    database: service.database,
    pool: service.application.plain,
    cases: service.store,
    secrets: [createSecretKey(randomBytes(32))],
    clock: () => now,
    limits: narrow,
  });
  const openings = [];
  for (const name of ['Bot', 'Bot', 'Bot', 'Honest'])
    openings.push(await busy.begin(service.serviceId, { safe: 'yes', name, telephone: '07700 900136' }, address()));
  later(60);
  const sendings = [];
  for (const opening of openings)
    sendings.push(opening && (await busy.send(service.serviceId, opening, null, address())));
  expect(sendings).toEqual(['taken', 'taken', 'taken', 'wait']);
  const [honest] = openings.slice(-1);
  if (!honest) throw new Error('She was turned away');
  expect((await busy.read(service.serviceId, honest))?.answers.name).toBe('Honest');
  // The hour is over.
  await service.pools.plain.query('delete from self_referral_limit');
  expect(await busy.send(service.serviceId, honest, null, address())).toBe('taken');
});
