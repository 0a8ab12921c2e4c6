// Attack: ids of other cases, people and services, random and broken ones, in every place of every query and mutation, as everybody. Hidden and absent give the same bytes, and nothing planted comes back; the same with the program's own checks off, where row-level security stands alone.
import type { Id } from '#libs/case';
import { document, mutations, placesOf, queries, type Place } from './asking.js';
import { idsHiddenFrom, wordsHiddenFrom } from './hidden.js';
import { everybody, openAttackedApi, plantedIn, type AttackedApi, type Who } from '../harness/api/attacked-api.js';

let attacked: AttackedApi;
beforeAll(async () => void (attacked = await openAttackedApi()), 120_000);
afterAll(() => attacked.close());

const ABSENT = 'e0000000-0000-4000-8000-00000000000e';
// In the places that are not under attack stands another id that nothing has: an answer may name what was asked there.
const ELSEWHERE = 'f0000000-0000-4000-8000-00000000000f';
const broken = ['x', '', "' or true --", '\u0000', '\ud800', '__proto__', 'a'.repeat(5000)];
type Root = (typeof queries)[number];
type Kind = 'query' | 'mutation';

/** What this one may name themselves, so that the place under attack is the only one that is not theirs. */
function ownIds(who: Who): Promise<(place: Place) => Id> {
  const known = own.get(who) ?? findOwnIds(who);
  own.set(who, known);
  return known;
}
const own = new Map<Who, Promise<(place: Place) => Id>>();

async function findOwnIds(who: Who): Promise<(place: Place) => Id> {
  const { caseIds, actors, sql } = attacked;
  const parts = await sql<{ id: Id; role: string }>('select id, role from participant where case_id = $1', [
    caseIds.target,
  ]);
  const part = parts.find(({ role }) => role === (who === 'responsible' ? 'responsible' : 'harmed'))?.id ?? ELSEWHERE;
  const ids: Readonly<Record<string, Id>> = {
    id: caseIds.target,
    caseId: caseIds.target,
    participantId: part,
    staffId: (actors.lead as { id: Id }).id,
    key: 'k',
  };
  return (place) => ids[place.split('.').at(-1) ?? ''] ?? ELSEWHERE;
}

/** One attack: a field asked as somebody, a place of it, and what is put there. */
interface Attack {
  readonly who: Who;
  readonly kind: Kind;
  readonly field: Root;
  readonly checksOff: boolean;
}
/** The answer's bytes, but for the incident number of an error of ours and the id that was asked about. */
async function answer({ who, kind, field, checksOff }: Attack, wanted: Place | null, id: string): Promise<string> {
  const ownAt = await ownIds(who);
  const { query, variables } = document(kind, field, wanted, (place) => (place === wanted ? id : ownAt(place)));
  const { text } = await attacked.ask(who, query, variables, checksOff);
  return id.length < 30 ? text : text.replaceAll(id, 'ID');
}

/**
 * Attempts are kept, and shown to those who may look: which were made with which id is this test's own doing. Reads by
 * anybody who knocks here are left out, and the cursors around them.
 */
function withoutReads(text: string): string {
  if (!text.includes('"ReadConnection"')) return text;
  const knocking = new Set(Object.values(attacked.actors).map((actor) => (actor as { id: Id }).id));
  return JSON.stringify(JSON.parse(text), (name, value: unknown) => {
    if (name === 'pageInfo') return undefined;
    if (!Array.isArray(value)) return value;
    return value.filter((edge: { node?: { by?: { id?: Id } } } | null) => !knocking.has(edge?.node?.by?.id ?? ''));
  });
}

/** The names that whoever was asked to take a case checks before they declare (R42) stand in one list, made for them alone: it is no leak. */
const withoutNamesToCheck = (who: Who, text: string): string =>
  who === 'asked' && text.includes('"namesToCheck"')
    ? JSON.stringify(JSON.parse(text), (name, value: unknown) => (name === 'namesToCheck' ? undefined : value))
    : text;

/** What must never stand in an answer, whatever was asked. */
function faults(where: string, who: Who, text: string): string[] {
  const told = withoutNamesToCheck(who, text);
  return [
    ...wordsHiddenFrom(who).flatMap((word) => (told.includes(word) ? [`${where} gave away ${word}`] : [])),
    ...(text.includes('"INTERNAL"') || text.includes('LIMIT_EXCEEDED')
      ? [`${where} broke: ${text.slice(0, 300)}`]
      : []),
  ];
}

/** Puts hidden ids and an absent one into a place: the answers are the same, and give nothing away. */
async function compare(attack: Attack, wanted: Place, hidden: readonly Id[]): Promise<string[]> {
  const where = `${attack.who}: ${attack.field.name}(${wanted})`;
  const [absent = '', ...others] = await Promise.all([ABSENT, ...hidden].map((id) => answer(attack, wanted, id)));
  return [absent, ...others].flatMap((text) => [
    ...(withoutReads(text) === withoutReads(absent)
      ? []
      : [`${where} tells hidden from absent: ${text.slice(0, 300)} / ${absent.slice(0, 300)}`]),
    ...faults(where, attack.who, text),
  ]);
}

