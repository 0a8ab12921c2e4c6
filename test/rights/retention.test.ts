// R30 and R69: what is kept is told; what is due goes, provably; what is held stays; the journal stays whole.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Actor } from '#libs/case';
import { openServices } from '../../libs/services/src/open-services.js';
import { openRetention } from '../../apps/server/src/rights.js';
import { aCase } from '../scenario/a-case.js';
import { testMasterKeys } from '../harness/database/master-keys.js';
import { signing } from '../scenario/retention-signed.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
let inside: ReturnType<typeof openServices>;
let retention: ReturnType<typeof openRetention>;
let signed: ReturnType<typeof signing>;
let manager: Actor;
let program: Actor;
beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).suitable().begins();
  harriet = await theCase.the('harmed');
  ross = await theCase.the('responsible');
  inside = openServices(service.databaseUrl, { masterKeys: testMasterKeys, sizes: { hot: 1, plain: 2 } });
  retention = openRetention(inside);
  signed = signing(service, inside, retention);
  manager = service.colleagues.mona;
  program = { kind: 'clock', id: 'clock', serviceId: manager.serviceId };
  // A second manager, for what needs two people.
  await service.sql(`update staff set roles = '{manager}' where subject = 'ivo'`);
}, 120_000);
afterAll(async () => {
  await inside.stop();
  await service.ends();
});

interface Kept {
  what: string;
  controller: string;
  lawfulBasis: string;
  howLong: string;
  why: string;
}
type Answer = { id?: string; problems?: string[] };
const says = async (who: string, verb: string, type: string, name: string, input: object): Promise<Answer> => {
  const query = `mutation ($key: String!, $input: ${type}!) { ${verb}(key: $key, ${name}: $input) {
    ... on DecisionRecorded { id } ... on DecisionRefused { problems } } }`;
  return (await service.ask<Record<string, Answer>>(who, query, { key: randomUUID(), input }))[verb] ?? {};
};
const dryRun = async () =>
  (
    await service.ask<{ retentionDryRun: { counts: object[]; due: object[]; held: { holdIds: string[] }[] } | null }>(
      'mona',
      '{ retentionDryRun { counts { class count } due { class personId caseId } held { class personId caseId holdIds } } }',
    )
  ).retentionDryRun;
const namesHeld = async () =>
  (await service.sql<{ id: string }>('select distinct person_id as id from personal_value')).map(({ id }) => id);

test('who says no is told in the same answer what is kept, by whom, on what ground, how long and why', async () => {
  const { refuseConsent } = await service.ask<{ refuseConsent: { kept: Kept[] } }>(
    await service.letsIn(ross.personId),
    `mutation ($command: Command!, $event: ConsentRefused!) { refuseConsent(command: $command, event: $event) {
      ... on Told { kept { what controller lawfulBasis howLong why } } } }`,
    {
      command: { caseId: theCase.id, key: randomUUID() },
      event: { participantId: ross.id, purpose: 'prepare' },
    },
  );
  const identity = refuseConsent.kept.find(({ what }) => what.startsWith('Your name'));
  expect(identity).toMatchObject({ controller: 'Northfold', howLong: 'Until 7 years after your case was closed.' });
  expect(identity?.lawfulBasis).toBe('The legal ground has not been written down here yet: please ask us');
});

test('the same stands on his own page for as long as he likes', async () => {
  const { myCases } = await service.ask<{ myCases: { kept: Kept[] }[] }>(
    await service.letsIn(ross.personId),
    '{ myCases { kept { what why } } }',
  );
  expect(myCases[0]?.kept.map(({ what }) => what)).toContain(
    'If you said no: only your age band, gender and ethnic group, without your name',
  );
});

test('a manager sets ground and period with their source, and what people are told follows', async () => {
  const row = {
    class: 'identity',
    controller: 'Northfold Restorative Justice',
    lawfulBasis: 'publicTask',
    terms: [{ from: 'caseClosed', years: 2 }],
    why: 'To answer you.',
    source: 'Our schedule of 2026',
  };
  const set = (who: string, more: object = {}) =>
    says(who, 'setRecordClass', 'NewRecordClass', 'recordClass', { ...row, ...more });
  expect((await set('cora')).problems).toEqual(['This is not yours to do.']);
  expect((await set('mona', { class: 'journal' })).problems?.[0]).toMatch(/never removed/);
  expect((await set('mona')).id).toBeDefined();
  const { recordClasses } = await service.ask<{ recordClasses: { class: string; setAt: string | null }[] }>(
    'grace',
    '{ recordClasses { class setAt howLong lawfulBasis source removable } }',
  );
  expect(recordClasses.find((r) => r.class === 'identity')).toMatchObject({
    howLong: 'Until 2 years after your case was closed.',
  });
  expect(recordClasses.find((r) => r.class === 'words')?.setAt).toBeNull();
});

