// A file of referrals sent in without a shell: previewed, taken once however often it is broken off, its bad rows mended as the same rows.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Id } from '#libs/case';
import { Cursors } from '#libs/database';
import { openTestService, type TestService } from '../../../test/harness/service/test-service.js';
import type { ReferralFileParts } from './file.js';
import { ReferralMappings } from './mappings.js';
import { ReferralFiles } from './referral-files.js';
import { takeFile } from './take-file.js';

const trials = join(import.meta.dirname, '../../../test/fixtures/trials');
const clock = () => new Date('2026-11-20T10:00:00.000Z');
let service: TestService;
let parts: ReferralFileParts;
let files: ReferralFiles;
let coordinator: Actor;
beforeAll(async () => {
  service = await openTestService();
  parts = { database: service.database, vault: service.people.sealing, store: service.store, clock };
  files = new ReferralFiles(parts, new Cursors(randomBytes(32)));
  coordinator = await service.staff('coordinator');
}, 60_000);
afterAll(() => service.close());

const trial = (name: string) => readFileSync(join(trials, name), 'utf8');
const send = async (text: string) => (await files.send(coordinator, 'a.csv', Buffer.from(text))) ?? '';
const ask = (file: Id, from = 'police') =>
  files.take(coordinator, randomUUID(), { fileId: file, from }, clock().toISOString());
/** Sends a file and has it taken to its end. */
async function taken(text: string, from = 'police') {
  const id = await send(text);
  expect(await ask(id, from)).toMatchObject({ ok: true });
  expect(await takeFile(parts, { serviceId: service.serviceId, fileId: id })).toBe('done');
  return { id, file: await files.file(coordinator, id) };
}
/** One row of the police as a trial has it, under this reference and these names of the person responsible. */
function police(...rows: { reference: string; surname: string }[]): string {
  const [header = '', row = ''] = trial('t07-trailing-columns.csv').split(/\r?\n/);
  const columns = header.split(',');
  const written = rows.map(({ reference, surname }) => {
    const set: Record<string, string> = {
      'Crime Ref': reference,
      'Offender Surname': surname,
      'Offender Forename': '',
      'Offender DOB': '',
    };
    return row
      .split(',')
      .map((cell, i) => set[columns[i] ?? ''] ?? cell)
      .join(',');
  });
  return [header, ...written].join('\r\n');
}

test('a preview says what would be taken and what would go back, and takes nothing', async () => {
  const id = await send(police({ reference: 'CR/P/1', surname: 'Wood' }, { reference: '', surname: '' }));
  expect(await files.preview(coordinator, id, 'police')).toMatchObject({
    rows: 2,
    wouldBeTaken: 1,
    referrals: 1,
    before: 0,
    returned: [{ line: 3, reason: 'there is neither a person responsible nor a reference to ask by' }],
  });
  expect(await files.preview(coordinator, id, 'youth-justice')).toMatch(/columns do not fit/);
  expect(await files.preview(coordinator, id, 'nobody')).toMatch(/^No mapping is called "nobody"/);
  expect(await files.file(coordinator, id)).toMatchObject({ state: 'sent', taken: 0, name: 'a.csv' });
  expect(await service.store.offencesByReference(service.serviceId, ['CR/P/1'])).toEqual(new Map());
});

test('a file that was broken off is taken up again, and each of its rows is taken and counted once', async () => {
  const id = await send(police(...[1, 2, 3, 4].map((n) => ({ reference: `CR/B/${n}`, surname: `Bell${n}` }))));
  await ask(id);
  let left = 2;
  const job = { serviceId: service.serviceId, fileId: id };
  expect(await takeFile(parts, job, { goesOn: () => left-- > 0 })).toBe('more');
  expect(await files.file(coordinator, id)).toMatchObject({ state: 'taking', rows: 4, referrals: 4 });
  expect(await takeFile(parts, job)).toBe('done');
  expect(await takeFile(parts, job)).toBe('done');
  const counts = { state: 'taken', done: 4, taken: 4, opened: 4, before: 0, returned: 0 };
  expect(await files.file(coordinator, id)).toMatchObject(counts);
  const { file } = await taken(police({ reference: 'CR/B/1', surname: 'Bell1' }));
  expect(file).toMatchObject({ taken: 0, opened: 0, before: 1 });
});

test('a row that went back is remembered as the same row once it is mended, and again when the first file comes again', async () => {
  const text = police({ reference: '', surname: '' }, { reference: 'CR/M/2', surname: 'Moss' });
  const { id, file } = await taken(text);
  expect(file).toMatchObject({ taken: 1, returned: 1 });
  const back = (await files.returnedFile(coordinator, id)) ?? '';
  expect(back).toContain('there is neither a person responsible nor a reference to ask by');
  const mended = await taken(back.replace(/(\r\n[0-9a-f-]{36},[^,]*),/, '$1,CR/M/1'));
  expect(mended.file).toMatchObject({ taken: 1, returned: 0, opened: 1 });
  const [row] = await files.returnedRows(coordinator, id);
  expect(row).toMatchObject({ line: 2, mendedAt: clock().toISOString(), caseId: expect.any(String) as string });
  expect(await files.returnedFile(coordinator, id)).toBeNull();
  expect((await taken(text)).file).toMatchObject({ taken: 0, opened: 0, returned: 0, before: 2 });
});

