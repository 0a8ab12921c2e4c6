// The codes of self-referrals and what browsers hold: made at random, kept as keyed digests.
import { createHmac, hash, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U, so that nothing is misread and no word is spelt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 16 letters are 80 bits: not to be guessed at any speed. */
const LETTERS = 16;

/** A new code: four groups of four. */
export const makeCode = (): string =>
  [...randomBytes(LETTERS)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-');

/** What a browser holds: 256 random bits. */
export const makeSession = (): string => randomBytes(32).toString('base64url');
/** What is kept of it: it is too long to be guessed from its hash. */
export const hashOf = (session: string): Buffer => hash('sha256', session, 'buffer');

/** Digests under the service's keys, newest first. `bound` says what they are good for. */
export class Keys {
  private readonly keys: readonly Buffer[];

  /** Keys are derived from `secrets`: the one in use, then those still believed while they are being replaced. */
  constructor(secrets: readonly KeyObject[]) {
    this.keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'concord self-referral', 32)));
  }

  hashes(bound: string, text: string): [Buffer, ...Buffer[]] {
    const [first, ...others] = this.keys.map((key) => createHmac('sha256', key).update(`${bound}\0${text}`).digest());
    if (!first) throw new Error('Self-referrals need a key');
    return [first, ...others];
  }
}
