// Nobody stands on both sides of a case by a wrong pick, and nobody is there twice.
import type { CaseEvent } from '../facts.js';
import { may } from '../permissions.js';
import type { Actor } from '../positions.js';
import type { StaffRole } from '../vocabulary/people.js';
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const again = (personId: string, more: object) =>
  ({ participantId: 'again', personId, age: 'adult', approach: 'agreed', ...more }) as const;
const open = (): ToldCase => new ToldCase().add('h1', 'harmed').add('r1', 'responsible');

test('whoever was harmed is not picked as the person responsible too, and is told so', () => {
  const picked = again('person-h1', { role: 'responsible' });
  expect(open().whyNot('participant.joined', picked as never, 'coordinator')).toEqual(['bothSides h1']);
});

test('whoever supports one side does not support the other', () => {
  const c = open().tell(
    'participant.joined',
    again('p', { participantId: 's1', role: 'supporter', supports: 'h1' }) as never,
    'coordinator',
  );
  const other = again('p', { role: 'supporter', supports: 'r1' });
  expect(c.whyNot('participant.joined', other as never, 'coordinator')).toEqual(['bothSides s1']);
});

test('where each harmed the other the safeguarding lead decides it, with a reason, and nobody else does', () => {
  const c = open();
  const each = again('person-h1', { role: 'responsible', bothSides: 'why' });
  expect(c.whyNot('participant.joined', each as never, 'safeguarding')).toEqual([]);
  const event = { ...each, type: 'participant.joined', at: c.now(), by: 'x' } as unknown as CaseEvent;
  const staff = (role: StaffRole): Actor => ({ kind: 'staff', id: 'x', serviceId: 'service', roles: [role] });
  const roles: StaffRole[] = ['coordinator', 'manager', 'safeguardingLead'];
  expect(roles.map((role) => may(staff(role), event, c.stored.facts))).toEqual([false, false, true]);
});

test('nobody is in a case twice at the same time, but for another whom they are beside', () => {
  const twice = again('person-h1', { role: 'harmed' });
  expect(open().whyNot('participant.joined', twice as never, 'coordinator')).toEqual(['alreadyThere h1']);
  const mother = again('person-h1', { role: 'supporter', supports: 'h2' });
  const c = open().add('h2', 'harmed');
  expect(c.whyNot('participant.joined', mother as never, 'coordinator')).toEqual([]);
});

test('whoever left comes back, on whatever side', () => {
  const c = open().tell('participant.left', { participantId: 'h1', reason: 'other' } as never, 'coordinator');
  expect(c.whyNot('participant.joined', again('person-h1', { role: 'responsible' }) as never, 'coordinator')).toEqual(
    [],
  );
});
