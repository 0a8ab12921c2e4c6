// What staff do for a participant who is to sign in: invite, take back, read out a one-time code to a person they have identified.
import {
  blocker,
  blockersBefore,
  isInformed,
  mayAct,
  seesDetails,
  type Actor,
  type Blocker,
  type CaseAct,
  type Id,
} from '#libs/case';
import { scopeOf } from '#libs/permissions';
import type { CaseFile, CaseStore } from '#libs/casework';
import type { Rows } from '#libs/database';
import { hadItsCodes, tooManyWrong, type Entry } from './entry.js';
import { asService } from './visitor-scope.js';

/** How an invitation code reaches a person. */
export type InvitationWay = 'post' | 'phone' | 'inPerson' | 'safeChannel';
/** How a member of staff made sure who they speak to. */
export type IdentityCheck = 'inPerson' | 'calledBack' | 'questions';
export type InvitationState = 'waiting' | 'open' | 'blocked' | 'used' | 'revoked' | 'expired';
/** An invitation as staff see it. Instants are ISO. */
export interface InvitationMade {
  readonly id: Id;
  readonly participantId: Id;
  readonly how: InvitationWay;
  readonly state: InvitationState;
  readonly madeAt: string;
  readonly madeById: Id;
  readonly expiresAt: string;
  /** Who read out the code of the session that came of it, and how they made sure to whom; null where nobody did. */
  readonly assistedById: Id | null;
  readonly checked: IdentityCheck | null;
}
/** Done; or what stands before it; or there is no such case, participant or invitation for this actor. */
export type Done<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly why: 'blocked' | 'not-found'; readonly blockers: readonly Blocker[] };

/** What these need beside what entry needs: how a case is read for an actor. */
export interface Inviting extends Entry {
  readonly cases: Pick<CaseStore, 'loadForCommand'>;
}

const notFound = { ok: false, why: 'not-found', blockers: [] } as const;
const notTheirs = { ok: false, why: 'blocked', blockers: [] } as const;
/** What staff see of an invitation `i`; the parameters are the instant, and the codes sent and the wrong ones tried in a day at most. */
const columns = (at: string, codes: string, wrong: string): string => `i.id, i.participant_id as "participantId", i.how,
  i.made_at as "madeAt", i.made_by as "madeById", i.expires_at as "expiresAt",
  case when i.revoked_at is not null then 'revoked' when i.used_at is not null then 'used' when i.expires_at <= ${at} then 'expired'
  when i.waiting is not null then 'waiting' when ${tooManyWrong(at, wrong)} or ${hadItsCodes(at, codes)} then 'blocked' else 'open' end as state,
  (select s.assisted_by from session s where s.invitation_id = i.id order by s.began_at desc limit 1) as "assistedById",
  (select s.checked from session s where s.invitation_id = i.id order by s.began_at desc limit 1) as checked`;

/** The case, when this actor sees what is in it. */
async function caseOf({ cases }: Inviting, actor: Actor, caseId: Id): Promise<CaseFile | null> {
  const { file } = await cases.loadForCommand(actor, caseId, '');
  return file && actor.kind === 'staff' && seesDetails(actor, file.stored.facts) ? file : null;
}

const firstContact: Blocker = { rule: 'outstanding', about: 'firstContact', who: 'facilitator', since: null };

/** Why this actor may not let this participant in now: R4, R7 and R11, as for any approach. */
function mayLetIn(file: CaseFile, actor: Actor, act: CaseAct, participantId: Id, at: string): Done<{ personId: Id }> {
  const { facts } = file.stored;
  const person = facts.people.participants[participantId];
  if (!person) return notFound;
  if (!mayAct(actor, act, facts)) return notTheirs;
  const blockers = [
    ...blockersBefore('approach', facts, at, file.settings, { about: participantId }),
    // The service speaks with a person first: they do not learn of a case by a letter about signing in.
    ...(isInformed(facts, participantId) ? [] : [firstContact]),
  ];
  return blockers.length > 0 ? { ok: false, why: 'blocked', blockers } : { ok: true, personId: person.personId };
}

