// Keys of owners under the master key: made at random, wrapped, unwrapped each time they are used and kept nowhere else.
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Id } from '#libs/case';
import { decrypt, encrypt } from './cipher.js';
import type { MasterKeys } from './master-keys.js';

/** Whose key, and what it is for: `words` seals values, the others digest them. */
export interface KeyName {
  readonly serviceId: Id;
  readonly ownerId: Id;
  readonly purpose: string;
}

/** The key was wrapped by a master key that this process does not have. */
export class UnknownMasterKey extends Error {
  constructor(readonly masterId: string) {
    super(`A key is wrapped by the master key ${masterId}, which this process does not have`);
  }
}

// The master key's name stands before what it wrapped, so that a wrapped key alone says how to open it.
const NAME = 8;
const bindingOf = ({ serviceId, ownerId, purpose }: KeyName, masterId: string): string =>
  JSON.stringify(['concord key', serviceId.toLowerCase(), ownerId.toLowerCase(), purpose, masterId]);

/** A new key, wrapped. */
export const newWrapped = (masters: MasterKeys, name: KeyName): Buffer => wrap(masters, name, randomBytes(32));

function wrap({ current }: MasterKeys, name: KeyName, secret: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(current.id, 'hex'), encrypt(current.key, bindingOf(name, current.id), secret)]);
}

/** The same key wrapped by the master key in use. */
export const rewrap = (masters: MasterKeys, name: KeyName, wrapped: Uint8Array): Buffer =>
  wrap(masters, name, secretOf(masters, name, wrapped));

/** The key itself. Throws UnknownMasterKey; NotOpened when the row is not the owner's. */
export const unwrap = (masters: MasterKeys, name: KeyName, wrapped: Uint8Array): KeyObject =>
  createSecretKey(secretOf(masters, name, wrapped));

function secretOf({ current, previous }: MasterKeys, name: KeyName, wrapped: Uint8Array): Buffer {
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  const id = bytes.toString('hex', 0, NAME);
  const master = [current, previous].find((one) => one?.id === id);
  if (!master) throw new UnknownMasterKey(id);
  return decrypt(master.key, bindingOf(name, id), bytes.subarray(NAME));
}
