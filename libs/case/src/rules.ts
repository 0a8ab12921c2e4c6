// Everything that stands, at this moment, between a case and a door: the features' rules in the order people should read them.
import * as agreement from './agreement/rules.js';
import type { Blocker } from './blocker.js';
import * as closing from './closing/rules.js';
import * as conference from './conference/rules.js';
import * as consent from './consent/rules.js';
import * as contact from './contact/rules.js';
import * as exchange from './exchange/rules.js';
import * as facilitators from './facilitators/rules.js';
import type { Facts } from './facts.js';
import * as post from './notifications/rules.js';
import * as preparation from './preparation/rules.js';
import * as referral from './referral/rules.js';
import * as safeguarding from './safeguarding/rules.js';
import type { Settings } from './settings.js';
import type { Door } from './vocabulary/stages.js';

type BlockersFor = (door: Door, facts: Facts, at: string, settings: Settings, about: string | null) => Blocker[];
const features: readonly { blockersFor: BlockersFor }[] = [
  facilitators,
  safeguarding,
  referral,
  contact,
  consent,
  preparation,
  conference,
  exchange,
  agreement,
  post,
  closing,
];

/**
 * Why a door is shut; empty when it is open.
 * `at` is the ISO instant asked about; `about` is whom or what this opening concerns (see `doors` in the vocabulary), null for the case.
 */
export function blockersBefore(
  door: Door,
  facts: Facts,
  at: string,
  settings: Settings,
  about: string | null = null,
): Blocker[] {
  if (door === 'record') return [];
  // a person is prepared where they may be contacted, and have agreed to be prepared
  const judged = door === 'prepare' ? 'approach' : door;
  const agreed =
    door === 'prepare' && about !== null
      ? [...contact.needsUnasked(about, facts), ...consent.whyNotPrepared(about, facts, at, settings)]
      : [];
  return [...features.flatMap((f) => f.blockersFor(judged, facts, at, settings, about)), ...agreed];
}
