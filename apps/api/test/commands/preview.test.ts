// A preview says what the command then does, saves nothing, and tells a participant nothing about anybody else.
import type { UnstampedEvent } from '#libs/casework';
import { openCaseApi, type CaseApi, type Who } from '../../../../test/harness/api/case-api.js';
import { codeOf, type Reply } from '../../../../test/harness/api/test-api.js';

let caseApi: CaseApi;
beforeAll(async () => void (caseApi = await openCaseApi()), 60_000);
afterAll(() => caseApi.close());

const answerOf = (reply: Reply, field: string) => reply.body.data?.[field] as Record<string, unknown>;
const rows = async (sql: string) => (await caseApi.service.pools.plain.query(sql, [caseApi.caseId])).rows;
const everything = async () => ({
  case: await rows('select revision, stage, updated_at from case_file where id = $1'),
  journal: await rows('select count(*) from journal where case_id = $1'),
  notices: await rows(
    'select id, template, recipient_id, not_before, cancelled_at from notice where case_id = $1 order by id',
  ),
  tasks: await rows('select supplier, assignee_id, task, about from task where case_id = $1 order by task, about'),
});
const explained = {
  items: ['voluntary', 'confidentiality', 'dataUse', 'complaints'],
  on: new Date().toISOString().slice(0, 10),
  language: 'en',
};
const consent = (participantId: string) => ({
  participantId,
  purpose: 'contact',
  form: 'oral',
  text: { version: '1', language: 'en' },
  explained: { ...explained, by: caseApi.actors.lead.id },
});

/** Commands of one case in their order: who, what. Each is previewed, and then sent. */
const script = (): [Who, string, object][] => [
  ['lead', 'giveConsent', consent(caseApi.harmed)],
  ['lead', 'withdrawConsent', { participantId: caseApi.responsible, purpose: 'contact' }],
  ['lead', 'decideSuitability', { suitable: true, reason: 'Both wish it' }],
  ['lead', 'bookConference', { startsAt: '2099-01-01T10:00:00Z', attendees: [caseApi.harmed, caseApi.responsible] }],
  [
    'coordinator',
    'raiseConcern',
    { concernId: 'b0000000-0000-4000-8000-00000000000b', about: caseApi.harmed, text: 'He waits outside' },
  ],
  [
    'safeguardingLead',
    'decideConcern',
    { concernId: 'b0000000-0000-4000-8000-00000000000b', decision: 'stop', reason: 'Not safe' },
  ],
  ['lead', 'closeCase', { reason: 'delivered', side: 'withheld' }],
  ['manager', 'closeCase', { reason: 'unsafe', side: 'withheld' }],
  ['coordinator', 'reopenCase', { beginAgain: true, reason: 'They asked again' }],
];

test('a preview saves nothing, and the command then does what it said', async () => {
  const happened: string[] = [];
  for (const [who, verb, event] of script()) {
    const before = await everything();
    const shown = answerOf(await caseApi.preview(who, verb, event), 'preview');
    expect(await everything()).toEqual(before);
    const answer = answerOf(await caseApi.tell(who, verb, event), verb);
    const after = await everything();
    expect([verb, answer['__typename']]).toEqual([verb, shown['happens'] ? 'Told' : 'Refused']);
    if (!shown['happens']) {
      expect({ why: answer['why'], blockers: answer['blockers'] }).toEqual({
        why: shown['why'],
        blockers: shown['blockers'],
      });
      expect(after).toEqual(before);
      continue;
    }
    happened.push(verb);
    const moves = shown['moves'] as { from: string | null; to: string }[];
    const [was, is] = [before.case[0].stage, after.case[0].stage];
    if (is !== 'closed' && was !== 'closed')
      expect(moves.map(({ from, to }) => [from, to])).toEqual(was === is ? [] : [[was, is]]);
    const queued = after.notices.filter(({ id }) => !before.notices.some((notice) => notice.id === id));
    expect(queued.map(({ template, recipient_id }) => [template, recipient_id])).toEqual(
      (shown['told'] as { template: string; participantId: string }[]).map((notice) => [
        notice.template,
        notice.participantId,
      ]),
    );
    const cancelled = after.notices.filter(
      ({ id, cancelled_at }) => cancelled_at && !before.notices.some((n) => n.id === id && n.cancelled_at),
    );
    expect(cancelled.map(({ id }) => id)).toEqual((shown['cancelled'] as string[]).toSorted());
    const known = (tasks: typeof after.tasks) => new Set(tasks.map(({ task, about }) => `${task} ${about}`));
    for (const { task, about } of shown['tasks'] as { task: string; about: string }[])
      expect(known(after.tasks)).toContain(`${task} ${about}`);
  }
  expect(happened).toEqual(['giveConsent', 'raiseConcern', 'decideConcern', 'closeCase', 'reopenCase']);
});

