// Promise: what is held about people stands nowhere in the open, and what is decided about persons is done over the API as anything else.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { tablesHolding } from '../harness/database/search-database.js';
import type { StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

const planted = {
  given: 'Quillon',
  family: 'Zebedeeson',
  other: 'Xanthippa',
  telephone: '+447700900999',
  email: 'quillon@zebedeeson.example',
  note: 'kumquatnote rings after nine',
  aside: 'persimmonaside the colour of the door',
  offence: 'loganberryoffence in the shed',
  concern: 'tayberryconcern he waits outside',
  risk: 'medlarrisk known to the ward',
  why: 'quincewhy the same date of birth',
  corrected: 'Mirabelle',
} as const;

let service: RunningService;
let one: StoryCase;
let two: StoryCase;
beforeAll(async () => {
  service = await startRunningService();
  one = await service.refers('police', 'CR/64333/26', (row) => ({
    ...row,
    offences: row.offences.map((offence) => ({ ...offence, words: planted.offence })),
    notes: [{ side: 'unsorted', words: planted.note }],
    setAside: [{ about: 'referral', field: 'Remarks', original: planted.aside, reason: 'was not understood' }],
    people: row.people.map((person) =>
      person.role === 'harmed'
        ? {
            ...person,
            telephone: planted.telephone,
            email: planted.email,
            names: {
              ...person.names,
              given: planted.given,
              family: planted.family,
              asWritten: `${planted.given} ${planted.family}`,
            },
          }
        : { ...person, names: { ...person.names, asWritten: planted.other } },
    ),
  }));
  two = await service.opens({ source: 'police', initiator: 'harmed', offences: [{ kind: 'burglary' }] });
  await service.ask(
    'cora',
    `mutation ($command: Command!, $event: ParticipantJoined!) { addParticipant(command: $command, event: $event) { __typename } }`,
    {
      command: { caseId: two.id, key: randomUUID() },
      event: {
        role: 'harmed',
        age: 'adult',
        approach: 'agreed',
        person: { given: planted.given, family: planted.family },
      },
    },
  );
}, 120_000);
afterAll(() => service.ends());

interface Answer {
  __typename: string;
  id?: Id;
  problems?: string[];
}
const decide = async (who: string, field: string, args: string, values: object): Promise<Answer> => {
  const types: Record<string, string> = {
    merge: 'PersonMergeAsked!',
    change: 'PersonChange!',
    mergeId: 'ID!',
    personId: 'ID!',
    reason: 'Words!',
  };
  const names = args.split(' ');
  const query = `mutation (${['$key: String!', ...names.map((name) => `$${name}: ${types[name]}`)].join(', ')}) {
    ${field}(${['key: $key', ...names.map((name) => `${name}: $${name}`)].join(', ')}) {
      __typename ... on DecisionRecorded { id } ... on DecisionRefused { problems } } }`;
  const answer = await service.ask<Record<string, Answer>>(who, query, { key: randomUUID(), ...values });
  return answer[field] as Answer;
};
const harmedOf = async (theCase: StoryCase, who = 'cora') => {
  const query = `query ($id: ID!) { case(id: $id) { participants { role personId name } } }`;
  const read = await service.ask<{ case: { participants: { role: string; personId: Id; name: string | null }[] } }>(
    who,
    query,
    { id: theCase.id },
  );
  return read.case.participants.find(({ role }) => role === 'harmed') as { personId: Id; name: string | null };
};
const search = async (who: string, text: string, side: string | null) =>
  (
    await service.ask<{
      people: { edges: { node: { id: Id; name: string; merges: { id: Id }[]; cases: { caseId: Id }[] } }[] };
    }>(
      who,
      `query ($search: Words!, $side: PersonSide) { people(search: $search, side: $side) { edges { node { id name merges { id personId by { name } } cases { caseId } } } } }`,
      { search: text, side },
    )
  ).people.edges.map(({ node }) => node);

test('two people of two cases are merged by a coordinator, both cases show one person, and it is taken back', async () => {
  const [a, b] = [await harmedOf(one), await harmedOf(two)];
  const merge = { keptId: a.personId, goneId: b.personId, reason: planted.why };
  expect(await decide('grace', 'mergePersons', 'merge', { merge })).toMatchObject({ __typename: 'DecisionRefused' });
  expect(await decide('cora', 'mergePersons', 'merge', { merge })).toMatchObject({ __typename: 'DecisionRecorded' });
  expect(await harmedOf(two)).toEqual(a);
  const [found] = await search('cora', 'Zebedeson', 'harmed');
  expect(found).toMatchObject({ id: a.personId, name: 'Quillon Zebedeeson' });
  expect(found?.cases.map(({ caseId }) => caseId).toSorted()).toEqual([one.id, two.id].toSorted());
  const undone = { mergeId: found?.merges[0]?.id, reason: planted.why };
  expect(await decide('mona', 'undoMerge', 'mergeId reason', undone)).toMatchObject({ __typename: 'DecisionRecorded' });
  expect(await harmedOf(two)).toMatchObject({ personId: b.personId });
});

test('details are corrected, and whoever may not finds nobody', async () => {
  const { personId } = await harmedOf(two);
  const change = { personId, given: planted.corrected, reason: planted.why };
  expect(await decide('grace', 'changePerson', 'change', { change })).toMatchObject({
    problems: ['There is no such person.'],
  });
  expect(await decide('cora', 'changePerson', 'change', { change })).toMatchObject({ __typename: 'DecisionRecorded' });
  expect((await harmedOf(two)).name).toBe(`${planted.corrected} ${planted.family}`);
  expect(await search('grace', planted.corrected, 'harmed')).toEqual([]);
});

test('no word that anybody gave stands in the open in any column of any table', async () => {
  await one.by('sade').raiseConcern({ concernId: randomUUID(), text: planted.concern });
  await one.by('cora').reportRiskInformation({ text: planted.risk });
  await search('cora', planted.given, 'harmed');
  expect(await tablesHolding(service.sql, Object.values(planted))).toEqual([]);
  // The search itself finds what does stand there.
  expect(await tablesHolding(service.sql, ['Northfold'])).toEqual(['public.service']);
});

test('somebody erased is nobody by name in any case, and their cases stay whole', async () => {
  const { personId } = await harmedOf(two);
  const asked = { personId, reason: planted.why };
  expect(await decide('cora', 'erasePerson', 'personId reason', asked)).toMatchObject({
    __typename: 'DecisionRefused',
  });
  expect(await decide('mona', 'erasePerson', 'personId reason', asked)).toMatchObject({
    __typename: 'DecisionRecorded',
  });
  expect(await harmedOf(two)).toEqual({ role: 'harmed', personId, name: null });
  expect(await search('sade', planted.corrected, null)).toEqual([]);
  expect(await service.faults()).toEqual([]);
});
