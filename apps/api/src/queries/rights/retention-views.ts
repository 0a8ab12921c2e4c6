// A plan and a run as the schema shows them: ids and counts, never a value.
import { counted, type Plan, type RetentionProposal, type RetentionRun } from '#libs/rights';
import { colleague, colleagueOrNull } from '../case/views/by-name.js';

/** A page of what is due; a run takes all. */
export const MOST_SHOWN = 200;

export const shown = (item: Plan['due'][number] & { holds?: string[] }) => ({
  class: item.class,
  personId: item.kind === 'person' ? item.id : null,
  caseId: item.kind === 'case' ? item.id : null,
  since: item.since,
  holdIds: item.holds ?? [],
});

export const runView = ({ seq, at, by, approval, removed, held, hash }: RetentionRun) => ({
  seq,
  at,
  by,
  proposedBy: colleagueOrNull(approval?.proposedBy),
  approvedBy: colleagueOrNull(approval?.approvedBy),
  counts: counted(removed),
  held,
  hash: Buffer.from(hash).toString('hex'),
});

export const proposalView = ({ items, digest, proposedBy, approvedBy, ...row }: RetentionProposal) => ({
  ...row,
  counts: counted(items),
  due: items.slice(0, MOST_SHOWN).map(shown),
  digest: Buffer.from(digest).toString('hex'),
  proposedBy: colleague(proposedBy),
  approvedBy: colleagueOrNull(approvedBy),
});
