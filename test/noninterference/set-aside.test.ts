// The normaliser of the pairs hides nothing but ids that a database made, and the bytes of cursors.
import { randomUUID } from 'node:crypto';
import { aside } from './set-aside.js';

const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
const none = new Set<string>();

test('made ids compare by their place and by which are the same', () => {
  expect(aside(`${a} ${b} ${a}`, none)).toBe(aside(`${b} ${c} ${b}`, none));
  expect(aside(`${a} ${b} ${a}`, none)).not.toBe(aside(`${a} ${b} ${b}`, none));
  expect(aside(`${a} ${b}`, none)).not.toBe(aside(`${a}`, none));
});

test('a known id stays: another one in its place is a difference', () => {
  expect(aside(`x ${a}`, new Set([a, b]))).toBe(`x ${a}`);
  expect(aside(`x ${a}`, new Set([a, b]))).not.toBe(aside(`x ${b}`, new Set([a, b])));
  expect(aside(`x ${a}`, new Set([a]))).not.toBe(aside(`x ${c}`, new Set([a])));
});

test('a reference that a world made compares by its place, a known one stays', () => {
  expect(aside('"K4N7-4JGT"', none)).toBe(aside('"PDJC-2TMJ"', none));
  expect(aside('"K4N7-4JGT"', new Set(['K4N7-4JGT']))).toBe('"K4N7-4JGT"');
});

test('a cursor keeps its length, and equal ones stay equal', () => {
  const page = (one: string, two: string) => `{"cursor":"${one}","endCursor":"${two}"}`;
  expect(aside(page('abc', 'abc'), none)).toBe(aside(page('xyz', 'xyz'), none));
  expect(aside(page('abc', 'abc'), none)).not.toBe(aside(page('abc', 'abd'), none));
  expect(aside(page('abc', 'abc'), none)).not.toBe(aside(page('abcd', 'abcd'), none));
});

test('words, numbers, dates, counts, order and codes are left as they are', () => {
  const texts = [
    '{"revision":4}',
    '{"on":"2026-11-02"}',
    '["a","b"]',
    '["b","a"]',
    '[]',
    'null',
    '{"code":"NOT_FOUND"}',
  ];
  expect(texts.map((text) => aside(text, none))).toEqual(texts);
});
