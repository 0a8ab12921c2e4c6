// A service's look by a file: what it sets is used, what cannot be meant stops the start with a line that says so.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contrast } from './contrast.js';
import { callTo, readLook } from './look.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'concord-look-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const lookOf = (said: unknown) => {
  const path = join(folder, 'look.json');
  writeFileSync(path, typeof said === 'string' ? said : JSON.stringify(said));
  return readLook(path);
};

test.each([
  ['0808 157 0142', 'tel:08081570142'],
  ['+44 1632 960001', 'tel:+441632960001'],
  ['01632 960001 ext 2', null],
  ['+44 (0)1632 960001', null],
  ['Ask for Jo', null],
  [undefined, null],
])('%s is called by a tap on %s', (telephone, call) => {
  expect(callTo(telephone)).toBe(call);
});

test('without a file everything is as it comes, and leaving leads to the weather', () => {
  expect(readLook(null)).toMatchObject({
    languages: ['en', 'cy'],
    areas: [],
    style: null,
    mark: null,
    leaveTo: 'https://www.bbc.co.uk/weather',
  });
});

test('name, colours, telephone, areas, languages, mark and the way out are those of the file', () => {
  writeFileSync(join(folder, 'rings.svg'), '<svg/>');
  expect(
    lookOf({
      name: 'Northfold',
      brand: '#3b2a6b',
      accent: '#e0a000',
      telephone: '01632 960000',
      areas: ['Northfold'],
      languages: ['en'],
      mark: 'rings.svg',
      leaveTo: 'https://www.example.org/recipes',
      words: 'words',
    }),
  ).toMatchObject({
    name: 'Northfold',
    languages: ['en'],
    mark: { type: 'image/svg+xml' },
    leaveTo: 'https://www.example.org/recipes',
    words: join(folder, 'words'),
  });
});

test('colours are set in a stylesheet of their own: nothing is written into a page', () => {
  const { style } = lookOf({ brand: '#3b2a6b', accent: '#e0a000' });
  expect(style?.body.toString()).toBe(
    ':root{--concord-brand:#3b2a6b;--concord-brand-deep:#3b2a6b;--concord-accent:#e0a000}',
  );
  expect(style?.url).toMatch(/^\/assets\/look-[0-9a-f]{16}\.css$/);
});

test.each([
  ['a colour on which white cannot be read', { brand: '#ffee00' }, /white words cannot be read/],
  ['a colour that says more than a colour', { accent: 'red;}' }, /must look like/],
  ['a way out without https', { leaveTo: 'http://example.org' }, /leaveTo/],
  ['a setting that there is not', { color: '#000000' }, /color|nrecognized/],
  ['no JSON', '{', /cannot be read/],
  ['a mark of another kind', { mark: 'rings.gif' }, /SVG or a PNG/],
])('%s stops the start', (_what, said, says) => {
  expect(() => lookOf(said)).toThrow(says);
});

test('contrast is that of WCAG: black on white is 21, a colour on itself 1', () => {
  expect([contrast('#000000', '#ffffff'), contrast('#1d4e4a', '#1d4e4a')]).toEqual([21, 1]);
});
