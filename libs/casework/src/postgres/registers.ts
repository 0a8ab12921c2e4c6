// What decisions ask of the service's own registers: the consent text that was shown, the agreement a share goes under.
import type { Id } from '#libs/case';
import type { AgreementFound, TextAsked } from '../ports.js';
import type { Rows } from '#libs/database';

// Its own text before the general one; see libs/rights `named`.
const textSql = `
select encode(sha256, 'hex') as sha256 from consent_text
where service_id = $1 and purpose = $2 and about in ($3, '-') and version = $4 and language = $5
order by about = '-' limit 1`;

/** Hash of the words this version and language name; null when they name none. */
export async function textShown(
  rows: Rows,
  serviceId: Id,
  { purpose, about, version, language }: TextAsked,
): Promise<string | null> {
  const values = [serviceId, purpose, about ?? '-', version, language];
  return (await rows.query<{ sha256: string }>(textSql, values)).rows[0]?.sha256 ?? null;
}

/** The name of an organisation as the register has it; null when it has none. */
export async function organisationNamed(rows: Rows, serviceId: Id, said: string): Promise<string | null> {
  const sql = 'select name from organisation where service_id = $1 and lower(name) = lower($2)';
  return (await rows.query<{ name: string }>(sql, [serviceId, said])).rows[0]?.name ?? null;
}

// One in force before one that has ended; of those the one that ended last. An agreement lasts to the end of its last day.
const agreementSql = `
select a.id, $3::date between a.starts_on and coalesce(a.ended_on, a.ends_on) as "inForce",
  case when coalesce(a.ended_on, a.ends_on) < $3::date
    then ((coalesce(a.ended_on, a.ends_on) + 1)::timestamp at time zone 'Europe/London') end as "endedAt"
from sharing_agreement a join organisation o on o.id = a.organisation_id
where o.service_id = $1 and lower(o.name) = lower($2)
order by 2 desc, coalesce(a.ended_on, a.ends_on) desc limit 1`;

/** The agreement with an organisation on a day; null when none was ever recorded. */
export async function sharingWith(
  rows: Rows,
  serviceId: Id,
  organisation: string,
  on: string,
): Promise<AgreementFound | null> {
  return (await rows.query<AgreementFound>(agreementSql, [serviceId, organisation, on])).rows[0] ?? null;
}
