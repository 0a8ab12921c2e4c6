// The mutations about the meeting, and how any process ends: a verb of the practice, and the event it tells.
import { commandsOf } from '../commands/commands-of.js';

export const ConferenceCommands = commandsOf({
  bookConference: 'conference.booked',
  cancelConference: 'conference.cancelled',
  beginConference: 'conference.begun',
  pauseSession: 'session.paused',
  checkParticipant: 'session.checked',
  resumeSession: 'session.resumed',
  endConference: 'conference.ended',
  endExchange: 'exchange.ended',
  completeVictimOnly: 'victimOnly.completed',
});
