// What happens in the one service and not in its twin: anything of a case that this reader may not know of.
import {
  decide,
  may,
  permissions,
  textFields,
  type Actor,
  type CaseEvent,
  type Id,
  type ProcessType,
} from '#libs/case';
import { answers, type Asked } from '../simulation/answers.js';
import type { Chance } from '../simulation/chance.js';
import { next } from '../simulation/guide.js';
import { happening } from '../simulation/happenings.js';
import type { Said } from '../simulation/life.js';
import { actorOf } from '../simulation/people-of-service.js';
import { settings, type CaseInMemory } from './case-in-memory.js';
import { secretToParticipant, secretToStaff, secretToUntold, type Who } from './may-not-know.js';
import { NOBODY } from './people.js';
import { SERVICE, staff } from './service-staff.js';
import { themes, type ThemeName } from './themes.js';

/** Who reads, what the secrets are mostly about, and which processes the twin has as well. */
export interface Unknowing extends Who {
  readonly theme: ThemeName;
  /** The kind of process that is aimed at. */
  readonly aim: ProcessType;
  readonly shared: ReadonlySet<Id>;
}

const clock: Actor = { kind: 'clock', id: 'clock', serviceId: SERVICE };
const working: readonly Actor[] = [
  staff.lead,
  staff.coFacilitator,
  staff.supervisor,
  staff.coordinator,
  staff.safeguardingLead,
  staff.manager,
  staff.spare,
  clock,
];

/** Something that happens by chance and that the reader may not know of; null when it does not happen, or they may. */
export function secretly(c: CaseInMemory, by: Chance, who: Unknowing, atEnd: boolean): CaseEvent | null {
  const at = new Date(Date.parse(c.events.at(-1)?.at ?? '') + 1000).toISOString();
  const asked: Asked = { stored: c.stored, by, processId: aProcess(c, by, who), type: who.aim, at };
  const said = drawn(asked, who, c);
  const event = said && spoken({ ...withTexts(said, by), at } as CaseEvent, c, by);
  if (!event || ('staffId' in event && event.staffId === who.member)) return null;
  const decided = decide(c.stored, event, settings, c.events);
  if (!decided.ok || !isSecret(event, who, c, decided.next, atEnd)) return null;
  return c.happens(event) ? event : null;
}

/** Mostly one that the twin does not have, where there is one. */
function aProcess({ stored }: CaseInMemory, by: Chance, { shared, theme }: Unknowing): Id {
  const all = Object.keys(stored.facts.processes);
  const going = all.filter((id) => stored.facts.processes[id]?.ended === null);
  const hidden = going.filter((id) => !shared.has(id));
  // one that goes as far as a meeting, and not many that have only begun
  if (theme === 'opens' && hidden[0] !== undefined && by.percent(95)) return hidden[0];
  return by.one(hidden.length > 0 && by.percent(60) ? hidden : going.length > 0 && by.percent(90) ? going : all) ?? '';
}

/** Something of the theme, the next step of a process or what stands before it, or whatever happens. */
function drawn(a: Asked, { theme, shared }: Unknowing, c: CaseInMemory): Said | null {
  const dice = a.by.upTo(100);
  const goesFar = theme === 'opens' && !shared.has(a.processId);
  if (goesFar && dice < 95) return onward(a, c);
  if (dice < 50) return themes[theme](a);
  return dice < 80 ? onward(a, c) : happening(a);
}
function onward(a: Asked, c: CaseInMemory): Said | null {
  const said = next(a);
  const event = said && spoken({ ...said, at: a.at } as CaseEvent, c, a.by);
  if (!event) return said;
  const decided = decide(c.stored, event, settings, c.events);
  if (decided.ok) return said;
  for (const blocker of decided.blockers.slice(0, 3)) {
    const answer = answers[blocker.rule]?.(blocker, a);
    if (answer) return answer;
  }
  return null;
}

/** The event with somebody who may say it: now and then the person it is about. */
function spoken(event: CaseEvent, { stored: { facts } }: CaseInMemory, by: Chance): CaseEvent | null {
  const person = 'participantId' in event ? facts.people.participants[event.participantId ?? '']?.personId : undefined;
  const them: Actor | null = person === undefined ? null : { kind: 'participant', id: person, serviceId: SERVICE };
  const selves = permissions[event.type].includes('self') && them !== null && by.percent(40);
  const actor = selves && may(them, { ...event, by: them.id }, facts) ? them : actorOf(event, facts, working);
  return actor && { ...event, by: actor.id };
}

const fields: Readonly<Record<string, object>> = textFields;
/** What is said with ids of words that are written nowhere else: they are kept. */
const withTexts = (said: Said, by: Chance): Said =>
  Object.fromEntries(
    Object.entries(said).map(([field, value]) => [
      field,
      typeof value === 'string' && field in (fields[said.type] ?? {}) ? by.id() : value,
    ]),
  ) as Said;

function isSecret(
  event: CaseEvent,
  who: Unknowing,
  c: CaseInMemory,
  after: CaseInMemory['stored'],
  atEnd: boolean,
): boolean {
  if (who.self === NOBODY) return secretToStaff(event, who, c.stored, after);
  if (who.reader === 'untold') return secretToUntold(event, who);
  return secretToParticipant(event, who, c.stored.facts, c.events, atEnd);
}
