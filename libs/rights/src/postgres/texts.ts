// Consent texts on PostgreSQL: a port of libs/rights.
import type { Rows } from '#libs/database';
import type { ConsentText } from '../consent/texts.js';
import type { TextRegister } from '../consent/register.js';

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
