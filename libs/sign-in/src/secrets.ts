// Makes, reads, hashes and seals what lets people in: tokens, invitation codes, one-time codes.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  randomInt,
  type KeyObject,
} from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U, so that nothing is misread and no word is spelt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/**
 * 16 characters are 80 bits. With a thousand live invitations, and every /24 of the internet (16.7 million networks)
 * trying at the limit of 100 in 15 minutes for 28 days (4.5e12 tries), the chance to hit any is 1 in 270 million; and
 * a hit only makes a one-time code go to the person it belongs to.
 */
const CODE_LENGTH = 16;
const GROUP = 4;
const DIGITS = 8;
const TOKEN_BYTES = 32;
const TOKEN = /^cs_[\w-]{43}$/;

/** A session token: 256 random bits. No dot stands in it, so that it is never taken for a JWT. */
export const makeToken = (): string => `cs_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
/** Whether a text has the form of a session token. */
export const isToken = (text: string): boolean => TOKEN.test(text);
/** What is stored of a session token or an ID token. Both are too long to be guessed from their hash. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

const grouped = (text: string): string => text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? text;

/** A new invitation code, as it is written: four groups of four, joined by hyphens. */
export function makeInvitationCode(): string {
  // 32 letters: five bits of each byte, all equally likely.
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return grouped(letters.join(''));
}
/** A new one-time code, as it is read out: 1234-5678. */
export const makeOneTimeCode = (): string => grouped(String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0'));

/** Either code as it is compared: upper case, without what people put between, and with the letters people mistake put right. */
export const plainCode = (typed: string): string =>
  typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');

/** The keyed side of sign-in: codes are short enough to be guessed from a plain hash, so theirs take a key. */
export class Keys {
  private readonly pairs: readonly { readonly hashing: Buffer; readonly sealing: Buffer }[];

  /** Keys are derived from `secrets`: the one in use, then those still believed while they are being replaced. */
  constructor(secrets: readonly KeyObject[]) {
    const derived = (secret: KeyObject, use: string) =>
      Buffer.from(hkdfSync('sha256', secret, '', `concord sign-in ${use}`, 32));
    this.pairs = secrets.map((secret) => ({
      hashing: derived(secret, 'hashing'),
      sealing: derived(secret, 'sealing'),
    }));
  }

  /** What a code may be stored as, newest key first. `bound` says what it is good for. */
  hashes(bound: string, code: string): [Buffer, ...Buffer[]] {
    const all = this.pairs.map(({ hashing }) => createHmac('sha256', hashing).update(`${bound}\0${code}`).digest());
    const [first, ...others] = all;
    if (!first) throw new Error('Sign-in needs a key');
    return [first, ...others];
  }

  /** A code that waits for the post. */
  seal(plain: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.newest.sealing, nonce);
    return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** The code again; null when its key is gone or it was tampered with. */
  open(sealed: Buffer): string | null {
    for (const { sealing } of this.pairs) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
      } catch {
        // sealed with another key, or with none
      }
    }
    return null;
  }

  private get newest() {
    const [first] = this.pairs;
    if (!first) throw new Error('Sign-in needs a key');
    return first;
  }
}
