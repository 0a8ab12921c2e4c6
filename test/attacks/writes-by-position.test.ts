// Attack: every mutation as everybody, on their own case, another's and another service's. What the pages of permissions do not let them do is refused and writes nothing; the same with the program's own checks off, where row-level security stands alone.
import { randomUUID } from 'node:crypto';
import { caseActs, checkpoints, permissions, type Actor, type EventType, type Id, type Position } from '#libs/case';
import { mayDo } from '#libs/permissions';
import { document, kindOf, mutations } from './asking.js';
import { verbs } from '../../apps/api/src/commands/index.js';
import {
  cases,
  everybody,
  openAttackedApi,
  type AttackedApi,
  type CaseName,
  type Who,
} from '../harness/api/attacked-api.js';
import { outside, type Line } from './who-may-write.js';

let attacked: AttackedApi;
let ids: Record<CaseName, Readonly<Record<string, Id>>>;
beforeAll(async () => {
  attacked = await openAttackedApi();
  ids = {
    target: await idsOf('target'),
    foreign: await idsOf('foreign'),
    elsewhere: await idsOf('elsewhere'),
  };
}, 120_000);
afterAll(() => attacked.close());

// Also where a name is asked: any word will do.
const NOBODY = 'e0000000-0000-4000-8000-00000000000e';

/** What there is to write about a case: its people, a task, a request, a hold, an emergency, a pair that looks alike. */
async function idsOf(name: CaseName): Promise<Record<string, Id>> {
  const { caseIds, sql } = attacked;
  const one = async (text: string) => (await sql<{ id: Id }>(text, [caseIds[name]]))[0]?.id ?? NOBODY;
  const of = `from participant p where p.case_id = $1 and p.role = 'harmed'`;
  const personId = await one(`select p.person_id as id ${of}`);
  return {
    caseId: caseIds[name],
    caseIdOrReference: caseIds[name],
    receivedOn: '2026-01-02',
    on: '2026-01-02',
    given: 'Nobody',
    personId,
    keptId: personId,
    participantId: await one(`select p.id ${of}`),
    goneId: await one(`select p.person_id as id from participant p where p.case_id = $1 and p.role = 'responsible'`),
    staffId: (attacked.actors.lead as { id: Id }).id,
    taskId: await one(`select id from task where case_id = $1 and done_at is null and supplier = 'coordinator'`),
    emergencyId: await one('select id from emergency_access where case_id = $1'),
    requestId: await one(
      `insert into subject_request (service_id, person_id, received_on, due_on, recorded_at, recorded_by)
       select p.service_id, p.person_id, '2026-01-01', '2026-02-01', now(), s.id from participant p
       join staff s on s.service_id = p.service_id where p.case_id = $1 and p.role = 'harmed' limit 1 returning id`,
    ),
    holdId: await one(
      `insert into legal_hold (id, service_id, person_id, owner_id, reason, placed_at, placed_by)
       select gen_random_uuid(), p.service_id, p.person_id, p.person_id, '\\x00', now(), s.id from participant p
       join staff s on s.service_id = p.service_id where p.case_id = $1 and p.role = 'harmed' limit 1 returning id`,
    ),
    invitationId: await one(
      `insert into invitation (service_id, case_id, participant_id, code_hash, how, made_at, made_by, expires_at)
       select p.service_id, p.case_id, p.id, sha256(p.id::text::bytea), 'post', now(), s.id, now() + interval '1 day' from participant p
       join staff s on s.service_id = p.service_id where p.case_id = $1 and p.role = 'harmed' limit 1 returning id`,
    ),
  };
}

// What each of them is to a case beside their roles, which count on every case of their service but one they are connected with.
const duties: Readonly<Partial<Record<Who, Readonly<Partial<Record<CaseName, readonly Position[]>>>>>> = {
  lead: { target: ['lead', 'facilitating', 'staff', 'reaching'] },
  asked: { target: ['asked', 'reaching'] },
  emergency: { target: ['reaching'] }, // a concern, and nothing else (R37)
  harmed: { target: ['self', 'participant'] },
  responsible: { target: ['participant'] },
  otherParticipant: { foreign: ['self', 'participant'] },
};
const isShut = (who: Who, name: CaseName): boolean =>
  (who === 'connected' && name === 'target') || (who === 'otherService') !== (name === 'elsewhere');
function positionsOf(who: Who, name: CaseName): readonly Position[] {
  const actor: Actor = attacked.actors[who];
  if (actor.kind !== 'staff') return duties[who]?.[name] ?? [];
  const roles = actor.roles.filter((role) => role !== 'facilitator');
  if (isShut(who, name)) return [];
  return [...(duties[who]?.[name] ?? []), ...roles, ...(roles.length > 0 ? (['staff', 'reaching'] as const) : [])];
}

function mayTell(who: Who, name: CaseName, type: EventType): boolean {
  const held = positionsOf(who, name);
  const signers = Object.values(checkpoints).flatMap(({ signedBy }) => [...signedBy] as Position[]);
  const named = type.startsWith('checkpoint.') ? [...permissions[type], ...signers] : permissions[type];
  return named.some((position) => held.includes(position));
}
const works: readonly Position[] = [
  'lead',
  'coFacilitator',
  'supervisor',
  'coordinator',
  'manager',
  'safeguardingLead',
];
function maySend(who: Who, name: CaseName, { act, caseAct, by, about }: Line): boolean {
  const actor = attacked.actors[who];
  const held = positionsOf(who, name);
  if (by === 'own' || by === 'visitor') return true;
  if (by === 'opensCases')
    return permissions['case.opened'].some((position) =>
      (actor as { roles?: readonly string[] }).roles?.includes(position),
    );
  if (by === 'taskIsTheirs') return held.includes('coordinator');
  if (by === 'worksOnCase') return works.some((position) => held.includes(position));
  if (by === 'takesPart') return actor.kind === 'participant';
  if (caseAct) return caseActs[caseAct].some((position) => held.includes(position));
  if (!act || !mayDo(actor, act as never))
    return (
      (act === 'changePerson' && held.includes('lead')) ||
      (act === 'endEmergencyOfOthers' && who === 'emergency' && name === 'target')
    );
  // Breaking the glass opens a case that is not theirs to see, on purpose; it is no write to the case.
  if (act === 'openInEmergency') return !isShut(who, name);
  return about === null || !isShut(who, name);
}

