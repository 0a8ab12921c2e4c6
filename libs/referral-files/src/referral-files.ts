// Files of referrals as staff work with them: sent in, looked at, taken in the background, their bad rows given back.
import { idOrNone, type Actor, type Id } from '#libs/case';
import { type Decided, doneCommands, notYours, once, refused } from '#libs/commands';
import { type Cursors, type Listed, type Page, noRows, serviceScope } from '#libs/database';
import { asText, type Mapping, returnedFile, ReferralFileProblem, suggestMapping, tableColumns } from '#libs/intake';
import { mappingNamed } from './mappings.js';
import { recordRead } from '#libs/access-log';
import { mayDo, scopeOf } from '#libs/permissions';
import { daysAfter, londonDate } from '#libs/time';
import type { ReferralFile, ReferralFileParts, ReturnedRow } from './file.js';
import * as files from './postgres/files.js';
import * as returned from './postgres/returned.js';
import { previewOf, type FilePreview } from './preview.js';
import { readReferrals } from './read-referrals.js';
import { takeFile, type Taking } from './take-file.js';

/** For coordinators and managers; nobody else is told that there is a file. */
export class ReferralFiles {
  constructor(
    private readonly parts: ReferralFileParts,
    private readonly cursors: Cursors,
  ) {}

  /** Bytes a file may have in this service; null for whoever may send none. */
  async mostBytes(actor: Actor): Promise<number | null> {
    if (!mayDo(actor, 'takeReferrals')) return null;
    return (await this.parts.store.settings(actor.serviceId)).uploadMegabytes * 1_000_000;
  }

  /** Keeps a file, sealed, until it is taken or its days are over; gives its id. Null for whoever may send none. */
  async send(actor: Actor, name: string, bytes: Uint8Array): Promise<Id | null> {
    if (!mayDo(actor, 'takeReferrals')) return null;
    const { database, vault, store, clock } = this.parts;
    const { returnedRowDays } = await store.settings(actor.serviceId);
    const [id, at] = [crypto.randomUUID(), clock().toISOString()];
    // What is over goes by the service itself: only its own transactions destroy keys.
    await database.within(serviceScope(actor.serviceId), (rows) => files.removeExpired(rows, actor.serviceId, at));
    const file = { id, name, bytes, sentBy: actor.id, at, until: daysAfter(at, returnedRowDays) };
    await database.within(scopeOf(actor), (rows) => files.add(rows, vault, actor.serviceId, file));
    return id;
  }

  async file(actor: Actor, id: Id): Promise<ReferralFile | null> {
    if (!mayDo(actor, 'takeReferrals')) return null;
    return files.fileById(this.parts.database.as(scopeOf(actor)), this.parts.vault, actor.serviceId, idOrNone(id));
  }

  /** Files that were sent in, the newest first. */
  async files(actor: Actor, page: Page): Promise<Listed<ReferralFile>> {
    if (!mayDo(actor, 'takeReferrals')) return noRows;
    return files.pageOfFiles(
      this.parts.database.as(scopeOf(actor)),
      this.parts.vault,
      this.cursors,
      actor.serviceId,
      page,
    );
  }

  /** What taking it would do; a sentence where the file as a whole cannot be read. Null where there is no such file, or it was taken. */
  async preview(actor: Actor, id: Id, from: string | Mapping): Promise<FilePreview | string | null> {
    const { database, vault, store } = this.parts;
    if (!mayDo(actor, 'takeReferrals')) return null;
    const kept = await files.content(database.as(scopeOf(actor)), vault, actor.serviceId, idOrNone(id));
    if (!kept) return null;
    const own = database.as(scopeOf(actor));
    const mapping = typeof from === 'string' ? (await mappingNamed(own, actor.serviceId, from))?.mapping : from;
    if (!mapping) return unknownReferrer(from as string);
    try {
      const settings = await store.settings(actor.serviceId);
      const read = await readReferrals(kept.bytes, mapping, { today: londonDate(kept.sentAt), settings });
      const marks = read.referrals.flatMap(({ rows }) => rows.map(({ fingerprint }) => fingerprint));
      return previewOf(read, new Set((await store.takenBefore(actor.serviceId, marks)).keys()));
    } catch (error) {
      if (error instanceof ReferralFileProblem) return error.message;
      throw error;
    }
  }

