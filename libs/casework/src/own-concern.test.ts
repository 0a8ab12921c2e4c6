// Which concern words belong to: a participant's worries of one quarter of an hour are one, and nobody's id tells what others raised.
import { defaults, type Actor, type EventOf } from '#libs/case';
import { ToldCase } from '../../../test/harness/case/told-case.js';
import { withOwnConcern } from './own-concern.js';

const harriet: Actor = { kind: 'participant', id: 'person-h1', serviceId: 'service' };
const staff = (id: string): Actor => ({ kind: 'staff', id, serviceId: 'service', roles: ['facilitator'] });

/** A case in which Harriet has raised a concern, and Fay was asked to take it. */
function worried(): { told: ToldCase; raisedAt: number } {
  const told = new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
  told.tell('facilitator.asked', { staffId: 'fay', duty: 'coFacilitator' }, 'coordinator');
  told.tell('concern.raised', { concernId: 'first', text: 't1' }, 'person-h1');
  return { told, raisedAt: Date.parse(told.journal.at(-1)?.at ?? '') };
}
const raised = (more: Partial<EventOf<'concern.raised'>> = {}) =>
  ({ type: 'concern.raised', concernId: 'second', text: 't2', ...more }) as const;
const concernOf = (actor: Actor, told: ToldCase, at: number, event = raised()): string =>
  withOwnConcern(actor, event, told.stored.facts, new Date(at).toISOString(), defaults).concernId;
const MINUTE = 60_000;

test('what a participant adds within a quarter of an hour belongs to the concern they raised', () => {
  const { told, raisedAt } = worried();
  expect(concernOf(harriet, told, raisedAt + 14 * MINUTE)).toBe('first');
  expect(concernOf(harriet, told, raisedAt + 15 * MINUTE)).toBe('second');
});

test('another subject, another person and another time are concerns of their own', () => {
  const { told, raisedAt } = worried();
  const soon = raisedAt + MINUTE;
  expect(concernOf(harriet, told, soon, raised({ about: 'h1' }))).toBe('second');
  expect(concernOf(harriet, told, soon, raised({ on: '2026-01-05T10:00:00.000Z' }))).toBe('second');
  expect(concernOf({ ...harriet, id: 'person-r1' }, told, soon)).toBe('second');
  expect(concernOf(staff('lead'), told, soon)).toBe('second');
});

test('once it was decided, the next words are a new concern', () => {
  const { told, raisedAt } = worried();
  told.tell('concern.decided', { concernId: 'first', decision: 'continue', reason: 't3' }, 'safeguardingLead');
  expect(concernOf(harriet, told, raisedAt + MINUTE)).toBe('second');
});

test('more words of theirs leave the concern and what it holds as they stand', () => {
  const { told } = worried();
  const before = told.stored.facts.safeguarding;
  told.tell('concern.raised', { concernId: 'first', text: 't2' }, 'person-h1');
  expect(told.stored.facts.safeguarding).toEqual(before);
  expect(told.effects.filter(({ type }) => type === 'task')).toMatchObject([{ task: 'decideConcern', about: 'first' }]);
});

test('nobody else adds to it under its id: that is refused as before', () => {
  const { told } = worried();
  expect(() => told.tell('concern.raised', { concernId: 'first', text: 't2' }, 'lead')).toThrow('concernId');
  expect(() => told.tell('concern.raised', { concernId: 'first', text: 't2' }, 'person-r1')).toThrow('concernId');
});

test('staff who were only asked cannot tell a concern that is there from one that is not (R42)', () => {
  const { told, raisedAt } = worried();
  const [taken, free] = ['first', 'never'].map((concernId) =>
    concernOf(staff('fay'), told, raisedAt, raised({ concernId })),
  );
  for (const concernId of [taken, free] as string[])
    expect(told.stored.facts.safeguarding.concerns[concernId]).toBeUndefined();
  expect(taken).not.toBe(free);
  expect(concernOf(staff('fay'), told, raisedAt, raised({ concernId: 'first' }))).toBe(taken);
});
