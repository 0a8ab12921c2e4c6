// Nobody is called before somebody has read what the referrer wrote (R11).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const call = { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'substance' } as const;
const reachable = (): ToldCase =>
  new ToldCase().add('h1', 'harmed').tell('safeContact.recorded', { participantId: 'h1', channels: ['phone'] });

test('a first contact waits until the words that came with the referral are read', () => {
  const c = reachable().tell('words.received', { text: 't' }, 'coordinator');
  expect(c.whyNot('contact.attempted', call)).toContain('wordsUnread case');
  c.tell('words.read', {}, 'coordinator');
  expect(c.whyNot('contact.attempted', call)).not.toContain('wordsUnread case');
});

test('words that come later shut it again, whoever was spoken with before', () => {
  const c = new ToldCase().join('h1', 'harmed').tell('words.received', { text: 't' }, 'coordinator');
  expect(c.whyNot('contact.attempted', { ...call, aim: 'welfare' })).toEqual(['wordsUnread case']);
});

test('there is a task to read them, and reading them does it', () => {
  const c = reachable();
  const tasks = (effects: readonly { type: string; task?: string }[]) =>
    effects.flatMap(({ type, task }) => (type.startsWith('task') ? [`${type} ${task}`] : []));
  c.tell('words.received', { text: 't' }, 'coordinator');
  expect(tasks(c.effects)).toContain('task readWords');
  c.tell('words.read', {}, 'coordinator');
  expect(tasks(c.effects)).toContain('task.done readWords');
});
