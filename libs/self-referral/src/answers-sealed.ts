// Answers sealed with a key made from the code of the person: the database and the service's keys together cannot read them without it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from './codes.js';
import { answers, type Answers } from './answers.js';

const NONCE = 12;
const TAG = 16;
const keysOf = (keys: Keys, code: string) => keys.hashes('self-referral answers', code);

/** Seals answers under the code, as it is compared. */
export function sealAnswers(keys: Keys, code: string, said: Answers): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keysOf(keys, code)[0], nonce);
  return Buffer.concat([nonce, cipher.update(JSON.stringify(said), 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The answers again. @throws Error when the code is another, or the bytes were changed. */
export function openAnswers(keys: Keys, code: string, sealed: Buffer): Answers {
  for (const key of keysOf(keys, code)) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(-TAG));
    let text;
    try {
      text = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
    } catch {
      continue; // sealed while an older key was in use
    }
    return answers.parse(JSON.parse(text));
  }
  throw new Error('The answers of a self-referral do not open.');
}
