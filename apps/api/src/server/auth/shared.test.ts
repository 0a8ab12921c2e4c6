// A reading is shared by those who asked before it began, and by nobody who asked later.
import { shared } from './shared.js';

const register = () => {
  const asked: string[] = [];
  const answers: ((answer: string) => void)[] = [];
  const read = shared((key) => {
    asked.push(key);
    return new Promise<string>((answer) => answers.push(answer));
  });
  return { asked, answers, read };
};
const aTurn = () => new Promise<void>((done) => setImmediate(done));

test('fifty requests at once read the register once', async () => {
  const { asked, answers, read } = register();
  const all = Promise.all(Array.from({ length: 50 }, () => read('fay')));
  await aTurn();
  expect(asked).toEqual(['fay']);
  answers[0]?.('known');
  expect(new Set(await all)).toEqual(new Set(['known']));
});

test('somebody who asks while a reading goes on is not given its answer, which may be older than the question', async () => {
  const { answers, read } = register();
  const before = read('fay');
  await aTurn();
  const after = read('fay');
  await aTurn();
  answers[0]?.('at work');
  answers[1]?.('deactivated');
  expect([await before, await after]).toEqual(['at work', 'deactivated']);
});

test('two people are read apart', async () => {
  const { asked, read } = register();
  void read('fay');
  void read('mona');
  await aTurn();
  expect(asked).toEqual(['fay', 'mona']);
});

test('a register that failed is asked again', async () => {
  let times = 0;
  const read = shared(async () => {
    times += 1;
    if (times === 1) throw new Error('away');
    return 'known';
  });
  await expect(read('fay')).rejects.toThrow('away');
  await expect(read('fay')).resolves.toBe('known');
});
