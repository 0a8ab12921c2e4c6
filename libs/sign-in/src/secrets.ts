// Makes, reads, hashes and seals what lets people in: tokens, invitation codes, one-time codes. Each carries a check that only our key makes.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { plainCode } from './plain-code.js';

/** Crockford's alphabet: no I, L, O or U, so that nothing is misread and no word is spelt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
/** Of an invitation code: 60 random bits and 20 of the check. */
const [LETTERS, CHECK_LETTERS] = [12, 4];
/** Of a one-time code: six random digits and six of the check. */
const [DIGITS, CHECK_DIGITS] = [6, 6];
/** Of a session token: 256 random bits and 128 of the check. */
const [TOKEN_BYTES, CHECK_BYTES] = [32, 16];
const TOKEN = /^cs_[\w-]{64}$/;

/** How a one-time code reaches a person. Its check says which, so that one that staff read out is not lost with those that were sent. */
export type CodeWay = 'sent' | 'readOut';
/** What a typed one-time code is: one that was made so for the invitation; a wrong one; or no code at all, which is no try. */
export type CodeSeen = CodeWay | 'wrong' | 'none';

/** What is stored of a session token or an ID token. Both are too long to be guessed from their hash. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

const grouped = (text: string): string => text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? text;
const lettersOf = (bytes: Buffer): string => [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
const digitsOf = (bytes: Buffer): string =>
  String(bytes.readUIntBE(0, 6) % 10 ** CHECK_DIGITS).padStart(CHECK_DIGITS, '0');
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/**
 * The keyed side of sign-in. Codes are short enough to be guessed from a plain hash, so theirs take a key. And what was not made
 * with the key is known by its check before the database is asked: it costs no statement, and is charged to nobody, so that
 * whoever invents codes and cookies shuts no door for anybody. The arithmetic of guessing is in numbers.ts.
 */
export class Keys {
  private readonly pairs: readonly { readonly hashing: Buffer; readonly sealing: Buffer; readonly checking: Buffer }[];

  /** Keys are derived from `secrets`: the one in use, then those still believed while they are being replaced. */
  constructor(secrets: readonly KeyObject[]) {
    const derived = (secret: KeyObject, use: string) =>
      Buffer.from(hkdfSync('sha256', secret, '', `concord sign-in ${use}`, 32));
    this.pairs = secrets.map((secret) => ({
      hashing: derived(secret, 'hashing'),
      sealing: derived(secret, 'sealing'),
      checking: derived(secret, 'checking'),
    }));
  }

  /** A new session token. No dot stands in it, so that it is never taken for a JWT. */
  makeToken(): string {
    const random = randomBytes(TOKEN_BYTES);
    const [check] = this.checks('token', random);
    return `cs_${Buffer.concat([random, check.subarray(0, CHECK_BYTES)]).toString('base64url')}`;
  }

  /** Whether a text is a session token that was made here. */
  isToken(text: string): boolean {
    if (!TOKEN.test(text)) return false;
    const bytes = Buffer.from(text.slice(3), 'base64url');
    const [random, check] = [bytes.subarray(0, TOKEN_BYTES), bytes.subarray(TOKEN_BYTES)];
    return this.checks('token', random).some((made) => timingSafeEqual(made.subarray(0, CHECK_BYTES), check));
  }

  /** A new invitation code, as it is written: four groups of four, joined by hyphens. */
  makeInvitationCode(): string {
    // 32 letters: five bits of each byte, all equally likely.
    const letters = lettersOf(randomBytes(LETTERS));
    const [check] = this.checks('invitation', letters);
    return grouped(letters + lettersOf(check.subarray(0, CHECK_LETTERS)));
  }

  /** What the invitation with this code may be stored under, newest key first; null for what was never made a code. */
  invitationHashes(typed: string): [Buffer, ...Buffer[]] | null {
    const code = plainCode(typed);
    const [letters, check] = [code.slice(0, LETTERS), code.slice(LETTERS)];
    const made = this.checks('invitation', letters).map((each) => lettersOf(each.subarray(0, CHECK_LETTERS)));
    return made.some((each) => isSame(each, check)) ? this.hashes('invitation', code) : null;
  }

  /** A new one-time code for the invitation stored under this hash, as it is read out: 1234-5678-9012. */
  makeOneTimeCode(way: CodeWay, invitationHash: Buffer): string {
    const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    const [check] = this.checks(way, invitationHash, digits);
    return grouped(digits + digitsOf(check));
  }

  /** What a typed one-time code is, for an invitation that may be stored under these hashes. */
  seen(typed: string, invitationHashes: readonly Buffer[]): CodeSeen {
    const code = plainCode(typed);
    if (!/^\d+$/.test(code) || code.length !== DIGITS + CHECK_DIGITS) return 'none';
    const [digits, check] = [code.slice(0, DIGITS), code.slice(DIGITS)];
    const fits = (way: CodeWay) =>
      invitationHashes.some((each) => this.checks(way, each, digits).some((made) => isSame(digitsOf(made), check)));
    return (['sent', 'readOut'] as const).find(fits) ?? 'wrong';
  }

  /** What a one-time code for one invitation may be stored as, newest key first. */
  codeHashes(invitationId: string, code: string): [Buffer, ...Buffer[]] {
    return this.hashes(`code ${invitationId}`, plainCode(code));
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

  private hashes(bound: string, code: string): [Buffer, ...Buffer[]] {
    return this.each(({ hashing }) => createHmac('sha256', hashing).update(`${bound}\0${code}`).digest());
  }

  /** The check of what was made for one use, by each key, newest first. */
  private checks(use: string, ...parts: (string | Buffer)[]): [Buffer, ...Buffer[]] {
    return this.each(({ checking }) => {
      const mac = createHmac('sha256', checking).update(use);
      for (const part of parts) mac.update('\0').update(part);
      return mac.digest();
    });
  }

  private each(make: (pair: Keys['pairs'][number]) => Buffer): [Buffer, ...Buffer[]] {
    return [make(this.newest), ...this.pairs.slice(1).map(make)];
  }

  private get newest() {
    const [first] = this.pairs;
    if (!first) throw new Error('Sign-in needs a key');
    return first;
  }
}
