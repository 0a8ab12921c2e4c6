// The directory over HTTP: Open Referral UK at an address of its own for anybody, and GraphQL for pages.
import { noRows } from '#libs/database';
import { readDirectoryFile } from '#libs/directory';
import type { Directory } from '../../src/ports/directory.js';
import { searchable, visitorsSearches } from '../../src/queries/directory/visitors-searches.js';
import { openTestApi, SERVICE, type TestApi } from '../../../../test/harness/api/test-api.js';

const id = (n: number) => `c0000000-0000-4000-8000-00000000000${n}`;
const { entries } = readDirectoryFile(
  JSON.stringify(
    [1, 2, 3].map((n) => ({
      id: id(n),
      name: `Service ${n}`,
      status: n === 3 ? 'inactive' : 'active',
      organization: { id: id(9), name: 'Harbour Trust', description: 'A charity' },
      phones: [{ id: id(8), number: '01632 960001' }],
    })),
  ),
);
const found = entries.map((entry) => ({ entry, checkedOn: null, isOverdue: true }));
const directory: Directory = {
  search: async (service, { need }) =>
    service === SERVICE && !need
      ? { ...noRows, rows: found.slice(0, 2).map((row) => ({ row, cursor: row.entry.id })) }
      : noRows,
  entry: async (_service, wanted) => found.find(({ entry }) => entry.id === wanted) ?? null,
  facets: async () => ({ needs: ['money'], areas: [] }),
  kept: async () => noRows,
  takeRows: async (_actor, rows, first) => ({ added: rows.length, changed: first, rejected: [] }),
  check: async () => true,
  record: async (_actor, _id, { name }) => (name === '' ? ['name'] : []),
  remove: async () => true,
};

let api: TestApi;
beforeAll(async () => void (api = await openTestApi({ directory, publicService: SERVICE })));
afterAll(() => api.close());
const at = async (path: string) => {
  const { status, text } = await api.send({ method: 'GET', url: `/open-referral/services${path}` });
  return { status, body: JSON.parse(text) as Record<string, unknown> };
};

test('anybody takes the directory as pages of Open Referral UK, without signing in', async () => {
  const whole = await at('');
  expect(whole).toMatchObject({ status: 200, body: { total_items: 2, total_pages: 1, last_page: true } });
  expect(whole.body['contents']).toEqual(entries.slice(0, 2));
  expect((await at('?page=2&per_page=1')).body).toMatchObject({
    page_number: 2,
    first_page: false,
    last_page: true,
    contents: [{ id: id(2) }],
  });
  expect((await at('?page=-1&per_page=none')).body).toMatchObject({ page_number: 1, size: 2 });
});

test('one service is given out by its id; one that is closed is not there', async () => {
  expect((await at(`/${id(1)}`)).body).toEqual(entries[0]);
  expect([(await at(`/${id(3)}`)).status, (await at('/nothing')).status]).toEqual([404, 404]);
});

test('a manager records an entry and hears which details cannot stand; a facilitator is given nothing', async () => {
  const details = `organisation: "A", description: "", needs: [], areas: [], languages: [], telephone: "", email: "",
    website: "", eligibility: "", cost: "", open: "", isShown: true`;
  const records = (name: string) =>
    `mutation { recordSupportService(id: "${id(1)}", service: { name: "${name}", ${details} }) { wrong } }`;
  const manager = await api.token('mona');
  expect((await api.ask(records('B'), manager)).body.data).toEqual({ recordSupportService: { wrong: [] } });
  expect((await api.ask(records(''), manager)).body.data).toEqual({ recordSupportService: { wrong: ['name'] } });
  expect((await api.ask(records('B'), await api.token('fay'))).body.data).toEqual({ recordSupportService: null });
});

test('a visitor searches with words that people type, and not without end', async () => {
  expect(() => searchable('x'.repeat(201))).toThrow(/200/);
  const searches = visitorsSearches(2);
  await searches('198.51.100.7');
  await searches('198.51.100.7');
  await expect(searches('198.51.100.7')).rejects.toThrow(/wait/);
  await searches('198.51.100.8'); // nobody else is held back
});

test('rows of a file are taken as JSON, and what is none is refused', async () => {
  const takes = (row: string) =>
    `mutation { takeSupportServices(rows: [${JSON.stringify(row)}], firstRow: 3) { added changed } }`;
  const manager = await api.token('mona');
  expect((await api.ask(takes('{}'), manager)).body.data).toEqual({ takeSupportServices: { added: 1, changed: 3 } });
  expect((await api.ask(takes('{'), manager)).body).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

test('staff and participants read the same entries as a visitor', async () => {
  const query = '{ supportServices { edges { node { name telephone isOverdue checkedOn } } } supportTopics { needs } }';
  for (const subject of ['fay', 'harry'])
    expect((await api.ask(query, await api.token(subject))).body.data).toMatchObject({
      supportServices: { edges: [{ node: { name: 'Service 1', telephone: '01632 960001', isOverdue: true } }, {}] },
      supportTopics: { needs: ['money'] },
    });
});
