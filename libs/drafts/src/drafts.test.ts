// Drafts on a real database: for their author alone, for twenty hours, while the author has the case and the person is known.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { enforced } from '#libs/permissions';
import { eraseRecord } from '../../people/src/register/erase.js';
import { serviceScope } from '#libs/database';
import { openTestService, type TestService } from '../../../test/harness/service/test-service.js';
import { type DraftPlace, Drafts } from './index.js';

let service: TestService;
let drafts: Drafts;
let now: Date;
let facilitator: Actor;
let coordinator: Actor;
let caseId: Id;
beforeAll(async () => {
  service = await openTestService();
  const { database, people } = service;
  drafts = new Drafts({ database, sealing: people.sealing, checks: enforced, clock: () => now });
  [facilitator, coordinator] = [await service.staff('facilitator'), await service.staff('coordinator')];
}, 60_000);
afterAll(() => service.close());
beforeEach(async () => {
  now = new Date('2026-12-01T09:12:00Z');
  caseId = await service.aCase(coordinator);
  await hasTheCase();
});

type Told = Parameters<TestService['tell']>[1];
const tells = async (event: Told['event'], by = coordinator, texts: Told['texts'] = []) => {
  const answer = await service.tell(by, { caseId, event, texts });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
};
/** The facilitator is asked, is connected with nobody, and is assigned. */
async function hasTheCase() {
  const staffId = facilitator.id;
  await tells({ type: 'facilitator.asked', staffId, duty: 'lead' });
  await tells({ type: 'conflict.declared', staffId, connected: false }, facilitator);
  await tells({ type: 'facilitator.assigned', staffId, duty: 'lead' });
}
const harmed = async () => {
  const sql = `select id, person_id as "personId" from participant where case_id = $1 and role = 'harmed'`;
  return (await service.pools.plain.query<{ id: Id; personId: Id }>(sql, [caseId])).rows[0] as { id: Id; personId: Id };
};
const place = (about: Id | null = null): DraftPlace => ({ caseId, form: 'attempt-contact', processId: null, about });
const aNote = { notes: ['She said she would rather be rung in the evening.'], channel: ['phone'] };
const count = async () =>
  (await service.pools.plain.query('select from draft where case_id = $1', [caseId])).rows.length;

test('what was typed is there for whoever typed it, as it was typed last, until it is sent', async () => {
  expect(await drafts.keep(facilitator, place(), { notes: ['She said'] })).toBe(true);
  expect(await drafts.keep(facilitator, place(), aNote)).toBe(true);
  expect(await drafts.of(facilitator, place())).toMatchObject({
    fields: aNote,
    keptAt: '2026-12-01T09:12:00.000Z',
    until: '2026-12-02T05:12:00.000Z',
  });
  expect(await drafts.list(facilitator)).toMatchObject([{ caseId, form: 'attempt-contact', about: null }]);
  expect([await drafts.forget(facilitator, place()), await drafts.forget(facilitator, place())]).toEqual([true, false]);
  expect([await drafts.of(facilitator, place()), await drafts.list(facilitator)]).toEqual([null, []]);
});

test('nobody else finds it, whatever their role; their own of the same form is another', async () => {
  await drafts.keep(facilitator, place(), aNote);
  expect([await drafts.of(coordinator, place()), await drafts.list(coordinator)]).toEqual([null, []]);
  await drafts.keep(coordinator, place(), { notes: ['Mine'] });
  expect((await drafts.of(facilitator, place()))?.fields).toEqual(aNote);
  expect(await drafts.forget(coordinator, place())).toBe(true);
  expect((await drafts.of(facilitator, place()))?.fields).toEqual(aNote);
});

test('it goes after twenty hours', async () => {
  await drafts.keep(facilitator, place(), aNote);
  now = new Date('2026-12-02T05:11:59Z');
  expect(await drafts.of(facilitator, place())).not.toBeNull();
  now = new Date('2026-12-02T05:12:00Z');
  expect([await drafts.of(facilitator, place()), await drafts.list(facilitator)]).toEqual([null, []]);
  // The next one that is kept sweeps it away.
  await drafts.keep(coordinator, place(), aNote);
  expect(await count()).toBe(1);
});

test('it falls when its author loses the case, and is not there when they come back', async () => {
  await drafts.keep(facilitator, place(), aNote);
  const reason = randomUUID();
  const released = { type: 'facilitator.released', staffId: facilitator.id, reason } as const;
  await tells(released, coordinator, [{ id: reason, words: 'They move to another office.' }]);
  expect(await count()).toBe(0);
  expect([await drafts.of(facilitator, place()), await drafts.keep(facilitator, place(), aNote)]).toEqual([
    null,
    false,
  ]);
  await hasTheCase();
  expect(await drafts.of(facilitator, place())).toBeNull();
});

test('it falls when somebody of the case is erased, whoever it is about, and none can be kept about them', async () => {
  const { id, personId } = await harmed();
  await drafts.keep(facilitator, place(id), aNote);
  await drafts.keep(facilitator, place(), aNote);
  const { serviceId } = service;
  const at = now.toISOString();
  await service.database.within(serviceScope(serviceId), (rows) => eraseRecord(rows, serviceId, personId, at));
  expect(await count()).toBe(0);
  expect(await drafts.keep(facilitator, place(id), aNote)).toBe(false);
});

test('the database holds no word of it, and opens it with the key of the person it is about', async () => {
  const { id, personId } = await harmed();
  await drafts.keep(facilitator, place(id), aNote);
  const sql = 'select owner_id as owner, draft::text as whole, words from draft where case_id = $1';
  const { rows } = await service.pools.plain.query<{ owner: Id; whole: string; words: Buffer }>(sql, [caseId]);
  expect(rows[0]?.owner).toBe(personId);
  expect(rows[0]?.whole).not.toMatch(/evening/);
  expect(rows[0]?.words.toString('latin1')).not.toMatch(/evening/);
});

test('of a case that is not theirs, that is not there, or in a place that is no form, nothing is kept', async () => {
  const stranger = await service.staff('facilitator');
  expect(await drafts.keep(stranger, place(), aNote)).toBe(false);
  expect(await drafts.keep(facilitator, { ...place(), caseId: randomUUID() }, aNote)).toBe(false);
  expect(await drafts.keep(facilitator, { ...place(), form: 'Ruth Ellery' }, aNote)).toBe(false);
  expect(await drafts.keep(facilitator, { ...place(), about: 'Ruth Ellery' }, aNote)).toBe(false);
});
