// What is looked at of each person who comes: of those on a side everything, of a supporter what decides whether it is safe (R32, R51, S41).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { riskFactors, type RiskFactor, type RiskLevel } from '../vocabulary/risk.js';

/** Counted by hand: six of seventeen. */
const light: RiskFactor[] = [
  'feelingsAndBehaviour',
  'motivation',
  'substanceUse',
  'powerImbalance',
  'safety',
  'priorBehaviour',
];
const c = new ToldCase().join('h1', 'harmed').join('s1', 'supporter', { supports: 'h1' });
c.join('m1', 'representative', { supports: 'h1' }).join('o1', 'communityMember');
const lacks = (participantId: string, level: RiskLevel, factors: RiskFactor[] = light): string[] =>
  c.whyNot('risk.assessed', { participantId, assessmentId: 'a', level, factors });

test('R100: a supporter and a member of the community are assessed by what decides whether it is safe that they come', () => {
  expect([lacks('s1', 'low'), lacks('s1', 'medium'), lacks('o1', 'low')]).toEqual([[], [], []]);
  expect(lacks('s1', 'low', ['motivation', 'safety'])).toHaveLength(4);
});

test('R32: of those on a side, and of whoever speaks for one of them, every factor is looked at', () => {
  const rest = Object.keys(riskFactors).length - light.length;
  expect([lacks('h1', 'low').length, lacks('m1', 'low').length]).toEqual([rest, rest]);
});

test('R32: whoever is found to be a high risk is assessed in full, whoever they are', () => {
  expect(lacks('s1', 'high')).toHaveLength(11);
});
