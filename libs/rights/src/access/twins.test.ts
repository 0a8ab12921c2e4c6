// Two worlds that differ in what the other side said: a person who asks for what is held about them is given the same, and staff review the same.
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import type { JournalEntry } from '#libs/casework';
import { exportOf, reviewItems, type Subject } from './assemble.js';

const words = ['herWorry', 'hisWorry', 'hisPart', 'why', 'before'].map((id) => ({
  id,
  audience: 'staff',
  ownerId: 'case',
  words: `words of ${id}`,
  at: '2026-01-06T09:00:00.000Z',
}));

/** What is held about the person harmed, in a case that went like this. Entries are named by their place, which the other side's move. */
function heldAbout(participantId: string, { stored, journal }: ToldCase, named: readonly string[]): Subject {
  const entries = journal.map((event, n) => ({ seq: n + 1, at: event.at, by: event.by, type: event.type, event }));
  const part = {
    caseId: 'case',
    reference: 'AAAA-BBBB',
    participantId,
    facts: stored.facts,
    entries: entries as unknown as JournalEntry[],
    texts: words.filter(({ id }) => named.includes(id)),
    messages: [],
  };
  return {
    personId: `person-${participantId}`,
    values: [],
    parts: [part],
    disclosures: [],
    reads: [],
    kept: [],
    consentTexts: [],
  };
}
const begun = () =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .tell('concern.raised', { concernId: 'hers', about: 'h1', text: 'herWorry' } as never, 'person-h1');
/** All of it released, without the names of items and moments, which follow the journal of the whole case. */
const given = (subject: Subject) => {
  const bare = (value: unknown) => JSON.stringify(value).replaceAll(/"at":"[^"]*"/g, '"at":""');
  const items = reviewItems(subject);
  const all = new Map(items.map(({ item }) => [item, null]));
  return [bare(items.map(({ item: _, ...rest }) => rest)), bare(exportOf(subject, all))];
};

test('what another participant said, of them or of the case, and what was decided of it, is neither given nor reviewed', () => {
  const quiet = begun();
  const spoken = begun()
    .tell('concern.raised', { concernId: 'his', about: 'h1', text: 'hisWorry' } as never, 'person-r1')
    .tell('concern.decided', { concernId: 'his', decision: 'continue', reason: 'why' } as never, 'safe');
  const one = given(heldAbout('h1', quiet, ['herWorry']));
  expect(given(heldAbout('h1', spoken, ['herWorry', 'hisWorry', 'why']))).toEqual(one);
  expect(one[1]).toContain('words of herWorry');
});
