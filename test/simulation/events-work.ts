// What is said by chance about the work of a case: in order or out of it.
import {
  arrangements,
  closingReasons,
  contactOutcomes,
  followUpPoints,
  itemKinds,
  itemOutcomes,
  processTypes,
  roles,
  wordsKinds,
} from '#libs/case';
import { clock, everyone, standings } from './staff.js';
import { namesOf, later, type Sayings, somebody, oneOf, self, words } from './moment.js';

/** What is said about the work: who does it, preparation, meetings, letters, agreements, the end; and how often. */
export const aboutWork: Sayings = {
  'facilitator.asked': [
    1,
    (m) => ({
      staffId: (m.by.one(everyone) ?? clock).id,
      duty: m.by.some(['lead', 'coFacilitator', 'supervisor']),
      speaker: m.a.staff.coordinator,
    }),
  ],
  'conflict.declared': [
    1,
    (m) => {
      const id =
        m.by.one([...Object.keys(m.facts.facilitators.asked), ...Object.keys(m.facts.facilitators.assigned)]) ?? 'fay';
      return { staffId: id, connected: m.by.percent(30), speaker: everyone.find((x) => x.id === id) ?? clock };
    },
  ],
  'facilitator.assigned': [
    2,
    (m) => ({
      staffId: m.by.one(Object.keys(m.facts.facilitators.declared)) ?? 'fay',
      duty: m.by.some(['lead', 'coFacilitator', 'supervisor']),
      standing: m.by.one(standings) ?? (standings[0] as never),
      ...(m.by.percent(20) ? { override: { reason: m.by.id() } } : {}),
      speaker: m.a.staff.manager,
    }),
  ],
  'facilitator.released': [
    1,
    (m) => ({ staffId: oneOf(m.facts.facilitators.assigned, m.by), reason: m.by.id(), speaker: m.a.staff.manager }),
  ],
  'process.chosen': [
    1,
    (m) => ({
      processType: m.by.percent(50)
        ? (m.facts.preparation.process?.type ?? 'letter')
        : m.by.some(namesOf(processTypes)),
      reason: m.by.id(),
    }),
  ],
  'preparation.held': [1, (m) => ({ participantId: somebody(m), channel: 'phone' })],
  'readiness.stated': [
    2,
    (m) => {
      const id = somebody(m);
      return { participantId: id, ready: m.by.percent(75), speaker: self(m, id) };
    },
  ],
  'arrangement.settled': [2, (m) => ({ arrangement: m.by.some(namesOf(arrangements)), text: m.by.id() })],
  'coWorking.agreed': [1, (m) => ({ text: m.by.id() })],
  'preparation.begun': [1, () => ({})],
  'preparation.completed': [1, () => ({})],
  'conference.booked': [
    2,
    (m) => ({
      bookingId: m.by.id(),
      startsAt: m.by.percent(85)
        ? later(m.at, m.by.upTo(8) + 0.5)
        : m.by.some(['tomorrow', '2001-01-01T00:00:00Z', 'Nov 5 2030']),
      attendees: Object.keys(m.facts.people.participants).filter(() => m.by.percent(85)),
    }),
  ],
  'conference.cancelled': [1, (m) => ({ reason: m.by.id() })],
  'conference.begun': [
    2,
    (m) => ({ attended: (m.facts.conference.booking?.attendees ?? [somebody(m)]).filter(() => m.by.percent(85)) }),
  ],
  'session.paused': [
    3,
    (m) => {
      return {
        byRole: m.by.some([...namesOf(roles), 'facilitator']),
        reason: m.by.some(['distress', 'safety', 'request']),
        safetyStep: m.by.id(),
      };
    },
  ],
  'session.checked': [6, (m) => ({ participantId: somebody(m), willing: m.by.percent(75) })],
  'session.resumed': [6, () => ({})],
  'conference.ended': [1, (m) => ({ how: m.by.some(['asPlanned', 'partly', 'stopped']), aftercare: m.by.id() })],
  'exchange.ended': [1, () => ({ how: 'partly' })],
  'victimOnly.completed': [1, (m) => ({ needsMet: m.by.id() })],
  'words.drafted': [
    2,
    (m) => ({
      wordsId: m.by.percent(50) ? words(m).wordsId : m.by.id(),
      from: somebody(m),
      to: somebody(m),
      kind: m.by.some(namesOf(wordsKinds)),
      text: m.by.id(),
      sha256: `sha-${m.by.id()}`,
    }),
  ],
  'words.agreed': [
    2,
    (m) => {
      const w = words(m);
      const id = m.facts.exchange.words[w.wordsId]?.from ?? somebody(m);
      return { ...w, participantId: m.by.percent(90) ? id : somebody(m), speaker: self(m, id) };
    },
  ],
  'words.screened': [2, (m) => ({ ...words(m), speaker: m.by.some([m.a.staff.lead, m.a.staff.coFacilitator]) })],
  'words.secondChecked': [
    2,
    (m) => ({
      ...words(m),
      speaker:
        m.by.one([m.a.staff.supervisor, m.a.staff.coFacilitator, m.a.staff.safeguardingLead, m.a.staff.lead]) ?? clock,
    }),
  ],
  'words.held': [1, (m) => ({ wordsId: words(m).wordsId, reason: m.by.id() })],
  'words.passed': [2, (m) => ({ wordsId: words(m).wordsId })],
  'words.receiptNoted': [
    2,
    (m) => {
      const { wordsId } = words(m);
      return {
        wordsId,
        participantId: m.facts.exchange.words[wordsId]?.to ?? somebody(m),
        receipt: m.by.some(['received', 'read']),
      };
    },
  ],
  'words.receiptTold': [1, (m) => ({ wordsId: words(m).wordsId })],
  'agreement.decided': [1, (m) => ({ outcome: m.by.some(['made', 'noneWanted', 'notReached']) })],
  'item.proposed': [
    3,
    (m) => ({
      itemId: m.by.percent(90) ? m.by.id() : oneOf(m.facts.agreement.items, m.by),
      kind: m.by.some(namesOf(itemKinds)),
      doer: somebody(m),
      ...(m.by.percent(70) ? { recipient: somebody(m) } : {}),
      dueOn: m.by.percent(85) ? later(m.at, m.by.upTo(90)).slice(0, 10) : m.by.some(['when he can', '2001-01-01', 'x']),
      text: m.by.id(),
      evidence: m.by.id(),
      monitor: m.by.id(),
    }),
  ],
  'item.checked': [
    1,
    (m) => ({
      itemId: oneOf(m.facts.agreement.items, m.by),
      proportionate: m.by.percent(80),
      changed: m.by.percent(30),
      ...(m.by.percent(60) ? { reason: m.by.id() } : {}),
    }),
  ],
  'item.agreed': [1, (m) => ({ itemId: oneOf(m.facts.agreement.items, m.by) })],
  'item.varied': [
    1,
    (m) => ({
      itemId: oneOf(m.facts.agreement.items, m.by),
      dueOn: m.by.percent(80) ? later(m.at, 30).slice(0, 10) : 'later',
      text: m.by.id(),
      reason: m.by.id(),
    }),
  ],
  'item.progressed': [
    2,
    (m) => ({ itemId: oneOf(m.facts.agreement.items, m.by), outcome: m.by.some(namesOf(itemOutcomes)) }),
  ],
  'item.recipientTold': [2, (m) => ({ itemId: oneOf(m.facts.agreement.items, m.by) })],
  'breach.reported': [
    1,
    (m) => ({
      itemId: oneOf(m.facts.agreement.items, m.by),
      recipient: 'Crown Court',
      ground: m.by.some(['required', 'agreed']),
    }),
  ],
  'followUp.done': [
    2,
    (m) => ({
      participantId: somebody(m),
      point: m.by.some(namesOf(followUpPoints)),
      outcome: m.by.some([...namesOf(contactOutcomes), 'notWanted']),
    }),
  ],
  'information.shared': [
    2,
    (m) => ({
      participantId: somebody(m),
      organisation: m.by.some(['Victim Support', 'Crown Court', 'partners', 'our agencies']),
      what: m.by.id(),
      told: m.by.some([true, false]),
    }),
  ],
  'case.closed': [1, (m) => ({ reason: m.by.some(namesOf(closingReasons)), side: 'withheld' })],
  'case.reopened': [
    1,
    (m) => ({ to: m.by.some(['suitability', 'followUp']), reason: m.by.id(), speaker: m.a.staff.coordinator }),
  ],
  'notice.sent': [2, (m) => ({ noticeId: oneOf(m.facts.post.queued, m.by), speaker: clock })],
  'deadline.passed': [1, (m) => ({ name: 'meeting', about: 'case', on: m.at, speaker: clock })],
};
