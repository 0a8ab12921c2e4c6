// Whoever is refused because of what they said reads which field it is and what it must hold.
import { readdirSync, readFileSync } from 'node:fs';
import { whatsRightIn } from './whats-right.js';

const here = new URL('.', import.meta.url);
const checks = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('checks.ts'));
/** The fields that the checks name, as their source has them. */
const named = checks.flatMap((file) => {
  const source = readFileSync(new URL(file, here), 'utf8');
  return [...source.matchAll(/'unsound',\s*['`]([\w.]+)/g), ...source.matchAll(/(?:eachOnce|once)\('(\w+)'/g)].map(
    ([, field = '']) => field,
  );
});

test('every field that can be wrong says what it must hold', () => {
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((field) => whatsRightIn(field) === null)).toEqual([]);
});

test('the same field of another event can be another thing', () => {
  expect(whatsRightIn('participantId', 'identity.confirmed')).toBe('must be somebody referred as responsible');
  expect(whatsRightIn('participantId', 'name.told')).toBe('must be somebody in the case of whom this can be said');
  expect(whatsRightIn('explained:voluntary', 'consent.given')).toMatch(/by whom/);
  expect(whatsRightIn('serviceId')).toBeNull();
});
