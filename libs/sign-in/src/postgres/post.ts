// Codes that wait to be sent: handed over one by one, and only for a person who may be reached safely at that moment (R11).
import { blockersBefore, type Actor, type Id } from '#libs/case';
import { serviceScope } from '#libs/database';
import type { Inviting } from './invitations.js';

/** A code on its way to one person. What is personal about them the post looks up itself. */
export interface Letter {
  readonly what: 'invitation' | 'oneTimeCode';
  readonly serviceId: Id;
  readonly caseId: Id;
  readonly participantId: Id;
  /** As it is written or read out. */
  readonly code: string;
}
/** What carries codes to safe channels. */
export interface Post {
  /** Takes a letter; throws when it cannot, and the letter waits on. It may be given the same one twice. */
  send(letter: Letter): Promise<void>;
}

interface Waiting {
  id: Id;
  what: Letter['what'];
  case_id: Id;
  participant_id: Id;
  waiting: Buffer;
}

const find = `
select i.id, 'invitation' as what, i.case_id, i.participant_id, i.waiting from invitation i
where i.service_id = $1 and i.waiting is not null and i.expires_at > $2
union all
select c.id, 'oneTimeCode', i.case_id, i.participant_id, c.waiting from one_time_code c join invitation i on i.id = c.invitation_id
where c.service_id = $1 and c.waiting is not null and c.used_at is null and c.expires_at > $2 and i.revoked_at is null and i.expires_at > $2
limit 50`;
const sent = {
  invitation: 'update invitation set waiting = null, sent_at = $2 where id = $1',
  oneTimeCode: 'update one_time_code set waiting = null, sent_at = $2 where id = $1',
} as const;

/** Gives the post what waits in a service; a code for a person who cannot be reached safely now is left waiting. Gives how many went out. */
export async function deliver(inviting: Inviting, post: Post, serviceId: Id, at: string): Promise<number> {
  const { database, cases, keys } = inviting;
  const clock: Actor = { kind: 'clock', id: 'clock', serviceId };
  const { rows: waiting } = await database.as(serviceScope(serviceId)).query<Waiting>(find, [serviceId, at]);
  let out = 0;
  for (const one of waiting) {
    const { file } = await cases.loadForCommand(clock, one.case_id, '');
    const code = keys.open(one.waiting);
    if (!file || code === null) continue;
    if (blockersBefore('approach', file.stored.facts, at, file.settings, { about: one.participant_id }).length > 0)
      continue;
    await post.send({ what: one.what, serviceId, caseId: one.case_id, participantId: one.participant_id, code });
    await database.as(serviceScope(serviceId)).query(sent[one.what], [one.id, at]);
    out += 1;
  }
  return out;
}