/** A fingerprint of every table, so that whatever was written shows. Who read what is recorded on purpose. */
async function everything(): Promise<Record<string, string>> {
  const tables = await attacked.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('read_record', 'read_chain', 'reading_day') order by 1`,
  );
  const looks = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as rows from "${name}" t`,
  );
  const rows = await attacked.sql<{ name: string; rows: string }>(looks.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: all }) => [name, all]));
}

const DONE =
  /"__typename":"(DecisionRecorded|Told|Invited|Assisted|EmergencyAccess|SubjectAnswer|SupportServiceRecorded)"|:true\b/;
/** Sends it in each of its forms; what was not refused. */
async function send(
  who: Who,
  name: CaseName,
  field: (typeof mutations)[number],
  checksOff: boolean,
): Promise<string[]> {
  const fill = (place: string) => ids[name][place.split('.').at(-1) ?? ''] ?? NOBODY;
  const forms = outside[field.name]?.with ?? [];
  const done: string[] = [];
  for (const wanted of forms.length > 0 ? forms : [null]) {
    const { query, variables } = document('mutation', field, wanted, fill, kindOf(field));
    for (const holder of [variables, variables['command']] as Record<string, unknown>[])
      if (holder && 'key' in holder) holder['key'] = randomUUID();
    const { text } = await attacked.ask(who, query, variables, checksOff);
    if (DONE.test(text) || text.includes('"INTERNAL"'))
      done.push(`${who}, ${name}: ${field.name}(${wanted}): ${text.slice(0, 200)}`);
  }
  return done;
}

const commands = mutations.filter(({ name }) => name in verbs);
const others = mutations.filter(({ name }) => !(name in verbs) && name !== 'recordTogether');

test('each mutation is one of a case, or has a line that says whose it is', () => {
  expect(others.map(({ name }) => name).toSorted()).toEqual(Object.keys(outside).toSorted());
});

interface Refusal {
  readonly field: (typeof mutations)[number];
  readonly who: Who;
  readonly name: CaseName;
  readonly checksOff: boolean;
}
const isRefused = ({ field, who, name }: Refusal): boolean =>
  field.name in verbs
    ? !mayTell(who, name, verbs[field.name as keyof typeof verbs])
    : !maySend(who, name, outside[field.name] as Line);
const all = process.env['POSITIONS'] === 'all';
/** Who is refused what: all of it in `npm run test:deep`, else two refusals of each mutation, drawn in turn so that everybody occurs. */
function refusals(): Refusal[] {
  return [...commands, ...others].flatMap((field, n) => {
    const found = [false, true]
      .flatMap((checksOff) =>
        cases.flatMap((name) => everybody.map((who): Refusal => ({ field, who, name, checksOff }))),
      )
      .filter(isRefused);
    const drawn = [n * 7, n * 7 + Math.floor(found.length / 2)].map((m) => m % found.length);
    return all ? found : found.filter((_, m) => drawn.includes(m));
  });
}

test('everybody is refused something on each case, both with checks and without, and every mutation is refused to somebody', () => {
  const found = refusals();
  expect(new Set(found.map(({ who }) => who))).toEqual(new Set(everybody));
  expect(new Set(found.map(({ name, checksOff }) => `${name} ${checksOff}`)).size).toBe(6);
  // What a visitor may send, and what is done about oneself alone, is refused to nobody.
  const toNobody = others.filter(({ name }) => ['own', 'visitor'].includes(outside[name]?.by ?? ''));
  const never = [...commands, ...others].filter((field) => !found.some((each) => each.field === field));
  expect(never.filter((field) => !toNobody.includes(field)).map(({ name }) => name)).toEqual([]);
});

describe.each([
  ['with all checks', false],
  ["with the program's own checks off", true],
])('%s', (_name, checksOff) => {
  test.each(everybody)(
    '%s writes nothing that is not theirs to write',
    async (who) => {
      const before = await everything();
      const found: string[] = [];
      const refused = refusals().filter((each) => each.who === who && each.checksOff === checksOff);
      for (let n = 0; n < refused.length; n += 8)
        found.push(
          ...(
            await Promise.all(refused.slice(n, n + 8).map(({ name, field }) => send(who, name, field, checksOff)))
          ).flat(),
        );
      expect(found).toEqual([]);
      expect(await everything()).toEqual(before);
    },
    60_000,
  );
});

test.each([
  ['coordinator', 'finishTask'],
  ['lead', 'keepDraft'],
  ['coordinator', 'changePerson'],
  ['coordinator', 'receiveSubjectRequest'],
  ['manager', 'recordOrganisation'],
  ['safeguardingLead', 'placeLegalHold'],
  ['safeguardingLead', 'liftLegalHold'],
  ['lead', 'revokeInvitation'],
  ['manager', 'acknowledgeEmergency'],
  ['safeguardingLead', 'endEmergency'],
] as const)('what others were refused is done for whoever may: %s, %s', async (who, name) => {
  const field = others.find((each) => each.name === name) as (typeof others)[number];
  expect(await send(who, 'target', field, false)).not.toEqual([]);
});
