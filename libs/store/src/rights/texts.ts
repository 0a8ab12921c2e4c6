// Consent texts and done commands on PostgreSQL: the ports of libs/rights.
import { same, type Rows, type Sealing } from '#libs/casework';
import type { Commands, ConsentText, TextRegister } from '#libs/rights';

const columns = `id, purpose, nullif(about, '-') as about, version, language, words, encode(sha256, 'hex') as sha256, draft,
  published_at as "publishedAt", published_by as "publishedBy"`;

export const textRegister: TextRegister = {
  all: async (rows: Rows, serviceId, purpose) =>
    (
      await rows.query<ConsentText>(
        `select ${columns} from consent_text where service_id = $1 and ($2::text is null or purpose = $2)
         order by published_at desc, purpose, about, version, language`,
        [serviceId, purpose ?? null],
      )
    ).rows,
  add: async (rows, serviceId, { purpose, about, version, language, words }, { at, by, draft }) => {
    const added = await rows.query<{ id: string }>(
      `insert into consent_text (service_id, purpose, about, version, language, words, draft, published_at, published_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [serviceId, purpose, about ?? '-', version, language, words, draft, at, by],
    );
    return added.rows[0]?.id ?? null;
  },
};

/** What was done under which key, its words known by a keyed digest alone. */
export const doneCommands = (sealing: Pick<Sealing, 'commandDigests'>): Commands => ({
  requestHash: (said) => sealing.commandDigests(said)[0] as Buffer,
  isRequest: (kept, said) => sealing.commandDigests(said).some((digest) => same(digest, kept)),
  before: async (rows, actor, key) => {
    await rows.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`rights ${actor.id} ${key}`]);
    const found = await rows.query<{ requestHash: Uint8Array; made: string }>(
      'select request_hash as "requestHash", made from rights_command where actor_id = $1 and key = $2',
      [actor.id, key],
    );
    return found.rows[0] ?? null;
  },
  keep: async (rows, actor, { key, requestHash, made, at }) => {
    await rows.query(
      'insert into rights_command (actor_id, key, service_id, request_hash, made, at) values ($1, $2, $3, $4, $5, $6)',
      [actor.id, key, actor.serviceId, requestHash, made, at],
    );
  },
});
