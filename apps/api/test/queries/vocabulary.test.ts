// The vocabulary is served as it stands in libs/case.
import { checkpoints, stages } from '#libs/case';
import { openTestApi, type TestApi } from '../../../../test/harness/api/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test('every stage and checkpoint of the practice is there with its words, in the order of the practice', async () => {
  const document = '{ vocabulary { stages { name words } checkpoints { name signedBy before findings } } }';
  const reply = await api.ask(document, await api.token('fay'));
  const { vocabulary } = reply.body.data as {
    vocabulary: { stages: { name: string; words: string }[]; checkpoints: { name: string }[] };
  };
  expect(vocabulary.stages.map((row) => row.name)).toEqual(Object.keys(stages));
  expect(vocabulary.stages[0]?.words).toBe(stages.suitability.asks);
  expect(vocabulary.checkpoints.map((row) => row.name)).toEqual(Object.keys(checkpoints));
});

test('every table can be read whole, by all of it at once', async () => {
  const token = await api.token('fay');
  const fields = await api.ask(
    '{ __type(name: "Vocabulary") { fields { name type { ofType { ofType { ofType { fields { name } } } } } } } }',
    token,
  );
  const type = fields.body.data?.['__type'] as {
    fields: { name: string; type: { ofType: { ofType: { ofType: { fields: { name: string }[] } } } } }[];
  };
  const selection = type.fields.map(
    (field) => `${field.name} { ${field.type.ofType.ofType.ofType.fields.map((each) => each.name).join(' ')} }`,
  );
  const reply = await api.ask(`{ vocabulary { ${selection.join(' ')} } }`, token);
  expect(reply.body.errors).toBeUndefined();
});