const isCommand = (field: Root) => field.args.some(({ name }) => name === 'command');
const isPreview = (field: Root) => field.name === 'preview';
/** The ids to try: of the kind the place asks for where it says so, and `more` others, which take turns from place to place. */
function tried(hidden: ReadonlyMap<string, readonly Id[]>, place: Place, more: number): Id[] {
  const kinds: Readonly<Record<string, string>> = {
    caseId: 'case_file',
    caseIdOrReference: 'case_file',
    id: 'case_file',
    staffId: 'staff',
    participantId: 'participant',
    personId: 'person',
  };
  const meant = hidden.get(kinds[place.split('.').at(-1) ?? ''] ?? '') ?? [];
  const others = [...hidden.values()].flat();
  const turn = [...place].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const some = Array.from(
    { length: meant.length > 0 ? more : Math.max(more, 1) },
    (_, n) => others[(turn + n) % others.length] ?? '',
  );
  return [...new Set([...meant, ...some])];
}
/**
 * What the events of commands name is tried by `preview`, which changes nothing, as those to whom the case is there. What is
 * told together goes the same way, event by event.
 */
const insiders: readonly Who[] = ['lead', 'coordinator', 'harmed', 'responsible'];
/** Breaking the glass opens a case of one's own service to staff, by design: with a reason, for an hour, and everybody hears of it. */
const opensOnPurpose = (who: Who, field: Root) =>
  field.name === 'openInEmergency' && who !== 'otherService' && attacked.actors[who].kind === 'staff';
/** Staff may declare a connection with anything at all: it shuts, opens nothing, and is answered alike (promises/connected.test.ts). */
const declaresOnPurpose = (who: Who, field: Root) =>
  field.name === 'declareConnection' && attacked.actors[who].kind === 'staff';
const isTold = (place: Place): boolean => /^(event|events|also)\./.test(place);
const placesFor = (who: Who, field: Root, checksOff: boolean): Place[] =>
  (opensOnPurpose(who, field) || declaresOnPurpose(who, field) ? [] : placesOf(field)).filter(
    (place) =>
      !isTold(place) || (place.startsWith('event.') && isPreview(field) && !checksOff && insiders.includes(who)),
  );

describe.each([
  ['with all checks', false],
  ["with the program's own checks off", true],
])('%s', (_name, checksOff) => {
  test.each(everybody)("%s learns nothing from any query by anybody else's id", async (who) => {
    const hidden = await idsHiddenFrom(attacked, who);
    expect(hidden.size).toBeGreaterThan(4);
    const found: string[] = [];
    for (const field of queries) {
      const attack: Attack = { who, kind: 'query', field, checksOff };
      found.push(...faults(`${who}: ${field.name}`, who, await answer(attack, null, ABSENT)));
      for (const place of placesFor(who, field, checksOff))
        found.push(...(await compare(attack, place, tried(hidden, place, isPreview(field) ? 0 : 3))));
    }
    expect(found).toEqual([]);
  });

  test.each(everybody)("%s changes and learns nothing by any mutation of anybody else's", async (who) => {
    const hidden = await idsHiddenFrom(attacked, who);
    const before = await digest();
    const found: string[] = [];
    // Commands are one path below the schema; with the checks off every fifth stands for the others.
    const chosen = mutations.filter((field, n) => !checksOff || n % 5 === 0 || !isCommand(field));
    for (const field of chosen) {
      for (const place of placesFor(who, field, checksOff))
        found.push(...(await compare({ who, kind: 'mutation', field, checksOff }, place, tried(hidden, place, 0))));
    }
    expect(found).toEqual([]);
    expect(await digest()).toEqual(before);
  });
});

test.each(['lead', 'manager', 'harmed'] as const)('%s cannot break any query with an id that is none', async (who) => {
  const found: string[] = [];
  for (const field of queries) {
    for (const wanted of placesOf(field).filter((place) => !place.startsWith('event.'))) {
      const attack: Attack = { who, kind: 'query', field, checksOff: false };
      const texts = await Promise.all(broken.map((id) => answer(attack, wanted, id)));
      found.push(...texts.flatMap((text) => faults(`${who}: ${field.name}(${wanted})`, who, text)));
    }
  }
  expect(found).toEqual([]);
});

const noKeys = ['', 'k\u0000', 'ключ', 'line\nbreak', '\ud800', 'k'.repeat(201)];
test.each(['lead', 'manager', 'coordinator', 'harmed'] as const)(
  '%s who gives a key that is none is told so, by every mutation',
  async (who) => {
    const found: string[] = [];
    const ownAt = await ownIds(who);
    for (const field of mutations.filter(({ args }) => args.some(({ name }) => name === 'key' || name === 'command'))) {
      for (const key of noKeys) {
        const { query, variables } = document('mutation', field, null, ownAt);
        for (const holder of [variables, variables['command']] as Record<string, unknown>[])
          if (holder && 'key' in holder) holder['key'] = key;
        const { text } = await attacked.ask(who, query, variables, false);
        if (text.includes('"INTERNAL"') || text.includes('__typename":"DecisionRecorded"') || text.includes('"Told"'))
          found.push(`${field.name}(${JSON.stringify(key.slice(0, 9))}): ${text.slice(0, 200)}`);
      }
    }
    expect(found).toEqual([]);
  },
);

test('whoever may read reads: the planted words are there to be found', async () => {
  const all = queries.map((field) =>
    answer({ who: 'safeguardingLead', kind: 'query', field, checksOff: false }, null, ABSENT),
  );
  const text = (await Promise.all(all)).join('\n');
  for (const word of ['harmedgiven', 'responsiblefamily', 'observer', ' risk', ' concern', ' release'])
    expect(text).toContain(`${plantedIn('target')}${word}`);
});

/** How far each case has come, and what is kept about it: what a mutation of somebody else's must not move. */
const digest = () =>
  attacked.sql(
    `select c.id, c.revision, (select count(*) from journal j where j.case_id = c.id) as entries,
       (select count(*) from task t where t.case_id = c.id) as tasks from case_file c order by c.id`,
  );
