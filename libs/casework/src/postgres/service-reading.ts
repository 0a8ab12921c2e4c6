// A service as a whole on PostgreSQL: its areas and numbers, its queue of messages, and what a participant was told.
import { seesHidden, type Actor, settingsOf } from '#libs/case';
import { scopeOf, enforced, idOf, ofCases, type Checks } from '#libs/permissions';
import { type Cursors, type Database, type Listed, noRows, type Page, pageOf } from '#libs/database';
import type { MessageRow, ServiceReading, ServiceRow } from '../service-reading.js';
import type { NoticeRow } from '../reading.js';
import { namesNobodyHidden } from './hidden.js';

const serviceSql = `
select s.id, s.name, s.settings::text as settings, coalesce((
  select json_agg(json_build_object('id', a.id, 'name', a.name, 'commissioner', m.name, 'from', k.starts_on, 'until', k.ends_on) order by a.name, m.name)
  from commission k join area a on a.id = k.area_id join commissioner m on m.id = k.commissioner_id
  where k.service_id = s.id and k.starts_on <= $2::date and (k.ends_on is null or k.ends_on > $2::date)), '[]') as areas
from service s where s.id = $1`;

const noticesSql = `
select n.case_id as "caseId", n.id as "noticeId", n.recipient_id as "recipientId", n.process_id as "processId", n.template, n.not_before as "notBefore",
  n.queued_at as "queuedAt", n.cancelled_at as "cancelledAt", n.sent_at as "sentAt"
from notice n join case_file c on c.id = n.case_id`;

// A message that was withdrawn after its moment had been told by then: it does not vanish from under the reader.
const messagesSql = `
select n.case_id as "caseId", n.recipient_id as "recipientId", n.template, n.not_before as "notBefore"
from participant p join notice n on n.case_id = p.case_id and n.recipient_id = p.id
where p.service_id = $1 and p.person_id = $2 and n.not_before <= $3 and (n.cancelled_at is null or n.cancelled_at > n.not_before)
order by n.not_before, n.template`;

export class PgServiceReading implements ServiceReading {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly checks: Checks = enforced,
  ) {}

  async service(actor: Actor, today: string): Promise<ServiceRow | null> {
    if (actor.kind !== 'staff') return null;
    const { rows } = await this.database
      .as(scopeOf(actor))
      .query<Omit<ServiceRow, 'settings' | 'own'> & { settings: string }>(serviceSql, [actor.serviceId, today]);
    const row = rows[0];
    return row
      ? { ...row, settings: settingsOf(row.settings), own: Object.keys(JSON.parse(row.settings) as object) }
      : null;
  }

  async notices(actor: Actor, { waiting }: { waiting?: boolean }, page: Page): Promise<Listed<NoticeRow>> {
    if (actor.kind !== 'staff') return noRows;
    const where = ['n.service_id = $1', ofCases(actor, 'n.case_id'), this.checks.detailsTo(actor, '$1', '$2')];
    if (!seesHidden(actor)) where.push(namesNobodyHidden('n.case_id', 'n.recipient_id::text'));
    if (waiting !== undefined) where.push(`${waiting ? '' : 'not '}(n.cancelled_at is null and n.sent_at is null)`);
    const order = [
      ['n.not_before', 'timestamptz'],
      ['n.case_id', 'uuid'],
      ['n.id', 'text'],
    ] as const;
    const list = {
      name: `notices ${waiting ?? 'all'} ${actor.id}`,
      select: noticesSql,
      where,
      values: [actor.serviceId, idOf(actor)],
      order: [...order],
      descending: false,
    };
    return pageOf<NoticeRow>(this.database.as(scopeOf(actor)), this.cursors, list, page, (row) => [
      row.notBefore,
      row.caseId,
      row.noticeId,
    ]);
  }

  async messages(actor: Actor, at: string): Promise<MessageRow[]> {
    if (actor.kind !== 'participant') return [];
    return (await this.database.as(scopeOf(actor)).query<MessageRow>(messagesSql, [actor.serviceId, actor.id, at]))
      .rows;
  }
}
