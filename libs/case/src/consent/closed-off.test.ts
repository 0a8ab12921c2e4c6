// Nobody is asked for a yes whom nobody may reach (R4, R7, R88).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

test('R4: after abuse that the person responsible began, no consent of the person harmed is taken until they ask', () => {
  const c = new ToldCase(undefined, { initiator: 'responsible', offences: [{ offenceId: 'o1', kind: 'sexual' }] }).add(
    'h1',
    'harmed',
  );
  expect(c.whyNot('consent.given', c.yes('h1', 'contact'))).toContain('abuseInitiated h1');
  c.tell('initiative.recorded', { participantId: 'h1', source: 'Her advocate', reason: 't' }, 'safeguarding');
  expect(c.whyNot('consent.given', c.yes('h1', 'contact'))).toEqual([]);
});

test('R7: of somebody who did not agree to be approached no consent is taken', () => {
  const c = new ToldCase().add('h1', 'harmed', { approach: 'objected' });
  expect(c.whyNot('consent.given', c.yes('h1', 'contact'))).toContain('approachBasis h1');
});
