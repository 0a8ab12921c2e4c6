// What is said by chance about reaching people: how it is safe, what they need, and how it went.
import { accessNeeds, channels, contactOutcomes, voicemails, weekdays } from '#libs/case';
import { namesOf, self, somebody, type Sayings } from './moment.js';

/** What is said about contact, and how often. */
export const aboutContact: Sayings = {
  'safeContact.recorded': [
    1,
    (m) => {
      const id = somebody(m);
      return {
        participantId: id,
        channels: m.by.percent(90) ? ['phone', m.by.some(namesOf(channels))] : [],
        ...(m.by.percent(50) ? { voicemail: m.by.some(namesOf(voicemails)) } : {}),
        ...(m.by.percent(15)
          ? {
              times: [
                { day: m.by.some(namesOf(weekdays)), opens: '09:00', closes: m.by.percent(85) ? '17:30' : '08:00' },
              ],
            }
          : {}),
        ...(m.by.percent(20) ? { words: m.by.id(), mustNotKnow: m.by.id() } : {}),
        speaker: self(m, id),
      };
    },
  ],
  'channel.cleared': [
    1,
    (m) => {
      const id = somebody(m);
      const channel = m.by.one(m.facts.contact.safe[id]?.frozen ?? []) ?? m.by.some(namesOf(channels));
      return {
        participantId: id,
        channel,
        reason: m.by.id(),
        speaker: m.by.percent(80) ? m.a.staff.safeguardingLead : m.a.staff.lead,
      };
    },
  ],
  'needs.recorded': [
    1,
    (m) => {
      const id = somebody(m);
      return {
        participantId: id,
        language: m.by.percent(90) ? m.by.some(['en', 'cy', 'pl']) : 'the usual',
        needs: m.by.percent(40) ? [m.by.some(namesOf(accessNeeds))] : [],
        speaker: self(m, id),
      };
    },
  ],
  'name.told': [1, (m) => ({ participantId: somebody(m), to: somebody(m) })],
  'contact.attempted': [
    3,
    (m) => ({
      participantId: somebody(m),
      channel: m.by.some(namesOf(channels)),
      outcome: m.by.some(namesOf(contactOutcomes)),
    }),
  ],
  'preference.stated': [
    1,
    (m) => {
      const id = somebody(m);
      return { participantId: id, wish: m.by.id(), speaker: self(m, id) };
    },
  ],
  'preference.answered': [
    1,
    (m) => ({ participantId: somebody(m), answer: m.by.id(), speaker: m.a.staff.coordinator }),
  ],
};