test('exactly one event can be previewed', async () => {
  const ask = (event: object) =>
    caseApi.ask(
      'lead',
      'query($caseId: ID!, $event: AnyEvent!) { preview(caseId: $caseId, event: $event) { happens } }',
      {
        caseId: caseApi.caseId,
        event,
      },
    );
  for (let times = 0; times < 4; times += 1) {
    expect(codeOf(await ask({}))).toBe('BAD_USER_INPUT');
    expect(codeOf(await ask({ setFlag: { flag: 'hate' }, beginPreparation: {} }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await ask({ setFlag: null }))).toBe('BAD_USER_INPUT');
  }
  expect((await ask({ beginPreparation: {} })).body.data).toEqual({ preview: { happens: false } });
});

describe.each(['harmed', 'responsible'] as const)('the person %s', (who) => {
  const other = who === 'harmed' ? 'responsible' : 'harmed';
  const ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  /** No id of anybody, no date, no number of events, no message, no task. */
  const saysNothingOfOthers = (reply: Reply) => {
    const own = new Set([caseApi.caseId, caseApi[who]]);
    expect((reply.text.match(ids) ?? []).filter((id) => !own.has(id))).toEqual([]);
    expect(reply.text).not.toMatch(/\d{4}-\d\d-\d\dT|"revision":\d|"since":"|"template"|"task"|"moves":\[\{/);
  };
  const own = (): [string, object][] => [
    ['giveConsent', consent(caseApi[who])],
    ['giveConsent', { ...consent(caseApi[who]), purpose: 'takePart', about: 'faceToFace' }],
    ['refuseConsent', { participantId: caseApi[who], purpose: 'survey' }],
    ['deferConsent', { participantId: caseApi[who], purpose: 'followUp', reaskOn: '2020-01-01' }],
    ['withdrawConsent', { participantId: caseApi[who], purpose: 'contact' }],
    ['withdrawConsent', { participantId: caseApi[who], purpose: 'contact' }],
    ['reconfirmConsent', { participantId: caseApi[who], purpose: 'contact' }],
    ['giveConsent', { ...consent(caseApi[who]), purpose: 'attendance', about: caseApi[other] }],
    ['agreeCommunication', { participantId: caseApi[who], communicationId: caseApi[other], sha256: 'a'.repeat(64) }],
    ['takeBackCommunication', { participantId: caseApi[who], communicationId: caseApi[other] }],
    ['noteReceipt', { participantId: caseApi[who], communicationId: caseApi[other], receipt: 'read' }],
    ['recordSafeContact', { participantId: caseApi[who], channels: ['phone'] }],
    ['stateReadiness', { participantId: caseApi[who], ready: true }],
  ];

  test('learns from own commands and previews nothing about anybody else', async () => {
    for (const [verb, event] of own()) {
      saysNothingOfOthers(await caseApi.preview(who, verb, event));
      saysNothingOfOthers(await caseApi.tell(who, verb, event));
    }
  });

  test('is answered with the same bytes whatever the other side did meanwhile', async () => {
    const answers = async () => {
      const given: string[] = [];
      for (const [verb, event] of own().slice(1))
        given.push((await caseApi.preview(who, verb, event)).text, (await caseApi.tell(who, verb, event)).text);
      return given;
    };
    const quiet = await answers();
    const meanwhile: UnstampedEvent[] = [
      { type: 'flag.set', flag: 'domesticAbuse' },
      { type: 'consent.refused', participantId: caseApi[other], purpose: 'training' },
    ];
    for (const event of meanwhile) await caseApi.happens('lead', event);
    await caseApi.tell('lead', 'stateReadiness', { participantId: caseApi[other], ready: false });
    const concern = await caseApi.tell('lead', 'raiseConcern', { about: caseApi[other], text: 'Worry' });
    const busy = await answers();
    await caseApi.tell('safeguardingLead', 'decideConcern', {
      concernId: answerOf(concern, 'raiseConcern')['made'],
      decision: 'continue',
      reason: 'Fine',
    });
    expect(busy).toEqual(quiet);
  });
});
