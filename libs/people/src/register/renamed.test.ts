// A name that changed: what is compared follows it, and the one before is a weaker reason.
import { suggestDuplicates } from '#libs/matching';
import { comparable } from '../postgres/tokens.js';
import { renamed } from './renamed.js';

const held = { given: 'Bet', family: 'Sorrel', asWritten: 'Bet Sorrel', bornOn: '1990-10-09' };
const afterwards = { ...held, family: 'Thistlewood', ...renamed(held, { family: 'Thistlewood' }) };

test('a changed family name changes the whole name, and the former one is kept', () => {
  expect(afterwards).toMatchObject({ asWritten: 'Bet Thistlewood', formerNames: '["Bet Sorrel"]' });
  expect(renamed(afterwards, { given: 'Beth' })).toEqual({
    asWritten: 'Beth Thistlewood',
    formerNames: '["Bet Sorrel","Bet Thistlewood"]',
  });
});

test('what is said again, and a telephone number, change no name', () => {
  expect(renamed(held, { family: 'Sorrel' })).toEqual({});
  expect(renamed(held, {})).toEqual({});
});

test('a referral under the new name is suggested as the same person, under the former one for a weaker reason (t28)', () => {
  const referred = (asWritten: string) => comparable('2', { asWritten, bornOn: '1990-10-09' });
  const [byNew] = suggestDuplicates([referred('Bet Thistlewood')], [comparable('1', afterwards)]);
  const [byFormer] = suggestDuplicates([referred('Bet Sorrel')], [comparable('1', afterwards)]);
  expect(byNew?.reasons).toEqual(['sameName', 'sameBirthDate']);
  expect(byFormer?.reasons).toEqual(['formerName', 'sameBirthDate']);
  expect(byFormer?.score).toBeLessThan(byNew?.score ?? 0);
});
