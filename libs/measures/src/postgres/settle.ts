// Settles the figures of every service, so that a request for a figure does not wait for what many commands left; or counts them from nothing.
import type { Pools } from '#libs/database';

/** Gives how many cases were counted again. Any number may run at once: they wait for one another. */
export async function settleFigures(pools: Pools): Promise<number> {
  const { rows } = await pools.plain.query<{ cases: number }>('select figures_settle_everywhere() as cases');
  return rows[0]?.cases ?? 0;
}

/** Counts every case of every service from nothing; as the owner of the database. Commands go on meanwhile, and figures wait. */
export async function rebuildFigures(pools: Pools): Promise<{ name: string; cases: number }[]> {
  const counted: { name: string; cases: number }[] = [];
  const services = await pools.plain.query<{ id: string; name: string }>('select id, name from service order by name');
  for (const { id, name } of services.rows) {
    const { rows } = await pools.plain.query<{ cases: number }>('select figures_rebuild($1) as cases', [id]);
    counted.push({ name, cases: rows[0]?.cases ?? 0 });
  }
  return counted;
}
