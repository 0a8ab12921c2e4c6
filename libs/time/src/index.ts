/** Days, instants, working days and bank holidays of England and Wales. Pure: no clock. */
export { bankHolidays } from './bank-holidays.js';
export { addDays, ageOn, isCalendarDate, londonDate } from './dates.js';
export { daysAfter, daysBetween, endedAfter, isAfter, londonDaysBetween, londonMidnightAfter } from './instants.js';
export { addWorkingDays, isWorkingDay, workingDaysAfter, workingDaysBetween } from './working-days.js';
