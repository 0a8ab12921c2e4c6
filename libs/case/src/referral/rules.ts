// What stands before a case is found suitable: both sides present, acknowledgement, identity (R9, R31).
import { when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import { ofRole } from '../people/taking-part.js';
import type { Door } from '../vocabulary/stages.js';

/** Doors that need somebody on each side. */
const bothSides: readonly Door[] = ['consent', 'preparation', 'conference', 'book', 'begin', 'pass'];
/** Every door that a rule below stands before: the others are not looked at. */
const judged: readonly Door[] = [...bothSides, 'victimOnly', 'tellInterest'];

export function blockersFor(
  door: Door,
  facts: Facts,
  _at: string,
  _settings: unknown,
  about: string | null,
): Blocker[] {
  if (!judged.includes(door)) return [];
  const alone = facts.preparation.process?.type === 'victimOnly';
  const responsible = ofRole(facts, 'responsible');
  const needBoth = bothSides.includes(door);
  return [
    ...when(
      (needBoth || door === 'victimOnly') && ofRole(facts, 'harmed').length === 0,
      'parties',
      'harmed',
      'coordinator',
    ),
    ...when(needBoth && !alone && responsible.length === 0, 'parties', 'responsible', 'coordinator'),
    ...(door === 'consent' && !alone
      ? responsible.flatMap(([id]) => when(!facts.referral.acknowledged[id], 'acknowledgement', id, 'facilitator'))
      : []),
    ...(door === 'tellInterest' && about !== null
      ? responsible.flatMap(([id]) => when(!facts.people.identityConfirmed[id], 'identity', id, 'coordinator'))
      : []),
    ...when(
      door === 'preparation' && facts.referral.suitability?.suitable !== true,
      'outstanding',
      'suitability',
      'facilitator',
      facts.referral.suitability?.at ?? null,
    ),
  ];
}
