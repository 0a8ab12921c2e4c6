// The figures of a measured service as one of its staff reads them, and every case behind one.
import { randomBytes } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { Cursors } from '#libs/database';
import { Measures, PgMeasures, type ServiceMeasures } from '#libs/measures';
import type { MeasuredService } from './measured-service.js';

/** Throws where the figures are not for this actor. */
export function figuresFor(measured: MeasuredService, actor: Actor): ServiceMeasures {
  const own = new Measures(new PgMeasures(measured.service.database, new Cursors(randomBytes(32))));
  const found = own.for(actor, measured.now());
  if (!found) throw new Error('Figures are not for this actor');
  return found;
}
/** Every case of a list, page by page, by id. */
export async function casesOf(measures: ServiceMeasures, list: string): Promise<Id[]> {
  const ids: Id[] = [];
  for (let after: string | undefined; ;) {
    const page = await measures.cases(list, { first: 2, ...(after !== undefined && { after }) });
    if (!page) throw new Error(`There is no list ${list}`);
    ids.push(...page.rows.map(({ row }) => row.caseId));
    if (!page.hasNext) return ids.toSorted();
    after = page.rows.at(-1)?.cursor;
  }
}
