/** Characters of a cell: what no reader can see is taken out, and letters that were encoded twice are mended where that is certain. */

// Format marks (directions, zero width, soft hyphen, byte order mark), fillers and variation selectors: seen by nobody.
const unseen = /[\p{Cf}\p{Variation_Selector}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;
// Between two letters of a script that joins its letters, these two change how a name is written, and stay.
const joiner = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})/gu;
const joinless = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** The text in NFC with every space a plain one, without unseen marks and outer space. Line breaks stay. */
export function seen(text: string): string {
  const joined = joinless.test(text) ? [] : [...text.matchAll(joiner)].map(({ index }) => index);
  const kept = joined.length === 0 ? text.replaceAll(unseen, '') : keeping(text, new Set(joined));
  return kept
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[^\S\n\r\t]/gu, ' ')
    .trim();
}

const keeping = (text: string, places: ReadonlySet<number>): string =>
  text.replaceAll(unseen, (mark, at: number) => (places.has(at) ? mark : ''));

// The characters that Windows-1252 has where Latin-1 has control characters, by their byte.
const windows: ReadonlyMap<string, number> = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))].map((sign, i) => [
    sign,
    0x80 + i,
  ]),
);
const byteOf = (sign: string): number => windows.get(sign) ?? sign.charCodeAt(0);
const follower = `[\\u0080-\\u00bf${[...windows.keys()].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]`;
// Two bytes for letters of European names, three for typographic marks and for Vietnamese and Welsh ones.
const doubled = new RegExp(`[\\u00c2-\\u00c5\\u00c8\\u00cc]${follower}|[\\u00e1\\u00e2]${follower}{2}`, 'gu');
const believable = /^(?:[\u00a0-\u024f\u1e00-\u1eff\u2010-\u2026]|\p{M})$/u;
// Some systems double what was doubled before.
const ROUNDS = 3;

/** Mends UTF-8 that was read as Windows-1252 (`ChloÃ©` is Chloé), where what comes out is a letter or mark of written names. */
export function mended(text: string): string {
  let now = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = now.replaceAll(doubled, (signs) => {
      const letter = new TextDecoder().decode(Uint8Array.from(signs, byteOf));
      return believable.test(letter) ? letter : signs;
    });
    if (next === now) break;
    now = next;
  }
  return now;
}

/** Whether a letter was lost on the way: what a program writes for a letter that its encoding does not have. */
export const lostLetter = (name: string): boolean => /[?\uFFFD]/u.test(name);

/** A text as it is compared where only letters and digits count, such as a reference: `bt / 12 / 26` and `BT/12/26` are one. */
export const folded = (text: string): string =>
  seen(text)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s+/gu, '');
