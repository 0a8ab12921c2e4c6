/** The calendar of England and Wales: days, working days and bank holidays. Pure: no clock. */
export { bankHolidays } from './bank-holidays.js';
export { addDays, ageOn, isCalendarDate, londonDate } from './dates.js';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js';
