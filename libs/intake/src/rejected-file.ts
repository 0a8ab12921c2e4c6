/** The file of rejected rows that goes back to the referrer: line, reason, original text. */
import type { RejectedRow } from './read-referral-file.js';

// A spreadsheet takes a cell that begins so for a formula and runs it; some take the signs of an East Asian keyboard, other dashes and
// whatever stands behind marks that nobody sees.
const runs = /^[\s\p{Z}\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r]/u;

/** CSV in UTF-8 with a byte order mark, so that a spreadsheet shows names as they are; CRLF. The text holds personal data. */
export function rejectedFile(rejected: readonly RejectedRow[]): string {
  const rows = rejected.map(({ line, reason, original }) => [String(line), reason, original]);
  return `\uFEFF${[['Line', 'Reason', 'Original text'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const harmless = runs.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
