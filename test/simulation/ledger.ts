// An account of a case kept from its events alone, in the words of practice.md: the promises are read against it, and it never asks the rules.
import { offenceKinds, type CaseEvent, type EventOf, type EventType, type Id } from '#libs/case';
import { sideOfPart } from './by-hand.js';
import { bestUntil, find, foundFor } from './capacity.js';
import { entryOf, Pages, type InProcess, type ProcessEntry } from './ledger-entries.js';
import { readsOfProcess } from './ledger-processes.js';

export type Reads = { [T in EventType]?: (l: Ledger, e: EventOf<T>) => void };
/** When something happened. */
export const happened = (e: CaseEvent): string => e.on ?? e.at;
/** What remains of a concern after a decision (section 3, escalation). */
const leaves = {
  continue: null,
  mitigate: null,
  indirectOnly: 'indirectOnly',
  pause: 'pause',
  stop: 'stop',
  stopAndRefer: 'stop',
} as const;
const opens: readonly string[] = ['case.opened', 'process.opened', 'participant.joined', 'case.reopened'];
const minors: readonly string[] = ['sixteenOrSeventeen', 'underSixteen'];

export class Ledger extends Pages {
  /** Reads one more event. */
  read(e: CaseEvent): this {
    this.learnt += 1;
    (reads[e.type] as ((l: Ledger, e: CaseEvent) => void) | undefined)?.(this, e);
    (e.deviations ?? []).forEach((d, i) =>
      this.unreviewed.set(`${this.learnt}-${i + 1}`, { process: d.processId, person: d.about }),
    );
    return this;
  }
  /** The account of these events in the order in which they happened, up to a moment. */
  static asOf(journal: readonly CaseEvent[], until: string): Ledger {
    const rest = journal
      .map((e, place) => ({ e, place, time: Date.parse(happened(e)) }))
      .filter(({ time }) => time <= Date.parse(until))
      .toSorted((a, b) => a.time - b.time || a.place - b.place);
    // what happened before somebody joined, or a process was opened, is about nobody yet
    const there = (l: Ledger, e: CaseEvent): boolean =>
      !('participantId' in e && e.type !== 'participant.joined' && e.participantId && !l.people.has(e.participantId)) &&
      !('processId' in e && !opens.includes(e.type) && e.processId && !l.processes.has(e.processId));
    return rest.reduce((l, { e }) => (there(l, e) ? l.read(e) : l), new Ledger());
  }
  /** Those in a process now. */
  inIt = (p: ProcessEntry): [Id, InProcess][] =>
    [...p.members].filter(([id, m]) => m.here && this.people.get(id)?.here);
  /** Those whom something about a person reaches: members, and for whom a member speaks. */
  touched = (p: ProcessEntry): Id[] =>
    [...p.members]
      .filter(([, m]) => m.here)
      .flatMap(([id, m]) => (m.part === 'representative' && m.of ? [id, m.of] : [id]));
  /** R83: whoever is with somebody has them there, or who speaks for them. */
  hasTheirs(p: ProcessEntry, id: Id, among: readonly Id[]): boolean {
    const m = p.members.get(id);
    if (!m || m.of === null || m.part === 'representative') return true;
    return among.some(
      (who) => who === m.of || (p.members.get(who)?.part === 'representative' && p.members.get(who)?.of === m.of),
    );
  }
  sideOf(p: ProcessEntry, id: Id): 'harmed' | 'responsible' | null {
    const m = p.members.get(id);
    if (!m) return null;
    return sideOfPart[m.part] ?? (m.of !== null && m.of !== id ? this.sideOf(p, m.of) : null);
  }
  /** Somebody of the service spoke with them, or they have said something. */
  isTold = (id: Id): boolean =>
    (this.people.get(id)?.spokenWith ?? false) || [...this.answers.keys()].some((key) => key.startsWith(`${id}|`));
  isMinor = (id: Id): boolean => minors.includes(this.people.get(id)?.age ?? '');
}

