// A service to try Concord with: an area, its commissioner, staff of each role and a few cases that came through the real intake. No person in it is real.
import type { Actor, Id } from '#libs/case';
import { takeReferral } from '#libs/casework';
import { letSignIn } from '#libs/permissions';
import type { MasterKeys } from '#libs/sealing';
import { publishDefaults, textRegister } from '#libs/rights';
import { openPools, type Pools } from '#libs/database';
import { seedDirectory } from './directory.js';
import { reachBoth } from './reached.js';
import { demoInvitedReferrals, demoReferrals } from './referrals.js';
import { demoId, demoStaff, type Standing } from './staff.js';
import { openServices, type OpenServices } from '#libs/services';

/** The demo service; every demo token belongs to it. */
export const demoServiceId = demoId(1);

/** The two people of the first demo case, by side. */
const parties = [
  { role: 'harmed', subject: 'demo-harmed', shownAs: 'person harmed' },
  { role: 'responsible', subject: 'demo-responsible', shownAs: 'person responsible' },
] as const;

/** The two people of the case that is further on: they have been spoken with, and are invited to sign in at each start. */
const invited = [
  { role: 'harmed', subject: 'demo-invited-harmed' },
  { role: 'responsible', subject: 'demo-invited-responsible' },
] as const;
/** Somebody of the demonstration who takes part in a case. */
export interface DemoParticipant {
  readonly caseId: Id;
  /** The case's. */
  readonly reference: string;
  readonly participantId: Id;
  readonly role: string;
}
/** Who there is beside the staff: those for whom a token is shown, and those who may be invited to sign in. */
export interface DemoParticipants {
  readonly withTokens: readonly DemoParticipant[];
  readonly invited: readonly DemoParticipant[];
}

/** Whom the demo issuer signs a token for, in the order of the banner. */
export const demoPeople = [
  ...demoStaff.flatMap(({ subject, shownAs }) => (shownAs === null ? [] : [{ role: shownAs, subject }])),
  ...parties.map(({ subject, shownAs }) => ({ role: shownAs, subject })),
].map((person) => ({ ...person, serviceId: demoServiceId }));

/**
 * Puts the demo service into a migrated database. It may run at every start: what is there stays, but for the
 * standing of its facilitators, whose dates are kept near today. Gives the people who take part.
 */
export async function seedDemo(url: string, masterKeys: MasterKeys): Promise<DemoParticipants> {
  const application = openServices(url, { masterKeys, sizes: { hot: 1, plain: 2 } });
  // A service and its staff are the owner's to put there; its cases come the way all cases come.
  const inside = { ...application, pools: openPools(url, { hot: 1, plain: 1 }) };
  try {
    await seedService(inside.pools);
    await seedDirectory(inside, demoServiceId);
    await publishDefaults(inside.database, textRegister, demoServiceId, new Date().toISOString());
    await seedStaff(inside);
    await seedCases(inside);
    const theirs = await participants(inside.pools, parties);
    return { withTokens: theirs, invited: await seedInvited(inside) };
  } finally {
    await inside.pools.end();
    await application.stop();
  }
}

type Row = Readonly<Record<string, unknown>>;

async function put({ plain }: Pools, table: string, row: Row, onConflict: string): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_name, at) => `$${at + 1}`);
  const sql = `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) on conflict ${onConflict}`;
  await plain.query(sql, Object.values(row));
}

async function seedService(pools: Pools): Promise<void> {
  const [service, area, commissioner] = [demoServiceId, demoId(2), demoId(3)];
  const nothing = 'do nothing';
  await put(pools, 'service', { id: service, name: 'Northfold Restorative Justice (demonstration)' }, nothing);
  await put(pools, 'area', { id: area, name: 'Northfold' }, nothing);
  const office = { id: commissioner, name: 'Northfold Police and Crime Commissioner', kind: 'pcc' };
  await put(pools, 'commissioner', office, nothing);
  const links = { service_id: service, area_id: area, commissioner_id: commissioner };
  await put(pools, 'commission', { id: demoId(4), ...links, starts_on: '2020-04-01' }, nothing);
}

async function seedStaff({ pools, people }: OpenServices): Promise<void> {
  for (const { id, subject, roles, values, standing } of demoStaff) {
    const columns = standing ? columnsOf(standing) : {};
    const names = Object.keys(columns);
    const fresh = `(id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
    await people.add(demoServiceId, values, id);
    const row = { id, service_id: demoServiceId, subject, roles, ...columns };
    await put(pools, 'staff', row, names.length > 0 ? fresh : 'do nothing');
  }
}

function columnsOf({ level, training, languages, caseloadLimit, registeredForDays, supervisedDaysAgo }: Standing): Row {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return {
    level,
    training,
    languages,
    caseload_limit: caseloadLimit,
    availability: 'active',
    registered_until: inDays(registeredForDays),
    last_supervision: inDays(-supervisedDaysAgo),
    last_observed_practice: inDays(-60),
  };
}

const coordinator: Actor = { kind: 'staff', id: demoId(15), serviceId: demoServiceId, roles: ['coordinator'] };

/** At the first start only: afterwards the cases are whatever their users made of them. */
async function seedCases({ pools, store }: OpenServices): Promise<void> {
  const { rows } = await pools.plain.query('select from case_file where service_id = $1 limit 1', [demoServiceId]);
  if (rows.length > 0) return;
  const clock = () => new Date();
  const cases: Id[] = [];
  for (const referral of demoReferrals(clock().toISOString())) {
    const taken = await takeReferral(store, clock, coordinator, referral, { areaId: demoId(2) });
    if (!taken.ok) throw new Error(`A demo referral was refused: ${taken.why}`);
    cases.push(taken.caseId);
  }
  if (cases[0]) await nameParties(pools, cases[0], parties);
}

/** Gives the people of a case the subjects by which the demonstration finds them. */
async function nameParties(
  { plain }: Pools,
  caseId: Id,
  wanted: readonly { readonly role: string; readonly subject: string }[],
): Promise<void> {
  for (const { role, subject } of wanted) {
    const found = await plain.query<{ person_id: Id }>(
      'select person_id from participant where case_id = $1 and role = $2',
      [caseId, role],
    );
    if (found.rows[0]) await letSignIn(plain, demoServiceId, found.rows[0].person_id, subject);
  }
}

/** Where those people take part, by role. */
async function participants(
  { plain }: Pools,
  people: readonly { readonly subject: string }[],
): Promise<DemoParticipant[]> {
  const { rows } = await plain.query<DemoParticipant>(
    `select a.case_id as "caseId", c.reference, a.id as "participantId", a.role
     from participant a join person p on p.id = a.person_id join case_file c on c.id = a.case_id
     where p.service_id = $1 and p.subject = any($2) order by a.role`,
    [demoServiceId, people.map(({ subject }) => subject)],
  );
  return rows;
}

/** One more case, in which both people have been reached; taken once, like every referral. */
async function seedInvited({ pools, store }: OpenServices): Promise<DemoParticipant[]> {
  const clock = () => new Date();
  const people = () => participants(pools, invited);
  const known = await people();
  if (known.length > 0) return known;
  for (const referral of demoInvitedReferrals(clock().toISOString())) {
    const taken = await takeReferral(store, clock, coordinator, referral, { areaId: demoId(2) });
    if (!taken.ok) throw new Error(`A demo referral was refused: ${taken.why}`);
    await nameParties(pools, taken.caseId, invited);
    const both = await people();
    await reachBoth(
      store,
      clock,
      demoServiceId,
      taken.caseId,
      both.map(({ participantId }) => participantId),
    );
  }
  return people();
}
