// Requests of the people it is about, and everything held about one of them, on PostgreSQL.
import { upgrade, type Facts, type NoticeTemplate, settingsOf, type StoredCase } from '#libs/case';
import { pageOf, type Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import type { AccessRegister, Decision, SubjectRequest } from '../access/requests.js';
import type { HeldText, PartHeld } from '../access/assemble.js';
import { journalOf, placeOfText, storedColumns } from '#libs/casework';
import { sharingRegister } from './sharing.js';
import { textRegister } from './texts.js';

const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;
const requestSql = `
select r.id, r.person_id as "personId", ${day('r.received_on')} as "receivedOn", ${day('r.due_on')} as "dueOn", r.recorded_at as "recordedAt",
  r.recorded_by as "recordedBy", r.answered_at as "answeredAt", r.answered_by as "answeredBy"
from subject_request r`;

const partsSql = `
select p.id as "participantId", c.id as "caseId", c.reference, ${storedColumns}
from participant p join case_file c on c.id = p.case_id where p.service_id = $1 and p.person_id = $2 order by c.opened_at, p.id`;
type PartRow = StoredCase & Pick<PartHeld, 'participantId' | 'caseId' | 'reference'>;

// As a participant is told (service-reading.ts): what was told once stays told.
const messagesSql = `
select template, ${day('not_before')} as "on" from notice where case_id = $1 and recipient_id = $2 and not_before <= $3
  and (cancelled_at is null or cancelled_at > not_before) order by not_before, template`;

// Days and neutral words: a moment or a role would tell what somebody else had just done. Reads by the person of their own part are not
// named, unless somebody who works here had helped them to sign in.
const readsSql = `
select distinct to_char(at at time zone 'Europe/London', 'YYYY-MM-DD') as "on", assisted_by is not null as helped from read_record
where service_id = $1 and person_ids && concord_same($2) and purpose <> 'none' and (purpose <> 'ownPart' or assisted_by is not null) order by 1, 2`;
const SOMEBODY = 'Somebody who works here, or a program of ours, for your case';
const HELPED = 'You, signed in with a code that somebody who works here read out';

/** What is asked of libs/people: the values held about one person, with what each field is called. */
export type ValuesOf = (
  rows: Rows,
  serviceId: string,
  personId: string,
) => Promise<{ field: string; says: string; value: string }[]>;

/** The register over this sealing and these values. */
export const accessRegister = (sealing: Sealing, valuesOf: ValuesOf): AccessRegister => ({
  requests: (rows, cursors, { id: actorId, serviceId }, page) => {
    const list = {
      name: `subject requests ${actorId}`,
      select: requestSql,
      where: ['r.service_id = $1'],
      values: [serviceId],
      order: [
        ['(r.answered_at is not null)', 'boolean'] as const,
        ['r.due_on', 'date'] as const,
        ['r.id', 'uuid'] as const,
      ],
      descending: false,
    };
    return pageOf<SubjectRequest>(rows, cursors, list, page, (row) => [
      `${row.answeredAt !== null}`,
      row.dueOn,
      row.id,
    ]);
  },
  request: async (rows, serviceId, id) =>
    (await rows.query<SubjectRequest>(`${requestSql} where r.service_id = $1 and r.id = $2`, [serviceId, id]))
      .rows[0] ?? null,
  addRequest: async (rows, serviceId, personId, receivedOn, months, by, at) => {
    const added = await rows.query<{ id: string }>(
      `insert into subject_request (service_id, person_id, received_on, due_on, recorded_at, recorded_by)
       select $1, p.id, $3::date, ($3::date + make_interval(months => $4))::date, $5, $6 from person p
       where p.id = concord_one($2) and p.service_id = $1 and not exists (select from staff s where s.id = p.id) returning id`,
      [serviceId, personId, receivedOn, months, at, by],
    );
    return added.rows[0]?.id ?? null;
  },
  decisions: async (rows, requestId) =>
    (
      await rows.query<Decision & { at: string; by: string }>(
        'select distinct on (item) item, ground, at, by from subject_review where request_id = $1 order by item, at desc',
        [requestId],
      )
    ).rows,
  decide: async (rows, serviceId, requestId, decisions, by, at) => {
    await rows.query(
      `insert into subject_review (request_id, service_id, item, release, ground, at, by)
       select $1, $2, d.item, d.ground is null, d.ground, $3, $4 from json_to_recordset($5) as d (item text, ground text)
       on conflict (request_id, item, at) do nothing`,
      [requestId, serviceId, at, by, JSON.stringify(decisions)],
    );
  },
  answered: async (rows, serviceId, requestId, by, at, hash) => {
    await rows.query(
      `update subject_request set answered_at = $3, answered_by = $4, answer_hash = $5
       where id = $2 and service_id = $1 and answered_at is null`,
      [serviceId, requestId, at, by, hash],
    );
  },
  subject: async (rows, serviceId, personId, at) => {
    const found = (await rows.query<PartRow>(partsSql, [serviceId, personId])).rows;
    const parts: PartHeld[] = [];
    for (const { machineVersion, state, facts, ...part } of found)
      parts.push({
        ...part,
        facts: upgrade({ machineVersion, state, facts }).facts satisfies Facts,
        entries: await journalOf(rows, part.caseId),
        texts: await textsOf(rows, sealing, serviceId, part.caseId),
        messages: (
          await rows.query<{ template: NoticeTemplate; on: string }>(messagesSql, [part.caseId, part.participantId, at])
        ).rows,
      });
    const disclosures = await sharingRegister.disclosuresAbout(rows, sealing, serviceId, personId);
    const words = new Map(parts.flatMap(({ texts }) => texts.map((text) => [text.id, text.words] as const)));
    const reads = await rows.query<{ on: string; helped: boolean }>(readsSql, [serviceId, personId]);
    return {
      personId,
      values: await valuesOf(rows, serviceId, personId),
      parts,
      disclosures: disclosures.map((one) => (one.textId ? { ...one, what: words.get(one.textId) ?? null } : one)),
      reads: reads.rows.map(({ on, helped }) => ({ on, who: helped ? HELPED : SOMEBODY })),
      consentTexts: await textRegister.all(rows, serviceId),
    };
  },
  months: async (rows, serviceId) => {
    const { rows: found } = await rows.query<{ settings: string }>(
      'select settings::text as settings from service where id = $1',
      [serviceId],
    );
    return settingsOf(found[0]?.settings ?? '{}').subjectAccessMonths;
  },
});

async function textsOf(rows: Rows, sealing: Sealing, serviceId: string, caseId: string): Promise<HeldText[]> {
  const found = await rows.query<
    Omit<HeldText, 'words'> & { sealedFor: string; sealed: Buffer; wrapped: Buffer | null }
  >(
    `select t.id, t.audience, t.owner_id as "sealedFor", concord_one(t.owner_id) as "ownerId", t.at, t.words as sealed, ${sealing.keySql('t.service_id', 't.owner_id')} as wrapped
     from text t where t.service_id = $1 and t.case_id = $2 order by t.at, t.id`,
    [serviceId, caseId],
  );
  return found.rows.map(({ sealedFor, sealed, wrapped, ...text }) => ({
    ...text,
    words: sealing.open(serviceId, sealedFor, placeOfText(text.id), sealed, wrapped),
  }));
}
