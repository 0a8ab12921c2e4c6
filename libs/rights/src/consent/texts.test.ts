// What a consent text must be, and which one a person is asked by.
import { consentPurposes, type Purpose } from '#libs/case';
import { defaultTexts } from './defaults.js';
import { inForce, latestFor, named, wrongWith, type ConsentText, type NewConsentText } from './texts.js';

const text = (more: Partial<ConsentText> = {}): ConsentText => ({
  id: '1',
  purpose: 'takePart',
  about: null,
  version: '1',
  language: 'en',
  words: 'Do you agree?',
  sha256: '',
  draft: false,
  publishedAt: '2026-01-01T00:00:00.000Z',
  publishedBy: null,
  ...more,
});

test('there is a default text for every purpose in English and in Welsh, each saying what must have been explained', () => {
  const defaults = defaultTexts();
  for (const purpose of Object.keys(consentPurposes) as Purpose[])
    expect(defaults.filter((t) => t.purpose === purpose).map((t) => t.language)).toEqual(['en', 'cy']);
  expect(defaults.flatMap(wrongWith)).toEqual([]);
  const takePart = defaults.find((t) => t.purpose === 'takePart');
  expect(takePart?.words).toContain('No one need forgive');
  expect(takePart?.words).toContain('nobody will ask you for a reason');
});

test.each<[string, Partial<NewConsentText>]>([
  ['without words', { words: '  ' }],
  ['with a language nobody can name', { language: 'Welsh' }],
  ['about a kind of process that there is none of', { about: 'duel' }],
  ['about a person: each person is asked by the general text', { purpose: 'attendance', about: 'somebody' }],
  ['with a version of several lines', { version: '1\n2' }],
])('a text %s is not published', (_what, wrong) => {
  expect(wrongWith({ ...text(), ...wrong })).toHaveLength(1);
});

test('the text about one kind of process comes before the general one of the same version', () => {
  const texts = [text(), text({ id: '2', about: 'letter' })];
  expect(named(texts, text({ about: 'letter' }))?.id).toBe('2');
  expect(named(texts, text({ about: 'faceToFace' }))?.id).toBe('1');
  expect(named(texts, text({ version: '2' }))).toBeUndefined();
});

test('a person is asked by the latest text in their language, and in English where there is none', () => {
  const texts = [
    text(),
    text({ id: '2', version: '2', publishedAt: '2026-02-01T00:00:00.000Z' }),
    text({ id: '3', language: 'cy' }),
  ];
  expect(latestFor(texts, 'takePart', null, 'en')?.id).toBe('2');
  expect(latestFor(texts, 'takePart', null, 'cy')?.id).toBe('3');
  expect(latestFor(texts, 'takePart', null, 'pl')?.id).toBe('2');
  expect(latestFor(texts, 'survey', null, 'en')).toBeNull();
});

test('the text in force is the latest of each language, its own before the general one', () => {
  const texts = [
    text({ id: '1' }),
    text({ id: '2', version: '2', publishedAt: '2026-02-01T00:00:00.000Z' }),
    text({ id: '3', version: '1', about: 'letter' }),
    text({ id: '4', language: 'cy' }),
    text({ id: '5', purpose: 'survey' }),
  ];
  expect(inForce(texts, 'takePart', 'letter').map(({ id }) => id)).toEqual(['3', '4']);
  expect(inForce(texts, 'takePart', 'video').map(({ id }) => id)).toEqual(['2', '4']);
  expect(inForce(texts, 'training', null)).toEqual([]);
});
