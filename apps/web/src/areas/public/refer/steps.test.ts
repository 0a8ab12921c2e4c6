// Which questions are asked: contact safety first, and nothing that an earlier answer has made idle.
import { after, asked, before, steps } from './steps.js';

const names = (said: Parameters<typeof asked>[0]) => asked(said).map(({ name }) => name);

test('contact safety comes first, and who is not safe now is asked next', () => {
  expect(steps.slice(0, 2).map(({ name }) => name)).toEqual(['safe', 'now']);
});

test('"I will contact you" completes contact safety: no way, time or word of contact is asked for', () => {
  const rest = names({ safe: ['never'] });
  for (const step of ['ways', 'where', 'times', 'message', 'words', 'quiet']) expect(rest).not.toContain(step);
  expect(after('now', { safe: ['never'] })?.name).toBe('who');
  expect(before('who', { safe: ['never'] })?.name).toBe('now');
});

test('a message may be left is asked where the phone was chosen, a crime number where it was reported', () => {
  expect(names({})).not.toContain('message');
  expect(names({ ways: ['text', 'phone'] })).toContain('message');
  expect(names({ reported: ['no'] })).not.toContain('number');
  expect(names({ reported: ['yes'] })).toContain('number');
});

test('whether somebody agrees is asked of who asks for another adult, and not of a parent for a child', () => {
  expect(names({ who: ['somebody'] })).toEqual(expect.arrayContaining(['for', 'agreed']));
  expect(names({ who: ['child'] })).toContain('for');
  expect(names({ who: ['child'] })).not.toContain('agreed');
  expect(names({ who: ['myself'] })).not.toContain('for');
});

test('of somebody who does not want it nothing more is asked: neither who they are nor what happened', () => {
  const rest = names({ who: ['somebody'], agreed: ['no'], reported: ['yes'] });
  for (const step of ['for', 'what', 'number']) expect(rest).not.toContain(step);
});

test('no address of a step and no name of a field on paper says what it is about', () => {
  for (const { name } of steps) expect(name).not.toMatch(/crime|harm|abuse|police|victim|offence/);
});
