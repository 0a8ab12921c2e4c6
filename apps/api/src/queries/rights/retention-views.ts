// A plan and a run as the schema shows them: ids and counts, never a value.
import { counted, type Plan, type RetentionRun } from '#libs/rights';

/** A page of what is due; a run takes all. */
export const MOST_SHOWN = 200;

export const shown = (item: Plan['due'][number] & { holds?: string[] }) => ({
  class: item.class,
  personId: item.kind === 'person' ? item.id : null,
  caseId: item.kind === 'case' ? item.id : null,
  since: item.since,
  holdIds: item.holds ?? [],
});

export const runView = ({ seq, at, by, removed, held, hash }: RetentionRun) => ({
  seq,
  at,
  by,
  counts: counted(removed),
  held,
  hash: Buffer.from(hash).toString('hex'),
});
