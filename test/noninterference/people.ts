// Who is in the case that both services share, and the reader among them.
import type { Id, Role } from '#libs/case';
import type { Said } from '../scenario/answer-blocker.js';
import { assign } from '../scenario/event-builders.js';
import type { CaseInMemory } from './case-in-memory.js';
import { rowOf, type Reader } from './readers.js';
import { staff } from './service-staff.js';

/** Nobody's id. */
export const NOBODY = 'c0000000-0000-4000-8000-00000000000c';

/** The people the rest of a case is about; `self` is the reader's own part, or nobody's id. */
export interface People {
  readonly harmed: Id;
  readonly responsible: Id;
  readonly self: Id;
}

/** Somebody joins the case; their id in it. */
export function joins(c: CaseInMemory, role: Role, more: object = {}): Id {
  const participantId = c.by.id();
  c.says({
    by: staff.coordinator,
    type: 'participant.joined',
    participantId,
    personId: c.by.id(),
    role,
    age: 'adult',
    approach: 'agreed',
    ...more,
  } as Said);
  return participantId;
}

/** People on both sides and whoever reads; then staff; then how each can be reached. */
export function gather(c: CaseInMemory, reader: Reader): People {
  const { by } = c;
  const isMinor = reader === 'minor' || reader === 'appropriateAdult';
  const harmed = joins(c, 'harmed', isMinor ? { age: 'sixteenOrSeventeen' } : {});
  const responsible = joins(c, 'responsible');
  const adult = isMinor ? joins(c, 'supporter', { supports: harmed, ...inFirst(c), part: 'appropriateAdult' }) : NOBODY;
  const { role } = rowOf(reader);
  const second = (): Id =>
    role === undefined
      ? NOBODY
      : joins(
          c,
          role,
          role === 'supporter'
            ? { supports: by.some([harmed, responsible]) }
            : role === 'representative'
              ? { supports: harmed }
              : {},
        );
  const self =
    reader === 'harmed' || reader === 'minor' || reader === 'splitOff' || reader === 'gone'
      ? harmed
      : reader === 'responsible' || reader === 'inBothProcesses' || reader === 'returned'
        ? responsible
        : reader === 'appropriateAdult'
          ? adult
          : reader === 'inSecondProcess'
            ? NOBODY
            : second();
  if (by.percent(40)) joins(c, 'supporter', { supports: by.some([harmed, responsible]) });
  if (by.percent(30)) joins(c, 'interpreter');
  for (const duty of ['lead', 'coFacilitator', 'supervisor'] as const)
    for (let n = 0; n < 3; n += 1) c.says(assign(c.around, c.stored.facts, duty));
  if (isMinor)
    c.says({
      by: staff.lead,
      type: 'appropriateAdult.named',
      participantId: harmed,
      adultId: adult,
      connection: 'none',
    });
  for (const id of Object.keys(c.stored.facts.people.participants))
    if (id !== self || reader !== 'untold') meets(c, id);
  worries(c);
  return { harmed, responsible, self };
}
const inFirst = (c: CaseInMemory) => ({ processId: Object.keys(c.stored.facts.processes)[0] ?? '' });

/** The service speaks with somebody for the first time. */
export function meets(c: CaseInMemory, participantId: Id): void {
  c.says({ by: staff.lead, type: 'safeContact.recorded', participantId, channels: ['phone', 'post'] });
  c.says({ by: staff.lead, type: 'offer.made', participantId, answer: 'yes' });
  c.takes('contact.attempted', participantId);
}

/** Somebody is named by mistake, and words about safety are written: both are for few of the staff (R39, R92). */
function worries(c: CaseInMemory): void {
  const { by } = c;
  if (by.percent(50)) {
    const participantId = joins(c, 'responsible');
    c.says({ by: staff.coordinator, type: 'participant.left', participantId, reason: 'wronglyNamed' });
  }
  if (by.percent(60)) c.says({ by: staff.lead, type: 'risk.informed', text: by.id() });
  if (by.percent(60)) return;
  const concernId = by.id();
  c.says({ by: staff.lead, type: 'concern.raised', concernId, text: by.id() });
  c.says({ by: staff.safeguardingLead, type: 'concern.decided', concernId, decision: 'continue', reason: by.id() });
}
