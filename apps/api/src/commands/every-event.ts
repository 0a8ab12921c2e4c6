// The compiler names here any event that a person may tell and that no mutation tells.
import type { EventType } from '#libs/case';
import type { OfTheClock } from './commands-of.js';
import type { verbs } from './index.js';

type Told = (typeof verbs)[keyof typeof verbs] | 'case.opened' | OfTheClock;
const untold: [Exclude<EventType, Told>] extends [never] ? true : Exclude<EventType, Told> = true;
export const everyEventHasItsMutation: boolean = untold;
