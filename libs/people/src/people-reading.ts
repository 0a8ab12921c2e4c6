// What staff may find out about the persons of a service: a port that PostgreSQL answers.
import type { Actor, Id, Role } from '#libs/case';
import type { Listed, Page } from '#libs/database';

/** Two persons who may be one. `acrossSides`: they do not stand in the same role wherever they take part. */
export interface SuggestionRow {
  id: Id;
  /** From 40 to 100. */
  score: number;
  reasons: string[];
  acrossSides: boolean;
  foundAt: string;
  persons: { id: Id; cases: { caseId: Id; reference: string; role: Role }[] }[];
}

/** A side on which persons are looked for. */
export type SearchSide = 'harmed' | 'responsible' | 'neither';
/** What to look for: each part finds by any of its tokens (libs/people). `side` null looks on all, for the safeguarding lead alone. */
export interface PersonSearch {
  parts: readonly (readonly Buffer[])[];
  side: SearchSide | null;
}
/** A person whom a search found. `merges` are the standing merges into this record, by the id of the decision. */
export interface FoundPersonRow {
  id: Id;
  cases: { caseId: Id; reference: string; role: Role }[];
  merges: { id: Id; personId: Id; by: Id; at: string }[];
}

export interface PeopleReading {
  /** Persons who may be one, likeliest first; of one case when `caseId` is given. Empty for an actor who may not see them. */
  suggestions(actor: Actor, filter: { caseId?: Id }, page: Page): Promise<Listed<SuggestionRow>>;
  /** Persons a search finds, for coordinators, managers and the safeguarding lead. Empty for an actor who may not search. */
  search(actor: Actor, search: PersonSearch, page: Page): Promise<Listed<FoundPersonRow>>;
}
