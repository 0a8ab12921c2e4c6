// The sign-in area: the ways in and the way out. Whoever comes with an invitation can leave quickly; staff have no need to.
import { participantArea } from '../participant/area.js';
import { noArea, type Area } from '../../server/area.js';

/** Staff sign in with their account at work, and everybody signs out. */
export const staffSignInArea: Area = noArea;

/** Participants come in with codes. Nobody is signed in yet, so nobody is sent elsewhere. */
export const invitationArea: Area = { layout: participantArea.layout, navigation: participantArea.navigation };