test('while the case is open nothing is due; a dry run changes nothing', async () => {
  expect(await dryRun()).toEqual({ counts: [], due: [], held: [] });
  await theCase.clearTheWay('closeCase');
  await theCase.by('grace').closeCase({ reason: 'noProcessWanted', side: 'withheld' });
  const before = await namesHeld();
  expect(await dryRun()).toMatchObject({
    counts: [{ class: 'declined', count: 1 }],
    due: [{ personId: ross.personId }],
  });
  expect(await namesHeld()).toEqual(before);
  // R42: whoever is connected with somebody is shown nothing of them here either.
  const declare = 'insert into connection (service_id, staff_id, person_id, declared_at) values ($1, $2, $3, now())';
  await service.sql(declare, manager.serviceId, manager.id, ross.personId);
  expect(await dryRun()).toEqual({ counts: [], due: [], held: [] });
  await service.sql('delete from connection where staff_id = $1', manager.id);
  expect(await service.ask('cora', '{ retentionDryRun { held { class } } }')).toEqual({ retentionDryRun: null });
});

test('what is due is proposed by one manager and approved by another, or it does not go', async () => {
  expect((await signed.propose('cora')).problems).toEqual(['This is not yours to do.']);
  expect((await signed.propose('mona')).id).toBeDefined();
  const list = await signed.proposed();
  expect(list).toMatchObject({ counts: [{ class: 'declined', count: 1 }], approvedBy: null, run: null });
  expect(await retention.run(program, service.clock.now())).toBeNull();
  expect(await retention.run(manager, service.clock.now())).toBeNull();
  expect((await signed.approve('mona', list?.id, list?.digest)).problems).toEqual([
    'Another manager than the one who proposed it approves it.',
  ]);
  expect((await signed.approve('cora', list?.id, list?.digest)).problems).toEqual(['This is not yours to do.']);
  expect((await signed.approve('ivo', list?.id, 'another list')).problems).toEqual([
    'This is not the list that was proposed.',
  ]);
  expect(await namesHeld()).toContain(ross.personId);
  expect((await signed.approve('ivo', list?.id, list?.digest)).id).toBe(list?.id);
  expect(await signed.proposed()).toMatchObject({ approvedBy: { name: 'ivo' } });
});

test('PostgreSQL lets nobody sign for both, nor in another name, nor change what was proposed', async () => {
  const { serviceId, id: mona } = manager;
  const { id: ivo } = service.colleagues.ivo;
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  // As the application works, which is not as the owner of the tables; nothing of it stays.
  const trying = async (statement: string, values: unknown[] = [], roles = 'manager'): Promise<string> => {
    await client.query('begin; set local role concord_app');
    await client.query(
      `select set_config('concord.service', $1, true), set_config('concord.sight', 'service', true), set_config('concord.who', $2, true), set_config('concord.roles', $3, true)`,
      [serviceId, mona, roles],
    );
    const refusal = await client.query(statement, values).then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    );
    await client.query('rollback');
    return refusal;
  };
  const proposing = `insert into retention_proposal (service_id, items, digest, proposed_at, proposed_by) values ($1, '[]', '', now(), $2)`;
  expect(await trying(proposing, [serviceId, mona])).toBe('done');
  expect(await trying(proposing, [serviceId, ivo])).toMatch(/row-level security/);
  expect(await trying(proposing, [serviceId, mona], 'coordinator safeguardingLead')).toMatch(/row-level security/);
  expect(await trying(`update retention_proposal set items = '[]'`)).toMatch(/denied/);
  const running = `insert into retention_run (service_id, seq, at, by, rules, removed, held, prev_hash, hash) values ($1, 9, now(), 'x', '[]', '[]', 0, '', '')`;
  expect(await trying(running, [serviceId])).toMatch(/row-level security/);
  const both = `insert into retention_proposal (service_id, items, digest, proposed_at, proposed_by, approved_at, approved_by) values ($1, '[]', '', now(), $2, now(), $2)`;
  await client.end();
  await expect(service.sql(both, serviceId, mona)).rejects.toThrow(/check constraint/);
});

