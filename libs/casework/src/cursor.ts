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

/** Seals and opens places in lists. `secret` is at least 32 random bytes; another secret makes every cursor unknown. */
export class Cursors {
  private readonly key: KeyObject;
  private readonly nonceKey: KeyObject;

  constructor(secret: Uint8Array) {
    if (secret.byteLength < 32) throw new RangeError('The cursor secret must have at least 32 bytes');
    // Key objects, not bytes: bytes would be made into one for every cursor, which is most of its cost.
    const derive = (purpose: string): KeyObject =>
      createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
    this.key = derive('cursor seal');
    this.nonceKey = derive('cursor nonce');
  }

  /** A cursor for a place; `list` binds it to one list, order and actor, so that it cannot be carried to another. */
  seal(list: string, place: readonly string[]): string {
    const plain = JSON.stringify(place);
    // The nonce is worked out from the content: equal places give equal cursors, different ones never share a nonce.
    const nonce = createHmac('sha256', this.nonceKey)
      .update(list)
      .update('\0')
      .update(plain)
      .digest()
      .subarray(0, NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(list));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The place a cursor stands for. Throws BAD_CURSOR when it is not one of ours for this list. */
  open(list: string, cursor: string): string[] {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(list));
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      return JSON.parse(plain) as string[];
    } catch {
      throw new BadCursor();
    }
  }
}
