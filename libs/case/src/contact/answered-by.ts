// By when somebody who asked for something is answered: the day that they and the staff are shown.
import { workingDaysAfter } from '#libs/time';
import type { Settings } from '../settings.js';
import type { Help } from './facts.js';

/** An ISO instant, so many working days after they asked. */
export const answeredBy = ({ at }: Pick<Help, 'at'>, { helpWorkingDays, bankHolidays }: Settings): string =>
  workingDaysAfter(at, helpWorkingDays, bankHolidays);
