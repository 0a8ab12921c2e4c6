// Attack: small answers that together say whether something is there: about a colleague, a concern, a process, how much has happened.
import { randomUUID } from 'node:crypto';
import { buildSchema, getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import type { EventType, Id } from '#libs/case';
import type { UnstampedEvent } from '#libs/casework';
import { verbs } from '../../apps/api/src/commands/index.js';
import { readSdl } from '../../apps/api/src/server/graphql/schema-files.js';
import { openCaseApi, type CaseApi, type Who } from '../harness/api/case-api.js';
import { sample } from '../harness/api/sample-commands.js';

let caseApi: CaseApi;
beforeAll(async () => void (caseApi = await openCaseApi()), 60_000);
afterAll(() => caseApi.close());

const rows = async <R extends object>(sql: string, ...values: unknown[]) =>
  (await caseApi.service.pools.plain.query<R>(sql, values)).rows;
/** The answer, or the code of the error that stands for one. */
const tell = (who: Who, event: UnstampedEvent, texts: { id: Id; words: string }[] = [], at = new Date()) =>
  caseApi.service
    .tell(caseApi.actors[who], { caseId: caseApi.caseId, event, texts }, () => at)
    .catch((error: { code?: string }) => error.code);
const worry = (more: object = {}) => {
  const text = randomUUID();
  return [
    { type: 'concern.raised', concernId: randomUUID(), text, ...more } as UnstampedEvent,
    [{ id: text, words: `Words ${text}` }],
  ] as const;
};
/** An answer without what is counted: nothing else in it may differ. */
const shape = (answer: unknown) => ({ ...(answer as object), revision: null });

test('staff who were only asked hear the same of what is there and of what is not, whatever they name (R42)', async () => {
  const [process] = await rows<{ id: Id }>(
    `select jsonb_object_keys(facts -> 'processes') as id from case_file where id = $1`,
    caseApi.caseId,
  );
  const [event, texts] = worry();
  expect(await tell('safeguardingLead', event, [...texts])).toMatchObject({ ok: true });
  const same = async (field: string, real: Id | undefined) => {
    const answers = await Promise.all(
      [real, randomUUID()].map((id) => {
        const [said, words] = worry({ [field]: id });
        return tell('asked', said, [...words]);
      }),
    );
    expect([field, shape(answers[0])]).toEqual([field, shape(answers[1])]);
  };
  await same('about', caseApi.harmed);
  await same('processId', process?.id);
  await same('concernId', (event as { concernId: Id }).concernId);
});

test('what a participant raises within a quarter of an hour reaches the lead once, with every word (R37)', async () => {
  const count = async () => {
    const [found] = await rows<{ tasks: number; concerns: number; texts: number }>(
      `select (select count(*)::int from task where case_id = $1 and task = 'decideConcern') as tasks,
         (select count(*)::int from jsonb_object_keys(facts -> 'safeguarding' -> 'concerns')) as concerns,
         (select count(*)::int from text where case_id = $1 and audience = 'safeguarding') as texts from case_file where id = $1`,
      caseApi.caseId,
    );
    return found ?? { tasks: 0, concerns: 0, texts: 0 };
  };
  const before = await count();
  for (let n = 0; n < 20; n += 1) {
    const [event, texts] = worry();
    expect(await tell('harmed', event, [...texts])).toMatchObject({ ok: true });
  }
  const after = await count();
  expect(after).toEqual({ tasks: before.tasks + 1, concerns: before.concerns + 1, texts: before.texts + 20 });
  const [event, texts] = worry();
  await tell('harmed', event, [...texts], new Date(Date.now() + 16 * 60_000));
  expect((await count()).tasks).toBe(after.tasks + 1);
});

/** Where events name a colleague: every place of an input that says so. */
const schema = buildSchema(readSdl());
function staffPlaces(declared: GraphQLInputType, place: readonly string[] = []): string[][] {
  const type = getNamedType(declared);
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    ...(/member of staff|facilitator who/i.test(field.description ?? '') && getNamedType(field.type).name === 'ID'
      ? [[...place, field.name]]
      : []),
    ...staffPlaces(field.type, [...place, field.name]),
  ]);
}
const mutations = schema.getMutationType()?.getFields() ?? {};
const naming = Object.entries(verbs).flatMap(([verb, type]) => {
  const input = mutations[verb]?.args.find(({ name }) => name === 'event')?.type;
  return (input ? staffPlaces(input) : []).map((place): [string, EventType, string[]] => [verb, type, place]);
});

test('the schema says where a colleague is named', () => {
  expect(naming.map(([verb, , place]) => `${verb}.${place.join('.')}`).toSorted()).toEqual([
    'askFacilitator.staffId',
    'assignFacilitator.staffId',
    'declareConflict.staffId',
    'giveConsent.explained.by',
    'releaseFacilitator.staffId',
  ]);
});

test.each(naming)(
  '%s takes nobody who does not work here, and says no more of them than of nobody',
  async (verb, type, place) => {
    const { harmed: participantId, responsible, actors } = caseApi;
    const { id: elsewhere } = actors.otherService as { id: Id };
    const { id: person } = actors.responsible as { id: Id };
    const revision = async () =>
      (await rows<{ revision: number }>('select revision from case_file where id = $1', caseApi.caseId))[0]?.revision;
    const before = await revision();
    const answers: unknown[] = [];
    for (const id of [randomUUID(), elsewhere, person, responsible]) {
      const said = structuredClone(sample(verb, { participantId, staffId: (actors.lead as { id: Id }).id })) as Record<
        string,
        unknown
      >;
      const holder = place.slice(0, -1).reduce((part, name) => part[name] as Record<string, unknown>, said);
      holder[place.at(-1) ?? ''] = id;
      const answer = await tell('coordinator', { type, ...said } as UnstampedEvent);
      answers.push(JSON.stringify(answer).replaceAll(id, 'ID'));
    }
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(await revision()).toBe(before);
  },
);
