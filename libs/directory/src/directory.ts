// The directory as programs use it: searched by anybody, written by those who see the whole service.
import { isUuid, type Actor, type Id } from '#libs/case';
import {
  type Cursors,
  type Database,
  type Listed,
  mapRows,
  noRows,
  type Page,
  type Scope,
  serviceScope,
} from '#libs/database';
import { mayDo, scopeOf } from '#libs/permissions';
import { londonDate } from '#libs/time';
import { isOverdue, overdueBefore } from './checked.js';
import { entryOf, type ServiceDetails } from './details.js';
import { readDirectoryRows, type RejectedEntry } from './read-directory-file.js';
import type { DirectorySearch, KeptSearch } from './search.js';
import { supportEntry, type SupportEntry } from './open-referral.js';
import {
  entryById,
  facetsOf,
  pageOfEntries,
  pageOfKept,
  removeEntry,
  type StoredEntry,
  writeEntries,
} from './postgres/entries.js';

/** An entry with what the directory knows of it. */
export interface FoundService {
  readonly entry: SupportEntry;
  /** 'YYYY-MM-DD'; null: never. */
  readonly checkedOn: string | null;
  /** Nobody has checked it within six months. */
  readonly isOverdue: boolean;
}

/** The scope of a reader who is nobody: the directory, and nothing of any case. */
const reader = (serviceId: Id): Scope => ({ serviceId, sight: 'nothing', who: null });

export class Directory {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: () => Date,
  ) {}

  /** Entries that are shown, by name. */
  async search(serviceId: Id, search: DirectorySearch, page: Page): Promise<Listed<FoundService>> {
    const rows = this.database.as(reader(serviceId));
    return mapRows(await pageOfEntries(rows, this.cursors, serviceId, search, page), (row) => this.found(row));
  }

  /** One entry, shown or not; null when there is none. */
  async entry(serviceId: Id, id: string): Promise<FoundService | null> {
    const row = isUuid(id) ? await entryById(this.database.as(reader(serviceId)), serviceId, id) : null;
    return row && this.found(row);
  }

  /** The needs and the areas that entries name, in order. */
  facets(serviceId: Id): Promise<{ needs: string[]; areas: string[] }> {
    return facetsOf(this.database.as(reader(serviceId)), serviceId);
  }

  /** Takes the entries of a file: a new one is added, one that is there is replaced. Gives how many were there before. */
  take(serviceId: Id, entries: readonly SupportEntry[]): Promise<{ added: number; changed: number }> {
    const at = this.clock().toISOString();
    return this.database.within(serviceScope(serviceId), (rows) => writeEntries(rows, serviceId, entries, at));
  }

  /**
   * Records what a member of staff typed, as checked today; the same again changes nothing more. Null when it is not theirs
   * to do, else the names of the details that cannot stand.
   */
  async record(actor: Actor, id: string, details: ServiceDetails): Promise<readonly string[] | null> {
    if (!mayDo(actor, 'editDirectory') || !isUuid(id)) return null;
    const at = this.clock().toISOString();
    return this.database.within(scopeOf(actor), async (rows) => {
      const before = (await entryById(rows, actor.serviceId, id))?.entry ?? null;
      const read = supportEntry.safeParse(entryOf(id, details, before));
      if (!read.success) return [...new Set(read.error.issues.map(({ path }) => detailNamed(String(path[0]))))];
      const checked = { ...read.data, assured_date: londonDate(at), last_modified: at };
      await writeEntries(rows, actor.serviceId, [checked], at);
      return [];
    });
  }

  /** Every entry, shown or not, for those who keep the directory: the one that was checked longest ago first. Nothing for others. */
  async kept(actor: Actor, search: KeptSearch, page: Page): Promise<Listed<FoundService>> {
    if (!mayDo(actor, 'editDirectory')) return noRows;
    const before = overdueBefore(londonDate(this.clock().toISOString()));
    const rows = this.database.as(reader(actor.serviceId));
    return mapRows(await pageOfKept(rows, this.cursors, actor.serviceId, search, before, page), (row) =>
      this.found(row),
    );
  }

  /** Takes rows of a file; `first` is the place of the first. Null when it is not theirs to do. */
  async takeRows(
    actor: Actor,
    rows: readonly unknown[],
    first: number,
  ): Promise<{ added: number; changed: number; rejected: readonly RejectedEntry[] } | null> {
    if (!mayDo(actor, 'editDirectory')) return null;
    const { entries, rejected } = readDirectoryRows(rows, first);
    return { ...(await this.take(actor.serviceId, entries)), rejected };
  }

  /** Notes that somebody checked an entry today, and found it right. True when it was there and the actor may. */
  async check(actor: Actor, id: string): Promise<boolean> {
    if (!mayDo(actor, 'editDirectory') || !isUuid(id)) return false;
    const at = this.clock().toISOString();
    return this.database.within(scopeOf(actor), async (rows) => {
      const found = await entryById(rows, actor.serviceId, id);
      if (found) await writeEntries(rows, actor.serviceId, [{ ...found.entry, assured_date: londonDate(at) }], at);
      return found !== null;
    });
  }

  /** Removes an entry; true when it was there and the actor may. */
  async remove(actor: Actor, id: string): Promise<boolean> {
    if (!mayDo(actor, 'editDirectory') || !isUuid(id)) return false;
    return this.database.within(scopeOf(actor), (rows) => removeEntry(rows, actor.serviceId, id));
  }

  private found({ entry, checkedOn }: StoredEntry): FoundService {
    return { entry, checkedOn, isOverdue: isOverdue(checkedOn, londonDate(this.clock().toISOString())) };
  }
}

/** The detail of the form behind a field of an entry. */
const detailNamed = (field: string): string =>
  (({ url: 'website', phones: 'telephone', organization: 'organisation' }) as Record<string, string>)[field] ?? field;
