// The caseload over HTTP: whose cases, in which order, in pages, and what a page costs.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { caseloadPage } from '../../../../test/harness/api/documents.js';
import { codeOf } from '../../../../test/harness/api/test-api.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';

let api: ReadingApi;
const ids: Id[] = [];
beforeAll(async () => {
  api = await openReadingApi();
  for (let n = 0; n < 30; n += 1) ids.push(await api.service.aCase(api.staff.coordinator));
  for (const id of ids.slice(0, 3)) await api.clearTheWay(id, 'suitability.decided');
}, 120_000);
afterAll(() => api.close());

type Page = {
  edges: { cursor: string; node: Record<string, unknown> & { id: Id } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
};
const page = async (actor: Parameters<ReadingApi['read']>[0], variables: object = {}) =>
  (await api.read(actor, caseloadPage, variables)).caseload as Page;
const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

test('a page of 25 with people, doors and blockers takes two statements and the record of the read, and a page of one no fewer', async () => {
  const { staff } = api;
  await page(staff.manager, { first: 25 });
  expect(await api.statements(() => page(staff.manager, { first: 25 }))).toBe(3);
  expect(await api.statements(() => page(staff.manager, { first: 1 }))).toBe(3);
  const { edges } = await page(staff.manager);
  expect(edges).toHaveLength(25);
  expect(edges[0]?.node).toMatchObject({
    stage: 'suitability',
    declaration: 'notNeeded',
    waiting: { words: expect.stringContaining('Waiting for') },
  });
  expect(edges[0]?.node['participants']).toEqual(expect.arrayContaining([{ role: 'harmed', name: 'Harriet' }]));
  expect(edges[0]?.node['doors']).toContainEqual(expect.objectContaining({ event: 'case.closed', open: true }));
});

test('a facilitator sees own cases only; a manager and the safeguarding lead see all of their service', async () => {
  const { staff, service } = api;
  expect(idsOf(await page(staff.lead)).toSorted()).toEqual(ids.slice(0, 3).toSorted());
  expect(idsOf(await page(staff.manager, { first: 100 }))).toHaveLength(30);
  expect(idsOf(await page(staff.safeguardingLead, { first: 100 }))).toHaveLength(30);
  const { rows } = await service.pools.plain.query<{ id: string }>(
    `insert into service (name) values ('Elsewhere') returning id`,
  );
  expect(idsOf(await page({ ...staff.manager, serviceId: rows[0]?.id ?? '' }))).toEqual([]);
});

test('pages follow one another forwards and backwards without a gap or a repeat', async () => {
  const { staff } = api;
  const sort = { by: 'openedAt', descending: true };
  const first = await page(staff.manager, { first: 12, sort });
  const second = await page(staff.manager, { first: 12, after: first.pageInfo.endCursor, sort });
  const third = await page(staff.manager, { first: 12, after: second.pageInfo.endCursor, sort });
  expect([...idsOf(first), ...idsOf(second), ...idsOf(third)]).toEqual(ids.toReversed());
  expect([second.pageInfo.hasPreviousPage, second.pageInfo.hasNextPage, third.pageInfo.hasNextPage]).toEqual([
    true,
    true,
    false,
  ]);
  expect(idsOf(await page(staff.manager, { last: 12, before: second.pageInfo.startCursor, sort }))).toEqual(
    idsOf(first),
  );
});

test('a cursor that was tampered with, or belongs to somebody else or another order, is a clear error', async () => {
  const { staff } = api;
  const { pageInfo } = await page(staff.manager, { first: 2 });
  const after = pageInfo.endCursor;
  const bent = `${after.slice(0, -2)}${after.endsWith('AA') ? 'BB' : 'AA'}`;
  const asked = [
    [staff.manager, { after: bent }],
    [staff.manager, { after: 'x' }],
    [staff.safeguardingLead, { after }],
    [staff.manager, { after, sort: { by: 'openedAt' } }],
    [staff.manager, { first: 0 }],
    [staff.manager, { first: 101 }],
    [staff.manager, { first: 2, last: 2 }],
    [staff.manager, { filter: { stage: ['nowhere'] } }],
  ] as const;
  for (const [actor, variables] of asked)
    expect(codeOf(await api.ask(actor, caseloadPage, variables))).toBe('BAD_USER_INPUT');
});

test('each filter finds what it names', async () => {
  const { staff } = api;
  const [id = ''] = ids.slice(-1);
  await api.say(id, { by: staff.manager, type: 'flag.set', flag: 'hate' });
  await api.say(id, { by: staff.manager, type: 'concern.raised', concernId: randomUUID(), text: randomUUID() });
  const { reference } = await api.row(id);
  const found = async (filter: object, actor = staff.manager) => idsOf(await page(actor, { filter, first: 100 }));
  for (const filter of [
    { flag: 'hate' },
    { sensitive: true },
    { openConcern: true },
    { reference: reference.slice(0, 6).toLowerCase() },
  ])
    expect(await found(filter)).toEqual([id]);
  expect(await found({ unassigned: true })).toHaveLength(27);
  expect((await found({ leadId: staff.lead.id })).toSorted()).toEqual(ids.slice(0, 3).toSorted());
  expect(await found({ mine: true })).toEqual([]);
  expect(await found({ mine: true }, staff.lead)).toHaveLength(3);
  expect(await found({ stage: ['suitability'], closed: false, waitingOn: ['coordinator'] })).toHaveLength(27);
  expect(await found({ step: ['booked'] })).toEqual([]);
  expect(await found({ stage: ['closed'] })).toEqual([]);
});

test('a filter tells nothing to somebody who was asked and has not declared yet (R42)', async () => {
  const { staff, service } = api;
  const id = await service.aCase(staff.coordinator);
  await api.say(id, { by: staff.coordinator, type: 'flag.set', flag: 'hate' });
  await api.say(id, {
    by: staff.coordinator,
    type: 'facilitator.asked',
    staffId: staff.coFacilitator.id,
    duty: 'lead',
  });
  expect((await page(staff.coFacilitator)).edges.map(({ node }) => node)).toEqual([
    expect.objectContaining({
      id,
      stage: 'suitability',
      declaration: 'awaited',
      participants: null,
      flags: null,
      doors: null,
      lead: null,
      openedAt: null,
    }),
  ]);
  expect(idsOf(await page(staff.coFacilitator, { filter: { sensitive: true } }))).toEqual([]);
  expect(idsOf(await page(staff.coFacilitator, { filter: { sensitive: false } }))).toEqual([]);
});

test('a full page stands within the limits on depth, cost and tokens', async () => {
  expect(codeOf(await api.ask(api.staff.manager, caseloadPage, { first: 100 }))).toBeUndefined();
});
