// Whatever is thrown, the log learns where it was and nothing of what it was about.
import { linesWithoutWords, withoutWords } from './without-words.js';

const planted = 'Ann-Example-07700900123';
const thrown: Readonly<Record<string, unknown>> = {
  'an error whose message quotes somebody': new Error(`${planted} is not a date`),
  'an error of PostgreSQL, with the row in its detail': Object.assign(new Error(`duplicate key ${planted}`), {
    code: '23505',
    detail: `Key (name)=(${planted}) already exists.`,
    where: planted,
    query: planted,
    parameters: [planted],
  }),
  'a message with a line that looks like a frame': new Error(`x\n    at ${planted} (file.ts:1:1)\n    at ${planted}`),
  'a name and a code that somebody chose': Object.assign(new Error('x'), { name: planted, code: planted }),
  'an error with a cause': new Error('x', { cause: new Error(planted) }),
  'several errors': new AggregateError([new Error(planted)], planted),
  'a wrapped error': Object.assign(new Error(planted), { originalError: new Error(planted) }),
  'a thrown word': planted,
  'a thrown row': { name: planted },
  'nothing at all': undefined,
};

test.each(Object.keys(thrown))('of %s no word is kept', (name) => {
  expect(JSON.stringify(withoutWords(thrown[name]))).not.toContain(planted);
  expect(linesWithoutWords(thrown[name])).not.toContain(planted);
});

test('kind, code and place are kept, as that is what finds the mistake', () => {
  const kept = withoutWords(Object.assign(new TypeError('x'), { code: 'ECONNREFUSED' }));
  expect(kept).toMatchObject({ kind: 'TypeError', code: 'ECONNREFUSED' });
  expect(kept.where?.[0]).toMatch(/without-words\.test/);
  expect(linesWithoutWords(Object.assign(new TypeError('x'), { code: '23505' }))).toMatch(
    /^TypeError \(23505\)\n {4}at /,
  );
});
