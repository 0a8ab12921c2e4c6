// What is said by chance about people: complete or not, by whoever.
import {
  ages,
  approachBases,
  checkpoints,
  concernDecisions,
  consentForms,
  prohibitions,
  riskFactors,
  riskFlags,
  roles,
} from '#libs/case';
import { given } from '../scenario/answer-blocker.js';
import { aboutContact } from './events-contact.js';
import { clock, everyone } from './staff.js';
import { namesOf, later, type Sayings, somebody, oneOf, self, asked, signing } from './moment.js';

/** What is said about people, their consents and their safety, and how often. What nobody may say, or what makes no sense, is among it. */
export const aboutPeople: Sayings = {
  ...aboutContact,
  'participant.joined': [
    2,
    (m) => {
      const role = m.by.some(namesOf(roles));
      return {
        participantId: m.by.percent(5) ? somebody(m) : m.by.id(),
        personId: m.by.id(),
        role,
        ...(role === 'supporter' || m.by.percent(10) ? { supports: somebody(m) } : {}),
        age: m.by.percent(70) ? 'adult' : m.by.some(namesOf(ages)),
        implicated: m.by.percent(10),
        approach: m.by.percent(85) ? 'agreed' : m.by.some(namesOf(approachBases)),
        speaker: m.a.staff.coordinator,
      };
    },
  ],
  'participant.left': [1, (m) => ({ participantId: somebody(m), speaker: m.a.staff.coordinator })],
  'age.confirmed': [
    1,
    (m) => ({ participantId: somebody(m), age: m.by.percent(70) ? 'adult' : m.by.some(namesOf(ages)) }),
  ],
  'approach.confirmed': [
    1,
    (m) => ({
      participantId: somebody(m),
      basis: m.by.percent(70) ? 'agreed' : m.by.some(namesOf(approachBases)),
      speaker: m.a.staff.coordinator,
    }),
  ],
  'appropriateAdult.named': [1, (m) => ({ participantId: somebody(m), adultId: somebody(m) })],
  'identity.confirmed': [1, (m) => ({ participantId: somebody(m), speaker: m.a.staff.coordinator })],
  'offer.made': [1, (m) => ({ participantId: somebody(m), answer: m.by.some(['yes', 'notNow', 'no', 'noReply']) })],
  'invitation.decided': [
    1,
    (m) => ({
      participantId: somebody(m),
      invite: m.by.percent(70),
      reason: m.by.percent(90) ? m.by.id() : '',
      speaker: m.a.staff.manager,
    }),
  ],
  'acknowledgement.recorded': [1, (m) => ({ participantId: somebody(m), how: m.by.id() })],
  'initiative.recorded': [1, (m) => ({ participantId: somebody(m) })],
  'interest.told': [1, (m) => ({ participantId: somebody(m) })],
  'justice.updated': [
    1,
    (m) => ({
      justiceStage: m.by.some(['preSentence', 'community', 'custody']),
      ...(m.by.percent(50) ? { courtDate: m.by.percent(80) ? later(m.at, m.by.upTo(200)).slice(0, 10) : 'soon' } : {}),
    }),
  ],
  'suitability.decided': [1, (m) => ({ suitable: m.by.percent(30), reason: m.by.id() })],
  'consent.given': [
    8,
    (m) => {
      const { participantId, purpose, about } = asked(m, 'consent.given');
      const said = given(m.a, m.facts, { participantId, purpose, ...(about ? { about } : {}) }, m.at);
      const { by: _by, type: _type, ...whole } = said;
      return {
        ...whole,
        form: m.by.percent(70) ? 'electronic' : m.by.some(namesOf(consentForms)),
        ...(m.by.percent(8) ? { explained: { ...whole.explained, items: whole.explained.items.slice(1) } } : {}),
        ...(m.by.percent(5) ? { childView: 'disagrees' as const } : {}),
        speaker: self(m, participantId),
      };
    },
  ],
  'consent.refused': [
    1,
    (m) => {
      const q = asked(m);
      return { ...q, speaker: self(m, q.participantId) };
    },
  ],
  'consent.deferred': [
    1,
    (m) => {
      const q = asked(m);
      return {
        ...q,
        reaskOn: m.by.percent(85) ? later(m.at, 1 + m.by.upTo(60)).slice(0, 10) : m.by.some(['2001-01-01', 'never']),
        speaker: self(m, q.participantId),
      };
    },
  ],
  'consent.withdrawn': [
    5,
    (m) => {
      const q = asked(m);
      return { ...q, speaker: self(m, q.participantId) };
    },
  ],
  'consent.reconfirmed': [
    2,
    (m) => {
      const q = asked(m);
      return { ...q, speaker: self(m, q.participantId) };
    },
  ],
  'capacity.doubted': [1, (m) => ({ participantId: somebody(m) })],
  'capacity.assessed': [
    1,
    (m) => ({ participantId: somebody(m), finding: m.by.some(['has', 'hasWithSupport', 'lacks']) }),
  ],
  'risk.assessed': [
    4,
    (m) => ({
      participantId: somebody(m),
      assessmentId: m.by.id(),
      level: m.by.some(['low', 'low', 'medium', 'high']),
      factors: namesOf(riskFactors).slice(m.by.percent(90) ? 0 : 1),
      speaker: m.by.one(everyone) ?? clock,
    }),
  ],
  'risk.informed': [1, (m) => ({ text: m.by.id() })],
  'checkpoint.passed': [
    6,
    (m) => {
      const s = signing(m);
      return {
        ...s,
        ...(m.by.percent(70) ? { findings: checkpoints[s.checkpoint].findings } : {}),
        speaker: m.by.one(everyone) ?? clock,
      };
    },
  ],
  'checkpoint.refused': [1, (m) => ({ ...signing(m), reason: m.by.id(), speaker: m.by.one(everyone) ?? clock })],
  'flag.set': [1, (m) => ({ flag: m.by.some(namesOf(riskFlags)) })],
  'flag.cleared': [
    2,
    (m) => ({
      flag: m.by.one(Object.keys(m.facts.safeguarding.flags) as (keyof typeof riskFlags)[]) ?? 'hate',
      reason: m.by.id(),
      speaker: m.a.staff.supervisor,
    }),
  ],
  'concern.raised': [
    3,
    (m) => ({
      concernId: m.by.id(),
      text: m.by.id(),
      ...(m.by.percent(50) ? { about: somebody(m) } : {}),
      speaker: m.by.one(everyone) ?? clock,
    }),
  ],
  'concern.decided': [
    4,
    (m) => ({
      concernId: oneOf(m.facts.safeguarding.concerns, m.by),
      decision: m.by.percent(60) ? 'continue' : m.by.some(namesOf(concernDecisions)),
      reason: m.by.percent(90) ? m.by.id() : '',
      speaker: m.a.staff.safeguardingLead,
    }),
  ],
  'order.recorded': [
    2,
    (m) => {
      const from = later(m.at, m.by.upTo(20) - 15);
      return {
        orderId: m.by.id(),
        participantId: somebody(m),
        forbids: m.by.percent(90) ? [m.by.some(namesOf(prohibitions))] : [],
        from,
        until: later(from, m.by.upTo(30) - 2),
      };
    },
  ],
  'order.ended': [1, (m) => ({ orderId: oneOf(m.facts.safeguarding.orders, m.by) })],
  'approval.needed': [1, (m) => ({ participantId: somebody(m) })],
  'approval.given': [1, (m) => ({ participantId: somebody(m) })],
  'restriction.lifted': [
    1,
    (m) => ({
      restriction: m.by.percent(50) ? 'stopped' : 'indirectOnly',
      reason: m.by.id(),
      speaker: m.a.staff.safeguardingLead,
    }),
  ],
  'case.paused': [1, (m) => ({ reason: m.by.id() })],
  'case.resumed': [2, (m) => ({ reason: m.by.id(), speaker: m.a.staff.safeguardingLead })],
};
