// What `npm run refer` prints: counts, and what staff should know. Never a name: terminals are read over shoulders and kept in logs.
import type { ReadFile } from '#libs/intake';
import type { Counts } from './take.js';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The lines for a file that was taken, or only looked at when `counts` is null. */
export function reportOf(read: ReadFile, counts: Counts | null, rejectedPath: string | null): string {
  const rows = read.referrals.reduce((sum, referral) => sum + referral.rows.length, 0);
  const duplicate = read.duplicates.length + (counts?.before ?? 0);
  const cases = counts ? `${plural(counts.opened, 'case')} opened` : plural(read.referrals.length, 'referral');
  const lines = [
    counts ? `Of ${plural(read.rows, 'row')}:` : `Preview of ${plural(read.rows, 'row')}; nothing is saved:`,
    `  taken      ${counts?.taken ?? rows} (${cases})`,
    `  duplicate  ${duplicate}`,
    `  rejected   ${read.rejected.length}${rejectedPath === null ? '' : `, with reasons in ${rejectedPath}`}`,
    ...(counts === null ? read.rejected.map(({ line, reason }) => `    line ${line}: ${reason}`) : []),
    // What an earlier upload brought, staff have been told.
    ...(counts?.taken === 0 ? [] : known(read)),
  ];
  return `${lines.join('\n')}\n`;
}

function known({ warnings }: ReadFile): string[] {
  const meanings = new Map<string, number>();
  for (const { rule, message } of warnings) {
    const line =
      rule === null
        ? 'Values could not be taken and are kept beside the referral in their original text.'
        : `${rule}  ${message}`;
    meanings.set(line, (meanings.get(line) ?? 0) + 1);
  }
  if (meanings.size === 0) return [];
  const counted = [...meanings].toSorted((a, b) => b[1] - a[1]);
  return ['For staff to look at:', ...counted.map(([line, count]) => `  ${String(count).padStart(5)}  ${line}`)];
}
