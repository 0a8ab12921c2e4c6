// Two people for what cannot be undone: one manager proposes a fixed list of what is due, another approves that list (R69).
import type { Actor, Id } from '#libs/case';
import { notYours, once, refused, type Decided, type DoneCommands } from '#libs/commands';
import { serviceScope, type Database, type Rows } from '#libs/database';
import { canonical, same, sha256 } from '#libs/hash-chain';
import { mayDo } from '#libs/permissions';
import type { Due, Plan } from './due.js';
import type { Approval } from './runs.js';

/** A list of what is due, and who signed it. Instants are ISO text. */
export interface RetentionProposal {
  id: Id;
  items: Due[];
  /** SHA-256 of the canonical JSON of the items. */
  digest: Uint8Array;
  proposedAt: string;
  proposedBy: Id;
  approvedAt: string | null;
  approvedBy: Id | null;
  /** Number of the run that carried it out; null while none has. */
  run: number | null;
}
/** Where proposals are kept. */
export interface ProposalRegister {
  /** The latest of a service, which alone counts. */
  latest(rows: Rows, serviceId: Id): Promise<RetentionProposal | null>;
  add(rows: Rows, serviceId: Id, proposal: Pick<RetentionProposal, Proposed>): Promise<Id>;
  approve(rows: Rows, serviceId: Id, id: Id, by: Id, at: string): Promise<void>;
}
/** What is due at an instant; null for an actor who may not know. */
export interface Planning {
  dryRun(actor: Actor, at: string): Promise<Pick<Plan, 'due'> | null>;
}
type Proposed = 'items' | 'digest' | 'proposedAt' | 'proposedBy';

/** A proposal that nobody carried out lapses after so many days: long enough for a weekend and a holiday, and what two people looked at is still what is there. */
export const PROPOSAL_DAYS = 14;

export const digestOf = (items: readonly Due[]): Uint8Array => sha256(canonical(items));

/** Whether something due stands on a list, due since the very moment that was approved. */
export const standsOn = (items: readonly Due[]): ((due: Due) => boolean) => {
  const listed = new Set(items.map((item) => canonical(item)));
  return (due) => listed.has(canonical(due));
};

const lapsed = ({ proposedAt }: Pick<RetentionProposal, 'proposedAt'>, at: string): boolean =>
  Date.parse(at) - Date.parse(proposedAt) > PROPOSAL_DAYS * 86_400_000;

/** Who signed a proposal that may be carried out now; null when it lacks a second person, has lapsed, was changed or was carried out. */
export function approvalOf(proposal: RetentionProposal, at: string): Approval | null {
  const { id, items, digest, proposedBy, approvedBy, run } = proposal;
  if (approvedBy === null || approvedBy === proposedBy || run !== null) return null;
  if (lapsed(proposal, at) || !same(digest, digestOf(items))) return null;
  return { proposalId: id, proposedBy, approvedBy };
}

export class Proposals {
  constructor(
    private readonly database: Database,
    private readonly register: ProposalRegister,
    private readonly commands: DoneCommands,
    private readonly retention: Planning,
  ) {}

  /** The latest proposal; null when there is none, and for an actor who may not read it. */
  async latest(actor: Actor): Promise<RetentionProposal | null> {
    if (!mayDo(actor, 'readRetention')) return null;
    const { serviceId } = actor;
    return this.database.within(serviceScope(serviceId), (rows) => this.register.latest(rows, serviceId));
  }

  /** Fixes what is due now as the list to be approved, instead of any list before it. Refused when nothing is due. */
  async propose(actor: Actor, key: string, at: string): Promise<Decided> {
    if (!mayDo(actor, 'proposeRetention')) return notYours;
    const plan = await this.retention.dryRun(actor, at);
    return once(this.database, this.commands, { actor, key, said: ['propose retention'], at }, async (rows) => {
      const items = plan?.due ?? [];
      if (items.length === 0) return refused('Nothing is due.');
      const proposal = { items, digest: digestOf(items), proposedAt: at, proposedBy: actor.id };
      return { ok: true, id: await this.register.add(rows, actor.serviceId, proposal) };
    });
  }

  /** Approves the list whose digest (hexadecimal) is given. Refused to whoever proposed it, and for any list but the latest. */
  approve(actor: Actor, key: string, id: Id, digest: string, at: string): Promise<Decided> {
    if (!mayDo(actor, 'approveRetention')) return Promise.resolve(notYours);
    const said = ['approve retention', id, digest];
    return once(this.database, this.commands, { actor, key, said, at }, async (rows) => {
      const latest = await this.register.latest(rows, actor.serviceId);
      if (latest?.id !== id || lapsed(latest, at)) return refused('No such proposal waits to be approved.');
      if (latest.approvedBy !== null) return refused('This proposal has been approved.');
      if (latest.proposedBy === actor.id) return refused('Another manager than the one who proposed it approves it.');
      if (Buffer.from(latest.digest).toString('hex') !== digest)
        return refused('This is not the list that was proposed.');
      await this.register.approve(rows, actor.serviceId, id, actor.id, at);
      return { ok: true, id };
    });
  }
}
