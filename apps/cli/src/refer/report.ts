// What `npm run refer` prints: counts, and what staff should know. Never a name: terminals are read over shoulders and kept in logs.
import type { FilePreview, ReferralFile } from '#libs/referral-files';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
type Counts = Pick<ReferralFile, 'taken' | 'before' | 'opened' | 'returned'>;

/** The lines for a file that was taken, or only looked at when `counts` is null. */
export function reportOf(preview: FilePreview, counts: Counts | null, returnedPath: string | null): string {
  const { rows, referrals, wouldBeTaken, before, returned } = preview;
  const cases = counts ? `${plural(counts.opened, 'case')} opened` : plural(referrals, 'referral');
  const lines = [
    counts ? `Of ${plural(rows, 'row')}:` : `Preview of ${plural(rows, 'row')}; nothing is saved:`,
    `  taken      ${counts?.taken ?? wouldBeTaken} (${cases})`,
    `  duplicate  ${counts?.before ?? before}`,
    `  rejected   ${counts?.returned ?? returned.length}${returnedPath === null ? '' : `, with reasons in ${returnedPath}`}`,
    ...(counts === null ? returned.map(({ line, reason }) => `    line ${line}: ${reason}`) : []),
    // What an earlier upload brought, staff have been told.
    ...(counts?.taken === 0 ? [] : known(preview)),
  ];
  return `${lines.join('\n')}\n`;
}

function known({ remarks }: FilePreview): string[] {
  if (remarks.length === 0) return [];
  const says = remarks.map(
    ({ rule, says, count }) => `  ${String(count).padStart(5)}  ${rule === null ? '' : `${rule}  `}${says}`,
  );
  return ['For staff to look at:', ...says];
}
