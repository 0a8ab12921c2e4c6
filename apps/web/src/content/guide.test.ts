// The public pages: every page in both languages and both forms, safe to show, and plain enough to be read when one is tired or frightened.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guidePages, readGuide, writtenForms } from './guide.js';
import { longWordsOf, readingAgeOf } from './reading-age.js';
import { languages } from '../locale/locale.js';

const guide = readGuide(null, '0808 157 0142');

/** Long words that stand all the same, and why. Every other word of four syllables or more gives way to shorter ones. */
const needed: Readonly<Record<string, string>> = {
  restorative: 'what it is called: said once, after it was explained',
  facilitator: 'what the person is called on every other page; explained where it stands first',
  coordinator: 'as the one before',
  safeguarding: 'as the one before',
  appropriate: 'of "appropriate adult", which the law calls so',
  interpreter: 'what people ask for by that name',
  professionals: 'the page is for them',
  responsible: 'on the page for professionals alone',
  anybody: 'four short ones',
  everybody: 'as the one before',
  everything: 'as the one before',
  parliamentary: 'the name of an office',
  information: 'the name of an office',
  commissioner: 'the name of an office',
};

test.each(guidePages)('%s is read with ease at an age of 11 or less, and its long words have their reason', (page) => {
  const { markdown } = guide(page, 'en', 'plain');
  expect(readingAgeOf(markdown)).toBeLessThanOrEqual(11);
  expect(longWordsOf(markdown).filter((word) => !(word.toLowerCase() in needed))).toEqual([]);
});

test.each(guidePages)('%s in Easy Read is easier than that', (page) => {
  const text = guide(page, 'en', 'easy').markdown;
  expect(readingAgeOf(text)).toBeLessThanOrEqual(9);
  // One short sentence a line.
  for (const line of text.split('\n'))
    for (const sentence of line.split(/(?<=[.?!])\s/)) expect(sentence.split(' ').length).toBeLessThanOrEqual(15);
});

test('reading age is the school year of Flesch and Kincaid, counted by hand, and five', () => {
  // 8 words of one syllable in 2 sentences: 0.39 × 4 + 11.8 × 1 − 15.59 = −2.23.
  expect(readingAgeOf('You can stop.\n\nThe door is shut now.')).toBeCloseTo(2.77, 2);
  expect(longWordsOf('An extraordinarily responsible person')).toEqual(['extraordinarily', 'responsible']);
});

test.each(guidePages.flatMap((page) => languages.map((language) => [page, language] as const)))(
  '%s in %s has a heading, a word for the tab that gives nobody away, and only links to our own pages',
  (page, language) => {
    for (const form of writtenForms) {
      const { tab, title, html } = guide(page, language, form);
      expect(title.length).toBeGreaterThan(3);
      expect(tab).not.toMatch(/crime|victim|harm|offence|police|abuse|restorative|trosedd|dioddef|heddlu|niwed/i);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(/^\/(read\/[\w-]+|support|leaving|refer)$/);
      for (const [, read] of html.matchAll(/href="\/read\/([\w-]+)"/g)) expect(guidePages).toContain(read);
    }
  },
);

describe('a service writes its own', () => {
  let own: string;
  beforeEach(() => void (own = mkdtempSync(join(tmpdir(), 'concord-words-'))));
  afterEach(() => rmSync(own, { recursive: true }));
  const write = (text: string) => {
    mkdirSync(join(own, 'advice'));
    writeFileSync(join(own, 'advice', 'en.md'), text);
  };

  test('and its file takes the place of ours, in that language and form alone', () => {
    write(
      '---\ntab: Tips\n---\n\n# Our tips\n\nCall us{telephone}. <script>alert(1)</script> [x](javascript:alert(1))\n',
    );
    const theirs = readGuide(own, null);
    expect(theirs('advice', 'en', 'plain')).toMatchObject({ tab: 'Tips', title: 'Our tips' });
    const { html } = theirs('advice', 'en', 'plain');
    expect(html).toContain('Call us.');
    expect(html).not.toMatch(/<script|href="javascript/);
    expect(theirs('advice', 'cy', 'plain')).toEqual(readGuide(null, null)('advice', 'cy', 'plain'));
  });

  test('a file without a heading stops the start, and is named', () => {
    write('Only words');
    expect(() => readGuide(own, null)).toThrow(/advice.en\.md must begin/);
  });
});

test('Welsh pages say the same as the English ones: as many steps, and the same links', () => {
  const hrefs = (html: string) =>
    [...new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href))].toSorted();
  for (const page of guidePages) {
    const [en, cy] = [guide(page, 'en', 'plain').html, guide(page, 'cy', 'plain').html];
    expect([page, hrefs(cy)]).toEqual([page, hrefs(en)]);
    if (/<ol>/.test(en)) expect(cy).toMatch(/<ol>/);
  }
});

test('the files hold no address but our own and no name of a real service', () => {
  for (const page of guidePages)
    expect(readFileSync(join(import.meta.dirname, 'pages', page, 'en.md'), 'utf8')).not.toMatch(/https?:/);
});
