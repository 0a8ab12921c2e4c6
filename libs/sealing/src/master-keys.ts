// The keys that wrap all others: one that is in use and, while it is being rotated, the one before.
import { createSecretKey, hash, type KeyObject } from 'node:crypto';

/** A master key and the name it leaves beside what it wrapped: a digest that says nothing about it. */
export interface MasterKey {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly key: KeyObject;
}
/** `current` wraps; both unwrap. */
export interface MasterKeys {
  readonly current: MasterKey;
  readonly previous: MasterKey | null;
}

/** A master key from its 32 bytes. */
export function masterKey(secret: Uint8Array): MasterKey {
  if (secret.length !== 32) throw new Error('A master key has 32 bytes');
  const named = Buffer.concat([Buffer.from('concord master key '), secret]);
  return { id: hash('sha256', named, 'hex').slice(0, 16), key: createSecretKey(secret) };
}

/** Master keys from their bytes. */
export const masterKeys = (current: Uint8Array, previous: Uint8Array | null = null): MasterKeys => ({
  current: masterKey(current),
  previous: previous && masterKey(previous),
});
