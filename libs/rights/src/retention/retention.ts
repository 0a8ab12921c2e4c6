// Retention: what would go and why, and the run that removes it, in one transaction, with its own proof (R69).
import type { Actor, Id } from '#libs/case';
import { serviceScope, type Database, type Rows } from '#libs/database';
import { recordClasses, type RecordClass, type RecordClassName } from '../record-classes/classes.js';
import { inForce } from '../record-classes/defaults.js';
import type { ClassRegister } from '../record-classes/register.js';
import { mayDo, scopeOf } from '#libs/permissions';
import { classOfPerson, planOf, type Due, type HeldCase, type HeldPerson, type Plan } from './due.js';
import type { HoldRegister } from './holds.js';
import { approvalOf, standsOn, type ProposalRegister } from './proposals.js';
import { faultsInRuns, nextRun, type RetentionRun } from './runs.js';

/** Where everything that can be due is found, and removed. */
export interface RetentionRegister {
  /** Those of closed cases alone of whom something is held: who was erased before is not due again. */
  people(rows: Rows, serviceId: Id): Promise<Omit<HeldPerson, 'bornOn'>[]>;
  cases(rows: Rows, serviceId: Id): Promise<HeldCase[]>;
  removeWords(rows: Rows, serviceId: Id, caseId: Id, safeguarding: boolean): Promise<void>;
  removeMessages(rows: Rows, serviceId: Id, caseId: Id): Promise<void>;
  keepDecliner(rows: Rows, serviceId: Id, left: Left): Promise<void>;
  /** Oldest first. Runs of one service wait for one another from here on. */
  runs(rows: Rows, serviceId: Id): Promise<RetentionRun[]>;
  addRun(rows: Rows, run: RetentionRun): Promise<void>;
  /** Of these persons, those of whom something readable is left. */
  stillReadable(rows: Rows, serviceId: Id, personIds: readonly Id[]): Promise<Id[]>;
}
/** What is left of a person who said no. */
export interface Left {
  closedIn: number;
  ageBand: string | null;
  gender: string | null;
  ethnicity: string | null;
}
/** What retention asks of libs/people. */
export interface PeopleHeld {
  /** These values of these people, by field; every person asked for is in the answer, and a field that is not held is absent. */
  values(
    rows: Rows,
    serviceId: Id,
    ids: readonly Id[],
    wanted: readonly string[],
  ): Promise<Map<Id, Readonly<Record<string, string>>>>;
  /** Destroys the person's key and removes what finds them, in the transaction of `rows`. */
  erase(rows: Rows, serviceId: Id, personId: Id, at: string): Promise<void>;
}
/** A plan with the rules it was made by. */
export interface Planned extends Plan {
  rules: readonly RecordClass[];
}

