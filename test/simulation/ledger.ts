// What a careful person would write down from the journal alone, without the case's own code: the promises are read against it.
import {
  ages,
  concernDecisions,
  consentForms,
  contactOutcomes,
  offenceKinds,
  type CaseEvent,
  type EventOf,
  type EventType,
} from '#libs/case';
import { Book } from './ledger-entries.js';

/** The ledger of one case; changed in place as events are read. */
export class Ledger extends Book {
  read(event: CaseEvent): void {
    (this.reads[event.type] as ((e: CaseEvent) => void) | undefined)?.(event);
  }

  private reads: { [T in EventType]?: (e: EventOf<T>) => void } = {
    'case.opened': (e) => {
      this.initiator = e.initiator;
      this.invitationNeeded = e.invitationNeeded ?? false;
      for (const f of [...(e.flags ?? []), ...e.offences.flatMap((o) => offenceKinds[o.kind].flags)]) this.flags.add(f);
    },
    'participant.joined': (e) => {
      const { role, supports = null, age, implicated = false, approach } = e;
      this.people.set(e.participantId, {
        role,
        supports,
        age,
        implicated,
        approach,
        here: true,
        invited: null,
        askedThemselves: false,
        identity: false,
      });
      this.void((_id, purpose) => purpose === 'takePart');
    },
    'participant.left': (e) => this.about(e.participantId, (p) => (p.here = false)),
    'age.confirmed': (e) => {
      this.about(e.participantId, (p) => (p.age = e.age));
      if (ages[e.age].minor) this.void((id, _p, _a, a) => id === e.participantId && !a.asChild);
    },
    'approach.confirmed': (e) => this.about(e.participantId, (p) => (p.approach = e.basis)),
    'appropriateAdult.named': (e) => this.adults.set(e.participantId, e.adultId),
    'identity.confirmed': (e) => this.about(e.participantId, (p) => (p.identity = true)),
    'invitation.decided': (e) => this.about(e.participantId, (p) => (p.invited = e.invite)),
    'initiative.recorded': (e) => this.about(e.participantId, (p) => (p.askedThemselves = true)),
    'safeContact.recorded': (e) =>
      this.safe.set(e.participantId, {
        at: e.at,
        channels: e.channels,
        frozen: this.safe.get(e.participantId)?.frozen ?? new Set(),
        voicemail: e.voicemail ?? 'nothing',
        times: e.times ?? [],
      }),
    'channel.cleared': (e) => this.safe.get(e.participantId)?.frozen.delete(e.channel),
    'needs.recorded': (e) => this.asked.add(e.participantId),
    'contact.attempted': (e) => {
      const safe = this.safe.get(e.participantId);
      const overheard = e.outcome === 'messageLeft' && e.channel === 'phone' && safe?.voicemail === 'nothing';
      if (contactOutcomes[e.outcome].unsafe || overheard) safe?.frozen.add(e.channel);
    },
    'consent.given': (e) =>
      this.give(e, 'given', { written: consentForms[e.form].written, asChild: e.childView !== undefined }),
    'consent.refused': (e) => this.takeBack(e, 'refused'),
    'consent.deferred': (e) => this.give(e, 'notNow', { reaskOn: e.reaskOn }),
    'consent.withdrawn': (e) => this.takeBack(e, 'withdrawn'),
    'consent.reconfirmed': (e) => {
      const a = this.answer(e.participantId, e.purpose, e.about);
      if (a) a.confirmedAt = e.at;
    },
    'capacity.doubted': (e) => this.capacity.set(e.participantId, null),
    'capacity.assessed': (e) => this.capacity.set(e.participantId, e.finding),
    'risk.assessed': (e) => {
      this.assessments.set(e.participantId, { at: e.at, by: e.by, level: e.level });
      if (e.level === 'high') this.flags.add('highRisk');
    },
    'risk.informed': (e) => {
      this.informedAt = e.at;
      this.void((_id, purpose) => purpose === 'takePart');
    },
    'checkpoint.passed': (e) => this.sign(e, true),
    'checkpoint.refused': (e) => this.sign(e, false),
    'flag.set': (e) => {
      this.flags.add(e.flag);
      this.cleared.delete(e.flag);
    },
    'flag.cleared': (e) => this.cleared.add(e.flag),
    'concern.raised': (e) => {
      this.openConcerns.add(e.concernId);
      this.concerns.add(e.concernId);
    },
    'concern.decided': (e) => {
      const does = concernDecisions[e.decision];
      this.openConcerns.delete(e.concernId);
      this.stopped ||= does.stops;
      this.paused ||= does.pauses;
      this.indirectOnly ||= does.indirectOnly;
    },
    'restriction.lifted': (e) => {
      if (e.restriction === 'stopped') this.stopped = false;
      else this.indirectOnly = false;
    },
    'case.paused': () => (this.paused = true),
    'case.resumed': () => (this.paused = false),
    'order.recorded': (e) =>
      this.orders.set(e.orderId, { of: e.participantId, forbids: e.forbids, from: e.from, until: e.until ?? null }),
    'order.ended': (e) => {
      const order = this.orders.get(e.orderId);
      if (order) order.until = e.at;
    },
    'approval.needed': (e) => this.unapproved.add(e.participantId),
    'approval.given': (e) => this.unapproved.delete(e.participantId),
    'conflict.declared': (e) => {
      if (e.connected) this.staff.delete(e.staffId);
    },
    'facilitator.assigned': (e) => {
      if (e.duty !== 'coFacilitator') for (const [id, s] of this.staff) if (s.duty === e.duty) this.staff.delete(id);
      this.staff.set(e.staffId, { duty: e.duty, level: e.standing.level });
    },
    'facilitator.released': (e) => this.staff.delete(e.staffId),
    'process.chosen': (e) => {
      if (this.type !== e.processType) {
        this.settled.clear();
        this.ready.clear();
      }
      this.type = e.processType;
      this.void((_id, purpose, about) => purpose === 'takePart' && about !== e.processType);
    },
    'preparation.held': (e) => this.prepared.add(e.participantId),
    'readiness.stated': (e) => this.ready.set(e.participantId, e.ready),
    'arrangement.settled': (e) => this.settled.add(e.arrangement),
    'conference.booked': (e) => (this.booked = { startsAt: e.startsAt, attendees: e.attendees }),
    'conference.begun': (e) => (this.met = e.attended),
    'words.drafted': (e) =>
      this.letters.set(e.wordsId, {
        from: e.from,
        to: e.to,
        kind: e.kind,
        sha: e.sha256,
        agreed: null,
        screened: null,
        checked: null,
        held: false,
        passed: false,
        receipt: false,
      }),
    'words.agreed': (e) => this.letter(e.wordsId, (w) => (w.agreed = e.participantId === w.from ? e.sha256 : w.agreed)),
    'words.screened': (e) =>
      this.letter(e.wordsId, (w) => Object.assign(w, { screened: { by: e.by, sha: e.sha256 }, held: false })),
    'words.secondChecked': (e) => this.letter(e.wordsId, (w) => (w.checked = { by: e.by, sha: e.sha256 })),
    'words.held': (e) => this.letter(e.wordsId, (w) => Object.assign(w, { held: true, screened: null, checked: null })),
    'words.passed': (e) => this.letter(e.wordsId, (w) => (w.passed = true)),
    'words.receiptNoted': (e) => this.letter(e.wordsId, (w) => (w.receipt = true)),
    'item.proposed': (e) =>
      this.items.set(e.itemId, {
        doer: e.doer,
        recipient: e.recipient ?? null,
        checked: false,
        agreed: false,
        outcome: null,
        told: false,
      }),
    'item.checked': (e) => this.item(e.itemId, (i) => (i.checked = e.proportionate)),
    'item.agreed': (e) => this.item(e.itemId, (i) => (i.agreed = true)),
    'item.varied': (e) => {
      this.item(e.itemId, (i) => Object.assign(i, { checked: false, agreed: false }));
      this.void((_id, purpose, about) => purpose === 'agreementItem' && about === e.itemId);
    },
    'item.progressed': (e) => this.item(e.itemId, (i) => Object.assign(i, { outcome: e.outcome, told: false })),
    'item.recipientTold': (e) => this.item(e.itemId, (i) => (i.told = true)),
  };
}
