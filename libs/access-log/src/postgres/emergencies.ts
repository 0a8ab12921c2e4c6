// Cases opened in an emergency: tried, opened, ended, acknowledged; each try counts, and is recorded before anything is shown.
import { mayDo, scopeOf, sightOf, type StaffActor } from '#libs/permissions';
import {
  serviceScope,
  type Cursors,
  type Database,
  type Listed,
  noRows,
  type Page,
  type Rows,
  pageOf,
} from '#libs/database';
import { settingsOf, isUuid, type Actor, type Id, type Settings } from '#libs/case';
import type { Sealing } from '#libs/sealing';
import type { Emergency, Opened } from '../emergency.js';
import { recordRead } from '../record-read.js';

type Row = Omit<Emergency, 'reason'> & { sealed: Buffer; wrapped: Buffer | null; place: string };
const TASK = 'emergencyAccess';
const placeOf = (id: Id): string => `emergency_access.reason/${id}`;

const findSql = `select c.id, c.staff_ids @> array[$4::uuid] as works, c.id = any (concord_connections($4::uuid)) as connected
from case_file c where c.service_id = $1 and (c.id = $2 or c.reference = $3)`;
const triesSql = `select s.settings::text as settings,
  (select count(*) from read_record r where r.service_id = s.id and r.kind = 'emergency' and r.by = $2 and r.at > $3::timestamptz - interval '1 day') as tries
from service s where s.id = $1`;

/** A case as it was said: its id, or its reference as it is read out, with or without the dash. */
function named(said: string): { id: Id | null; reference: string | null } {
  const text = said.trim();
  if (isUuid(text)) return { id: text.toLowerCase(), reference: null };
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '');
  return { id: null, reference: /^[0-9A-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null };
}

// What is done about an emergency is not for whoever is connected with its case (R42). `$2` is whoever does it.
const unconnected = 'case_id <> all (concord_connections($2::uuid))';

interface OfCase {
  caseId: Id;
}

