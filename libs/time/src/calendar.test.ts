/** The calendar against the dates that gov.uk publishes, and against itself. */
import fc from 'fast-check';
import { addDays, ageOn, isCalendarDate, londonDate } from './dates.js';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js';
import { bankHolidays } from './bank-holidays.js';

// gov.uk/bank-holidays, England and Wales, as published; only days off, so substitute days stand for weekends.
const published = {
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
};

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));

describe('bank holidays of England and Wales', () => {
  it.each(Object.entries(published))(
    'in %s are those of gov.uk, substitute and one-off days included',
    (year, days) => {
      expect(bankHolidays(Number(year), Number(year))).toEqual(days.map((monthDay) => `${year}-${monthDay}`));
    },
  );
  it('over several years come in order', () => {
    const days = bankHolidays(2022, 2027);
    expect(days).toEqual(days.toSorted());
    expect(days).toHaveLength(Object.values(published).flat().length);
  });
});

describe('working days', () => {
  it('skip weekends, the August holiday and Christmas', () => {
    expect(workingDaysBetween('2026-08-28', '2026-09-01')).toBe(1);
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
    expect(addWorkingDays('2026-12-29', -1)).toBe('2026-12-24');
    expect(isWorkingDay('2023-05-08')).toBe(false);
  });
  it('count the last day and not the first', () => {
    expect(workingDaysBetween('2026-10-09', '2026-10-12')).toBe(1);
    expect(workingDaysBetween('2026-10-12', '2026-10-12')).toBe(0);
    expect(workingDaysBetween('2026-10-12', '2026-10-09')).toBe(-1);
  });
  it('added and counted agree, whatever the day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, n) => {
        expect(workingDaysBetween(from, addWorkingDays(from, n))).toBe(n);
      }),
    );
  });
  it('of two stretches add up', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, c)).toBe(workingDaysBetween(a, c));
      }),
    );
  });
  it('refuse a day that does not exist', () => {
    expect(() => isWorkingDay('2001-02-31')).toThrow(RangeError);
    expect(isCalendarDate('2028-02-29')).toBe(true);
    expect(isCalendarDate('2026-02-29')).toBe(false);
  });
});

describe('the London calendar day', () => {
  it('follows summer time', () => {
    expect(londonDate('2026-07-01T23:30:00Z')).toBe('2026-07-02');
    expect(londonDate('2026-12-01T23:30:00Z')).toBe('2026-12-01');
  });
  it('refuses what is no instant', () => {
    expect(() => londonDate('yesterday')).toThrow(RangeError);
  });
});

describe('age', () => {
  it('changes on the birthday', () => {
    expect(ageOn('2008-11-15', '2026-11-14')).toBe(17);
    expect(ageOn('2008-11-15', '2026-11-15')).toBe(18);
  });
  it('of someone born on 29 February changes on 1 March in a common year', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });
});
