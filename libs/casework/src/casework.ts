// The commands of casework as one thing to be given to an application: telling, opening, taking referrals. Reading is CaseReading.
import type { Actor, Id } from '#libs/case';
import type { Referral } from '#libs/intake';
import type { Answer } from './answers.js';
import { openCase, type Opening } from './open-case.js';
import { heedReachedAlike } from './heed.js';
import type { CaseStore, Clock } from './ports.js';
import { takeReferral, type TakeOptions, type Taken } from './take-referral.js';
import type { Happening, UnstampedEvent } from './happening.js';
import { preview } from './preview.js';
import { tell, type Command } from './tell.js';

/** Everything that changes cases. A case that an actor may not see is answered as one that does not exist. */
export class Casework {
  constructor(
    private readonly store: CaseStore,
    private readonly clock: Clock = () => new Date(),
  ) {}

  /** Tells a case that something happened. See `tell`. */
  async tell(actor: Actor, command: Command): Promise<Answer> {
    const answer = await tell(this.store, this.clock, actor, command);
    const joins = [command.event, ...(command.also ?? []).map(({ event }) => event)].some(
      ({ type }) => type === 'participant.joined',
    );
    if (answer.ok && joins) await this.heedReachedAlike(actor.serviceId, answer.caseId);
    return answer;
  }
  /** R36: heeds, in each open case of somebody, a number or address that another side gave too: their details were changed. */
  async personChanged(serviceId: Id, personId: Id): Promise<void> {
    const parts = await this.store.held.openPartsOf(serviceId, [personId]);
    for (const caseId of new Set(parts.map((part) => part.caseId))) await this.heedReachedAlike(serviceId, caseId);
  }
  /** By the service itself: whoever made it known may not see every case that it concerns. */
  private heedReachedAlike(serviceId: Id, caseId: Id): Promise<void> {
    return heedReachedAlike(this.store, this.clock, { kind: 'clock', id: 'clock', serviceId }, caseId);
  }
  /** What an event, and what is told with it, would do and whom it would tell. Nothing is kept. */
  preview(
    actor: Actor,
    caseId: Id,
    event: UnstampedEvent,
    also: readonly Happening[] = [],
  ): ReturnType<typeof preview> {
    return preview(this.store, this.clock, actor, caseId, event, also);
  }
  openCase(actor: Actor, opening: Opening): Promise<Answer> {
    return openCase(this.store, this.clock, actor, opening);
  }
  takeReferral(actor: Actor, referral: Referral, options?: TakeOptions): Promise<Taken> {
    return takeReferral(this.store, this.clock, actor, referral, options);
  }
  /** Begins an upload of referrals; gives the id under which its rows are remembered. */
  startBatch(actor: Actor, source: string): Promise<Id> {
    return this.store.startBatch(actor.serviceId, { source, at: this.clock().toISOString(), by: actor.id });
  }
  /** Which of these rows were taken before, and the case each became: what a preview of an upload asks. */
  takenBefore(actor: Actor, fingerprints: string[]): Promise<Map<string, Id>> {
    return this.store.takenBefore(actor.serviceId, fingerprints);
  }
}
