// Organisations, agreements and disclosures on PostgreSQL.
import { randomUUID } from 'node:crypto';
import { mapRows, pageOf } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import type { Disclosure, DisclosureFilter, SharingRegister } from '../sharing/sharing.js';
import type { Organisation } from '../sharing/organisations.js';

const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;

const organisationsSql = `
select o.id, o.name, o.regime, o.role, o.recorded_at as "recordedAt", o.recorded_by as "recordedBy", coalesce((
  select json_agg(json_build_object('id', a.id, 'organisationId', a.organisation_id, 'reference', a.reference,
    'startsOn', ${day('a.starts_on')}, 'endsOn', ${day('a.ends_on')}, 'endedOn', ${day('a.ended_on')},
    'recordedAt', to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'recordedBy', a.recorded_by) order by a.starts_on, a.id)
  from sharing_agreement a where a.organisation_id = o.id), '[]') as agreements
from organisation o where o.service_id = $1 order by o.name`;

/** Where the words of a disclosure stand. */
export const whatPlace = (id: string): string => `disclosure.what/${id}`;

// Shares by consent are read from the journal itself: no second list that could say something else.
const sharedSql = `
select j.case_id || '/' || j.seq as id, j.case_id as "caseId", p.person_id as "personId", j.event ->> 'organisation' as organisation, 'consent' as ground,
  to_char(j.happened_at at time zone 'Europe/London', 'YYYY-MM-DD') as "on", j.at, j.by, (j.event ->> 'told')::boolean as told,
  (j.event ->> 'agreementId')::uuid as "agreementId", (j.event ->> 'what')::uuid as "textId", null::bytea as sealed, null::bytea as wrapped
from journal j join participant p on p.case_id = j.case_id and p.id = (j.event ->> 'participantId')::uuid
where j.service_id = $1 and j.type = 'information.shared'`;
const disclosedSql = (key: string) => `
select d.id::text as id, d.case_id as "caseId", d.person_id as "personId", d.organisation, d.ground, ${day('d.disclosed_on')} as "on", d.at, d.by::text as by,
  d.told, null::uuid as "agreementId", null::uuid as "textId", d.what as sealed, ${key} as wrapped
from disclosure d where d.service_id = $1`;

type Row = Omit<Disclosure, 'what'> & { sealed: Buffer | null; wrapped: Buffer | null };

/** The two lists that are read as one, for a person, for a case, or for the whole service. */
function disclosuresOf(sealing: Sealing, serviceId: string, { personId, caseId }: DisclosureFilter) {
  const values = [serviceId];
  let [shared, disclosed] = ['', ''];
  if (personId) {
    const person = `$${values.push(personId)}`;
    shared += ` and p.person_id = (select concord_one(${person}))`;
    disclosed += ` and d.person_id = any ((select concord_same(${person}))::uuid[])`;
  }
  if (caseId) {
    const asked = `$${values.push(caseId)}`;
    shared += ` and j.case_id = ${asked}`;
    disclosed += ` and d.case_id = ${asked}`;
  }
  const key = sealing.keySql('d.service_id', 'd.person_id');
  return { union: [`${sharedSql}${shared}`, `${disclosedSql(key)}${disclosed}`], values };
}

const opened =
  (sealing: Sealing, serviceId: string) =>
  ({ sealed, wrapped, ...row }: Row): Disclosure => ({
    ...row,
    what: sealing.open(serviceId, row.personId, whatPlace(row.id), sealed, wrapped),
  });

export const sharingRegister: SharingRegister = {
  organisations: async (rows, serviceId) => (await rows.query<Organisation>(organisationsSql, [serviceId])).rows,
  addOrganisation: async (rows, serviceId, { name, regime, role }, by, at) => {
    const added = await rows.query<{ id: string }>(
      `insert into organisation (service_id, name, regime, role, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning id`,
      [serviceId, name.trim(), regime, role, at, by],
    );
    return added.rows[0]?.id ?? null;
  },
  addAgreement: async (rows, serviceId, { organisationId, reference, startsOn, endsOn }, by, at) => {
    const added = await rows.query<{ id: string }>(
      `insert into sharing_agreement (service_id, organisation_id, reference, starts_on, ends_on, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [serviceId, organisationId, reference.trim(), startsOn, endsOn, at, by],
    );
    return (added.rows[0] as { id: string }).id;
  },
  endAgreement: async (rows, serviceId, agreementId, on, by) => {
    const ended = await rows.query<{ id: string }>(
      `update sharing_agreement set ended_on = $3, ended_by = $4
       where id = $2 and service_id = $1 and starts_on <= $3 and coalesce(ended_on, ends_on) >= $3 returning id`,
      [serviceId, agreementId, on, by],
    );
    return ended.rows.length > 0;
  },
  disclosuresAbout: async (rows, sealing, serviceId, personId) => {
    const { union, values } = disclosuresOf(sealing, serviceId, { personId });
    const sql = `select s.* from (${union.join(' union all ')}) s order by s.at desc, s.id desc`;
    const found = await rows.query<Row>(sql, values);
    return found.rows.map(opened(sealing, serviceId));
  },
  disclosures: async (rows, sealing, cursors, { id: actorId, serviceId }, filter, page) => {
    const list = {
      ...disclosuresOf(sealing, serviceId, filter),
      select: '',
      name: `disclosures ${filter.personId} ${filter.caseId} ${actorId}`,
      where: ['true'],
      order: [['s.at', 'timestamptz'] as const, ['s.id', 'text'] as const],
      descending: true,
    };
    return mapRows(await pageOf<Row>(rows, cursors, list, page, (row) => [row.at, row.id]), opened(sealing, serviceId));
  },
  addDisclosure: async (
    rows,
    sealing,
    serviceId,
    { caseId, personId, organisation, ground, what, told, on },
    by,
    at,
  ) => {
    const part = await rows.query(
      'select from participant where service_id = $1 and case_id = $2 and person_id = $3 limit 1',
      [serviceId, caseId, personId],
    );
    if (part.rows.length === 0) return null;
    const id = randomUUID();
    const sealed = await sealing.seal(rows, serviceId, personId, whatPlace(id), what);
    await rows.query(
      `insert into disclosure (id, service_id, case_id, person_id, organisation, ground, what, told, disclosed_on, at, by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, serviceId, caseId, personId, organisation.trim(), ground, sealed, told, on, at, by],
    );
    return id;
  },
};