export class PgEmergencies {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly cursors: Cursors,
  ) {}

  /** Opens a case for this actor at an ISO instant. One that they have open already is given again, and no second task is made. */
  async open(actor: Actor, said: string, reason: string, at: string): Promise<Opened> {
    if (!mayDo(actor, 'openInEmergency')) return { ok: false, why: 'not-found' };
    return this.database.within(serviceScope(actor.serviceId), async (rows) => {
      // One try at a time for each of the staff: a hundred at once are counted like a hundred one after the other.
      await rows.query(`select pg_advisory_xact_lock(hashtextextended('emergency ' || $1, 0))`, [actor.id]);
      const asked = named(said);
      const settings = await this.allowed(rows, actor, at);
      const { found, outcome } = settings
        ? await this.judge(rows, actor, asked, settings, reason)
        : { found: null, outcome: { ok: false, why: 'too-often' } as const };
      const sought = found ?? asked.id;
      const entry = { by: actor.id, at, kind: 'emergency', operation: 'openInEmergency' } as const;
      const cases = sought === null ? [] : [sought];
      await recordRead(rows, { ...entry, ...(outcome.ok ? { cases } : { inVain: cases }) });
      return outcome;
    });
  }

  private async allowed(rows: Rows, actor: StaffActor, at: string): Promise<Settings | null> {
    const { rows: found } = await rows.query<{ settings: string; tries: number }>(triesSql, [
      actor.serviceId,
      actor.id,
      at,
    ]);
    const { settings, tries } = found[0] ?? { settings: '{}', tries: 0 };
    const numbers = settingsOf(settings);
    return tries < numbers.emergencyTriesADay ? numbers : null;
  }

  private async judge(
    rows: Rows,
    actor: StaffActor,
    asked: ReturnType<typeof named>,
    { emergencyMinutes }: Settings,
    reason: string,
  ): Promise<{ found: Id | null; outcome: Opened }> {
    const values = [actor.serviceId, asked.id, asked.reference, actor.id];
    const { rows: cases } = await rows.query<{ id: Id; works: boolean; connected: boolean }>(findSql, values);
    const found = cases[0];
    // A facilitator who declared a connection sees nothing of the case, emergency or not (R42); the answer is that of an absent case.
    if (!found || found.connected) return { found: found?.id ?? null, outcome: { ok: false, why: 'not-found' } };
    if (found.works || sightOf(actor) === 'service') return { found: found.id, outcome: { ok: false, why: 'seen' } };
    const open = await this.openNow(rows, actor, found.id);
    const emergency = open ?? (await this.begin(rows, actor, found.id, reason, emergencyMinutes));
    return { found: found.id, outcome: { ok: true, emergency } };
  }

  /** The actor's own that is open now for a case; null when none is. */
  async openOf(actor: Actor, caseId: Id): Promise<Emergency | null> {
    if (!mayDo(actor, 'openInEmergency') || !isUuid(caseId)) return null;
    return this.openNow(this.database.as(serviceScope(actor.serviceId)), actor, caseId);
  }

  private async openNow(rows: Rows, { id, serviceId }: StaffActor, caseId: Id): Promise<Emergency | null> {
    const where = 'e.service_id = $1 and e.staff_id = $2 and e.case_id = $3 and e.ended_at is null and e.until > now()';
    const { rows: found } = await rows.query<Row>(`${this.select} where ${where}`, [serviceId, id, caseId]);
    return found[0] ? this.shown(serviceId, found[0]) : null;
  }

  private async begin(
    rows: Rows,
    { id: staffId, serviceId }: StaffActor,
    caseId: Id,
    reason: string,
    minutes: number,
  ): Promise<Emergency> {
    const id = crypto.randomUUID();
    const sealed = await this.sealing.seal(rows, serviceId, caseId, placeOf(id), reason);
    await rows.query(
      `insert into emergency_access (id, service_id, case_id, staff_id, reason, until) values ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
      [id, serviceId, caseId, staffId, sealed, minutes],
    );
    await rows.query(
      `insert into task (service_id, case_id, supplier, assignee_id, task, about, since) values ($1, $2, 'manager', null, '${TASK}', $3, now())`,
      [serviceId, caseId, id],
    );
    const { rows: made } = await rows.query<Row>(`${this.select} where e.id = $1`, [id]);
    return this.shown(serviceId, made[0] as Row);
  }

  /** Ends one before its time, for the one who opened it, a manager or a safeguarding lead. Gives its case; null when none of that id is open to them. */
  async end(actor: Actor, id: Id): Promise<Id | null> {
    if (!mayDo(actor, 'openInEmergency') || !isUuid(id)) return null;
    const { rows } = await this.database.as(serviceScope(actor.serviceId)).query<OfCase>(
      `update emergency_access set ended_at = now(), ended_by = $2
       where id = $3 and service_id = $1 and ended_at is null and until > now() and (staff_id = $2 or $4) and ${unconnected} returning case_id as "caseId"`,
      [actor.serviceId, actor.id, id, mayDo(actor, 'endEmergencyOfOthers')],
    );
    return rows[0]?.caseId ?? null;
  }

  /** Acknowledges one that another member of staff opened. Gives its case; null when none of that id waits. */
  async acknowledge(actor: Actor, id: Id): Promise<Id | null> {
    if (!mayDo(actor, 'acknowledgeEmergency') || !isUuid(id)) return null;
    const { rows } = await this.database.as(serviceScope(actor.serviceId)).query<OfCase>(
      `with noted as (update emergency_access set acknowledged_at = now(), acknowledged_by = $2
         where id = $3 and service_id = $1 and acknowledged_at is null and staff_id <> $2 and ${unconnected} returning id, case_id)
       update task t set done_at = now(), done_by = $2 from noted n
       where t.case_id = n.case_id and t.task = '${TASK}' and t.about = n.id::text returning t.case_id as "caseId"`,
      [actor.serviceId, actor.id, id],
    );
    return rows[0]?.caseId ?? null;
  }

  /** Latest first; those that wait to be acknowledged, those that were, or all. Empty for an actor who may not read them. */
  async list(actor: Actor, { acknowledged }: { acknowledged?: boolean }, page: Page): Promise<Listed<Emergency>> {
    if (!mayDo(actor, 'readEmergencies')) return noRows;
    const noted = acknowledged === undefined ? [] : [`e.acknowledged_at is ${acknowledged ? 'not ' : ''}null`];
    const list = {
      name: `emergencies ${acknowledged} ${actor.id}`,
      select: this.select,
      where: ['e.service_id = $1', ...noted],
      values: [actor.serviceId],
      order: [['e.opened_at', 'timestamptz'] as const, ['e.id', 'uuid'] as const],
      descending: true,
    };
    const rows = this.database.as(scopeOf(actor));
    const listed = await pageOf<Row>(rows, this.cursors, list, page, (row) => [row.place, row.id]);
    return {
      ...listed,
      rows: listed.rows.map(({ row, cursor }) => ({ row: this.shown(actor.serviceId, row), cursor })),
    };
  }

  private get select(): string {
    return `select e.id, e.case_id as "caseId", e.staff_id as "staffId", e.opened_at as "openedAt", e.opened_at::text as place, e.until, e.ended_at as "endedAt", e.ended_by as "endedBy",
      e.acknowledged_at as "acknowledgedAt", e.acknowledged_by as "acknowledgedBy", e.reason as sealed, ${this.sealing.keySql('e.service_id', 'e.case_id')} as wrapped from emergency_access e`;
  }

  private shown(serviceId: Id, { sealed, wrapped, place: _, ...row }: Row): Emergency {
    return { ...row, reason: this.sealing.open(serviceId, row.caseId, placeOf(row.id), sealed, wrapped) };
  }
}
