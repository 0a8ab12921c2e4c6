// Promise: nobody overwrites what they have not seen.
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';
import { randomUUID } from 'node:crypto';
import { preview, tell } from '#libs/casework';

let service: TestService;
beforeAll(async () => void (service = await openTestService()), 60_000);
afterAll(() => service.close());

test('of two different commands at the same revision one wins, and the other is told that the case has moved on', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager);
  const stores = [service.store, service.secondProcess()];
  const answers = await Promise.all(
    (['hate', 'death'] as const).map((flag, n) =>
      tell(stores[n] as TestService['store'], () => new Date(), manager, {
        caseId,
        key: randomUUID(),
        revision: 3,
        event: riskFlag(flag),
      }),
    ),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, why: 'stale', revision: 4 });
});

test('commands that are not pinned to a revision are decided again, and all happen in some order', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager);
  const stores = [service.store, service.secondProcess()];
  const flags = ['hate', 'death', 'multiParty', 'relationship', 'mentalHealth'] as const;
  const answers = await Promise.all(
    flags.map((flag, n) =>
      tell(stores[n % 2] as TestService['store'], () => new Date(), manager, {
        caseId,
        key: randomUUID(),
        event: riskFlag(flag),
      }),
    ),
  );
  expect(answers.map((answer) => answer.ok && answer.revision).toSorted()).toEqual([4, 5, 6, 7, 8]);
});

test('a hidden case and one that does not exist are answered alike', async () => {
  const [manager, facilitator] = [await service.staff('manager'), await service.staff('facilitator')];
  const caseId = await service.aCase(manager);
  const hidden = await service.tell(facilitator, { caseId, event: riskFlag() });
  expect(hidden).toEqual(await service.tell(facilitator, { caseId: randomUUID(), event: riskFlag() }));
  expect(hidden).toEqual(await service.tell(facilitator, { caseId: 'nonsense', event: riskFlag() }));
  expect(await service.reading.caseFor(facilitator, caseId)).toBeNull();
});

test('a preview writes nothing, and tells who may not say it nothing of what would follow', async () => {
  const manager = await service.staff('manager');
  const facilitator = await service.staff('facilitator');
  const caseId = await service.aCase(manager);
  await service.tell(manager, { caseId, event: { type: 'facilitator.asked', staffId: facilitator.id, duty: 'lead' } });
  const event = { type: 'facilitator.asked', staffId: facilitator.id, duty: 'lead' } as const;
  const now = () => new Date();
  expect(await preview(service.store, now, manager, caseId, event)).toMatchObject({
    would: { ok: true },
    tasks: [{ task: 'declareConflict' }],
  });
  expect(await preview(service.store, now, facilitator, caseId, event)).toMatchObject({
    would: { ok: false, why: 'not-permitted' },
    tasks: [],
  });
  expect((await service.reading.caseFor(manager, caseId))?.revision).toBe(4);
});

test('a facilitator who was only asked learns from no revision how much others have done (R42)', async () => {
  const coordinator = await service.staff('coordinator');
  const facilitator = await service.staff('facilitator');
  const caseId = await service.aCase(coordinator);
  await service.tell(coordinator, {
    caseId,
    event: { type: 'facilitator.asked', staffId: facilitator.id, duty: 'lead' },
  });
  const declared = { type: 'conflict.declared', staffId: facilitator.id, connected: false } as const;
  const answer = await service.tell(facilitator, { caseId, revision: 1, event: declared });
  expect(answer).toMatchObject({ ok: true, detailed: false });
});
