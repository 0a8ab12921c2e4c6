// A session ends so long after it was last used as it may lie unused, and at the latest when its hours are over.
import { endOf } from './session-ends.js';

const now = new Date('2026-12-01T14:00:00Z');

test('one that may lie unused for 30 minutes ends at half past two, whatever hour it is good for', () => {
  expect(endOf({ expiresAt: '2026-12-01T22:00:00.000Z', idleMinutes: 30 }, now)).toBe('2026-12-01T14:30:00.000Z');
});

test('one whose hours are over at ten past ends then, however often it is used', () => {
  expect(endOf({ expiresAt: '2026-12-01T14:10:00.000Z', idleMinutes: 30 }, now)).toBe('2026-12-01T14:10:00.000Z');
});
