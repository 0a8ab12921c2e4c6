// What two managers signed is carried out once, soon, as it was signed; nothing else is (R69).
import { approvalOf, digestOf, PROPOSAL_DAYS, standsOn, type RetentionProposal } from './proposals.js';

const due = { class: 'identity' as const, kind: 'person' as const, id: 'x', since: '2026-01-01T00:00:00.000Z' };
const signed: RetentionProposal = {
  id: 'p',
  items: [due],
  digest: digestOf([due]),
  proposedAt: '2026-03-02T09:00:00.000Z',
  proposedBy: 'mona',
  approvedAt: '2026-03-02T10:00:00.000Z',
  approvedBy: 'ivo',
  run: null,
};
const at = '2026-03-02T11:00:00.000Z';

test('a list signed by two managers may be carried out, in the name of both', () => {
  expect(approvalOf(signed, at)).toEqual({ proposalId: 'p', proposedBy: 'mona', approvedBy: 'ivo' });
});

test.each<[string, Partial<RetentionProposal>, string?]>([
  ['that nobody approved', { approvedBy: null, approvedAt: null }],
  ['that its proposer approved', { approvedBy: 'mona' }],
  ['that was carried out', { run: 1 }],
  ['that was changed after it was signed', { items: [due, { ...due, id: 'y' }] }],
  [`that is older than ${PROPOSAL_DAYS} days`, {}, '2026-03-16T09:00:00.001Z'],
])('a list %s may not', (_what, change, on = at) => {
  expect(approvalOf({ ...signed, ...change }, on)).toBeNull();
});

test('only what was signed goes: not what fell due since, nor what is due since another moment', () => {
  const listed = standsOn([due]);
  expect(listed({ ...due })).toBe(true);
  expect(listed({ ...due, id: 'y' })).toBe(false);
  expect(listed({ ...due, since: '2026-02-01T00:00:00.000Z' })).toBe(false);
});