test('a row that comes back unmended goes back again as the same row', async () => {
  const { id } = await taken(police({ reference: '', surname: '' }).replace('Burglary', 'Another burglary'));
  const [first] = await files.returnedRows(coordinator, id);
  if (!first) throw new Error('a row went back');
  const again = await taken((await files.returnedFile(coordinator, id)) ?? '');
  expect(await files.returnedRows(coordinator, again.id)).toMatchObject([{ id: first.id }]);
  expect(await files.returnedRows(coordinator, id)).toEqual([]);
});

test('what stands in a file is not kept after it was taken, and never readable in the database', async () => {
  const id = await send(police({ reference: 'CR/S/1', surname: 'Zzsecret' }));
  const stored = async () =>
    JSON.stringify(
      (await service.pools.plain.query('select name::text, content::text from referral_file where id = $1', [id])).rows,
    );
  expect(Buffer.from(await stored(), 'utf8').toString('latin1')).not.toContain(Buffer.from('Zzsecret').toString('hex'));
  await ask(id);
  await takeFile(parts, { serviceId: service.serviceId, fileId: id });
  expect(await stored()).toContain('"content":null');
  expect(await ask(id)).toMatchObject({ ok: false, problems: ['There is no such file, or it was taken before.'] });
});

test('a file that cannot be read fails in one sentence, and may be asked for as another’s', async () => {
  const id = await send(trial('t18-types.jsonl'));
  await ask(id);
  await takeFile(parts, { serviceId: service.serviceId, fileId: id });
  expect(await files.file(coordinator, id)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('is no header') as string,
  });
  expect(await ask(id, 'self')).toMatchObject({ ok: true });
});

test('a file is for coordinators and managers; to others there is none, and nobody takes one who has left meanwhile', async () => {
  const facilitator = await service.staff('facilitator');
  expect([await files.mostBytes(facilitator), await files.send(facilitator, 'a', Buffer.from('x'))]).toEqual([
    null,
    null,
  ]);
  const id = await send(police({ reference: 'CR/L/1', surname: 'Lowe' }));
  expect([await files.file(facilitator, id), await files.returnedRows(facilitator, id)]).toEqual([null, []]);
  const leaves = await service.staff('manager');
  const key = randomUUID();
  await files.take(leaves, key, { fileId: id, from: 'police' }, clock().toISOString());
  await service.pools.plain.query('update staff set active = false where id = $1', [leaves.id]);
  await takeFile(parts, { serviceId: service.serviceId, fileId: id });
  expect(await files.file(coordinator, id)).toMatchObject({ state: 'failed', taken: 0 });
});

test('a file and its rows are gone, with their key, when their days are over', async () => {
  const id = await send(police({ reference: '', surname: '' }));
  const later = new ReferralFiles(
    { ...parts, clock: () => new Date('2026-12-21T10:00:00.000Z') },
    new Cursors(randomBytes(32)),
  );
  await later.send(coordinator, 'b.csv', Buffer.from('x'));
  expect(await files.file(coordinator, id)).toBeNull();
});

test('a mapping is suggested, corrected, saved in versions, and reads the files that come as its name (t48)', async () => {
  const mappings = new ReferralMappings(parts);
  const id = await send(trial('t48-records-system.csv'));
  expect(await files.suggestion(coordinator, id)).toContain('"Case Number": "reference"');
  const json = readFileSync(join(trials, '../mappings/northfold-records.json'), 'utf8');
  const save = (text: string) => mappings.save(coordinator, randomUUID(), text, clock().toISOString());
  expect(await save('{}')).toMatchObject({ ok: false });
  expect(await save(json.replace('"atMost": 25', '"atMost": 20'))).toMatchObject({ ok: true });
  expect(await save(json)).toMatchObject({ ok: true });
  const listed = await mappings.list(coordinator);
  expect(listed.map(({ mapping: { name }, version }) => [name, version])).toEqual([
    ['police', null],
    ['youth-justice', null],
    ['self', null],
    ['northfold-records', 2],
  ]);
  expect(await files.preview(coordinator, id, 'northfold-records')).toMatchObject({
    rows: 6,
    wouldBeTaken: 3,
    before: 1,
    passedOver: 2,
    sample: [{ lines: [2] }, { lines: [3] }, { lines: [4] }],
  });
  const facilitator = await service.staff('facilitator');
  expect([await mappings.list(facilitator), await files.suggestion(facilitator, id)]).toEqual([[], null]);
  await ask(id, 'northfold-records');
  await takeFile(parts, { serviceId: service.serviceId, fileId: id });
  expect(await files.file(coordinator, id)).toMatchObject({ mappingVersion: 2, taken: 3, opened: 3 });
});
