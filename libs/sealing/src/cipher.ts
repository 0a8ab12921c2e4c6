// AES-256-GCM as the vault uses it: a version, a nonce, the sealed bytes and their tag in one; what it is bound to is never kept, only proved.
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

// The first byte of everything sealed. A later way of sealing takes the next number, and both are opened.
const VERSION = 1;
// 96 bits at random, as GCM wants them. One key seals a few thousand values; two nonces alike are not to be feared before 2^32.
const NONCE = 12;
const TAG = 16;

/** The bytes were changed, or stand in another place, or under another owner than they were sealed for. */
export class NotOpened extends Error {
  constructor() {
    super('A sealed value does not open: it was changed or moved');
  }
}

/** Seals bytes, bound to `binding`. */
export function encrypt(key: KeyObject, binding: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(binding));
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `encrypt` sealed under the same key and binding; else throws NotOpened. */
export function decrypt(key: KeyObject, binding: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE + TAG) throw new NotOpened();
  const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG });
  opened.setAAD(Buffer.from(binding));
  opened.setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([opened.update(bytes.subarray(1 + NONCE, -TAG)), opened.final()]);
  } catch {
    throw new NotOpened();
  }
}
