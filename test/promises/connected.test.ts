// Promise: whoever has declared a connection (R42) has no part in that case and learns nothing of it, whatever they are to it, whichever way they declared.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { aCase } from '../scenario/a-case.js';
import type { Colleague } from '../scenario/colleagues.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).suitable().begins();
  harriet = await theCase.the('harmed');
}, 120_000);
afterAll(() => service.ends());

const declares = (who: Colleague, connection: object) =>
  service.ask<{ declareConnection: { __typename: string } }>(
    who,
    `mutation ($key: String!, $connection: ConnectionDeclared!) { declareConnection(key: $key, connection: $connection) { __typename } }`,
    { key: randomUUID(), connection },
  );
const recorded = { declareConnection: { __typename: 'DecisionRecorded' } };
/** Everything by which somebody who oversees a service could meet a case. */
const everything = (id: Id, personId: Id) => `{
  case(id: "${id}") { id }
  caseload(first: 100) { edges { node { id } } }
  measures { cases(list: "open", first: 100) { edges { node { id } } } waitingCases(first: 100) { edges { node { case { id } } } } }
  tasks(first: 100) { edges { node { caseId } } }
  notices(first: 100) { edges { node { caseId } } }
  whoLooked(caseId: "${id}") { edges { node { at } } }
  people(search: $search) { edges { node { id cases { caseId } } } }
  invitations(caseId: "${id}") { id }
  disclosures(personId: "${personId}") { edges { node { caseId } } }
}`;
const seenBy = async (who: Colleague) =>
  JSON.stringify(
    await service.ask(who, `query ($search: Words!) ${everything(theCase.id, harriet.personId)}`, { search: 'Ross' }),
  );
/** What is asked names the ids itself; an answer does only where it shows something. */
const shows = async (who: Colleague) => {
  const seen = await seenBy(who);
  return [theCase.id, harriet.personId].filter((id) => seen.includes(id));
};
const tasksOf = async (who: Colleague) =>
  (
    await service.ask<{ tasks: { edges: { node: { caseId: Id; task: string; about: string } }[] } }>(
      who,
      '{ tasks(first: 100) { edges { node { caseId task about } } } }',
    )
  ).tasks.edges.map(({ node }) => node);

test('a manager who is connected with a person is shown no case of theirs, and nothing of the person', async () => {
  expect(await shows('mona')).toEqual(expect.arrayContaining([theCase.id]));
  expect(await declares('mona', { personId: harriet.personId })).toEqual(recorded);
  expect(await shows('mona')).toEqual([]);
  expect(await shows('sade')).toEqual(expect.arrayContaining([theCase.id]));
});

test('what they are asked to decide has another: a manager has a task for it', async () => {
  const about = service.colleagues.mona.id;
  expect(await tasksOf('sade')).toContainEqual({ caseId: theCase.id, task: 'findAnother', about });
});

test('they sign nothing and say nothing: the case is not there for them, and neither is one opened later', async () => {
  await expect(theCase.by('mona').pauseCase({ reason: 'x' })).rejects.toThrow('NOT_FOUND');
  const later = await aCase(service).begins();
  expect(await later.seenBy('mona')).not.toBeNull();
  const other = await later.the('harmed');
  const becomes = (personId: Id) =>
    service.sql('update participant set person_id = $3 where case_id = $1 and id = $2', later.id, other.id, personId);
  await becomes(harriet.personId);
  expect(await later.seenBy('mona')).toBeNull();
  await becomes(other.personId);
});

test('they decide nothing about the person either: not their record, and not what they asked for', async () => {
  const { personId } = harriet;
  const asks = async (who: Colleague, doing: string, made = 'DecisionRecorded { id }') =>
    (
      await service.ask<{ it: { id?: string; problems?: string[] } }>(
        who,
        `mutation { it: ${doing} { ... on DecisionRefused { problems } ... on ${made} } }`,
      )
    ).it;
  const receive = (key: string) =>
    `receiveSubjectRequest(key: "${key}", personId: "${personId}", receivedOn: "2026-10-31")`;
  expect(await declares('mona', { personId })).toEqual(recorded);
  const { id: requestId } = await asks('cora', receive(randomUUID()));
  for (const doing of [
    receive(randomUUID()),
    `erasePerson(key: "${randomUUID()}", personId: "${personId}", reason: "They asked")`,
  ])
    expect(await asks('mona', doing)).toEqual({ problems: ['There is no such person.'] });
  expect(await asks('mona', `answerSubjectRequest(requestId: "${requestId}")`, 'SubjectAnswer { sha256 }')).toEqual({
    problems: ['There is no such request.'],
  });
  expect(await service.ask('mona', `{ subjectReview(requestId: "${requestId}") { item } }`)).toEqual({
    subjectReview: [],
  });
});

test('who has no duty declares as well, by a reference they heard; and an emergency does not open it', async () => {
  const { reference } = (
    await service.sql<{ reference: string }>('select reference from case_file where id = $1', theCase.id)
  )[0] ?? { reference: '' };
  expect(await declares('ivo', { caseIdOrReference: reference.replace('-', ' ').toLowerCase() })).toEqual(recorded);
  const open = `mutation { openInEmergency(caseIdOrReference: "${reference}", reason: "Called") { id } }`;
  await expect(service.ask('ivo', open)).rejects.toThrow(/no such case/i);
});

test('the lead of the case finds out late: it is gone at once, and somebody else is to lead it', async () => {
  expect(await theCase.seenBy('grace')).not.toBeNull();
  expect(await declares('grace', { caseIdOrReference: theCase.id })).toEqual(recorded);
  expect(await theCase.seenBy('grace')).toBeNull();
  expect(await tasksOf('sade')).toContainEqual({
    caseId: theCase.id,
    task: 'findAnother',
    about: service.colleagues.grace.id,
  });
});

test('a role is outranked by a declaration in the case itself, too', async () => {
  await theCase.by('cora').declareConflict({ staffId: service.colleagues.cora.id, connected: true });
  expect(await theCase.seenBy('cora')).toBeNull();
});

test('declaring shows nobody what is there: a case or person that is none is answered alike', async () => {
  for (const connection of [
    { caseIdOrReference: randomUUID() },
    { caseIdOrReference: 'ZZZZ-ZZZZ' },
    { personId: randomUUID() },
  ])
    expect(await declares('noor', connection)).toEqual(recorded);
});
