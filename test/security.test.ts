// SECURITY.md keeps its word: each test it points to is there, and no chapter of the standard is left out.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './architecture/sources.js';

const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');

test('every test that SECURITY.md names is there', () => {
  const named = [...text.matchAll(/`([\w/*{},.-]+\.test\.ts)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((pattern) => globSync(pattern, { cwd: root }).length === 0)).toEqual([]);
});

test('every chapter of ASVS 5.0 has its row, with what is not done', () => {
  const rows = [...text.matchAll(/^\| V(\d+) [^|]+\|([^|]*)\|([^|]*)\|$/gm)].map((match) => Number(match[1]));
  expect(rows).toEqual(Array.from({ length: 17 }, (_, n) => n + 1));
});
