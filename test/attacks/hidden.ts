// What is hidden from whom: ids of every table, and planted words, of other services, other cases and the other side.
import type { Id } from '#libs/case';
import { plantedAbout, plantedIn, type CaseName, type AttackedApi, type Who } from '../harness/api/attacked-api.js';

/** Cases of which this one is to learn nothing. */
const shutTo: Readonly<Record<Who, readonly CaseName[]>> = {
  lead: ['foreign', 'elsewhere'],
  asked: ['foreign', 'elsewhere'],
  coordinator: ['elsewhere'],
  manager: ['elsewhere'],
  safeguardingLead: ['elsewhere'],
  harmed: ['foreign', 'elsewhere'],
  responsible: ['foreign', 'elsewhere'],
  emergency: ['foreign', 'elsewhere'],
  connected: ['target', 'elsewhere'],
  otherFacilitator: ['target', 'foreign', 'elsewhere'],
  otherParticipant: ['target', 'elsewhere'],
  otherService: ['target', 'foreign'],
  released: ['target', 'foreign', 'elsewhere'],
};

/** Words that must not stand in any answer to this one. */
export const wordsHiddenFrom = (who: Who): string[] => [
  ...shutTo[who].map(plantedIn),
  ...(who === 'harmed' ? [plantedAbout('responsible')] : []),
  ...(who === 'responsible' ? [plantedAbout('harmed')] : []),
  ...(who === 'asked' ? [plantedAbout('harmed'), plantedAbout('responsible'), 'Plantedtarget concern'] : []),
];

/** Ids of each table that this one may not see, by the table's name: the nearest first, then one of another service. */
export async function idsHiddenFrom(attacked: AttackedApi, who: Who): Promise<ReadonlyMap<string, readonly Id[]>> {
  const rows = (await allIds(attacked)).filter(({ name, column }) => column.endsWith('.id') && name !== null);
  const hidden = new Map<string, Id[]>();
  for (const name of shutTo[who]) {
    const far = name === 'elsewhere' || who === 'otherService';
    for (const { column, id } of rows.filter((row) => row.name === name)) {
      const table = column.slice(0, -3);
      const found = hidden.get(table) ?? [];
      // One near and one far: `shutTo` names the near ones first.
      if (found.length === 0 || (far && found.length === 1)) hidden.set(table, [...found, id]);
    }
  }
  return hidden;
}

interface Found {
  column: string;
  id: Id;
  name: CaseName | null;
}
const known = new WeakMap<AttackedApi, Promise<Found[]>>();

/** Every id in every table that says which case it belongs to, or whose it is; a new table is found by itself. */
function allIds(attacked: AttackedApi): Promise<Found[]> {
  const found = known.get(attacked) ?? read(attacked);
  known.set(attacked, found);
  return found;
}

async function read({ sql, caseIds, actors }: AttackedApi): Promise<Found[]> {
  const columns = await sql<{ table: string; column: string; cased: boolean; serviced: boolean }>(
    `select c.table_name as table, c.column_name as column,
       exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'case_id') as cased,
       exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'service_id') as serviced
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'`,
  );
  const names = new Map(Object.entries(caseIds).map(([name, id]) => [id, name as CaseName]));
  const elsewhere = (actors.otherService as { serviceId: Id }).serviceId;
  const found: Found[] = [];
  for (const { table, column, cased, serviced } of columns) {
    if (column === 'service_id' || (!cased && !serviced && table !== 'case_file')) continue;
    const about = cased ? 'case_id' : table === 'case_file' ? 'id' : 'null::uuid';
    const service = serviced ? 'service_id' : 'null::uuid';
    const rows = await sql<{ id: Id; about: Id | null; service: Id | null }>(
      `select distinct on (2, 3) ${column} as id, ${about} as about, ${service} as service from ${table} where ${column} is not null`,
    );
    for (const { id, about: of, service: by } of rows) {
      // A person belongs to the case they are in; what has no case is somebody else's only in another service.
      const name = (of === null ? undefined : names.get(of)) ?? (by === elsewhere ? 'elsewhere' : null);
      found.push({ column: `${table}.${column}`, id, name });
    }
  }
  const people = await sql<{ id: Id; person: Id; about: Id }>(
    'select id, person_id as person, case_id as about from participant',
  );
  for (const { person, about } of people)
    found.push({ column: 'person.id', id: person, name: names.get(about) ?? null });
  const staff = new Set(
    Object.values(actors).flatMap((actor) =>
      actor.kind === 'staff' && actor.serviceId !== elsewhere ? [actor.id] : [],
    ),
  );
  // Colleagues are no secret of a case: who took part in a decision is a member of staff everybody may name.
  return found.filter(({ id }) => !staff.has(id));
}
