// The same command as it is usually written: an entity manager, one transaction, and save() for everything that changes.
import { DataSource, EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { decide, may, summary, type CaseEvent, type Facts, type StoredCase, settingsOf } from '#libs/case';
import { canonical, sha256 } from '#libs/hash-chain';
import { nextEntry } from '#libs/casework';
import type { ApiOptions } from '../../../api/src/index.js';
import type { ServerOrders } from './orders.js';

type Tell = ApiOptions['casework']['tell'];
type Columns = Record<string, EntitySchemaColumnOptions>;

const text = { type: 'text' } as const;
const time = { type: 'timestamptz' } as const;
const id = { type: 'uuid', primary: true } as const;
const uuid = { type: 'uuid' } as const;
const int = { type: 'int' } as const;
const json = { type: 'jsonb' } as const;
const bytes = { type: 'bytea' } as const;
const or = <T extends object>(column: T) => ({ ...column, nullable: true });
const list = <T extends object>(column: T) => ({ ...column, array: true });

interface CaseRow {
  id: string;
  service_id: string;
  revision: number;
  machine_version: number;
  state: StoredCase['state'];
  facts: Facts;
  last_hash: Buffer;
}
const CaseEntity = entity<CaseRow>('case_file', {
  id,
  service_id: uuid,
  area_id: or(uuid),
  reference: text,
  revision: int,
  machine_version: int,
  state: json,
  facts: json,
  last_hash: bytes,
  stage: text,
  step: or(text),
  stage_since: time,
  next_step: or(text),
  lead_id: or(uuid),
  staff_ids: list(uuid),
  undeclared_ids: list(uuid),
  process_type: or(text),
  direct: or(text),
  waiting_on: or(text),
  waiting_rule: or(text),
  waiting_since: text,
  open_concerns: int,
  sensitive: { type: 'boolean' },
  flags: list(text),
  points: int,
  opened_at: time,
  updated_at: time,
  closed_at: or(time),
  closed_because: or(text),
});
const JournalEntity = entity<object>('journal', {
  case_id: id,
  seq: { ...int, primary: true },
  service_id: uuid,
  at: time,
  by: text,
  type: text,
  event: json,
  prev_hash: bytes,
  hash: bytes,
});
const AnswerEntity = entity<{ actor_id: string; key: string; revision: number; case_id: string }>('answer', {
  actor_id: { ...text, primary: true },
  key: { ...text, primary: true },
  service_id: uuid,
  case_id: uuid,
  request_hash: bytes,
  revision: int,
  at: time,
});
const ServiceEntity = entity<{ id: string; settings: object }>('service', { id, settings: json });

function entity<Row extends object>(name: string, columns: Columns, schema?: string): EntitySchema<Row> {
  return new EntitySchema<Row>({ name, tableName: name, ...(schema && { schema }), columns: columns as never });
}

interface JobRow {
  id: string;
  singleton_key: string;
  start_after: string;
  data: object;
}

/** Opens a data source of its own on the same tables and gives the command. The row is locked while Node decides, as usual. */
export async function saveTell({ url, jobs }: ServerOrders): Promise<Tell> {
  const [schema = '', table = ''] = jobs.split('.');
  const JobEntity = entity<JobRow>(
    table,
    {
      id: { ...id, generated: 'uuid' },
      name: text,
      data: json,
      singleton_key: text,
      start_after: time,
      keep_until: time,
      policy: text,
      retry_limit: int,
      retry_delay: int,
      retry_backoff: { type: 'boolean' },
    },
    schema,
  );
  const source = new DataSource({
    type: 'postgres',
    extra: { connectionString: url },
    poolSize: 10,
    entities: [CaseEntity, JournalEntity, AnswerEntity, ServiceEntity, JobEntity],
    logging: false,
  });
  await source.initialize();
  return (actor, { caseId, key, event: said }) =>
    source.transaction(async (manager) => {
      const kept = await manager.findOneBy(AnswerEntity, { actor_id: actor.id, key });
      if (kept) return { ok: true, caseId: kept.case_id, revision: kept.revision };
      const file = await manager.findOne(CaseEntity, {
        where: { id: caseId, service_id: actor.serviceId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!file) return { ok: false, why: 'not-found' };
      const service = await manager.findOneByOrFail(ServiceEntity, { id: file.service_id });
      const settings = settingsOf(JSON.stringify(service.settings));
      const at = new Date().toISOString();
      const event = { ...said, at, by: actor.id } as CaseEvent;
      if (!may(actor, event, file.facts)) return { ok: false, why: 'not-permitted', blockers: [] };
      const decision = decide(
        { machineVersion: file.machine_version, state: file.state, facts: file.facts },
        event,
        settings,
      );
      if (!decision.ok) return decision;
      const revision = file.revision + 1;
      const entry = nextEntry(caseId, revision, event, file.last_hash);
      const s = summary(decision.next, at, settings);
      Object.assign(file, {
        revision,
        machine_version: decision.next.machineVersion,
        state: decision.next.state,
        facts: decision.next.facts,
        last_hash: entry.hash,
        stage: s.stage,
        step: s.step,
        stage_since: s.stageSince,
        next_step: s.nextStep,
        lead_id: s.leadId,
        staff_ids: s.staffIds,
        undeclared_ids: s.undeclaredIds,
        process_type: s.processType,
        direct: s.direct,
        waiting_on: s.waitingOn,
        waiting_rule: s.waitingRule,
        waiting_since: s.waitingSince ?? 'infinity',
        open_concerns: s.openConcerns,
        sensitive: s.sensitive,
        flags: s.flags,
        points: s.points,
        updated_at: at,
      });
      await manager.save(CaseEntity, file);
      await manager.save(JournalEntity, {
        case_id: caseId,
        seq: revision,
        service_id: file.service_id,
        at,
        by: actor.id,
        type: event.type,
        event: entry.event,
        prev_hash: entry.prevHash,
        hash: entry.hash,
      });
      for (const effect of decision.effects) {
        if (effect.type !== 'schedule') continue;
        const singleton_key = `${caseId}/${effect.name}/${effect.about}`;
        const job = (await manager.findOneBy(JobEntity, { singleton_key })) ?? {
          name: 'deadline',
          singleton_key,
          policy: 'short',
          retry_limit: 12,
          retry_delay: 30,
          retry_backoff: true,
        };
        await manager.save(JobEntity, {
          ...job,
          start_after: effect.on,
          keep_until: new Date(Date.parse(effect.on) + 20 * 365 * 86_400_000).toISOString(),
          data: { serviceId: file.service_id, caseId, name: effect.name, about: effect.about, on: effect.on },
        });
      }
      await manager.save(AnswerEntity, {
        actor_id: actor.id,
        key,
        service_id: file.service_id,
        case_id: caseId,
        request_hash: sha256(canonical([caseId, said])),
        revision,
        at,
      });
      return { ok: true, caseId, revision };
    });
}
