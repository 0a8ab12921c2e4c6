/** Bytes to text: which encoding a referrer used, told from the bytes themselves. */
import { ReferralFileProblem } from './problem.js';

/**
 * The text of a file in UTF-8 or UTF-16 (with or without byte order mark), or else Windows-1252, which contains Latin-1. Throws ReferralFileProblem on an empty file and on one that is no text.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ReferralFileProblem('empty', 'The file is empty.');
  const text = decode(bytes);
  if (text.trim() === '') throw new ReferralFileProblem('empty', 'The file is empty.');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new ReferralFileProblem(
      'binary',
      'The file is an old spreadsheet or an archive. Save it as XLSX or CSV and send that.',
    );
  }
  if (unprintable.test(text)) throw new ReferralFileProblem('binary', 'The file is not text.');
  return text;
}

// Control characters that no text file holds: all but tab, line feed, form feed and carriage return.
const unprintable = /[^\P{Cc}\t\n\f\r\u0080-\u009f]/u;
const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideWithoutMark(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

// Letters of the languages of this country in UTF-16 have nothing but zeros in one of their two bytes.
const SAMPLE = 2000;
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  const zeros = (odd: 0 | 1): number => sample.filter((byte, i) => i % 2 === odd && byte === 0).length;
  const most = sample.length * 0.4;
  if (sample.length < 4 || sample.length % 2 !== 0) return null;
  if (zeros(1) > most && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > most && zeros(1) === 0 ? 'utf-16be' : null;
}
