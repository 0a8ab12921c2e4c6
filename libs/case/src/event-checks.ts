// How a feature says what makes one of its events incomplete or wrong: what the door cannot know before anyone tries.
import type { Blocker } from './blocker.js';
import type { Facts } from './facts.js';
import type { Stamp } from './reducers.js';
import type { Settings } from './settings.js';

/** For some events, what is wrong with what was said, against what is known; empty when it is sound. */
export type Checks<Events> = {
  [T in keyof Events]?: (event: Events[T] & Stamp, facts: Facts, settings: Settings) => Blocker[];
};
