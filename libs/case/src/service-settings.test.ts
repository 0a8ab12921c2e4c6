// Whatever a service sets for itself, its working days know the bank holidays of England and Wales.
import { settingsOf } from './service-settings.js';

test.each(['{}', '{"referralWorkingDays":3}'])('%s has the bank holidays of past and coming years', (stored) => {
  const { bankHolidays } = settingsOf(stored);
  expect(bankHolidays).toEqual(expect.arrayContaining(['2022-09-19', '2026-08-31', '2026-12-28', '2035-12-25']));
});

test('R37: who is on call for safeguarding is a list of names; by default nobody is', () => {
  expect(settingsOf('{}').safeguardingOnCall).toEqual([]);
  expect(settingsOf('{"safeguardingOnCall":["dora"]}').safeguardingOnCall).toEqual(['dora']);
  expect(() => settingsOf('{"safeguardingOnCall":"dora"}')).toThrow('must be a list of words');
});

test('its own numbers stand over the defaults', () => {
  expect(settingsOf('{"referralWorkingDays":3}')).toMatchObject({ referralWorkingDays: 3, informationWorkingDays: 5 });
});
