// What staff may find out about the persons of a service, on PostgreSQL.
import type { Actor, Id } from '#libs/case';
import type { Cursors, Database, Listed, Page } from '#libs/database';
import { enforced, readerFor, type Checks } from '#libs/permissions';
import type { FoundPersonRow, PeopleReading, PersonSearch, SuggestionRow } from '../people-reading.js';
import { peopleFound } from './people-found.js';
import { suggestionsFor } from './suggestions.js';

export class PgPeopleReading implements PeopleReading {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly checks: Checks = enforced,
  ) {}

  suggestions(actor: Actor, filter: { caseId?: Id }, page: Page): Promise<Listed<SuggestionRow>> {
    return suggestionsFor(readerFor(this.database, this.checks, actor), this.cursors, actor, filter, page);
  }

  search(actor: Actor, search: PersonSearch, page: Page): Promise<Listed<FoundPersonRow>> {
    return peopleFound(readerFor(this.database, this.checks, actor), this.cursors, actor, search, page);
  }
}