export class Retention {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassRegister,
    private readonly holds: HoldRegister,
    private readonly register: RetentionRegister,
    private readonly proposals: Pick<ProposalRegister, 'latest'>,
    private readonly people: PeopleHeld,
  ) {}

  /**
   * What a run would remove now and what a hold keeps, but for cases and people the actor is connected with (R42). Changes
   * nothing. Null for an actor who may not read it.
   */
  async dryRun(actor: Actor, at: string): Promise<Planned | null> {
    if (!mayDo(actor, 'readRetention')) return null;
    return this.database.within(scopeOf(actor), async (rows) => this.plan(rows, actor.serviceId, at));
  }

  /**
   * Carries out the proposal that two managers signed: removes what stands on it and is still due, since the same moment, and
   * keeps the proof in the same transaction. Null for an actor who may not, and while no proposal waits to be carried out.
   */
  async run(actor: Actor, at: string): Promise<RetentionRun | null> {
    if (!mayDo(actor, 'runRetention')) return null;
    const { serviceId } = actor;
    return this.database.within(serviceScope(serviceId), async (rows) => {
      const last = (await this.register.runs(rows, serviceId)).at(-1) ?? null;
      const proposal = await this.proposals.latest(rows, serviceId);
      const approval = proposal && approvalOf(proposal, at);
      if (!approval) return null;
      const { due: all, held, rules } = await this.plan(rows, serviceId, at);
      const due = all.filter(standsOn(proposal.items));
      for (const one of due) await this.remove(rows, serviceId, one, at);
      const run = nextRun(last, {
        serviceId,
        at,
        by: actor.id,
        rules: rules.map(({ class: name, terms }) => ({ class: name, terms })),
        removed: due.map(({ class: name, kind, id }) => ({ class: name, kind, id })),
        held: held.length,
        approval,
      });
      await this.register.addRun(rows, run);
      return run;
    });
  }

  /** Every run, oldest first; none for an actor who may not read them. */
  async runs(actor: Actor): Promise<RetentionRun[]> {
    if (!mayDo(actor, 'readRetention')) return [];
    return this.database.within(serviceScope(actor.serviceId), (rows) => this.register.runs(rows, actor.serviceId));
  }

  /** What is wrong with the proof: a broken chain, or a removed person of whom something can still be read. */
  async faults(serviceId: Id): Promise<string[]> {
    return this.database.within(serviceScope(serviceId), async (rows) => {
      const runs = await this.register.runs(rows, serviceId);
      const gone = runs.flatMap(({ removed }) => removed.filter(({ kind }) => kind === 'person').map(({ id }) => id));
      const left = await this.register.stillReadable(rows, serviceId, gone);
      return [...faultsInRuns(runs), ...left.map((id) => `person ${id}: was removed, and can still be read`)];
    });
  }

  private async plan(rows: Rows, serviceId: Id, at: string): Promise<Planned> {
    const { service, set } = await this.classes.all(rows, serviceId);
    const rules = inForce(service, set);
    const people = await this.register.people(rows, serviceId);
    // A birth date is opened only for those whose period begins with it.
    const children = people.filter((one) => classOfPerson(one) === 'identityOfChild').map(({ personId }) => personId);
    const values = await this.people.values(rows, serviceId, children, ['bornOn']);
    const held = people.map((one) => ({ ...one, bornOn: values.get(one.personId)?.['bornOn'] ?? null }));
    const cases = await this.register.cases(rows, serviceId);
    return { ...planOf(rules, held, cases, await this.holds.inForce(rows, serviceId), at), rules };
  }

  private async remove(rows: Rows, serviceId: Id, due: Due, at: string): Promise<void> {
    switch (recordClasses[due.class].removal) {
      case 'shrink':
        await this.shrink(rows, serviceId, due, at);
        return;
      case 'person':
        await this.people.erase(rows, serviceId, due.id, at);
        return;
      case 'words':
        await this.register.removeWords(rows, serviceId, due.id, false);
        return;
      case 'safeguardingWords':
        await this.register.removeWords(rows, serviceId, due.id, true);
        return;
      case 'messages':
        await this.register.removeMessages(rows, serviceId, due.id);
        return;
    }
  }

  /** R69: a person who declined shrinks to age band, gender and ethnicity, in a row that names no person. */
  private async shrink(rows: Rows, serviceId: Id, due: Due, at: string): Promise<void> {
    const left = await this.people.values(rows, serviceId, [due.id], ['bornOn', 'ageBand', 'gender', 'ethnicity']);
    const values = left.get(due.id) ?? {};
    const { bornOn, ageBand = bornOn ? ageBandOn(bornOn, due.since) : null } = values;
    const { gender = null, ethnicity = null } = values;
    const closedIn = Number(due.since.slice(0, 4));
    await this.register.keepDecliner(rows, serviceId, { closedIn, ageBand, gender, ethnicity });
    await this.people.erase(rows, serviceId, due.id, at);
  }
}

/** How many of each class. */
export const counted = (due: readonly { class: RecordClassName }[]): { class: RecordClassName; count: number }[] =>
  (Object.keys(recordClasses) as RecordClassName[])
    .map((name) => ({ class: name, count: due.filter((one) => one.class === name).length }))
    .filter(({ count }) => count > 0);

/** The age band, on one day, of a person born on another; the bands are those of referrals (libs/intake). */
export function ageBandOn(bornOn: string, on: string): string {
  const age = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (on.slice(5, 10) < bornOn.slice(5, 10) ? 1 : 0);
  if (age < 10) return 'under10';
  if (age < 18) return '10to17';
  return age < 65 ? '18to64' : '65plus';
}
