// The sentences: each page has its own in both languages, each is used, and each that is asked for is there.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder, root } from '../../../test/architecture/sources.js';
import { cy as sharedCy } from '../src/kit/words.cy.js';
import { en as sharedEn } from '../src/kit/words.en.js';
import { addSentences, isDraft, languageOf, sayIn } from '../src/locale/locale.js';

type Words = Record<string, string>;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const sources = 'apps/web/src';
const wordsIn = async (folder: string, language: 'en' | 'cy') => {
  const file = (await import(join(root, folder, `words.${language}.ts`))) as Partial<Record<'en' | 'cy', Words>>;
  return file[language] ?? {};
};

/** Every folder with a page or with sentences, the kit apart. */
const folders = [
  ...new Set(filesUnder(sources, 'view.njk', 'words.en.ts', 'words.cy.ts').map((path) => dirname(path))),
];
const pages = await Promise.all(
  folders
    // The sentences of a form stand with the form: see forms.test.ts.
    .filter((folder) => folder !== `${sources}/kit` && !/\/(command|act)-form$/.test(folder))
    .map(async (folder) => ({
      folder,
      en: await wordsIn(folder, 'en'),
      cy: await wordsIn(folder, 'cy'),
      text: filesUnder(folder, '.njk', '.ts')
        .filter((path) => !/words\.|\.test\.|\.generated\./.test(path))
        .map(read)
        .join('\n'),
    })),
);
const everything = filesUnder(sources, '.njk', '.ts')
  .filter((path) => !path.includes('/words.'))
  .map(read)
  .join('\n');

/** Sentences found by a word of the API, or by a status: `say(part.stage)`. */
const computed: Readonly<Record<string, RegExp>> = {
  'areas/staff/invite': /^(how|checked|state)_\w+$/,
  'areas/staff/timeline': /^(contact|consent|safety|people|preparation|meeting|words|case)$/,
  'areas/participant/home':
    /^(spokeWithUs|saidYesTo\w+|prepared|ready|givenALetter|wasTold|met|asked|notNow|inContact|preparing|meetingBooked|afterwards|ended|\w+Next|comeBack)$/,
  'areas/participant/talk': /^(update|call|company|meeting|item|data|correction|another)(Hint)?$/,
  'areas/public/refer':
    /^(safe|urgent|ways|telephone|email|address|times|voicemail|safeWords|mustNotKnow|who|forWhom|agreed|whatHappened|abuse|reported|reference|area|handOver|name|callMe|language|needs|otherNeeds|where|help)(_\w+|Hint|Title)?$/,
  'areas/staff/call':
    /^(safe|urgent|risk|ways|voicemail|who|forWhom|agreed|whatHappened|abuse|reported|handOver|language|needs|worker)(_\w+|Hint)$/,
  'server/problem': /^(invalid|forbidden|notFound|tooMany|broken|away)(Title|Text)$/,
};

/** Keys that the text says, as views and controllers write them. */
const asked = (text: string) => [
  ...[...text.matchAll(/\bsay\((?:view, )?["']([\w.]+)["']/g)].map(([, key = '']) => key),
  ...[...text.matchAll(/\b(?:error|problem): '(\w+)'/g)].map(([, key = '']) => key),
];

test('there are pages to look at', () => {
  expect(pages.length).toBeGreaterThan(6);
});

describe.each(pages)('$folder', ({ folder, en, cy, text }) => {
  test('has the same sentences in both languages, filled in the same places, and none is empty', () => {
    const places = (sentence: string) => [...sentence.matchAll(/{{\w+}}/g)].map(([place]) => place).toSorted();
    expect(Object.keys(en).length).toBeGreaterThan(0);
    expect(Object.keys(cy)).toEqual(Object.keys(en));
    expect([...Object.values(en), ...Object.values(cy)]).not.toContain('');
    for (const [key, english] of Object.entries(en)) expect(places(cy[key] ?? '')).toEqual(places(english));
  });

  test('says no sentence that is not there, and has none that it does not say', () => {
    const own = asked(text).filter((key) => !key.includes('.'));
    expect(own.filter((key) => !(key in en))).toEqual([]);
    const found = computed[folder.replace(`${sources}/`, '')];
    const unsaid = Object.keys(en).filter((key) => !new RegExp(`["']${key}["']`).test(text) && !found?.test(key));
    expect(unsaid).toEqual([]);
  });

  test('marks its Welsh as drafts', () => {
    expect(read(`${folder}/words.cy.ts`)).toMatch(/^\/\/ .*Drafts: no translator has checked them\./);
  });
});

test('what pages share is the same in both languages, and each is said somewhere', () => {
  const keys = (words: object) =>
    Object.entries(words).flatMap(([part, own]) => Object.keys(own as object).map((key) => `${part}.${key}`));
  expect(keys(sharedCy)).toEqual(keys(sharedEn));
  expect(asked(everything).filter((key) => key.includes('.') && !keys(sharedEn).includes(key))).toEqual([]);
  // Roles are found by a word of the API.
  const unsaid = keys(sharedEn).filter(
    (key) => !key.startsWith('roles.') && !new RegExp(`["']${key}["']`).test(everything),
  );
  expect(unsaid).toEqual([]);
});

test('Welsh is a draft until somebody has checked it, and says so in Welsh', () => {
  expect([isDraft('cy'), isDraft('en')]).toEqual([true, false]);
  expect(sharedCy.site.draft).toMatch(/^Drafft/);
});

test('a page says its own sentences, then those that pages share; one that is nowhere is a mistake, not a key on a page', () => {
  addSentences('a page', { en: { title: 'Its own' }, cy: { title: 'Ei hun' } });
  const say = sayIn('cy', 'a page');
  expect([say('title'), say('site.onward')]).toEqual(['Ei hun', sharedCy.site.onward]);
  expect(() => say('nothing')).toThrow('nothing');
  expect(() => sayIn('cy', 'another page')('title')).toThrow('title');
  const hiding = { 'site.skip': 'x' };
  expect(() => addSentences('a third', { en: hiding, cy: hiding })).toThrow('site.skip');
});

test.each([
  ['cy', undefined, 'cy'],
  [undefined, 'fr, cy-GB;q=0.9, en', 'cy'],
  ['xx', 'de', 'en'],
  ['en', 'cy', 'en'],
])('chosen %j and a browser of %j make %s', (chosen, accepted, language) => {
  expect(languageOf(chosen, accepted)).toBe(language);
});
