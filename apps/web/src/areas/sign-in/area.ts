// The sign-in area: the ways in and the way out. Participants, who come with an invitation, get the quick exit; staff do not need it.
import { participantArea } from '../participant/area.js';
import { noArea, type Area } from '../../server/area.js';

/** Staff sign in with their account at work; staff and participants sign out. */
export const staffSignInArea: Area = noArea;

/** Participants come in with codes. No visitor is signed in yet, so none is sent elsewhere. */
export const invitationArea: Area = { layout: participantArea.layout, navigation: participantArea.navigation };
