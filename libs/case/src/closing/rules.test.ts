// What stands before a case closes, what is agreed, and what is still due afterwards (R8, R55 to R59, R62).
import { given, type Said } from '../../../../test/scenario/answer-blocker.js';
import { aCaseAt, ACase, settings, team } from '../../../../test/simulation/case-at-door.js';
import { due } from '../deadlines/due.js';

const { lead, coordinator } = team;
const named = (all: readonly { rule: string; about: string }[]) => all.map((b) => `${b.rule} ${b.about}`);
const close: Said = { by: coordinator, type: 'case.closed', reason: 'delivered', side: 'withheld' };
const item: Said = {
  by: lead,
  type: 'item.proposed',
  itemId: 'i',
  kind: 'apology',
  doer: 'r',
  recipient: 'h',
  dueOn: '2027-01-01',
  text: 't',
  evidence: 't',
  monitor: 't',
};
const met = (): ACase => {
  const c = aCaseAt('begin');
  c.say({ by: lead, type: 'conference.begun', attended: ['h', 'r'] });
  return c.say({ by: lead, type: 'conference.ended', how: 'asPlanned', aftercare: 't' });
};

test('R8: "delivered" needs a process that took place', () => {
  expect(named(new ACase().tell(close))).toEqual(['outstanding process']);
});

test('a case closes with no concern, no meeting and nothing agreed left open', () => {
  const other = { ...close, reason: 'unsafe' } as Said;
  expect(named(aCaseAt('begin').tell(other))).toEqual(['outstanding booking']);
  expect(
    named(
      new ACase()
        .say({ by: lead.id === 'lead' ? coordinator : lead, type: 'concern.raised', concernId: 'x', text: 't' })
        .tell(other),
    ),
  ).toEqual(['concern x']);
  expect(named(met().door('case.closed').blockers)).toEqual(['checkpoint afterProcess|-']);
});

test('R55: no agreement wanted is an end like any other', () => {
  const c = met().say({ by: lead, type: 'agreement.decided', outcome: 'noneWanted' }).open('case.closed');
  expect(c.say(close).stored.state).toBe('closed');
});

test('R56, R57: an item stands when doer and recipient agree and it was weighed', () => {
  const c = met().say(item);
  expect(named(c.door('item.agreed', 'i').blockers)).toEqual([
    'consent r|agreementItem|i',
    'consent h|agreementItem|i',
    'proportionality i',
  ]);
  expect(named(c.tell({ by: lead, type: 'item.checked', itemId: 'i', proportionate: true, changed: true }))).toEqual([
    'unsound reason',
  ]);
  c.open('item.agreed', 'i').say({ by: lead, type: 'item.agreed', itemId: 'i' });
  expect(named(c.open('case.closed').tell(close))).toEqual([]);
});

test('R21: an item stands no more when one of them takes their yes back; R59: varied, it is asked again', () => {
  const agreed = () => met().say(item).open('item.agreed', 'i').say({ by: lead, type: 'item.agreed', itemId: 'i' });
  const back = agreed().say({
    by: lead,
    type: 'consent.withdrawn',
    participantId: 'h',
    purpose: 'agreementItem',
    about: 'i',
  });
  expect(back.stored.facts.agreement.items['i']?.agreedAt).toBeNull();
  const varied = agreed().say({
    by: lead,
    type: 'item.varied',
    itemId: 'i',
    dueOn: '2027-02-01',
    text: 't2',
    reason: 't',
  });
  expect(named(varied.door('item.agreed', 'i').blockers)).toEqual([
    'consentLapsed r|agreementItem|i',
    'consentLapsed h|agreementItem|i',
    'proportionality i',
  ]);
});

test('R58, R59: the person harmed hears of a breach first, and is safe', () => {
  const c = met().say(item).open('item.agreed', 'i').say({ by: lead, type: 'item.agreed', itemId: 'i' });
  c.say({ by: lead, type: 'item.progressed', itemId: 'i', outcome: 'breached' });
  expect(named(c.door('breach.reported', 'i').blockers)).toEqual(['checkpoint breach|i', 'outstanding h']);
});

test('R62: everyone is followed up at each point, also those who withdrew, also after closing', () => {
  const c = met().say({ by: lead, type: 'consent.withdrawn', participantId: 'r', purpose: 'contact' });
  c.open('case.closed').say(close);
  const points = due(c.stored.facts, settings).filter((d) => d.name === 'followUp');
  expect(points.map((d) => d.about).toSorted()).toEqual(
    ['h', 'r'].flatMap((id) => ['days3', 'months6', 'weeks2', 'weeks6'].map((p) => `${id}|${p}`)),
  );
});

test('R62: who withdrew before any process is followed up from then', () => {
  const c = aCaseAt('consent').say(
    given(
      new ACase().around,
      aCaseAt('consent').stored.facts,
      { participantId: 'h', purpose: 'contact' },
      '2026-11-02T10:00:00Z',
    ),
  );
  c.say({ by: lead, type: 'consent.withdrawn', participantId: 'h', purpose: 'contact' });
  expect(
    due(c.stored.facts, settings)
      .filter((d) => d.name === 'followUp')
      .map((d) => d.about),
  ).toEqual(['h|days3', 'h|weeks2', 'h|weeks6', 'h|months6']);
});

test('a closed case still hears a withdrawal and a worry, and nothing of its work', () => {
  const c = met().open('case.closed').say(close);
  expect(
    c.tell({ by: lead, type: 'consent.withdrawn', participantId: 'h', purpose: 'takePart', about: 'faceToFace' }),
  ).toEqual([]);
  expect(c.tell({ by: coordinator, type: 'concern.raised', concernId: 'x', text: 't' })).toEqual([]);
  expect(named(c.tell({ by: lead, type: 'process.chosen', processType: 'letter', reason: 't' }))).toEqual([
    'closed case',
  ]);
});
