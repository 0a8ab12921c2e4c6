// The participant area: quiet pages about one's own part. From each a person leaves, stops, says that they are not safe, or talks to somebody.
import type { Area } from '../../server/area.js';

export const participantArea: Area = {
  layout: 'kit/layout/my-page.njk',
  navigation: [{ href: '/leaving', text: 'quickExit.how' }],
  elsewhere: ({ kind }) => (kind === 'participant' ? null : '/today'),
};

/** What is said before anybody has come in, and to those who are about to leave: it offers nothing that needs a visit. */
export const leavingArea: Area = { layout: 'kit/layout/participant.njk', navigation: participantArea.navigation };
