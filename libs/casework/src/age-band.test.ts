// The age band of an event is worked out from the birthday that is held, and the birthday itself goes nowhere (R26, R93).
import type { CaseEvent, Facts } from '#libs/case';
import { bandOn, withAgeBand } from './age-band.js';

test.each([
  ['2026-06-14T22:00:00.000Z', 'underSixteen'],
  // midnight in London, in summer: the birthday has begun
  ['2026-06-14T23:00:00.000Z', 'sixteenOrSeventeen'],
  ['2028-06-14T22:59:00.000Z', 'sixteenOrSeventeen'],
  ['2028-06-14T23:00:00.000Z', 'adult'],
])('R26: somebody born on 15 June 2010 is, at %s, %s', (at, band) => {
  expect(bandOn('2010-06-15', at)).toBe(band);
});

const child = { people: { participants: { c1: { personId: 'p', age: 'underSixteen', role: 'responsible' } } } };
const check = (at: string): CaseEvent => ({
  type: 'deadline.passed',
  name: 'ageCheck',
  about: 'c1',
  dueAt: at,
  at,
  by: 'clock',
});
const born = (bornOn: string | null) => ({ bornOn: () => Promise.resolve(bornOn) });
const onCheck = (bornOn: string | null, said: CaseEvent) =>
  withAgeBand(born(bornOn), 's', said, child as unknown as Facts);

test('R93: the weekly look says the new band once somebody has turned 16, and nothing before', async () => {
  expect(await onCheck('2010-06-15', check('2026-06-15T09:00:00.000Z'))).toMatchObject({ age: 'sixteenOrSeventeen' });
  expect(await onCheck('2010-06-15', check('2026-06-14T09:00:00.000Z'))).not.toHaveProperty('age');
});

test('R93: without a birthday the look finds nothing, whatever band the clock was given', async () => {
  const said = { ...check('2026-06-15T09:00:00.000Z'), age: 'adult' } as CaseEvent;
  expect(await onCheck(null, said)).not.toHaveProperty('age');
});
