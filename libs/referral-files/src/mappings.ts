// Which mapping a name stands for: one that the service saved, else one that every service begins with.
import { isDeepStrictEqual } from 'node:util';
import type { Actor, Id } from '#libs/case';
import { type Decided, doneCommands, notYours, once, refused } from '#libs/commands';
import type { Rows } from '#libs/database';
import { isReferrer, readMapping, referrers, type Mapping } from '#libs/intake';
import { mayDo, scopeOf } from '#libs/permissions';
import type { ReferralFileParts } from './file.js';
import * as saved from './postgres/mappings.js';

/** `version` is null for one that every service begins with. */
export interface NamedMapping {
  readonly mapping: Mapping;
  readonly version: number | null;
}

export async function mappingNamed(
  rows: Rows,
  serviceId: Id,
  name: string,
  version: number | null = null,
): Promise<NamedMapping | null> {
  const own = await saved.byName(rows, serviceId, name, version);
  if (own) return own;
  return isReferrer(name) ? { mapping: referrers[name], version: null } : null;
}

/** The mappings of a service. For coordinators and managers. */
export class ReferralMappings {
  constructor(private readonly parts: Pick<ReferralFileParts, 'database' | 'vault'>) {}

  /** The latest version of each, those that every service begins with first. */
  async list(actor: Actor): Promise<(NamedMapping & { readonly savedBy?: Id; readonly savedAt?: string })[]> {
    if (!mayDo(actor, 'takeReferrals')) return [];
    const own = await saved.latest(this.parts.database.as(scopeOf(actor)), actor.serviceId);
    const begun = Object.values(referrers).filter(({ name }) => !own.some((one) => one.name === name));
    return [...begun.map((mapping) => ({ mapping, version: null })), ...own];
  }

  /** Saves a mapping that a program was given by a file, where the latest of its name is another. False for whoever may not. */
  async keep(actor: Actor, mapping: Mapping, at: string): Promise<boolean> {
    if (!mayDo(actor, 'mapReferrals')) return false;
    await this.parts.database.within(scopeOf(actor), async (rows) => {
      const before = await mappingNamed(rows, actor.serviceId, mapping.name);
      if (isDeepStrictEqual(before?.mapping, mapping)) return;
      await saved.save(rows, actor.serviceId, mapping, { id: actor.id, at });
    });
    return true;
  }

  /** Saves a mapping as the next version of its name. Its JSON may come from another service's export. */
  save(actor: Actor, key: string, json: string, at: string): Promise<Decided> {
    if (!mayDo(actor, 'mapReferrals')) return Promise.resolve(notYours);
    const { database, vault } = this.parts;
    return once(
      database,
      doneCommands(vault),
      { actor, key, said: ['saveReferralMapping', json], at },
      async (rows) => {
        const read = readMapping(json);
        if (!read.ok) return refused(...read.problems);
        await saved.save(rows, actor.serviceId, read.mapping, { id: actor.id, at });
        return { ok: true, id: crypto.randomUUID() };
      },
    );
  }
}
