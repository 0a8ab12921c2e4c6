// Seals and opens what is held about people, each with a key of the one it belongs to (design section 6).
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Id } from '#libs/case';
import type { DigestPurpose, OpenOne, Sealed, Sealing, ToSeal } from './sealing.js';
import type { Rows } from '#libs/database';
import { decrypt, encrypt } from './cipher.js';
import { keysOf } from './postgres/keys.js';
import type { MasterKeys } from './master-keys.js';
import { unwrap, type KeyName } from './wrapping.js';

/** Words were to be sealed for a person whose key is destroyed: nothing is kept about them any more. */
export class KeyDestroyed extends Error {
  constructor() {
    super('Nothing more can be kept about somebody who was erased');
  }
}

const WORDS = 'words';
const bindingOf = (serviceId: Id, ownerId: Id, place: string): string =>
  JSON.stringify(['concord words', serviceId.toLowerCase(), ownerId.toLowerCase(), place]);

// A key of its own for digests, made from the owner's: the one that seals does nothing else.
const digestKey = (key: KeyObject): KeyObject =>
  createSecretKey(createHmac('sha256', key).update('concord digest').digest());
const digestUnder = (key: KeyObject, text: string): Buffer =>
  createHmac('sha256', digestKey(key)).update(text).digest();

/**
 * The one way in which personal words are sealed and opened. It remembers no owner's key: each is read with what it opens and
 * unwrapped for it, some microseconds, so that no process goes on reading after a key is destroyed.
 */
export class Vault implements Sealing {
  /** From the master keys alone, the one in use first. */
  private readonly commandKeys: readonly KeyObject[];

  constructor(readonly masters: MasterKeys) {
    const { current, previous } = masters;
    this.commandKeys = [current, previous].flatMap((master) => (master ? [digestKey(master.key)] : []));
  }

  async seal(rows: Rows, serviceId: Id, ownerId: Id, place: string, plain: string): Promise<Buffer> {
    const [one] = await this.sealMany(rows, serviceId, [{ ownerId, place, plain }]);
    return (one as Sealed).sealed;
  }

  async sealMany(rows: Rows, serviceId: Id, values: readonly ToSeal[]): Promise<Sealed[]> {
    if (values.length === 0) return [];
    const owners = values.flatMap(({ ownerId, otherwise }) => (otherwise ? [ownerId, otherwise] : [ownerId]));
    const keys = await keysOf(rows, this.masters, serviceId, WORDS, owners);
    return values.map(({ ownerId, otherwise, place, plain }) => {
      const owner = [ownerId, otherwise].find((id) => id !== undefined && keys.get(id.toLowerCase()));
      const wrapped = owner && keys.get(owner.toLowerCase());
      if (!owner || !wrapped) throw new KeyDestroyed();
      const key = unwrap(this.masters, { serviceId, ownerId: owner, purpose: WORDS }, wrapped);
      const sealed = encrypt(key, bindingOf(serviceId, owner, place), Buffer.from(plain));
      return { ownerId: owner, sealed, digest: digestUnder(key, plain) };
    });
  }

  keySql(service: string, owner: string): string {
    return `(select k.wrapped from sealing_key k where k.service_id = ${service} and k.owner_id = ${owner} and k.purpose = '${WORDS}')`;
  }

  open(
    serviceId: Id,
    ownerId: Id,
    place: string,
    sealed: Uint8Array | null,
    wrapped: Uint8Array | null,
  ): string | null {
    return this.opening(serviceId)(ownerId, place, sealed, wrapped);
  }

  opening(serviceId: Id): OpenOne {
    const keys = new Map<string, KeyObject>();
    return (ownerId, place, sealed, wrapped) => {
      if (sealed === null || wrapped === null) return null;
      const name = `${ownerId.toLowerCase()} ${Buffer.from(wrapped).toString('base64')}`;
      const key = keys.get(name) ?? unwrap(this.masters, { serviceId, ownerId, purpose: WORDS }, wrapped);
      keys.set(name, key);
      return decrypt(key, bindingOf(serviceId, ownerId, place), sealed).toString();
    };
  }

  async digestsUnder(rows: Rows, serviceId: Id, ownerId: Id, texts: readonly string[]): Promise<Buffer[]> {
    if (texts.length === 0) return [];
    const wrapped = (await keysOf(rows, this.masters, serviceId, WORDS, [ownerId])).get(ownerId.toLowerCase());
    if (!wrapped) throw new KeyDestroyed();
    const key = unwrap(this.masters, { serviceId, ownerId, purpose: WORDS }, wrapped);
    return texts.map((text) => digestUnder(key, text));
  }

  commandDigests(said: string): Buffer[] {
    return this.commandKeys.map((key) => createHmac('sha256', key).update(said).digest());
  }

  async digests(rows: Rows, serviceId: Id, purpose: DigestPurpose, texts: readonly string[]): Promise<Buffer[]> {
    if (texts.length === 0) return [];
    const name: KeyName = { serviceId, ownerId: serviceId, purpose };
    const wrapped = (await keysOf(rows, this.masters, serviceId, purpose, [serviceId])).get(serviceId.toLowerCase());
    if (!wrapped) throw new KeyDestroyed();
    const key = unwrap(this.masters, name, wrapped);
    return texts.map((text) => createHmac('sha256', key).update(text).digest());
  }
}
