// Who looked, and whose reading was unusual: pages of the record of reads, for managers and safeguarding leads.
import { type Cursors, type Database, type Listed, noRows, type Page, pageOf } from '#libs/database';
import { settingsOf, isUuid, type Actor, type Id, type Settings } from '#libs/case';
import { mayDo, scopeOf } from '#libs/permissions';
import { unusualReasons, type UnusualReason } from '../unusual.js';
import type { Days, AccessLog, ReadRow, UnusualRow } from '../access-log.js';
import { isHit, unusualSql } from './unusual.js';

// The hours of a service are those of England and Wales.
const ZONE = 'Europe/London';
const select = `select r.seq, r.at, r.by, r.kind, r.operation, r.purpose, r.case_ids as "caseIds", r.person_ids as "personIds", r.assisted_by as "assistedBy" from read_record r`;

export class PgAccessLog implements AccessLog {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async whoLooked(actor: Actor, of: { caseId: Id } | { personId: Id }, page: Page): Promise<Listed<ReadRow>> {
    const id = 'caseId' in of ? of.caseId : of.personId;
    if (!mayDo(actor, 'readAccessLog') || !isUuid(id)) return noRows;
    // Several records may be one person: a read of any of them is a read of that person.
    const looked =
      'caseId' in of
        ? 'r.seq = any ((select concord_reads_of_case($2::uuid))::bigint[])'
        : 'r.seq = any ((select concord_reads_of_persons(concord_same($2::uuid)))::bigint[])';
    return this.page(actor, `who looked ${looked} ${id}`, [looked], [id], page);
  }

  async unusual(actor: Actor, days: Days): Promise<UnusualRow[]> {
    if (!mayDo(actor, 'readAccessLog')) return [];
    const values = await this.spanOf(actor, days);
    return (await this.rowsFor(actor).query<UnusualRow>(unusualSql, values)).rows;
  }

  async unusualReads(
    actor: Actor,
    { reason, staffId, ...days }: { reason: UnusualReason; staffId: Id } & Days,
    page: Page,
  ): Promise<Listed<ReadRow>> {
    if (!mayDo(actor, 'readAccessLog') || !isUuid(staffId) || !Object.hasOwn(unusualReasons, reason)) return noRows;
    const [, ...span] = await this.spanOf(actor, days);
    const name = `unusual ${reason} ${staffId} ${days.from} ${days.to}`;
    return this.page(actor, name, [isHit(reason, '$6::uuid')], [...span, staffId], page);
  }

  /** The numbers of the actor's service. */
  async settings(actor: Actor): Promise<Settings> {
    const { rows } = await this.rowsFor(actor).query<{ settings: string }>(
      'select settings::text from service where id = $1',
      [actor.serviceId],
    );
    return settingsOf(rows[0]?.settings ?? '{}');
  }

  private async spanOf(actor: Actor, { from, to }: Days): Promise<unknown[]> {
    const { bankHolidays: _, safeguardingOnCall: __, ...numbers } = await this.settings(actor);
    return [actor.serviceId, from, to, JSON.stringify(numbers), ZONE];
  }

  private page(actor: Actor, name: string, where: string[], values: unknown[], page: Page): Promise<Listed<ReadRow>> {
    const list = {
      name: `${name} ${actor.id}`,
      select,
      where: ['r.service_id = $1', ...where],
      values: [actor.serviceId, ...values],
      order: [['r.seq', 'bigint'] as const],
      descending: true,
    };
    return pageOf<ReadRow>(this.rowsFor(actor), this.cursors, list, page, (row) => [String(row.seq)]);
  }

  private readonly rowsFor = (actor: Actor) => this.database.as(scopeOf(actor));
}
