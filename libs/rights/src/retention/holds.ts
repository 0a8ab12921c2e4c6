// Legal holds: placed and lifted with a reason; while one stands, nothing it covers is erased (R69).
import type { Actor, Id } from '#libs/case';
import { notYours, once, refused, type Decided, type DoneCommands } from '#libs/commands';
import { scopeOf, mayDo } from '#libs/permissions';
import { noRows, serviceScope, type Cursors, type Database, type Listed, type Page, type Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import type { RecordClassName } from '../record-classes/classes.js';
import { holdsOn, type Hold } from './due.js';

/** What is held: exactly one of the three. */
export interface HoldOn {
  personId: Id | null;
  caseId: Id | null;
  class: RecordClassName | null;
}
export interface HoldRow extends Hold {
  reason: string | null;
  placedAt: string;
  placedBy: Id;
  liftReason: string | null;
  liftedAt: string | null;
  liftedBy: Id | null;
}
/** Where holds are kept. */
export interface HoldRegister {
  /** One page: those in force first, then the latest. */
  page(rows: Rows, sealing: Sealing, cursors: Cursors, actor: Actor, page: Page): Promise<Listed<HoldRow>>;
  /** Those in force: ids only, without their reasons; a person by the record they are read as. */
  inForce(rows: Rows, serviceId: Id): Promise<Hold[]>;
  /** Null when there is no such person or case. */
  add(rows: Rows, sealing: Sealing, serviceId: Id, on: HoldOn, reason: string, by: Id, at: string): Promise<Id | null>;
  /** False when no such hold stands. */
  /** Gives what the hold was on; null when none of that id stands. */
  lift(rows: Rows, sealing: Sealing, serviceId: Id, id: Id, reason: string, by: Id, at: string): Promise<HoldOn | null>;
  /** The person a record is read as, since records can be merged, and the cases they take part in. */
  oneWithCases(rows: Rows, serviceId: Id, personId: Id): Promise<{ one: Id; caseIds: Id[] }>;
}

export class Holds {
  constructor(
    private readonly database: Database,
    private readonly register: HoldRegister,
    private readonly commands: DoneCommands,
    private readonly sealing: Sealing,
    private readonly cursors: Cursors,
  ) {}

  /** One page of holds: those in force first, then the latest. Empty for an actor who may not read them. */
  async page(actor: Actor, page: Page): Promise<Listed<HoldRow>> {
    if (!mayDo(actor, 'readHolds')) return noRows;
    return this.register.page(this.database.as(scopeOf(actor)), this.sealing, this.cursors, actor, page);
  }

  place(actor: Actor, key: string, on: HoldOn, reason: string, at: string): Promise<Decided> {
    if (!mayDo(actor, 'placeHold')) return Promise.resolve(notYours);
    return once(this.database, this.commands, { actor, key, said: ['hold', on, reason], at }, async (rows) => {
      if ([on.personId, on.caseId, on.class].filter((one) => one !== null).length !== 1)
        return refused('A hold is on one person, one case or one class of records.');
      const id = await this.register.add(rows, this.sealing, actor.serviceId, on, reason, actor.id, at);
      return id === null ? refused('There is no such person or case.') : { ok: true, id };
    });
  }

  lift(actor: Actor, key: string, id: Id, reason: string, at: string): Promise<Decided> {
    if (!mayDo(actor, 'liftHold')) return Promise.resolve(notYours);
    return once(this.database, this.commands, { actor, key, said: ['lift', id, reason], at }, async (rows) => {
      const on = await this.register.lift(rows, this.sealing, actor.serviceId, id, reason, actor.id, at);
      if (on === null) return refused('No such hold stands.');
      const only = (one: Id | null) => (one === null ? [] : [one]);
      return { ok: true, id, about: { persons: only(on.personId), cases: only(on.caseId) } };
    });
  }

  /** The holds that keep a person from being erased, by whatever road; empty when they may be. In the transaction that erases. */
  async against(rows: Rows, serviceId: Id, personId: Id): Promise<Hold[]> {
    const { one, caseIds } = await this.register.oneWithCases(rows, serviceId, personId);
    return (await this.register.inForce(rows, serviceId)).filter(
      (hold) => hold.class === 'identity' || holdsOn([hold], null, [one], caseIds).length > 0,
    );
  }

  /** The same in a transaction of its own. */
  mayErase(serviceId: Id, personId: Id): Promise<boolean> {
    return this.database.within(
      serviceScope(serviceId),
      async (rows) => (await this.against(rows, serviceId, personId)).length === 0,
    );
  }
}
