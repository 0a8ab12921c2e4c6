// R81: what one process meets touches another only where the same people and the same matter are concerned; read byte by byte.
import type { CaseEvent, Id, StoredCase } from '#libs/case';
import type { Ledger } from './ledger.js';
import { reaches } from './terms.js';

/** The processes that an event may change, by the ledger before it. Null: every one. */
export function mayChange(l: Ledger, e: CaseEvent): Id[] | null {
  const every = [...l.processes.keys()];
  const among = (who: Id): Id[] =>
    every.filter((id) => l.touched(l.process(id)).includes(who) || l.process(id).members.get(who)?.here);
  switch (e.type) {
    case 'case.closed':
      return null;
    case 'process.split':
      return [e.processId, e.newProcessId];
    case 'participant.joined':
      return e.processId ? [e.processId] : every.filter((id) => !l.process(id).ended && l.process(id).type === null);
    case 'order.recorded':
    case 'order.ended': {
      const o =
        e.type === 'order.recorded' ? { of: e.participantId, towards: e.towards ?? null } : l.orders.get(e.orderId);
      return every.filter(
        (id) =>
          o &&
          l.touched(l.process(id)).includes(o.of) &&
          (o.towards === null || l.touched(l.process(id)).includes(o.towards)),
      );
    }
    case 'concern.decided':
    case 'freeze.lifted': {
      const z = l.freezes.get(e.type === 'concern.decided' ? e.concernId : e.freezeId);
      return z ? every.filter((id) => reaches(l, id, z)) : [];
    }
    case 'concern.raised':
    case 'case.paused':
      return every.filter((id) => reaches(l, id, { person: e.about ?? null, process: e.processId ?? null }));
    case 'risk.informed':
      return every.filter((id) => reaches(l, id, { person: e.participantId ?? null, process: e.processId ?? null }));
    default:
      if ('processId' in e && e.processId !== undefined) return [e.processId];
      return 'participantId' in e && e.participantId !== undefined ? among(e.participantId) : [];
  }
}
/** Whom an event names. */
function named(e: CaseEvent): Set<Id> {
  const of = e as {
    participantId?: Id;
    newParticipantId?: Id;
    to?: Id;
    about?: Id;
    members?: readonly { participantId: Id }[];
    move?: readonly Id[];
    also?: readonly Id[];
  };
  const all = [
    of.participantId,
    of.newParticipantId,
    of.to,
    of.about,
    ...(of.members ?? []).map((m) => m.participantId),
    ...(of.move ?? []),
    ...(of.also ?? []),
  ];
  return new Set(all.filter((id) => id !== undefined));
}

/** What changed beyond the wall: another process, its place, its messages, or the words of somebody who is concerned by none of it. */
export function changedBeyond(l: Ledger, e: CaseEvent, before: StoredCase, after: StoredCase): string[] {
  const may = mayChange(l, e);
  if (may === null) return [];
  const others = Object.keys(before.facts.processes).filter((id) => !may.includes(id));
  const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
  const posted = (of: StoredCase, id: Id): unknown =>
    Object.entries(of.facts.post.queued).filter(
      ([notice, n]) =>
        n.processId === id && !named(e).has(n.to) && !(e.type === 'notice.sent' && e.noticeId === notice),
    );
  const within = new Set([...may.flatMap((id) => [...(l.processes.get(id)?.members.keys() ?? [])]), ...named(e)]);
  for (const id of may) for (const [, m] of l.processes.get(id)?.members ?? []) if (m.of) within.add(m.of);
  const said = (of: StoredCase, who: Id): unknown =>
    Object.entries(of.facts.consent.consents).filter(([key]) => key.startsWith(`${who}|`));
  const wordsOf = (who: Id): boolean =>
    e.type !== 'case.reopened' && !within.has(who) && !same(said(before, who), said(after, who));
  return [
    ...others
      .filter((id) => !same(before.facts.processes[id], after.facts.processes[id]))
      .map((id) => `${e.type} changed ${id}`),
    ...others
      .filter((id) => !same(before.state.processes[id], after.state.processes[id]))
      .map((id) => `${e.type} moved ${id}`),
    ...others
      // closing words fall when the case goes on
      .filter((id) => e.type !== 'case.reopened' && !same(posted(before, id), posted(after, id)))
      .map((id) => `${e.type} changed the messages of ${id}`),
    ...[...l.people.keys()].filter(wordsOf).map((who) => `${e.type} changed what ${who} said`),
  ];
}
