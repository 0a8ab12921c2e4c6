/** Bytes to text: which encoding a referrer used, told from the bytes themselves. */
import { ReferralFileProblem } from './problem.js';

/**
 * The text of a file in UTF-8 (with or without byte order mark), UTF-16 with one, or else Windows-1252,
 * which contains Latin-1. Throws ReferralFileProblem on an empty file and on one that is no text.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ReferralFileProblem('empty', 'The file is empty.');
  const text = decode(bytes);
  if (text.trim() === '') throw new ReferralFileProblem('empty', 'The file is empty.');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new ReferralFileProblem('binary', 'The file is a spreadsheet or an archive. Save it as CSV and send that.');
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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
