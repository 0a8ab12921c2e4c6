// An answer leaves locked for its recipient: as files of age (age-encryption.org), which anybody can open with the passphrase and any age program.
import { randomBytes } from 'node:crypto';
import { Encrypter } from 'age-encryption';

/** Letters and digits that are not mistaken for one another when they are read out. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 5;
const GROUP = 5;
/** 25 of 31 letters are 123 bits: nobody finds it by trying, however quickly a try is made. */
function newPassphrase(): string {
  const letters = [...randomBytes(GROUPS * GROUP * 2)].filter((byte) => byte < 248).map((byte) => ALPHABET[byte % 31]);
  const groups = Array.from({ length: GROUPS }, (_none, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join(''));
  return groups.join('-');
}

// Slow derivation protects phrases that people choose; a random one needs none, and the server should not stand still.
const WORK_FACTOR = 12;

/** Files locked with one new passphrase, which is kept nowhere: each as base64 of an age file, in the order given. */
export async function locked(...files: readonly string[]): Promise<{ passphrase: string; files: string[] }> {
  const passphrase = newPassphrase();
  const lock = async (file: string) => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(WORK_FACTOR);
    return Buffer.from(await encrypter.encrypt(file)).toString('base64');
  };
  return { passphrase, files: await Promise.all(files.map(lock)) };
}
