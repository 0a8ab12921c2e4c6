// The case that whoever is on call for safeguarding names, for a concern and for nothing else: they need not see it (R37).
import type { Actor, Id } from '#libs/case';
import { isUuid } from '#libs/case';
import type { Database } from '#libs/database';
import { fileColumns, fileOf, type FileRow } from './case-columns.js';
import type { CaseFile } from '../ports.js';

// In the sight of the service, where row-level security still hides what somebody declared a connection with (R42).
const text = `
select ${fileColumns}
from case_file c join service s on s.id = c.service_id
where c.service_id = $1 and (c.id = $2 or c.reference = $3)
  and exists (select from staff t where t.id = $4 and t.service_id = s.id and s.settings -> 'safeguardingOnCall' ? t.subject)`;

/** A case as it is read out on the telephone, with or without the dash; null for what is no reference. */
const referenceIn = (said: string): string | null => {
  const letters = said.toUpperCase().replaceAll(/[\s-]/g, '');
  return /^[0-9A-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
};

/** The case of this id or reference where the service names this member of staff as on call; null for everybody else. */
export async function loadOnCall(database: Database, actor: Actor, said: string): Promise<CaseFile | null> {
  if (actor.kind !== 'staff' || actor.roles.length === 0) return null;
  const { serviceId, id: who } = actor;
  const values: (Id | string | null)[] = [serviceId, isUuid(said) ? said : null, referenceIn(said), who];
  const { rows } = await database.as({ serviceId, sight: 'service', who }).query<FileRow>(text, values);
  return rows[0] ? fileOf(rows[0]) : null;
}
