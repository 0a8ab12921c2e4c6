// Whoever was named by mistake is out of view, and out of the case for themselves (R92).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { isInformed, isThereFor } from './informed.js';
import { hiddenIds, withoutHidden } from './without-hidden.js';

const wrong = () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('r2', 'responsible');
  c.join('s1', 'supporter', { supports: 'r2' });
  c.consent('r2', 'contact').consent('r2', 'prepare', { processId: 'p1' });
  c.tell('order.recorded', { orderId: 'o', participantId: 'r1', towards: 'r2', forbids: ['meeting'], from: c.now() });
  c.tell('concern.raised', { concernId: 'k', about: 'r2', text: 't' });
  return c;
};
const mistake = { participantId: 'r2', reason: 'wronglyNamed' } as const;

test('nothing of the case names them any more, and whoever was with them stays, with nobody', () => {
  const { facts } = wrong().tell('participant.left', mistake).stored;
  const seen = withoutHidden(facts);
  expect(hiddenIds(facts)).toEqual(['r2']);
  expect(JSON.stringify(facts)).toContain('r2');
  expect(JSON.stringify(seen)).not.toContain('r2');
  expect(seen.people.participants['s1']).toMatchObject({ role: 'supporter', supports: null });
  expect(seen.processes['p1']?.members.of['s1']).toMatchObject({ part: 'supporter', of: null });
  expect(Object.keys(seen.people.participants)).toEqual(['h1', 'r1', 's1']);
});

test('whoever left for any other reason stays in view', () => {
  const { facts } = wrong().tell('participant.left', { participantId: 'r2', reason: 'declined' }).stored;
  expect(withoutHidden(facts)).toBe(facts);
});

test('for themselves the case is no longer there', () => {
  const them = { kind: 'participant', id: 'person-r2', serviceId: 'service' } as const;
  const before = wrong();
  expect(isThereFor(them, before.stored.facts)).toBe(true);
  const { facts } = before.tell('participant.left', mistake).stored;
  expect(isInformed(facts, 'r2')).toBe(false);
  expect(isThereFor(them, facts)).toBe(false);
});
