// Promise: what holds of a command inside the process holds of it over HTTP: once only, and one winner at one revision.
import { randomUUID } from 'node:crypto';
import { aCase } from '../scenario/a-case.js';
import type { StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).begins();
}, 120_000);
afterAll(() => service.ends());

const setFlag = `mutation ($command: Command!, $event: FlagSet!) {
  setFlag(command: $command, event: $event) { __typename ... on Told { revision } ... on Stale { revision } } }`;
const tell = async (who: string, flag: string, command: object = {}) => {
  const whole = { caseId: theCase.id, key: randomUUID(), ...command };
  return (
    await service.ask<{ setFlag: { __typename: string; revision: number } }>(who, setFlag, {
      command: whole,
      event: { flag },
    })
  ).setFlag;
};
const revision = async () =>
  (await service.sql<{ revision: number }>('select revision from case_file where id = $1', theCase.id))[0]?.revision ??
  0;

test('the same command sent fifty times at once happens once, and is answered fifty times alike', async () => {
  const [before, key] = [await revision(), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 50 }, () => tell('mona', 'hate', { key })));
  expect(answers).toEqual(answers.map(() => ({ __typename: 'Told', revision: before + 1 })));
  expect(await revision()).toBe(before + 1);
});

test('of two commands at the same revision one wins, and the other is told that the case has moved on', async () => {
  const before = await revision();
  const answers = await Promise.all([
    tell('mona', 'death', { revision: before }),
    tell('sade', 'mentalHealth', { revision: before }),
  ]);
  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Stale', 'Told']);
  expect(answers.map((answer) => answer.revision)).toEqual([before + 1, before + 1]);
  expect(await revision()).toBe(before + 1);
});
