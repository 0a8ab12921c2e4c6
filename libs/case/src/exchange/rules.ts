// What stands before words pass from one side to the other: both wills, screening, a second pair of eyes (R49, R50).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Settings } from '../settings.js';
import { takesPart } from '../people/taking-part.js';
import { unreachable } from '../contact/rules.js';
import { processTypes } from '../vocabulary/process-types.js';
import type { Door } from '../vocabulary/stages.js';

export function blockersFor(door: Door, facts: Facts, at: string, settings: Settings, about: string | null): Blocker[] {
  if (door !== 'pass' && door !== 'tellReceipt') return [];
  const words = about ? facts.exchange.words[about] : undefined;
  if (!about || !words) return about ? [blocker('unknown', about, 'facilitator')] : [];
  if (door === 'tellReceipt') return when(words.receipt === null, 'outstanding', about, 'participant', words.passedAt);
  const type = facts.preparation.process?.type;
  return [
    ...when(words.held !== null, 'held', about, 'facilitator', words.held?.at ?? null),
    ...when(words.passedAt !== null, 'outstanding', about, 'clock', words.passedAt),
    ...when(words.agreedAt === null, 'words', `${about}|sender`, 'participant'),
    ...when(words.screened === null, 'words', `${about}|screening`, 'facilitator'),
    ...when(words.secondCheck === null, 'words', `${about}|secondCheck`, 'supervisor'),
    ...when(!type || processTypes[type].exchange !== 'words', 'process', type ?? 'case', 'facilitator'),
    ...[words.from, words.to].flatMap((id) => when(!takesPart(facts, id), 'consentEnded', id, 'participant')),
    ...unreachable(words.to, facts, at, settings),
  ];
}
