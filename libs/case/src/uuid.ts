// Ids as text: what is a UUID, and the one id that nothing ever has.
import type { Id } from './reducers.js';

const pattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const whole = new RegExp(`^${pattern}$`, 'i');
const within = new RegExp(pattern, 'gi');

/** An id that no row has: a lookup by it finds nothing, and runs the same statement as any other lookup. */
export const NO_ID: Id = '00000000-0000-0000-0000-000000000000';

/** Whether a text is a UUID, in letters of either case. A text that is none names nothing, as an unknown id does. */
export const isUuid = (text: string): boolean => whole.test(text);

/** The id that a text from outside names, in lower case as PostgreSQL writes it; NO_ID when the text is no UUID. */
export const idOrNone = (text: string): Id => (isUuid(text) ? text.toLowerCase() : NO_ID);

/** Every UUID that stands anywhere in a text, as it is written there. */
export const uuidsIn = (text: string): Id[] => text.match(within) ?? [];
