/** XLSX as the table it holds: the CSV that its first sheet would have been saved as. */
import { readSheet, type CellValue } from 'read-excel-file/node';
import { ReferralFileProblem } from './problem.js';

// A workbook is an archive: one of a few thousand bytes may hold gigabytes. Far above any referrer's sheet.
const LARGEST_INSIDE = 200 * 1024 * 1024;

/**
 * The bytes of a file as text: an XLSX workbook becomes CSV in UTF-8, a day 'YYYY-MM-DD' and a number its digits; every other
 * file is given back as it is. Throws ReferralFileProblem for a workbook that cannot be read.
 */
export async function asText(bytes: Uint8Array): Promise<Uint8Array> {
  if (!isWorkbook(bytes)) return bytes;
  if (sizeInside(bytes) > LARGEST_INSIDE)
    throw new ReferralFileProblem('binary', 'The spreadsheet holds more than 200 MB.');
  const rows = await readSheet(Buffer.from(bytes), { trim: false }).catch(() => {
    throw new ReferralFileProblem('binary', 'The spreadsheet cannot be read. Save it as CSV and send that.');
  });
  return new TextEncoder().encode(rows.map((row) => row.map(quoted).join(',')).join('\r\n'));
}

const startsAsArchive = (bytes: Uint8Array): boolean => [0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte);
/** An archive with a folder of the name that every XLSX workbook has. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  startsAsArchive(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/workbook.xml');

/** What the archive's directory says that its parts hold once they are unpacked, in bytes. */
function sizeInside(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  let size = 0;
  for (let at = file.indexOf(entry); at >= 0 && at + 28 <= file.length; at = file.indexOf(entry, at + 4))
    size += file.readUInt32LE(at + 24);
  return size;
}

function quoted(cell: CellValue | null): string {
  const text = textIn(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet's day is a midnight of no zone, which the reader gives in UTC. */
function textIn(cell: CellValue | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
  const at = cell.toISOString();
  return at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at.slice(0, 19);
}
