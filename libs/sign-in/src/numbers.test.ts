// Guessing stays hopeless although nobody is refused for what others try: counted by hand from how long codes are and how often each may be tried.
import { defaultNumbers } from './numbers.js';

const oneTimeCodes = 10 ** 12;
const { codesADay, wrongCodesADay, wrongCodesAtOnce, invitationDays, codeMinutes } = defaultNumbers;
/** Processes that each count apart before they write. */
const PROCESSES = 4;
/** Tries in a second that a service could hardly answer. */
const A_SECOND = 10_000;

test('who holds the letter but not the safe channel has less than one chance in 250,000, over all days of an invitation', () => {
  const tries = invitationDays * (wrongCodesADay + PROCESSES * wrongCodesAtOnce);
  expect((codesADay * tries) / oneTimeCodes).toBeLessThan(1 / 250_000);
});

test('a code that staff read out is found in its minutes with less than one chance in 100,000, at full speed', () => {
  expect((codeMinutes * 60 * A_SECOND) / oneTimeCodes).toBeLessThan(1 / 100_000);
});

test('one of a thousand open invitations is found in all their days with less than one chance in a billion, at full speed', () => {
  expect((1000 * invitationDays * 86_400 * A_SECOND) / 2 ** 80).toBeLessThan(1e-9);
});