  /** A first mapping of a table that nobody has mapped yet, for a person to correct; null where the file is none, or is gone. */
  async suggestion(actor: Actor, id: Id): Promise<string | null> {
    if (!mayDo(actor, 'mapReferrals')) return null;
    const { database, vault } = this.parts;
    const kept = await files.content(database.as(scopeOf(actor)), vault, actor.serviceId, idOrNone(id));
    try {
      return kept && JSON.stringify(suggestMapping(await asText(kept.bytes), 'new-referrer'), null, 2);
    } catch (error) {
      if (error instanceof ReferralFileProblem) return null;
      throw error;
    }
  }

  /** Has a file taken in the background. Once: a file that waits or was taken is not taken again. */
  take(actor: Actor, key: string, { fileId, from }: { fileId: Id; from: string }, at: string): Promise<Decided> {
    if (!mayDo(actor, 'takeReferrals')) return Promise.resolve(notYours);
    const { database, vault } = this.parts;
    const said = ['takeReferrals', fileId, from];
    return once(database, doneCommands(vault), { actor, key, said, at }, async (rows) => {
      const found = await mappingNamed(rows, actor.serviceId, from);
      if (!found) return refused(unknownReferrer(from));
      const asked = { id: idOrNone(fileId), from, version: found.version, by: actor };
      if (!(await files.ask(rows, asked))) return refused('There is no such file, or it was taken before.');
      await files.schedule(rows, { serviceId: actor.serviceId, fileId }, at);
      return { ok: true, id: fileId };
    });
  }

  /** Takes a file at once, for a program that waits for it. Null where there is none that this actor may take. */
  async takeNow(
    actor: Actor,
    { fileId, from }: { fileId: Id; from: string },
    taking: Taking,
  ): Promise<ReferralFile | null> {
    const own = this.parts.database.as(scopeOf(actor));
    const found = mayDo(actor, 'takeReferrals') ? await mappingNamed(own, actor.serviceId, from) : null;
    if (!found || !mayDo(actor, 'takeReferrals')) return null;
    if (!(await files.ask(own, { id: idOrNone(fileId), from, version: found.version, by: actor }))) return null;
    await takeFile(this.parts, { serviceId: actor.serviceId, fileId }, taking);
    return this.file(actor, fileId);
  }

  /** The rows that went back, in the order of the file. */
  async returnedRows(actor: Actor, id: Id): Promise<ReturnedRow[]> {
    if (!mayDo(actor, 'takeReferrals')) return [];
    const { database, vault } = this.parts;
    const rows = await returned.ofFile(database.as(scopeOf(actor)), vault, actor.serviceId, idOrNone(id));
    return rows.map(({ line, caseId, mendedAt, row }) => ({ id: row.id, line, caseId, mendedAt, reason: row.reason }));
  }

  /**
   * The file to send back to the referrer: rows that are not mended yet, with every column and why. Null where there are none.
   * It is recorded as an export (R68).
   */
  async returnedFile(actor: Actor, id: Id): Promise<string | null> {
    if (!mayDo(actor, 'takeReferrals')) return null;
    const { database, vault, clock } = this.parts;
    const at = clock().toISOString();
    return database.within(scopeOf(actor), async (rows) => {
      const open = (await returned.ofFile(rows, vault, actor.serviceId, idOrNone(id))).filter(
        (row) => row.mendedAt === null,
      );
      const file = await files.fileById(rows, vault, actor.serviceId, idOrNone(id));
      if (open.length === 0 || !file?.from) return null;
      await recordRead(rows, { by: actor.id, at, kind: 'export', operation: 'referralFile returnedFile' });
      const read = await mappingNamed(rows, actor.serviceId, file.from, file.mappingVersion);
      const columns = read && tableColumns(read.mapping);
      return returnedFile(
        open.map(({ row }) => row),
        columns,
      );
    });
  }
}

const unknownReferrer = (from: string): string => `No mapping is called "${from.slice(0, 60)}".`;
