// Every field says who may read it, and one place holds it: whatever a resolver gives, it goes to nobody else (R67).
import { buildSchema, execute, getNamedType, isAbstractType, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Actor, StaffRole } from '#libs/case';
import { canSayNothing, enforceAudiences, isForAllSignedIn, narrowed } from '../../src/audience/enforce.js';
import { entrances, ownTypes } from '../../src/audience/entrances.js';
import { audienceOf, kindsOf, within } from '../../src/audience/readers.js';
import { readSdl } from '../../src/server/graphql/schema-files.js';

const schema = buildSchema(readSdl());
const fields = ownTypes(schema).flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({ type, field, name: `${type.name}.${field.name}` })),
);
const participant: Actor = { kind: 'participant', id: 'p', serviceId: 's' };
const staff = (...roles: StaffRole[]): Actor => ({ kind: 'staff', id: 'f', serviceId: 's', roles });
const reads = (audience: number, actor: Actor | null) => (kindsOf(actor) & audience) !== 0;

test('every field of the schema names its audience', () => {
  expect(fields.filter(({ field }) => audienceOf(schema, field) === 0).map(({ name }) => name)).toEqual([]);
});

test('every object can be reached by somebody', () => {
  const held = entrances(schema);
  expect(ownTypes(schema).filter(({ name }) => !held.get(name))).toEqual([]);
});

test('a field that is not for everybody who holds its object can say nothing, without an error', () => {
  const stuck = narrowed(schema).filter(({ field, audience }) => !canSayNothing(field) && !isForAllSignedIn(audience));
  expect(stuck.map(({ name }) => name)).toEqual([]);
});

test('a field names nobody who cannot hold its object', () => {
  const held = entrances(schema);
  const kinds: [string, Actor][] = [
    ['participant', participant],
    ...(['facilitator', 'coordinator', 'manager', 'safeguardingLead'] as const).map((role): [string, Actor] => [
      role,
      staff(role),
    ]),
  ];
  const unreachable = fields.flatMap(({ type, field, name }) =>
    kinds
      .filter(([, actor]) => reads(audienceOf(schema, field), actor) && !reads(held.get(type.name) ?? 0, actor))
      .map(([kind]) => `${kind}: ${name}`),
  );
  expect(unreachable).toEqual([]);
});

/** Types that a reader comes to from the roots, through fields that are for them. */
function reached(actor: Actor): Set<string> {
  const seen = new Set<string>();
  const enter = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const type = ownTypes(schema).find((each) => each.name === name);
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (!reads(audienceOf(schema, field), actor)) continue;
      const given = getNamedType(field.type);
      for (const next of isAbstractType(given) ? schema.getPossibleTypes(given) : [given]) enter(next.name);
    }
  };
  enter('Query');
  enter('Mutation');
  return seen;
}

test('a participant comes to their own part and what is public, and to no type that is made for staff', () => {
  const own = [...reached(participant)].filter((name) => ownTypes(schema).some((type) => type.name === name));
  const forStaff = own.filter((name) => {
    const type = ownTypes(schema).find((each) => each.name === name);
    const all = Object.values(type?.getFields() ?? {});
    // That a command was stale is said; where the case stands now is not.
    return name !== 'Stale' && !all.some((f) => reads(audienceOf(schema, f), participant));
  });
  expect(forStaff).toEqual([]);
  expect(own).toContain('MyCase');
  expect(own).not.toContain('Case');
  expect(own).not.toContain('Participant');
});

test('the fields of lists cost nothing: only those are guarded that not everybody there may read', () => {
  const guarded = narrowed(schema).map(({ name }) => name);
  expect(
    guarded.filter((name) => /^(CaseSummary|CaseEdge|Door|MyConsent|Participant|JournalEntry)\./.test(name)),
  ).toEqual([]);
  expect(guarded).toEqual(
    expect.arrayContaining(['Query.caseload', 'Told.revision', 'Blocker.since', 'Preview.tasks']),
  );
});

