// What is read is what the actor may see: filtered before it is paged, with cursors that say nothing.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Actor, Id } from '#libs/case';
import { Cursors, MOST_ON_A_PAGE, BadCursor } from '#libs/database';
import { readStaffFile, takeStaff } from '#libs/staff';
import type { CasePage } from '../reading.js';
import { actorFor, letSignIn } from '#libs/permissions';
import { openTestService, riskFlag, type TestService } from '../../../../test/harness/service/test-service.js';

let service: TestService;
let manager: Actor;
let facilitator: Actor;
const cases: Id[] = [];
const NOW = '2026-02-01T12:00:00.000Z';
const day = (n: number) => () => new Date(Date.UTC(2026, 0, n, 12));
beforeAll(async () => {
  service = await openTestService();
  manager = await service.staff('manager');
  facilitator = await service.staff('facilitator');
  for (const n of [1, 2, 3, 4, 5]) cases.push(await service.aCase(manager, day(n)));
}, 60_000);
afterAll(() => service.close());

const idsOf = async (actor: Actor, filter = {}, page: CasePage = { order: 'openedAt' }) =>
  (await service.reading.caseload(actor, filter, page)).rows.map(({ row }) => row.id);
const ask = (caseId: Id) =>
  service.tell(manager, { caseId, event: { type: 'facilitator.asked', staffId: facilitator.id, duty: 'lead' } });

test('pages follow one another forwards and backwards without a gap or a repetition', async () => {
  const first = await service.reading.caseload(manager, {}, { order: 'openedAt', first: 2 });
  expect([first.rows.map(({ row }) => row.id), first.hasNext, first.hasPrevious]).toEqual([
    cases.slice(0, 2),
    true,
    false,
  ]);
  const after = first.rows[1]?.cursor as string;
  const second = await service.reading.caseload(manager, {}, { order: 'openedAt', first: 3, after });
  expect([second.rows.map(({ row }) => row.id), second.hasNext]).toEqual([cases.slice(2), false]);
  const back = await service.reading.caseload(
    manager,
    {},
    { order: 'openedAt', last: 2, before: second.rows[2]?.cursor as string },
  );
  expect([back.rows.map(({ row }) => row.id), back.hasPrevious]).toEqual([cases.slice(2, 4), true]);
  expect(await idsOf(manager, {}, { order: 'openedAt', descending: true, first: 2 })).toEqual(
    cases.slice(3).toReversed(),
  );
  expect((await service.reading.caseload(manager, {}, { first: 100_000 })).rows.length).toBeLessThanOrEqual(
    MOST_ON_A_PAGE,
  );
});

test('a cursor says nothing, and is good for its own list, order and actor only', async () => {
  const { rows } = await service.reading.caseload(manager, {}, { order: 'openedAt', first: 1 });
  const cursor = rows[0]?.cursor as string;
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/2026|openedAt/);
  const other = await service.staff('manager');
  for (const [actor, page] of [
    [other, { order: 'openedAt' }],
    [manager, { order: 'updatedAt' }],
    [manager, { order: 'openedAt', descending: true }],
  ] as const)
    await expect(service.reading.caseload(actor, {}, { ...page, after: cursor })).rejects.toBeInstanceOf(BadCursor);
  await expect(service.reading.caseload(manager, {}, { after: 'made up' })).rejects.toMatchObject({
    code: 'BAD_CURSOR',
  });
  expect(() => new Cursors(Buffer.alloc(8))).toThrow(RangeError);
});

test('filters hold together', async () => {
  const [caseId] = cases as [Id];
  await service.tell(manager, { caseId, event: riskFlag('hate') });
  await service.tell(manager, {
    caseId,
    event: { type: 'concern.raised', concernId: randomUUID(), text: '11111111-1111-4111-8111-111111111111' },
    texts: [{ id: '11111111-1111-4111-8111-111111111111', words: 'Threats' }],
  });
  expect(await idsOf(manager, { flag: 'hate', openConcern: true, unassigned: true, closed: false })).toEqual([caseId]);
  expect(await idsOf(manager, { flag: 'hate', openConcern: false })).toEqual([]);
  const { reference } = (await service.reading.caseFor(manager, caseId)) as { reference: string };
  expect(await idsOf(manager, { reference: reference.slice(0, 6).toLowerCase() })).toContain(caseId);
  expect(await idsOf(manager, { reference: reference.slice(2) })).not.toContain(caseId);
});

