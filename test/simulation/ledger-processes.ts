// What the ledger writes down of processes: who is in them, what was prepared, signed, booked, passed and agreed in each by itself (R81, R82).
import type { EventOf, Id, Part } from '#libs/case';
import { entryOf, type InProcess, type Letter, type Item, type ProcessEntry } from './ledger-entries.js';
import { happened, type Ledger, type Reads } from './ledger.js';
import { isAfter } from '#libs/time';

const usual: Record<string, Part> = { professional: 'professional', interpreter: 'interpreter', observer: 'observer' };
const partOf = (role: string): Part => usual[role] ?? (role as Part);
const member = (part: Part, of: Id | null, required: boolean, joinedAt: string): InProcess => ({
  part,
  of,
  required,
  here: true,
  joinedAt,
});
const letter = (l: Ledger, e: { processId: Id; communicationId: Id }, how: (w: Letter) => void): void => {
  const found = l.process(e.processId).letters.get(e.communicationId);
  if (found && !found.passedAt) how(found);
};
const item = (l: Ledger, e: { processId: Id; itemId: Id }, how: (i: Item) => void): void => {
  const found = l.process(e.processId).items.get(e.itemId);
  if (found) how(found);
};
/** R92: whoever comes into a process is asked anew. */
const askAnew = (l: Ledger, process: Id, id: Id): void => l.void((k) => k.process === process && k.id === id);
/** R92: and prepared anew. */
const prepareAnew = (p: ProcessEntry, id: Id): void => {
  p.prepared.delete(id);
  p.ready.delete(id);
};
const sign = (l: Ledger, e: EventOf<'checkpoint.passed' | 'checkpoint.refused'>, passed: boolean): void => {
  const pages = e.processId === undefined ? l.signed : l.process(e.processId).signed;
  pages.set(`${e.checkpoint}|${e.about ?? '-'}`, { passed, at: happened(e) });
};
const leave = (p: ProcessEntry, id: Id, at: string): void => {
  const m = p.members.get(id);
  if (!m?.here) return;
  m.here = false;
  p.membersChangedAt = at;
};

