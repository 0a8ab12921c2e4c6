// Every kind of task is a sentence to whoever finds it.
import { deadlines, tasks } from '#libs/case';
import { flagMeanings } from '#libs/intake';
import { taskInWords } from './task-in-words.js';

test.each(Object.keys({ ...tasks, ...deadlines, ...flagMeanings }))('%s is said in a sentence', (task) => {
  expect(taskInWords(task)).toMatch(/^[A-Z].* .*\.$/);
});

test('a task that nobody asks for any more says its name, and no other word is one', () => {
  expect(['reviewBreach', 'constructor'].map(taskInWords)).toEqual(['reviewBreach', 'constructor']);
});
