// Two records are one person, or are two: decided with a reason. A merge moves and destroys nothing, so that taking it back leaves no trace.
import type { Actor, Id } from '#libs/case';
import { notYours, refused, type Decided } from '#libs/commands';
import type { Rows } from '#libs/database';
import { mayDo } from '#libs/permissions';
import { decideOnce, isConnected, NO_SUCH_PERSON, personOf, type DecisionNeeds } from './decision.js';

/** Whether a pair stands across the sides: then it is the safeguarding lead's alone. */
async function isAcross(rows: Rows, one: Id, other: Id): Promise<boolean> {
  const { rows: found } = await rows.query<{ across: boolean }>('select concord_across($1, $2) as across', [
    one,
    other,
  ]);
  return found[0]?.across !== false;
}

// The index of participants follows: told_id is what the case says, person_id whom they are read as (see the trigger).
const follow = (rows: Rows, of: readonly Id[]) =>
  rows.query('update participant set person_id = told_id where told_id = any($1::uuid[])', [of]);
const recordsOf = async (rows: Rows, id: Id): Promise<Id[]> =>
  (await rows.query<{ same: Id[] }>('select concord_same($1) as same', [id])).rows[0]?.same ?? [id];

/**
 * Who somebody is has changed: their sessions end, invitations and ways to sign in of either record are taken back, and each comes
 * in again only after staff have made sure who they are.
 */
async function shut(rows: Rows, serviceId: Id, records: readonly Id[], at: string): Promise<void> {
  const of = [records, serviceId, at];
  await rows.query('update person set subject = null where id = any($1::uuid[]) and service_id = $2', of.slice(0, 2));
  await rows.query(
    `update session set ended_at = $3 where person_id = any($1::uuid[]) and service_id = $2 and kind = 'participant' and ended_at is null`,
    of,
  );
  await rows.query(
    `update invitation i set revoked_at = $3, waiting = null from participant p
     where p.told_id = any($1::uuid[]) and p.service_id = $2 and i.case_id = p.case_id and i.participant_id = p.id and i.revoked_at is null`,
    of,
  );
}

/** `keptId` goes on and `goneId` is read as it. For a pair across the sides, only the safeguarding lead is not answered "no such person". */
export function mergePersons(
  using: DecisionNeeds,
  actor: Actor,
  key: string,
  { keptId, goneId, reason }: { keptId: Id; goneId: Id; reason: string },
  at: string,
): Promise<Decided> {
  if (!mayDo(actor, 'decideSuggestions')) return Promise.resolve(notYours);
  return decideOnce(using, { actor, key, said: ['merge', keptId, goneId], reason, at }, async (rows, record) => {
    const { serviceId } = actor;
    const [kept, gone] = [await personOf(rows, actor, keptId), await personOf(rows, actor, goneId)];
    if (kept === null || gone === null) return NO_SUCH_PERSON;
    if (kept === gone) return refused('They are one person already.');
    const across = await isAcross(rows, kept, gone);
    if (across && !mayDo(actor, 'decideAcrossSides')) return NO_SUCH_PERSON;
    const moved = await recordsOf(rows, gone);
    const id = await record({ what: 'merged', personId: kept, otherId: gone, across });
    await rows.query('insert into person_merge (gone_id, service_id, kept_id, decision_id) values ($1, $2, $3, $4)', [
      gone,
      serviceId,
      kept,
      id,
    ]);
    await follow(rows, moved);
    await shut(rows, serviceId, await recordsOf(rows, kept), at);
    return { ok: true, id };
  });
}

/** Takes a merge back, whatever was merged before or after it: the two records are read apart again. */
export function undoMerge(
  using: DecisionNeeds,
  actor: Actor,
  key: string,
  { mergeId, reason }: { mergeId: Id; reason: string },
  at: string,
): Promise<Decided> {
  if (!mayDo(actor, 'decideSuggestions')) return Promise.resolve(notYours);
  return decideOnce(using, { actor, key, said: ['undo', mergeId], reason, at }, async (rows, record) => {
    const found = await rows.query<{ gone: Id; kept: Id; across: boolean }>(
      `select m.gone_id as gone, m.kept_id as kept, d.across from person_merge m join person_decision d on d.id = m.decision_id
       where m.decision_id = $1 and m.service_id = $2`,
      [mergeId, actor.serviceId],
    );
    const merge = found.rows[0];
    if (!merge || (merge.across && !mayDo(actor, 'decideAcrossSides'))) return refused('No such merge stands.');
    const { gone, kept, across } = merge;
    if (await isConnected(rows, actor, [kept, gone])) return refused('No such merge stands.');
    await shut(rows, actor.serviceId, await recordsOf(rows, kept), at);
    await rows.query('delete from person_merge where decision_id = $1', [mergeId]);
    await follow(rows, await recordsOf(rows, gone));
    const id = await record({ what: 'undone', personId: kept, otherId: gone, across, undoes: mergeId });
    return { ok: true, id, about: { persons: [kept, gone] } };
  });
}

/** Two records that look alike are two people: the pair is not shown again. */
export function dismissSuggestion(
  using: DecisionNeeds,
  actor: Actor,
  key: string,
  { suggestionId, reason }: { suggestionId: Id; reason: string },
  at: string,
): Promise<Decided> {
  if (!mayDo(actor, 'decideSuggestions')) return Promise.resolve(notYours);
  return decideOnce(using, { actor, key, said: ['dismiss', suggestionId], reason, at }, async (rows, record) => {
    const found = await rows.query<{ one: Id; other: Id; across: boolean }>(
      `select s.person_id as one, s.known_id as other, concord_across(s.person_id, s.known_id) as across
       from person_suggestion s where s.id = $1 and s.service_id = $2 and s.dismissed_id is null`,
      [suggestionId, actor.serviceId],
    );
    const pair = found.rows[0];
    if (!pair || (pair.across && !mayDo(actor, 'decideAcrossSides'))) return refused('There is no such suggestion.');
    const { one: personId, other: otherId, across } = pair;
    if (await isConnected(rows, actor, [personId, otherId])) return refused('There is no such suggestion.');
    const id = await record({ what: 'dismissed', personId, otherId, across });
    await rows.query('update person_suggestion set dismissed_id = $2 where id = $1', [suggestionId, id]);
    return { ok: true, id, about: { persons: [personId, otherId] } };
  });
}
