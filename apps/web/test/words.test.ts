// The catalogues: every sentence is used, every sentence asked for is there, both languages fill the same places.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from '../../../test/support/sources.js';
import { cy } from '../src/locale/words.cy.js';
import { en } from '../src/locale/words.en.js';
import { isDraft, languageOf, sayIn, type Key } from '../src/locale/locale.js';

const keys = Object.entries(en).flatMap(([page, sentences]) => Object.keys(sentences).map((key) => `${page}.${key}`));
const texts = filesUnder('apps/web/src', '.njk', '.ts').filter((path) => !path.includes('/locale/'));
const written = texts.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');

/** Sentences that are found by a word of the API or a status: `say("yourPage." + stage)`. */
const computed = /^(roles|errors)\.|^yourPage\.(inContact|preparing|meetingBooked|afterwards|ended)$|^signIn\.failed/;

test('every sentence that a view asks for is in the catalogue', () => {
  const asked = [...written.matchAll(/\bsay\(\s*["']([\w.]+)["']/g)].map(([, key = '']) => key);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !key.endsWith('.') && !keys.includes(key))).toEqual([]);
});

test('every sentence of the catalogue is asked for somewhere', () => {
  expect(keys.filter((key) => !computed.test(key) && !new RegExp(`["']${key}["']`).test(written))).toEqual([]);
});

test('both languages have the same sentences, filled in the same places, and none is empty', () => {
  const places = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(([place]) => place).toSorted();
  for (const [page, sentences] of Object.entries(en)) {
    const welsh = cy[page as keyof typeof en] as Record<string, string>;
    expect(Object.keys(welsh)).toEqual(Object.keys(sentences));
    for (const [key, english] of Object.entries(sentences as Record<string, string>)) {
      expect(places(welsh[key] ?? '')).toEqual(places(english));
      if (key !== 'draft') expect([english, welsh[key]]).not.toContain('');
    }
  }
});

test('Welsh is a draft until somebody has checked it, and says so in Welsh', () => {
  expect([isDraft('cy'), isDraft('en')]).toEqual([true, false]);
  expect(cy.site.draft).toMatch(/^Drafft/);
});

test('a sentence that is nowhere is a mistake, not a key on a page', () => {
  expect(() => sayIn('cy')('home.nothing' as Key)).toThrow('home.nothing');
});

test.each([
  ['cy', undefined, 'cy'],
  [undefined, 'fr, cy-GB;q=0.9, en', 'cy'],
  ['xx', 'de', 'en'],
  ['en', 'cy', 'en'],
])('chosen %j and a browser of %j make %s', (chosen, accepted, language) => {
  expect(languageOf(chosen, accepted)).toBe(language);
});
