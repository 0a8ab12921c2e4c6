// Promise: a command happens once, however often and from wherever it is sent.
import { randomUUID } from 'node:crypto';
import { KeyReused } from '#libs/database';
import { tell } from '#libs/casework';
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';

let service: TestService;
beforeAll(async () => void (service = await openTestService()), 60_000);
afterAll(() => service.close());

const revisionOf = async (id: string) =>
  (await service.pools.plain.query<{ revision: number }>('select revision from case_file where id = $1', [id])).rows[0]
    ?.revision;

test('the same command sent fifty times at once, to two processes, happens once and is answered fifty times alike', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager);
  const command = { caseId, key: randomUUID(), event: riskFlag() };
  const stores = [service.store, service.secondProcess()];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      tell(stores[n % 2] as TestService['store'], () => new Date(), manager, command),
    ),
  );
  expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, again: null }))).size).toBe(1);
  expect(answers.filter((answer) => answer.ok && !answer.again)).toHaveLength(1);
  expect(await revisionOf(caseId)).toBe(4);
});

test('a repeated answer shows the case as it was then, not as it is now', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager);
  const command = { caseId, key: randomUUID(), event: riskFlag('hate') };
  const first = await service.tell(manager, command);
  await service.tell(manager, { caseId, event: riskFlag('death') });
  const second = await service.tell(manager, command);
  expect(second).toEqual({ ...first, again: true });
});

test('a key that was used for another command is a clear error, and nothing happens', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager);
  const key = randomUUID();
  await service.tell(manager, { caseId, key, event: riskFlag('hate') });
  await expect(service.tell(manager, { caseId, key, event: riskFlag('death') })).rejects.toBeInstanceOf(KeyReused);
  expect(await revisionOf(caseId)).toBe(4);
});

test('a refusal writes nothing and keeps no answer: asked again under the same key, it is judged again', async () => {
  const [manager, facilitator] = [await service.staff('manager'), await service.staff('facilitator')];
  const caseId = await service.aCase(manager);
  const command = {
    caseId,
    key: randomUUID(),
    event: { type: 'facilitator.assigned' as const, staffId: facilitator.id, duty: 'lead' as const },
  };
  expect(await service.tell(manager, command)).toMatchObject({
    ok: false,
    why: 'blocked',
    blockers: [{ rule: 'declaration' }],
  });
  await service.tell(manager, { caseId, event: { type: 'facilitator.asked', staffId: facilitator.id, duty: 'lead' } });
  await service.tell(facilitator, {
    caseId,
    event: { type: 'conflict.declared', staffId: facilitator.id, connected: false },
  });
  expect(await service.tell(manager, command)).toMatchObject({ ok: true, revision: 6 });
});
