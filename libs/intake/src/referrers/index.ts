/** The mappings that every service begins with. One of a referrer's own is saved by a coordinator, without code. */
import type { Mapping } from '../mapping/mapping.js';
import { police } from './police.js';
import { self } from './self.js';
import { youthJustice } from './youth-justice.js';

export const referrers = { police, 'youth-justice': youthJustice, self } as const satisfies Record<string, Mapping>;

export type ReferrerName = keyof typeof referrers;

/** True for the name of a mapping that every service begins with. */
export const isReferrer = (name: string): name is ReferrerName => Object.hasOwn(referrers, name);
