// Drafts as programs use them: kept for their author, read by nobody else, gone after some hours.
import { randomUUID } from 'node:crypto';
import { isUuid, uuidsIn, type Actor } from '#libs/case';
import { serviceScope, type Database } from '#libs/database';
import { readerFor, type Checks } from '#libs/permissions';
import { KeyDestroyed, type Sealing } from '#libs/sealing';
import type { Draft, DraftFields, DraftLine, DraftPlace } from './draft.js';
import * as kept from './postgres/kept.js';

/** Hours: from one working day into the next morning, and not a second record of the case. */
export const KEPT_HOURS = 20;

export interface DraftParts {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly checks: Checks;
  readonly clock: () => Date;
}

const FORM = /^[a-z][a-z-]{0,59}$/;
const ABOUT = /^[\w:|,.-]{1,300}$/;
const fits = ({ caseId, form, processId, about }: DraftPlace): boolean =>
  isUuid(caseId) &&
  FORM.test(form) &&
  (processId === null || isUuid(processId)) &&
  (about === null || ABOUT.test(about));

export class Drafts {
  constructor(private readonly parts: DraftParts) {}

  /** Keeps what was typed in the place of what was kept before; false where the case is not the author's to read, or the person is erased. */
  async keep(actor: Actor, place: DraftPlace, fields: DraftFields): Promise<boolean> {
    if (actor.kind !== 'staff' || !fits(place)) return false;
    const owner = await kept.ownerOf(this.reader(actor), actor, place.caseId, uuidsIn(place.about ?? '')[0] ?? null);
    if (owner === null) return false;
    const { database, sealing } = this.parts;
    const { serviceId } = actor;
    const at = this.parts.clock();
    const until = new Date(at.getTime() + KEPT_HOURS * 3_600_000);
    const row = { ...place, id: randomUUID(), serviceId, authorId: actor.id, ownerId: owner, at, until };
    return database
      .within(serviceScope(serviceId), async (rows) => {
        const words = await sealing.seal(rows, serviceId, owner, kept.placeOf(row.id), JSON.stringify(fields));
        await kept.put(rows, { ...row, words });
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof KeyDestroyed) return false;
        throw error;
      });
  }

  /** Removes a draft that was sent or is not wanted; true where there was one. */
  async forget(actor: Actor, place: DraftPlace): Promise<boolean> {
    if (actor.kind !== 'staff' || !fits(place)) return false;
    const { database } = this.parts;
    return database.within(serviceScope(actor.serviceId), (rows) => kept.remove(rows, actor, place));
  }

  /** The author's own draft of a form; null where there is none, and where the case is not theirs to read any more. */
  async of(actor: Actor, place: DraftPlace): Promise<Draft | null> {
    if (actor.kind !== 'staff' || !fits(place)) return null;
    const found = await kept.find(this.reader(actor), this.parts.sealing, actor, place, this.parts.clock());
    if (found === null) return null;
    const { words, ...line } = found;
    return { ...line, fields: JSON.parse(words) as DraftFields };
  }

  /** The author's own drafts, latest first. */
  async list(actor: Actor): Promise<readonly DraftLine[]> {
    if (actor.kind !== 'staff') return [];
    return kept.list(this.reader(actor), actor, this.parts.clock());
  }

  private reader(actor: Actor) {
    return readerFor(this.parts.database, this.parts.checks, actor);
  }
}
