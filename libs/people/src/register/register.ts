// The register of persons: every decision about them by its name, and finding them.
import type { Actor, Id } from '#libs/case';
import { serviceScope } from '#libs/database';
import type { Decided } from '#libs/commands';
import type { Values } from '../fields.js';
import type { PgPersonalRecords } from '../postgres/records.js';
import { changePerson } from './change.js';
import { declareConnection, type ConnectionWith } from './connection.js';
import type { DecisionNeeds } from './decision.js';
import { erasePerson, type ErasureObstacles } from './erase.js';
import { dismissSuggestion, mergePersons, undoMerge } from './merge.js';
import { searchTokens } from './search.js';

export class PersonRegister {
  /** `against` says what stands against erasing a person; `changed` hears of each whose details were changed. */
  constructor(
    private readonly using: DecisionNeeds,
    private readonly records: PgPersonalRecords,
    private readonly against: ErasureObstacles,
    private readonly changed: (serviceId: Id, personId: Id) => Promise<void> = async () => undefined,
  ) {}

  merge(actor: Actor, key: string, asked: { keptId: Id; goneId: Id; reason: string }, at: string): Promise<Decided> {
    return mergePersons(this.using, actor, key, asked, at);
  }
  undoMerge(actor: Actor, key: string, asked: { mergeId: Id; reason: string }, at: string): Promise<Decided> {
    return undoMerge(this.using, actor, key, asked, at);
  }
  dismiss(actor: Actor, key: string, asked: { suggestionId: Id; reason: string }, at: string): Promise<Decided> {
    return dismissSuggestion(this.using, actor, key, asked, at);
  }
  async change(
    actor: Actor,
    key: string,
    asked: { personId: Id; values: Values; reason: string | null },
    at: string,
  ): Promise<Decided> {
    const decided = await changePerson(this.using, this.records, actor, key, asked, at);
    if (decided.ok) await this.changed(actor.serviceId, asked.personId);
    return decided;
  }
  erase(actor: Actor, key: string, asked: { personId: Id; reason: string }, at: string): Promise<Decided> {
    return erasePerson(this.using, this.against, actor, key, asked, at);
  }

  declareConnection(actor: Actor, key: string, to: ConnectionWith, at: string): Promise<Decided> {
    return declareConnection(this.using, actor, key, to, at);
  }

  /** What to look for in the index of tokens: for each part of the text, any of these. Empty for a text that says nothing. */
  tokensOf(serviceId: Id, text: string): Promise<Buffer[][]> {
    return this.using.database.within(serviceScope(serviceId), (rows) =>
      searchTokens(rows, this.using.sealing, serviceId, text),
    );
  }
}