/** The schema with resolvers that give everything to everybody. */
function leaking(): GraphQLSchema {
  const page = {
    edges: [{ cursor: 'LEAK', node: { id: 'LEAK' } }],
    pageInfo: { hasNextPage: true, endCursor: 'LEAK' },
  };
  const blocker = { rule: 'consent', about: 'own', whoCanSupply: 'participant', since: 'LEAK', words: 'w' };
  const preview = {
    happens: false,
    why: 'blocked',
    blockers: [blocker],
    moves: [{ processId: 'LEAK', from: null, to: 'LEAK' }],
  };
  const more = {
    meetingsCalledOff: ['LEAK'],
    told: [{ template: 'LEAK' }],
    cancelled: ['LEAK'],
    tasks: [{ task: 'LEAK' }],
  };
  const resolvers = {
    Query: {
      case: () => ({ id: 'LEAK', reference: 'LEAK' }),
      caseload: () => page,
      tasks: () => page,
      notices: () => page,
      personSuggestions: () => page,
      staff: () => [{ id: 'LEAK' }],
      service: () => ({ id: 'LEAK' }),
      measures: () => ({ at: 'LEAK' }),
      ownWorkload: () => ({ points: 7 }),
      myCases: () => [{ id: 'LEAK' }],
      preview: () => ({ ...preview, ...more }),
    },
    Mutation: {
      raiseConcern: () => ({ __typename: 'Told', caseId: 'own', revision: 77, made: 'own' }),
      withdrawConsent: () => ({ __typename: 'Stale', revision: 77 }),
      giveConsent: () => ({ __typename: 'Refused', why: 'blocked', blockers: [blocker] }),
    },
  };
  const made = buildSchema(readSdl());
  for (const [name, of] of Object.entries(resolvers)) {
    const type = made.getType(name);
    if (!isObjectType(type)) throw new Error(`There is no ${name}`);
    for (const [field, resolve] of Object.entries(of)) Object.assign(type.getFields()[field] ?? {}, { resolve });
  }
  return enforceAudiences(made);
}
const everything = `query ($event: AnyEvent!) {
  case(id: "x") { id reference } caseload { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
  tasks { edges { cursor } pageInfo { hasNextPage } } notices { edges { cursor } } personSuggestions { edges { cursor } }
  staff { id } service { id } measures { at } ownWorkload { points } myCases { id }
  preview(caseId: "x", event: $event) { happens why blockers { rule since words } moves { to } meetingsCalledOff told { template } cancelled tasks { task } } }`;
const told = `mutation ($c: Command!) {
  withdrawConsent(command: $c, event: { participantId: "x", purpose: "contact" }) { ... on Stale { revision } ... on Told { revision } }
  raiseConcern(command: $c, event: { text: "x" }) { ... on Told { caseId revision made } ... on Stale { revision } } }`;

describe.each(['graphql-js', 'graphql-jit'] as const)('run by %s', (how) => {
  const made = leaking();
  const run = async (actor: Actor | null, source: string, variables: object) => {
    const document = parse(source);
    const contextValue = { actor };
    if (how === 'graphql-js')
      return execute({ schema: made, document, contextValue, variableValues: variables as Record<string, unknown> });
    const compiled = compileQuery(made, document);
    if (!isCompiledQuery(compiled)) throw new Error('not compiled');
    return compiled.query(undefined, contextValue, variables as Record<string, unknown>);
  };
  const event = { setFlag: { flag: 'hate' } };
  const command = { c: { caseId: 'x', key: 'k' } };

  test('resolvers that leak to a participant are stopped: null, an empty list, an empty page, and no error', async () => {
    const { data, errors } = await run(participant, everything, { event });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      case: null,
      caseload: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      tasks: { edges: [], pageInfo: { hasNextPage: false } },
      notices: { edges: [] },
      personSuggestions: { edges: [] },
      staff: [],
      service: null,
      measures: null,
      ownWorkload: null,
      myCases: [{ id: 'LEAK' }],
      preview: {
        happens: false,
        why: 'blocked',
        blockers: [{ rule: 'consent', since: null, words: 'w' }],
        moves: [],
        meetingsCalledOff: [],
        told: [],
        cancelled: [],
        tasks: [],
      },
    });
    const mutated = await run(participant, told, command);
    expect(JSON.stringify(mutated)).not.toContain('77');
    expect(mutated.data).toMatchObject({ raiseConcern: { caseId: 'own', made: 'own', revision: null } });
  });

  test('a facilitator reads their work and not what is for those who oversee', async () => {
    const { data } = await run(staff('facilitator'), everything, { event });
    expect(data).toMatchObject({
      case: { id: 'LEAK' },
      staff: [],
      measures: null,
      ownWorkload: { points: 7 },
      personSuggestions: { edges: [] },
      myCases: [],
      preview: { moves: [{ to: 'LEAK' }], tasks: [{ task: 'LEAK' }] },
    });
  });

  test('somebody with several roles reads what any of them may', async () => {
    const { data } = await run(staff('facilitator', 'manager'), everything, { event });
    expect(data).toMatchObject({ measures: { at: 'LEAK' }, ownWorkload: { points: 7 }, staff: [{ id: 'LEAK' }] });
  });

  test('a visitor reads nothing of it', async () => {
    const result = await run(null, everything, { event });
    expect(JSON.stringify(result)).not.toContain('LEAK');
    expect(result.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });
});

test('an audience that holds another holds whoever is in it', () => {
  expect(within(kindsOf(staff('manager')), audienceOf(schema, fieldNamed('Query', 'caseload')))).toBe(true);
  expect(within(kindsOf(participant), audienceOf(schema, fieldNamed('Query', 'caseload')))).toBe(false);
});
const fieldNamed = (type: string, name: string) => {
  const found = fields.find((each) => each.name === `${type}.${name}`);
  if (!found) throw new Error(`There is no ${type}.${name}`);
  return found.field;
};
