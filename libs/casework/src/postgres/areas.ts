// Which areas a service serves: dated links, so that a transfer is a row and not a change of schema (R80).
import type { Id } from '#libs/case';
import { serviceScope, type Database } from '#libs/database';

/** Whether the service serves this area on this day (YYYY-MM-DD), for whichever commissioner. */
export async function servesArea(database: Database, serviceId: Id, areaId: Id, on: string): Promise<boolean> {
  const { rows } = await database
    .as(serviceScope(serviceId))
    .query(
      'select from commission where service_id = $1 and area_id = $2 and starts_on <= $3 and (ends_on is null or ends_on > $3) limit 1',
      [serviceId, areaId, on],
    );
  return rows.length > 0;
}