export const readsOfProcess: Reads = {
  'participant.joined': (l, e) => {
    l.people.set(e.participantId, {
      personId: e.personId,
      role: e.role,
      age: e.age,
      approach: e.approach,
      implicated: e.implicated ?? false,
      here: true,
      left: null,
      invited: null,
      identity: false,
      acknowledged: false,
      spokenWith: e.approach === 'asked',
      askedThemselves: false,
      needsAsked: false,
      adult: null,
      involved: false,
      custody: null,
      capacity: new Map(),
      assessed: null,
      safe: null,
    });
    // the only process that goes on takes in whoever joins, as long as its kind is not chosen
    const going = [...l.processes].filter(([, p]) => !p.ended);
    const only = going.length === 1 && going[0]?.[1].type === null ? going[0][0] : null;
    const p = l.processes.get(e.processId ?? only ?? '');
    if (!p) return;
    p.members.set(e.participantId, member(e.part ?? partOf(e.role), e.supports ?? null, false, e.at));
    p.membersChangedAt = e.at;
  },
  'participant.left': (l, e) => {
    Object.assign(l.person(e.participantId), { here: false, left: e.reason });
    for (const p of l.processes.values()) leave(p, e.participantId, e.at);
  },
  'process.opened': (l, e) => {
    const p = entryOf(e.at);
    p.carries = e.carries ? `${e.carries.processId}|${e.carries.itemId}` : null;
    for (const m of e.members) p.members.set(m.participantId, member(m.part, m.of ?? null, m.required ?? false, e.at));
    l.processes.set(e.processId, p);
  },
  'process.split': (l, e) => {
    const [old, fresh] = [l.process(e.processId), entryOf(e.at)];
    for (const [id, m] of old.members)
      if ([...e.move, ...e.also].includes(id)) {
        fresh.members.set(id, { ...m });
        const since = old.prepared.get(id);
        if (since !== undefined) fresh.prepared.set(id, since);
        const yes = l.answer(id, 'prepare', e.processId);
        if (yes) l.answers.set(`${id}|prepare|${e.newProcessId}|-`, { ...yes });
      }
    for (const id of e.move) leave(old, id, e.at);
    old.membersChangedAt = e.at;
    l.processes.set(e.newProcessId, fresh);
  },
  'process.typeChosen': (l, e) => {
    const p = l.process(e.processId);
    l.void((k) => k.purpose === 'takePart' && k.process === e.processId && k.about !== e.processType);
    if (p.type === e.processType) return;
    p.type = e.processType;
    p.typeChosenAt = e.at;
    p.settled.clear();
    p.ready.clear();
  },
  'process.ended': (l, e) => void Object.assign(l.process(e.processId), { ended: true, endedAt: e.at }),
  'member.joined': (l, e) => {
    const p = l.process(e.processId);
    p.members.set(e.participantId, member(e.part, e.of ?? null, e.required ?? false, e.at));
    p.membersChangedAt = e.at;
    prepareAnew(p, e.participantId);
    askAnew(l, e.processId, e.participantId);
  },
  'member.left': (l, e) => leave(l.process(e.processId), e.participantId, e.at),
  'member.replaced': (l, e) => {
    const p = l.process(e.processId);
    const old = p.members.get(e.participantId);
    if (!old) return;
    p.members.set(e.newParticipantId, { ...old, here: true, joinedAt: e.at });
    leave(p, e.participantId, e.at);
    p.membersChangedAt = e.at;
    prepareAnew(p, e.newParticipantId);
    askAnew(l, e.processId, e.newParticipantId);
  },
  'suitability.decided': (l, e) => void (l.process(e.processId).suitable = e.suitable),
  'checkpoint.passed': (l, e) => sign(l, e, true),
  'checkpoint.refused': (l, e) => sign(l, e, false),
  'approval.needed': (l, e) => void l.process(e.processId).approvals.set(e.participantId, null),
  'approval.given': (l, e) =>
    void l
      .process(e.processId)
      .approvals.set(e.participantId, { at: happened(e), by: e.authority, until: e.until ?? null }),
  'preparation.held': (l, e) => {
    const { prepared } = l.process(e.processId);
    const before = prepared.get(e.participantId);
    if (before === undefined || isAfter(happened(e), before)) prepared.set(e.participantId, happened(e));
  },
  'readiness.stated': (l, e) => {
    const { ready } = l.process(e.processId);
    const before = ready.get(e.participantId);
    if (before === undefined || !isAfter(before.at, happened(e)))
      ready.set(e.participantId, { ready: e.ready, at: happened(e) });
  },
  'arrangement.settled': (l, e) => void l.process(e.processId).settled.add(e.arrangement),
  'coWorking.agreed': (l, e) => void (l.process(e.processId).rolesSettled = true),
  'conference.begun': (l, e) => void (l.process(e.processId).session = { attended: e.attended }),
  'conference.ended': (l, e) => {
    const p = l.process(e.processId);
    p.met.push({ attended: p.session?.attended ?? [], how: e.how, endedAt: happened(e) });
    p.session = null;
  },
  'conference.recorded': (l, e) =>
    void l.process(e.processId).met.push({ attended: e.attended, how: e.how, endedAt: e.endedAt }),
  'exchange.ended': (l, e) => void (l.process(e.processId).finishedAt = happened(e)),
  'harmedOnly.completed': (l, e) => void (l.process(e.processId).finishedAt = happened(e)),
  'communication.drafted': (l, e) =>
    void l.process(e.processId).letters.set(e.communicationId, {
      from: e.from,
      to: e.to,
      kind: e.kind,
      sha: e.sha256,
      draftedAt: e.at,
      agreed: false,
      screenedBy: null,
      checkedBy: null,
      held: null,
      wasHeld: l.process(e.processId).letters.get(e.communicationId)?.wasHeld ?? false,
      passedAt: null,
      receipt: false,
    }),
  'communication.agreed': (l, e) =>
    letter(l, e, (w) => {
      w.agreed = true;
      if (w.held === 'sender') w.held = null;
    }),
  'communication.screened': (l, e) =>
    letter(l, e, (w) => {
      w.screenedBy = e.by;
      if (w.held === 'other') w.held = null;
    }),
  'communication.secondChecked': (l, e) => letter(l, e, (w) => void (w.checkedBy = e.by)),
  // R90: after any hold the sender is asked again
  'communication.held': (l, e) =>
    letter(l, e, (w) =>
      Object.assign(w, { held: 'other', wasHeld: true, agreed: false, screenedBy: null, checkedBy: null }),
    ),
  'communication.takenBack': (l, e) => letter(l, e, (w) => Object.assign(w, { held: 'sender', agreed: false })),
  'communication.passed': (l, e) => letter(l, e, (w) => void (w.passedAt = happened(e))),
  'communication.receiptNoted': (l, e) => {
    const w = l.process(e.processId).letters.get(e.communicationId);
    if (w) w.receipt = true;
  },
  'item.proposed': (l, e) =>
    void l.process(e.processId).items.set(e.itemId, {
      doer: e.doer,
      recipient: e.recipient ?? null,
      weighed: false,
      agreed: false,
      outcome: null,
      told: false,
    }),
  'item.checked': (l, e) => item(l, e, (i) => void (i.weighed = e.proportionate)),
  'item.agreed': (l, e) => item(l, e, (i) => void (i.agreed = true)),
  'item.varied': (l, e) => {
    item(l, e, (i) => Object.assign(i, { weighed: false, agreed: false }));
    l.void((k) => k.purpose === 'agreementItem' && k.process === e.processId && k.about === e.itemId);
  },
  'item.progressed': (l, e) => item(l, e, (i) => Object.assign(i, { outcome: e.outcome, told: false })),
  'item.recipientTold': (l, e) => item(l, e, (i) => void (i.told = true)),
  'case.reopened': (l, e) => {
    l.closed = false;
    if (e.processId === undefined) return;
    // R82, R92: whoever is still there begins again, with nothing of the process before
    const last = [...l.processes.values()]
      .map((p) => p.endedAt ?? '')
      .toSorted()
      .at(-1);
    const fresh = entryOf(e.at);
    for (const [, p] of [...l.processes].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      if (p.endedAt === last)
        for (const [id, m] of p.members) if (m.here) fresh.members.set(id, { ...m, joinedAt: e.at });
    l.processes.set(e.processId, fresh);
  },
};
