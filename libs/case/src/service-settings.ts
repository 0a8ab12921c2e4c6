// A service's own numbers over the defaults, with the bank holidays of the calendar.
import { settingsWith, type Settings } from './settings.js';
import { bankHolidays } from '#libs/time';

const known = new Map<string, Settings>();
// The years a running case can reach back to or plan ahead for; the calendar itself has more.
let holidays: string[] | null = null;
const holidaysNow = (): string[] => (holidays ??= bankHolidays(2020, 2040));

/** The settings a service's stored JSON text stands for. Worked out once for each text: it is asked on every command. */
export function settingsOf(stored: string): Settings {
  const found = known.get(stored);
  if (found) return found;
  const settings = settingsWith({ bankHolidays: holidaysNow(), ...(JSON.parse(stored) as Partial<Settings>) });
  if (known.size > 1000) known.clear();
  known.set(stored, settings);
  return settings;
}
