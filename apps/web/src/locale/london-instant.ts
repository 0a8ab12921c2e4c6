// An instant from the day and the time that somebody typed, in the clock of England and Wales.

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const HOUR = 3_600_000;

/**
 * The instant at which London clocks show this day (YYYY-MM-DD) and time (HH:MM); null for one that they do not show.
 * Of an hour that comes twice, in October, the first.
 */
export function londonInstant(day: string, time: string): string | null {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  const shows = (instant: number) => clock.format(instant).replace(', ', 'T') === `${day}T${time}`;
  const found = [asUtc - HOUR, asUtc].find(shows);
  return found === undefined ? null : new Date(found).toISOString();
}

/** The day and the time that London clocks show at an instant. */
export function londonClock(instant: string): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = clock.format(new Date(instant)).split(', ');
  return { day, time };
}