const reads: Reads = {
  ...readsOfProcess,
  'case.opened': (l, e) => {
    l.openedAt = e.at;
    l.initiator = e.initiator;
    l.invitationNeeded = e.invitationNeeded ?? false;
    l.processes.set(e.processId, entryOf(e.at));
    for (const f of [...(e.flags ?? []), ...e.offences.flatMap((o) => offenceKinds[o.kind].flags)]) l.flags.add(f);
  },
  'words.received': (l) => void (l.wordsUnread = true),
  'words.read': (l) => void (l.wordsUnread = false),
  'age.confirmed': (l, e) => {
    l.person(e.participantId).age = e.age;
    if (minors.includes(e.age)) l.void(({ id }, a) => id === e.participantId && !a.asChild);
  },
  'approach.confirmed': (l, e) => void (l.person(e.participantId).approach = e.basis),
  'appropriateAdult.named': (l, e) => void (l.person(e.participantId).adult = e.adultId),
  'identity.confirmed': (l, e) => void (l.person(e.participantId).identity = true),
  'identity.doubted': (l, e) => void (l.person(e.participantId).identity = false),
  'acknowledgement.recorded': (l, e) => void (l.person(e.participantId).acknowledged = true),
  'acknowledgement.takenBack': (l, e) => void (l.person(e.participantId).acknowledged = false),
  'invitation.decided': (l, e) => void (l.person(e.participantId).invited = e.invite),
  'initiative.recorded': (l, e) =>
    void Object.assign(l.person(e.participantId), { askedThemselves: true, spokenWith: true }),
  'offer.made': (l, e) => void (l.person(e.participantId).spokenWith = true),
  'needs.recorded': (l, e) => void (l.person(e.participantId).needsAsked = true),
  'safeContact.recorded': (l, e) => {
    const p = l.person(e.participantId);
    p.safe = {
      at: happened(e),
      channels: e.channels,
      frozen: p.safe?.frozen ?? new Set(),
      voicemail: e.voicemail ?? 'nothing',
    };
  },
  'channel.cleared': (l, e) => void l.person(e.participantId).safe?.frozen.delete(e.channel),
  'contact.attempted': (l, e) => {
    const p = l.person(e.participantId);
    if (e.outcome === 'reached') p.spokenWith = true;
    const overheard =
      e.outcome === 'messageLeft' && e.channel === 'phone' && (p.safe?.voicemail ?? 'nothing') === 'nothing';
    if (e.outcome === 'wrongPerson' || e.outcome === 'unsafe' || overheard) p.safe?.frozen.add(e.channel);
  },
  'consent.given': (l, e) =>
    l.write(e, {
      yes: 'given',
      written: ['written', 'electronic', 'scanned', 'assisted'].includes(e.form),
      asChild: e.childView !== undefined,
      onAdult: e.competence === 'parentConsents',
      bestUntil: bestUntil(l.person(e.participantId), e.purpose, e.at),
    }),
  'consent.refused': (l, e) => takeBack(l, e, 'refused'),
  'consent.withdrawn': (l, e) => takeBack(l, e, 'withdrawn'),
  'consent.deferred': (l, e) => l.write(e, { yes: 'notNow', reaskOn: e.reaskOn }),
  'consent.reconfirmed': (l, e) => {
    const a = l.answer(e.participantId, e.purpose, e.processId, e.about);
    if (a) a.confirmedAt = happened(e);
  },
  'view.recorded': (l, e) => {
    if (e.view === 'agrees') return;
    l.void(({ id, purpose }, a) => id === e.participantId && (e.of === 'adult' ? a.onAdult : purpose !== 'contact'));
  },
  'conflict.recorded': (l, e) => {
    if (e.kind === 'involved') l.person(e.participantId).involved = true;
  },
  'capacity.doubted': (l, e) => find(l, e, { found: 'doubted' }),
  'capacity.assessed': (l, e) => {
    find(l, e, { found: e.finding, againOn: e.againOn ?? null });
    l.void(
      ({ id, purpose }, a) =>
        id === e.participantId && (e.decision ?? purpose) === purpose && (a.bestUntil ?? null) !== null,
    );
  },
  'bestInterests.decided': (l, e) =>
    find(l, e, { ...foundFor(l.person(e.participantId), e.decision), at: e.at, until: e.until }),
  'bestInterests.ended': (l, e) => {
    find(l, e, { ...foundFor(l.person(e.participantId), e.decision), until: null });
    l.void(({ id, purpose }, a) => id === e.participantId && purpose === e.decision && (a.bestUntil ?? null) !== null);
  },
  'risk.assessed': (l, e) => {
    const p = l.person(e.participantId);
    if (p.assessed && Date.parse(p.assessed.at) > Date.parse(happened(e))) return;
    // R33, R87: risk that has grown is new information
    const worse =
      p.assessed && ['low', 'medium', 'high'].indexOf(e.level) > ['low', 'medium', 'high'].indexOf(p.assessed.level);
    if (worse) l.informed.push({ person: e.participantId, process: null, at: happened(e) });
    p.assessed = { at: happened(e), by: e.by, level: e.level };
    if (e.level === 'high') {
      l.flags.add('highRisk');
      l.cleared.delete('highRisk');
    }
  },
  'risk.informed': (l, e) => {
    const reach = { person: e.participantId ?? null, process: e.processId ?? null };
    l.informed.push({ ...reach, at: happened(e) });
    // R24: new information is a new question to those whom it reaches
    for (const [id, p] of l.processes)
      if (reach.process ? reach.process === id : reach.person === null || l.touched(p).includes(reach.person))
        l.void((k) => k.purpose === 'takePart' && k.process === id);
  },
  'flag.set': (l, e) => void (l.flags.add(e.flag), l.cleared.delete(e.flag)),
  'flag.cleared': (l, e) => void l.cleared.add(e.flag),
  'concern.raised': (l, e) => {
    l.concerns.add(e.concernId);
    l.freezes.set(e.concernId, { kind: 'concern', person: e.about ?? null, process: e.processId ?? null });
  },
  'concern.decided': (l, e) => {
    const kind = leaves[e.decision];
    const held = l.freezes.get(e.concernId);
    if (kind && held) l.freezes.set(e.concernId, { ...held, kind });
    else l.freezes.delete(e.concernId);
  },
  'case.paused': (l, e) =>
    void l.freezes.set(e.pauseId, { kind: 'pause', person: e.about ?? null, process: e.processId ?? null }),
  'freeze.lifted': (l, e) => void l.freezes.delete(e.freezeId),
  'order.recorded': (l, e) =>
    void l.orders.set(e.orderId, {
      of: e.participantId,
      towards: e.towards ?? null,
      forbids: e.forbids,
      from: e.from,
      until: e.until ?? null,
    }),
  'custody.recorded': (l, e) =>
    void (l.person(e.participantId).custody = { authority: e.authority, at: e.at, until: e.until ?? null }),
  'custody.ended': (l, e) => {
    const { custody } = l.person(e.participantId);
    if (custody) custody.until = happened(e);
  },
  'order.ended': (l, e) => {
    const o = l.orders.get(e.orderId);
    const until = o?.until != null && Date.parse(o.until) < Date.parse(happened(e)) ? o.until : happened(e);
    if (o) l.orders.set(e.orderId, { ...o, until });
  },
  'deviation.reviewed': (l, e) => void l.unreviewed.delete(e.deviationId),
  'conflict.declared': (l, e) => void (e.connected && l.staff.delete(e.staffId)),
  'facilitator.assigned': (l, e) => {
    if (e.duty !== 'coFacilitator') for (const [id, s] of l.staff) if (s.duty === e.duty) l.staff.delete(id);
    l.staff.set(e.staffId, { duty: e.duty, level: e.standing.level });
  },
  'facilitator.released': (l, e) => void l.staff.delete(e.staffId),
  'case.closed': (l, e) => {
    l.closed = true;
    for (const p of l.processes.values()) if (!p.ended) Object.assign(p, { ended: true, endedAt: e.at });
  },
};
function takeBack(l: Ledger, e: EventOf<'consent.refused' | 'consent.withdrawn'>, yes: 'refused' | 'withdrawn'): void {
  l.write(e, { yes });
  const item = e.purpose === 'agreementItem' ? l.processes.get(e.processId ?? '')?.items.get(e.about ?? '') : undefined;
  if (item && item.outcome === null && [item.doer, item.recipient].includes(e.participantId)) item.agreed = false;
}
