// What stands before an item stands, and before a breach is reported (R56, R57, R59).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Settings } from '../settings.js';
import type { Door } from '../vocabulary/stages.js';

export function blockersFor(
  door: Door,
  facts: Facts,
  _at: string,
  _settings: Settings,
  about: string | null,
): Blocker[] {
  if (door !== 'agree' && door !== 'reportBreach') return [];
  const item = about ? facts.agreement.items[about] : undefined;
  if (!about || !item) return about ? [blocker('unknown', about, 'facilitator')] : [];
  if (door === 'agree') return when(!item.proportionate, 'proportionality', about, 'facilitator');
  return [
    ...when(item.outcome?.outcome !== 'breached', 'item', about, 'facilitator', item.outcome?.at ?? null),
    ...when(
      item.recipient !== null && item.recipientToldAt === null,
      'outstanding',
      item.recipient ?? about,
      'facilitator',
      item.outcome?.at ?? null,
    ),
  ];
}
