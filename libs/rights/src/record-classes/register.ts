// The register of what is kept: read by staff, set by a manager, told to the people it is about (R30).
import type { Actor, Id } from '#libs/case';
import { notYours, once, refused, type Decided, type DoneCommands } from '#libs/commands';
import { scopeOf, mayDo } from '#libs/permissions';
import type { Database, Rows } from '#libs/database';
import {
  howLong,
  lawfulBases,
  recordClasses,
  type LawfulBasis,
  type RecordClass,
  type RecordClassName,
  type Term,
} from './classes.js';
import { inForce } from './defaults.js';

/** Where the register is kept. */
export interface ClassRegister {
  /** The service's name, and what it has set, oldest first. */
  all(rows: Rows, serviceId: Id): Promise<{ service: string; set: RecordClass[] }>;
  add(rows: Rows, serviceId: Id, row: NewRecordClass, by: Id, at: string): Promise<Id>;
}
export interface NewRecordClass {
  class: RecordClassName;
  controller: string;
  lawfulBasis: LawfulBasis;
  terms: readonly Term[];
  why: string;
  source: string;
}
/** What is kept about a person, in words they understand. */
export interface RetentionNotice {
  class: RecordClassName;
  what: string;
  controller: string;
  lawfulBasis: string;
  howLong: string;
  why: string;
}

export class KeptRecords {
  constructor(
    private readonly database: Database,
    private readonly register: ClassRegister,
    private readonly commands: DoneCommands,
  ) {}

  /** Every class as it counts now; none for who does not work here. */
  async classes(actor: Actor): Promise<RecordClass[]> {
    return mayDo(actor, 'readRecordClasses') ? this.now(actor) : [];
  }

  /** What is kept and why, for the person it is about. */
  async kept(actor: Actor): Promise<RetentionNotice[]> {
    return (await this.now(actor)).map((row) => ({
      class: row.class,
      what: recordClasses[row.class].says,
      controller: row.controller,
      lawfulBasis: lawfulBases[row.lawfulBasis].says,
      howLong: howLong(row),
      why: row.why,
    }));
  }

  /** Sets how one class is kept from now on. A manager's to do; what was set before stays readable. */
  set(actor: Actor, key: string, row: NewRecordClass, at: string): Promise<Decided> {
    if (!mayDo(actor, 'setRecordClass')) return Promise.resolve(notYours);
    return once(this.database, this.commands, { actor, key, said: ['record class', row], at }, async (rows) => {
      const wrong = wrongWith(row);
      if (wrong.length > 0) return refused(...wrong);
      return { ok: true, id: await this.register.add(rows, actor.serviceId, row, actor.id, at) };
    });
  }

  private async now(actor: Actor): Promise<RecordClass[]> {
    const { service, set } = await this.register.all(this.database.as(scopeOf(actor)), actor.serviceId);
    return inForce(service, set);
  }
}

const isCount = (n: number, most: number): boolean => Number.isInteger(n) && n >= 0 && n <= most;

function wrongWith(row: NewRecordClass): string[] {
  const { removal } = recordClasses[row.class];
  return [
    ...(removal === null && row.terms.length > 0
      ? ['Records of this class are never removed by a run: no period is set for them.']
      : []),
    ...(row.terms.some(({ years, days }) => !isCount(years, 150) || !isCount(days, 366))
      ? ['A period is a number of whole years, up to 150, and of days, up to 366.']
      : []),
    ...(row.controller.trim() === '' || row.why.trim() === '' || row.source.trim() === ''
      ? ['Say who answers for the records, why they are kept, and where the period comes from.']
      : []),
  ];
}
