// Cursors that say nothing: the place in a list, sealed. The same place gives the same cursor, so that pages compare.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** A cursor that this list did not give: made up, of another list or reader, or sealed under a key that is gone. */
export class BadCursor extends Error {
  readonly code = 'BAD_CURSOR';
  constructor() {
    super('This cursor does not belong to this list');
  }
}

const NONCE = 12;
const TAG = 16;

/** The keys made from one secret: one seals, the other makes nonces. */
interface Pair {
  readonly key: KeyObject;
  readonly nonceKey: KeyObject;
}

function pairFrom(secret: Uint8Array): Pair {
  if (secret.byteLength < 32) throw new RangeError('The cursor secret must have at least 32 bytes');
  // Key objects, not bytes: bytes would be made into one for every cursor, which is most of its cost.
  const derive = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
  return { key: derive('cursor seal'), nonceKey: derive('cursor nonce') };
}

/**
 * Seals and opens places in lists. `secret` is at least 32 random bytes and the same in every process, so that a page
 * begun on one goes on in another. `accepted` are secrets that only open, while the secret is being changed; a cursor of
 * any other secret is unknown.
 */
export class Cursors {
  private readonly sealing: Pair;
  private readonly opening: readonly Pair[];

  constructor(secret: Uint8Array, ...accepted: readonly Uint8Array[]) {
    this.sealing = pairFrom(secret);
    this.opening = [this.sealing, ...accepted.map(pairFrom)];
  }

  /** A cursor for a place; `list` binds it to one list, order and actor, so that it cannot be carried to another. */
  seal(list: string, place: readonly string[]): string {
    const { key, nonceKey } = this.sealing;
    const plain = JSON.stringify(place);
    // The nonce is worked out from the content: equal places give equal cursors, different ones never share a nonce.
    const nonce = createHmac('sha256', nonceKey).update(list).update('\0').update(plain).digest().subarray(0, NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(list));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The place a cursor stands for. Throws BAD_CURSOR when it is not one of ours for this list. */
  open(list: string, cursor: string): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    for (const { key } of this.opening) {
      const plain = opened(key, list, bytes);
      if (plain !== null) return plain;
    }
    throw new BadCursor();
  }
}

/** Null when the key did not seal these bytes for this list. */
function opened(key: KeyObject, list: string, bytes: Buffer): string[] | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(list));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    return JSON.parse(plain) as string[];
  } catch {
    return null;
  }
}
