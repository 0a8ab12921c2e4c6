// Who may tell a case what, over HTTP: every mutation of the schema and everybody who may knock, against the page of permissions.
import { checkpoints, permissions, type EventType, type Position } from '#libs/case';
import { verbs } from '../../src/commands/index.js';
import { everybody, openCaseApi, type CaseApi, type Who } from '../../../../test/harness/api/case-api.js';
import { codeOf, type Reply } from '../../../../test/harness/api/test-api.js';
import { sample } from '../../../../test/harness/api/sample-commands.js';

let caseApi: CaseApi;
beforeAll(async () => void (caseApi = await openCaseApi()), 60_000);
afterAll(() => caseApi.close());

/** What each of them is to the case; `self` when the event is about them. Null: nothing, the case is not there for them. */
const positions: Readonly<Record<Who, readonly Position[] | null>> = {
  lead: ['lead', 'facilitating', 'staff', 'reaching'],
  asked: ['asked', 'reaching'],
  coordinator: ['coordinator', 'staff', 'reaching'],
  manager: ['manager', 'staff', 'reaching'],
  safeguardingLead: ['safeguardingLead', 'staff', 'reaching'],
  harmed: ['self', 'participant'],
  responsible: ['self', 'participant'],
  emergency: ['reaching'], // sees, and raises a concern alone (R37)
  connected: null, // whatever their roles (R42)
  otherFacilitator: null,
  otherParticipant: null,
  otherService: null,
  released: null,
};
const insiders = everybody.filter((who) => positions[who] !== null);
const outsiders = everybody.filter((who) => positions[who] === null);
const absent = 'e0000000-0000-4000-8000-00000000000e';

const isOwn = (who: Who) => who === 'harmed' || who === 'responsible';
const idsFor = (who: Who) => ({
  participantId: who === 'responsible' ? caseApi.responsible : caseApi.harmed,
  staffId: caseApi.actors.lead.id,
});
function mayTell(who: Who, type: EventType, event: object | null): boolean {
  const held = (positions[who] ?? []).filter((p) => p !== 'self' || (event !== null && 'participantId' in event));
  if (!permissions[type].some((p) => held.includes(p))) return false;
  if (type !== 'checkpoint.passed' && type !== 'checkpoint.refused') return true;
  return checkpoints[(event as { checkpoint: keyof typeof checkpoints }).checkpoint].signedBy.some((s) =>
    held.includes(s as Position),
  );
}
const answerOf = (reply: Reply, field: string) => reply.body.data?.[field] as Record<string, unknown> | undefined;

const nothingShown = { moves: [], meetingsCalledOff: [], told: [], cancelled: [], tasks: [] };
const forEach = (them: readonly Who[], how: (who: Who) => Promise<void>) => Promise.all(them.map(how));

describe.each(Object.entries(verbs))('%s', (verb, type) => {
  test('is for those whom the page of permissions names, and for nobody else', () =>
    forEach(insiders, async (who) => {
      const event = sample(verb, idsFor(who));
      const shown = answerOf(await caseApi.preview(who, verb, event), 'preview');
      if (mayTell(who, type, event)) {
        expect([who, shown?.['why']]).not.toEqual([who, 'notPermitted']);
        return;
      }
      const refusal = { why: 'notPermitted', blockers: [] };
      expect([who, shown]).toEqual([who, { happens: false, ...refusal, ...nothingShown }]);
      const answer = answerOf(await caseApi.tell(who, verb, event), verb);
      expect([who, answer]).toEqual([who, { __typename: 'Refused', ...refusal }]);
    }));

  test('shows a hidden case and an absent one alike', () =>
    forEach(outsiders, async (who) => {
      const event = sample(verb, idsFor(who));
      const hidden = await caseApi.tell(who, verb, event, { key: 'k' });
      expect([who, codeOf(hidden)]).toEqual([who, 'NOT_FOUND']);
      expect(hidden.text).toBe((await caseApi.tell(who, verb, event, { key: 'k', caseId: absent })).text);
      expect((await caseApi.preview(who, verb, event)).text).toBe(
        (await caseApi.preview(who, verb, event, absent)).text,
      );
    }));
});

test('what was refused left no trace: the case stands where it stood', async () => {
  const { rows } = await caseApi.service.pools.plain.query('select revision from case_file where id = $1', [
    caseApi.caseId,
  ]);
  expect(rows).toEqual([{ revision: 11 }]);
});

test('a participant speaks for themselves and for nobody else', async () => {
  for (const [verb, type] of Object.entries(verbs)) {
    if (!permissions[type].includes('self')) continue;
    for (const who of insiders.filter(isOwn)) {
      const other = who === 'harmed' ? caseApi.responsible : caseApi.harmed;
      const event = sample(verb, { participantId: other });
      if (event === null || !('participantId' in event)) continue;
      expect(answerOf(await caseApi.tell(who, verb, event), verb)).toEqual({
        __typename: 'Refused',
        why: 'notPermitted',
        blockers: [],
      });
    }
  }
});