/** Makes an invitation, for a lead, co-facilitator or coordinator; earlier ones are revoked, and those that were used bring nobody back. The code is in this answer alone, unless the service is to send it. */
export async function invite(
  inviting: Inviting,
  actor: Actor,
  { caseId, participantId, how }: { caseId: Id; participantId: Id; how: InvitationWay },
  at: string,
): Promise<Done<{ invitation: InvitationMade; code: string | null; personId: Id }>> {
  const { database, keys, numbers } = inviting;
  const file = await caseOf(inviting, actor, caseId);
  if (!file) return notFound;
  const may = mayLetIn(file, actor, 'invite', participantId, at);
  if (!may.ok) return may;
  const code = keys.makeInvitationCode();
  const sent = how === 'safeChannel';
  const until = new Date(Date.parse(at) + numbers.invitationDays * 86_400_000).toISOString();
  const made = await database.within(scopeOf(actor), async (rows) => {
    await rows.query(
      `update invitation set revoked_at = $3, revoked_by = $4, waiting = null where case_id = $1 and participant_id = $2 and revoked_at is null and used_at is null`,
      [caseId, participantId, at, actor.id],
    );
    await rows.query(
      `update invitation set expires_at = least(expires_at, $3) where case_id = $1 and participant_id = $2 and revoked_at is null and used_at is not null`,
      [caseId, participantId, at],
    );
    return rows.query<InvitationMade>(
      `insert into invitation as i (service_id, case_id, participant_id, code_hash, how, made_at, made_by, expires_at, waiting)
       values ($1, $3, $4, $5, $6, $2, $7, $8, $9) returning ${columns('$2', '$10', '$11')}`,
      [
        file.serviceId,
        at,
        caseId,
        participantId,
        keys.invitationHashes(code)?.[0],
        how,
        actor.id,
        until,
        sent ? keys.seal(code) : null,
        numbers.codesADay,
        numbers.wrongCodesADay,
      ],
    );
  });
  return {
    ok: true,
    invitation: made.rows[0] as InvitationMade,
    code: sent ? null : code,
    personId: may.personId,
  };
}

/** Takes an invitation back and ends what came of it; false when there is none that this actor may take back. */
export async function revoke(
  inviting: Inviting,
  actor: Actor,
  { caseId, invitationId }: { caseId: Id; invitationId: Id },
  at: string,
): Promise<boolean> {
  const file = await caseOf(inviting, actor, caseId);
  if (!file || !mayAct(actor, 'revokeInvitation', file.stored.facts)) return false;
  return inviting.database.within(scopeOf(actor), async (rows) => {
    const taken = await rows.query(
      `update invitation set revoked_at = $3, revoked_by = $4, waiting = null where id = $2 and case_id = $1 and revoked_at is null and (expires_at > $3 or used_at is not null) returning id`,
      [caseId, invitationId, at, actor.id],
    );
    if (taken.rows.length === 0) return false;
    await asService(rows, file.serviceId);
    await rows.query(`select set_config('concord.who', '', true)`);
    await rows.query('update session set ended_at = $2 where invitation_id = $1 and ended_at is null', [
      invitationId,
      at,
    ]);
    return true;
  });
}

/** Makes a one-time code for a member of staff to read out; kept with who read it and how they checked. Whoever knows the invitation code reads out no other. */
export async function assist(
  inviting: Inviting,
  actor: Actor,
  { caseId, participantId, checked }: { caseId: Id; participantId: Id; checked: IdentityCheck },
  at: string,
): Promise<Done<{ code: string; expiresAt: string; personId: Id }>> {
  const { database, keys, numbers } = inviting;
  const file = await caseOf(inviting, actor, caseId);
  if (!file) return notFound;
  const may = mayLetIn(file, actor, 'assistSignIn', participantId, at);
  if (!may.ok) return may;
  const expiresAt = new Date(Date.parse(at) + numbers.codeMinutes * 60_000).toISOString();
  return database.within(scopeOf(actor), async (rows) => {
    const found = await usable(rows, caseId, participantId, at);
    if (found === null) return notTheirs;
    const { id, madeById, how, codeHash } = found;
    // Who has both codes could come in as the person. Only an invitation that the service sends is not known to its maker.
    if (madeById === actor.id && how !== 'safeChannel')
      return { ok: false, why: 'blocked', blockers: [blocker('sameHand', participantId, 'coordinator')] } as const;
    const code = keys.makeOneTimeCode('readOut', codeHash);
    await rows.query(
      'insert into one_time_code (service_id, invitation_id, code_hash, made_at, expires_at, read_by, checked) values ($1, $2, $3, $4, $5, $6, $7)',
      [file.serviceId, id, keys.codeHashes(id, code)[0], at, expiresAt, actor.id, checked],
    );
    return { ok: true, code, expiresAt, personId: may.personId } as const;
  });
}

interface Usable extends Pick<InvitationMade, 'id' | 'madeById' | 'how'> {
  readonly codeHash: Buffer;
}

async function usable(rows: Rows, caseId: Id, participantId: Id, at: string): Promise<Usable | null> {
  const { rows: found } = await rows.query<Usable>(
    'select id, made_by as "madeById", how, code_hash as "codeHash" from invitation where case_id = $1 and participant_id = $2 and revoked_at is null and expires_at > $3 order by made_at desc limit 1',
    [caseId, participantId, at],
  );
  return found[0] ?? null;
}

/** Invitations of a case, newest first; none for an actor who does not see the case's details. */
export async function invitationsOf(
  inviting: Inviting,
  actor: Actor,
  caseId: Id,
  at: string,
): Promise<InvitationMade[]> {
  if (!(await caseOf(inviting, actor, caseId))) return [];
  const { rows } = await inviting.database
    .as(scopeOf(actor))
    .query<InvitationMade>(
      `select ${columns('$2', '$3', '$4')} from invitation i where i.case_id = $1 order by i.made_at desc, i.id limit 50`,
      [caseId, at, inviting.numbers.codesADay, inviting.numbers.wrongCodesADay],
    );
  return rows;
}