test('a hold keeps what is due, from everybody who would erase it, until it is lifted with a reason', async () => {
  const hold = { personId: ross.personId, reason: 'Wanted for an inquiry' };
  expect((await says('grace', 'placeLegalHold', 'NewLegalHold', 'hold', hold)).problems).toHaveLength(1);
  const both = { ...hold, caseId: theCase.id };
  expect((await says('sade', 'placeLegalHold', 'NewLegalHold', 'hold', both)).problems).toEqual([
    'A hold is on one person, one case or one class of records.',
  ]);
  const { id } = await says('sade', 'placeLegalHold', 'NewLegalHold', 'hold', hold);
  expect(await dryRun()).toMatchObject({
    due: [],
    held: [{ class: 'declined', personId: ross.personId, holdIds: [id] }],
  });
  expect(await retention.run(program, service.clock.now())).toMatchObject({ removed: [], held: 1 });
  expect(await namesHeld()).toContain(ross.personId);
  const query = `mutation ($key: String!, $id: ID!, $reason: Words!) { liftLegalHold(key: $key, holdId: $id, reason: $reason) { ... on DecisionRecorded { id } } }`;
  await service.ask('sade', query, { key: randomUUID(), id, reason: 'The inquiry has ended' });
  const { legalHolds } = await service.ask<{ legalHolds: { edges: object[] } }>(
    'mona',
    '{ legalHolds { edges { node { reason liftReason placedBy { name } } } } }',
  );
  expect(legalHolds.edges).toEqual([
    { node: { reason: hold.reason, liftReason: 'The inquiry has ended', placedBy: { name: 'sade' } } },
  ]);
});

test('who declined shrinks to what leads back to nobody; everybody else and the journal stay', async () => {
  const entries = await service.sql('select hash from journal order by case_id, seq');
  // The list that was signed has been carried out; what was held then is signed for anew.
  expect(await retention.run(program, service.clock.now())).toBeNull();
  await signed.byTwo(service.clock.now());
  const run = await retention.run(program, service.clock.now());
  expect(run?.removed).toEqual([{ class: 'declined', kind: 'person', id: ross.personId }]);
  expect(await namesHeld()).not.toContain(ross.personId);
  expect(await namesHeld()).toContain(harriet.personId);
  const left = await service.sql<object>('select closed_in, age_band, gender, ethnicity from decliner');
  expect(left).toEqual([{ closed_in: 2026, age_band: null, gender: null, ethnicity: null }]);
  expect(await service.sql('select hash from journal order by case_id, seq')).toEqual(entries);
  expect(await service.faults()).toEqual([]);
  const { retentionRuns } = await service.ask<{
    retentionRuns: { seq: number; proposedBy: { name: string }; approvedBy: { name: string } }[];
  }>(
    'mona',
    '{ retentionRuns { seq at by proposedBy { name } approvedBy { name } counts { class count } held hash } }',
  );
  expect(retentionRuns.map(({ seq }) => seq)).toEqual([2, 1]);
  expect(retentionRuns[0]).toMatchObject({ proposedBy: { name: 'mona' }, approvedBy: { name: 'ivo' } });
});

test('when her period has passed, she and the words of the case go by key; a second run finds nothing', async () => {
  service.clock.moves({ days: 8 * 366 });
  await signed.byTwo(service.clock.now());
  const run = await retention.run(program, service.clock.now());
  expect(run?.removed.map((one) => one.class).toSorted()).toEqual(['identity', 'messages', 'words']);
  expect(await namesHeld()).not.toContain(harriet.personId);
  const [key] = await service.sql<{ wrapped: unknown }>(
    `select wrapped from sealing_key where owner_id = '${harriet.personId}' and purpose = 'words'`,
  );
  expect(key?.wrapped).toBeNull();
  await signed.byTwo(service.clock.now());
  expect(await retention.run(program, service.clock.now())).toBeNull();
});

test('the runs prove themselves, and nobody rewrites one', async () => {
  expect((await retention.runs(manager)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(await retention.faults(manager.serviceId)).toEqual([]);
  await expect(service.sql(`update retention_run set removed = '[]'`)).rejects.toThrow(/final|denied/);
  await expect(service.sql('delete from retention_run')).rejects.toThrow(/final|denied/);
});
