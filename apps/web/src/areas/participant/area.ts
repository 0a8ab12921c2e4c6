// The participant area: quiet pages about one's own part, each with a way to leave at once (R15).
import type { Area } from '../../server/area.js';

export const participantArea: Area = {
  layout: 'kit/layout/participant.njk',
  navigation: [{ href: '/leaving', text: 'quickExit.how' }],
  elsewhere: ({ kind }) => (kind === 'participant' ? null : '/today'),
};