test('a facilitator sees own cases only, nothing inside before declaring, and nothing at all after being released', async () => {
  const caseId = cases[1] as Id;
  expect(await idsOf(facilitator)).toEqual([]);
  await ask(caseId);
  expect(await idsOf(facilitator)).toEqual([caseId]);
  expect((await service.reading.journal(facilitator, caseId))?.rows).toEqual([]);
  await service.tell(facilitator, {
    caseId,
    event: { type: 'conflict.declared', staffId: facilitator.id, connected: false },
  });
  expect(
    await service.tell(manager, {
      caseId,
      event: { type: 'facilitator.assigned', staffId: facilitator.id, duty: 'lead' } as never,
    }),
  ).toMatchObject({ ok: true });
  expect((await service.reading.journal(facilitator, caseId))?.rows.length).toBe(6);
  expect((await service.reading.staff(manager)).find(({ id }) => id === facilitator.id)).toMatchObject({
    openCases: 1,
    points: 1,
  });
  const reason = randomUUID();
  await service.tell(manager, {
    caseId,
    event: { type: 'facilitator.released', staffId: facilitator.id, reason },
    texts: [{ id: reason, words: 'Leave' }],
  });
  expect((await service.reading.staff(manager)).find(({ id }) => id === facilitator.id)).toMatchObject({
    openCases: 0,
    points: 0,
  });
  expect([await idsOf(facilitator), await service.reading.caseFor(facilitator, caseId)]).toEqual([[], null]);
});

test('a participant who signs in sees the cases they take part in, and no journal', async () => {
  const caseId = cases[2] as Id;
  const [harmed] = Object.values(
    (await service.reading.caseFor(manager, caseId))?.stored.facts.people.participants ?? {},
  );
  await letSignIn(service.pools.plain, service.serviceId, harmed?.personId as Id, 'somebody');
  const actor = (await actorFor(service.pools.plain, { subject: 'somebody', serviceId: service.serviceId })) as Actor;
  expect(actor).toEqual({ kind: 'participant', id: harmed?.personId, serviceId: service.serviceId });
  expect([
    await idsOf(actor),
    await service.reading.journal(actor, caseId),
    (await service.reading.notices(actor, [caseId])).get(caseId),
  ]).toEqual([[caseId], null, []]);
});

test('another service sees nothing, whatever the role, and a deactivated member of staff is nobody', async () => {
  const stranger: Actor = { ...manager, serviceId: randomUUID() } as Actor;
  expect([await idsOf(stranger), await service.reading.caseFor(stranger, cases[0] as Id)]).toEqual([[], null]);
  const leaver = await service.staff('manager');
  const claims = { subject: leaver.id, serviceId: service.serviceId };
  expect(await actorFor(service.pools.plain, claims)).toEqual(leaver);
  await service.pools.plain.query('update staff set active = false where id = $1', [leaver.id]);
  expect(await actorFor(service.pools.plain, claims)).toBeNull();
});

test('words are read by those they are for: a concern by the safeguarding lead, not by the manager', async () => {
  const lead = await service.staff('safeguardingLead');
  const id = '11111111-1111-4111-8111-111111111111';
  expect((await service.reading.texts(lead, cases[0] as Id, [id])).get(id)?.words).toBe('Threats');
  expect((await service.reading.texts(manager, cases[0] as Id, [id])).size).toBe(0);
  const missing = service.tell(manager, {
    caseId: cases[0] as Id,
    event: { type: 'concern.raised', concernId: randomUUID(), text: randomUUID() },
  });
  await expect(missing).rejects.toMatchObject({ code: 'TEXT_MISSING' });
});

test('a case as it was at a past moment is the fold of its journal up to then', async () => {
  const caseId = await service.aCase(manager, day(10));
  await service.tell(manager, { caseId, event: riskFlag('death') }, day(12));
  expect(await service.reading.caseAsOf(manager, caseId, day(9)().toISOString())).toBeNull();
  expect((await service.reading.caseAsOf(manager, caseId, day(11)().toISOString()))?.revision).toBe(3);
  expect((await service.reading.caseAsOf(manager, caseId, day(12)().toISOString()))?.stored).toEqual(
    (await service.reading.caseFor(manager, caseId))?.stored,
  );
});

test('tasks are seen by those they are for, and done once', async () => {
  const coordinator = await service.staff('coordinator');
  const { rows } = await service.reading.tasks(coordinator, { mine: true, caseId: cases[4] as Id });
  expect(rows.map(({ row }) => row.task)).toEqual(['assignFacilitator']);
  const task = rows[0]?.row.id as Id;
  expect([
    await service.reading.finishTask(facilitator, task, NOW),
    await service.reading.finishTask(coordinator, task, NOW),
    await service.reading.finishTask(coordinator, task, NOW),
  ]).toEqual([null, cases[4], null]);
});

test('the sheet of facilitators read twice doubles nobody', async () => {
  const { staff } = readStaffFile(readFileSync(new URL('../../../../test/fixtures/facilitators.csv', import.meta.url)));
  expect(await takeStaff(service.pools, service.people, service.serviceId, staff)).toEqual({ added: 42, changed: 0 });
  expect(await takeStaff(service.pools, service.people, service.serviceId, staff)).toEqual({ added: 0, changed: 42 });
});
