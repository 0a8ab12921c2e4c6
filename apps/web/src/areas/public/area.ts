// The public area: pages for every visitor, signed in or not. They keep nothing on the device, and each can be left at once.
import type { Area } from '../../server/area.js';

export const publicArea: Area = { layout: 'kit/layout/people.njk', navigation: [] };

/** Referring oneself: the same, with what helps at any time below each question. */
export const referArea: Area = { layout: 'kit/layout/refer.njk', navigation: [] };
