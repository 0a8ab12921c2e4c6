// Builds a pair: a case as far as it goes, and the same case with secrets among its events, or at its end.
import type { Actor, CaseEvent, EventOf, Id } from '#libs/case';
import type { Chance } from '../simulation/chance.js';
import { CaseInMemory, type AppliedEvents } from './case-in-memory.js';
import { ownCase, type OwnCase } from './own-case.js';
import { NOBODY } from './people.js';
import { rowOf, type Reader } from './readers.js';
import { secretly } from './secrets.js';
import { administrator, readingStaff, SERVICE, serviceOf, staff, type StaffActor } from './service-staff.js';
import { around, chanceOf, DAY, sharedCase, type Depth } from './shared-case.js';
import type { ThemeName } from './themes.js';

export interface Asked {
  readonly reader: Reader;
  readonly depth: Depth;
  readonly seed: number;
  /** How many secrets are tried. */
  readonly secrets: number;
  /** What they are mostly about. */
  readonly theme: ThemeName;
  /** Which of the staff reads, where it is somebody of the staff. */
  readonly member: number;
}
/** A pair: the same case without and with its secrets, and who reads. */
export interface Pair {
  readonly without: AppliedEvents;
  readonly with: AppliedEvents;
  readonly actor: Actor;
  readonly reader: Reader;
  /** Part of the reader in it, or nobody's id. */
  readonly self: Id;
  readonly secrets: readonly CaseEvent[];
  /** A case that is the reader's to read; null for those who have none but this, or none. */
  readonly own: OwnCase | null;
}

const memberOf = ({ member }: Asked): StaffActor => readingStaff[member % readingStaff.length] as StaffActor;
interface Base {
  readonly applied: AppliedEvents;
  readonly self: Id;
  readonly personId: Id;
  readonly at: number;
}
const bases = new Map<string, Base>();
const TAG = 'ba5e0000';
const VARIANTS = 4;
/** The shared case under ids of its own: what was lived, and who reads. Walking it costs most, so each is walked once and then only renamed. */
export function baseAs(asked: Pick<Asked, 'reader' | 'depth' | 'seed' | 'member'>, tag: string): Base {
  const variant = { ...asked, seed: asked.seed % VARIANTS };
  const member = readingStaff[0] as StaffActor;
  const key = `${variant.reader} ${variant.depth} ${variant.seed}`;
  let found = bases.get(key);
  if (!found) {
    const { living, self } = sharedCase(variant, TAG, member);
    const personId = living.stored.facts.people.participants[self]?.personId ?? NOBODY;
    bases.set(key, (found = { applied: living.applied, self, personId, at: Date.parse(living.at) }));
  }
  const renamed = JSON.stringify(found)
    .replaceAll(TAG, tag)
    .replaceAll(member.id, memberOf(asked as Asked).id);
  return JSON.parse(renamed) as Base;
}

/** Lives the events again, with whatever `between` says before each of them, or after the last. Null when one of them no longer fits. */
export function again(
  events: readonly CaseEvent[],
  by: Chance,
  between: (c: CaseInMemory, left: number) => void,
): CaseInMemory | null {
  const [opened, ...rest] = events as [EventOf<'case.opened'>, ...CaseEvent[]];
  const c = new CaseInMemory(opened, around(by), by);
  for (const [n, event] of rest.entries()) {
    between(c, rest.length - n);
    if (!c.happens(event)) return null;
  }
  between(c, 0);
  return c;
}

const TRIES_FOR_ONE = 8;
/** So many steps bring a process that was opened in secret as far as a meeting. */
const FAR = 60;
const aims = ['faceToFace', 'letter', 'video', 'harmedOnly'] as const;
/** Builds the pair that is asked for, under ids that begin with `tag` (8 hexadecimal digits). Null when chance found no secret. */
export function pairOf(asked: Asked, tag: string): Pair | null {
  const { applied, self, personId } = baseAs(asked, tag);
  const { reader, theme } = asked;
  const who = { reader, theme, member: memberOf(asked).id, self, personId };
  const shared = new Set(Object.keys(applied.stored.facts.processes));
  const aim = aims[asked.seed % aims.length] ?? 'faceToFace';
  const most = theme === 'opens' ? FAR : asked.secrets;
  for (const among of [asked.seed % 3 > 0, false]) {
    const by = chanceOf(asked.seed, `${tag}-5ec0`);
    const secrets: CaseEvent[] = [];
    const living = again(applied.events, by, (c, left) => {
      const now = among ? by.percent(100 / (left + 1)) : left === 0;
      const atEnd = left === 0;
      for (let tries = 0; now && secrets.length < most && tries < most * TRIES_FOR_ONE; tries += 1) {
        const event = secretly(c, by, { ...who, aim, shared }, atEnd);
        if (event) secrets.push(event);
      }
    });
    if (living && secrets.length > 0) {
      const own = ownCase(asked, `d${tag.slice(1)}`, memberOf(asked));
      return {
        without: applied,
        with: living.applied,
        actor: actorOf(asked, personId, own),
        reader,
        self,
        secrets,
        own,
      };
    }
  }
  return null;
}

function actorOf(asked: Asked, personId: Id, own: OwnCase | null): Actor {
  const { reader } = asked;
  const { stands, of } = rowOf(reader);
  if (stands === 'part') return { kind: 'participant', id: personId, serviceId: SERVICE };
  if (reader === 'participantElsewhere')
    return { kind: 'participant', id: own?.personId ?? NOBODY, serviceId: serviceOf(undefined).serviceId };
  if (reader === 'facilitatorElsewhere') return staff.facilitatorElsewhere;
  if (reader === 'administrator') return administrator;
  return of && of !== 'facilitator' ? serviceOf(of)[of] : memberOf(asked);
}

/** The instant of the last event of a pair, and a moment later. */
export const afterAll = ({ without, with: secret, own }: Pair): string =>
  new Date(
    Math.max(
      ...[without, secret, ...(own ? [own.without] : [])].map(({ events }) => Date.parse(events.at(-1)?.at ?? '')),
    ) +
      DAY / 24,
  ).toISOString();
