// When an entry was last checked, and when that is too long ago: a number that rings nowhere costs a frightened reader the courage to ring again.

/** Months. (ours) Half a year: funding and numbers of such services change with the half-years of those who pay for them. */
export const CHECKED_WITHIN_MONTHS = 6;

/** True when nobody has checked the entry within six months of `today`. Both are 'YYYY-MM-DD'; null: it was never checked. */
export function isOverdue(checkedOn: string | null, today: string): boolean {
  return checkedOn === null || checkedOn < overdueBefore(today);
}

/** The day before which an entry must have been checked to be overdue on `today`. */
export const overdueBefore = (today: string): string => monthsBefore(today, CHECKED_WITHIN_MONTHS);

/** The same day of an earlier month, or its last day where that month is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
