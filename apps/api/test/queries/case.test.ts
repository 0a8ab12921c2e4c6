// One case over HTTP: who sees it, how much of it, and how it was.
import { randomUUID } from 'node:crypto';
import { codeOf } from '../../../../test/harness/api/test-api.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';
import { wholeCase } from '../../../../test/harness/api/documents.js';

let api: ReadingApi;
beforeAll(async () => void (api = await openReadingApi()), 60_000);
afterAll(() => api.close());

const short =
  'query ($id: ID!) { case(id: $id) { id reference stage declaration revision participants { role name } } }';

test('staff on the case see all of it, words and names included, in few statements', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  await api.clearTheWay(id, 'preparation.held').catch(() => undefined);
  await api.clearTheWay(id, 'suitability.decided');
  const { case: seen } = await api.read(staff.lead, wholeCase, { id });
  expect(seen).toMatchObject({ stage: 'suitability', declaration: 'notNeeded', referral: { source: 'police' } });
  const shown = seen as { participants: { name: string }[]; facilitators: object[]; journal: { edges: object[] } };
  expect(shown.participants.map(({ name }) => name)).toEqual(expect.arrayContaining(['Harriet', 'Ross']));
  expect(shown.facilitators).toContainEqual(expect.objectContaining({ duty: 'lead' }));
  expect(shown.journal.edges.length).toBeGreaterThan(5);
  // One of them reads every assessment of risk from the journal.
  expect(await api.statements(() => api.read(staff.lead, wholeCase, { id }))).toBeLessThanOrEqual(9);
});

test('each person may be asked what is for their role, of each process and about each thing by itself (R17)', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  await api.clearTheWay(id, 'suitability.decided');
  const document = `query ($id: ID!) { case(id: $id) { processes { id }
    participants { id role questions { purpose processId about toName explained } } } }`;
  const { case: seen } = await api.read<{ case: Asked }>(staff.lead, document, { id });
  const [process] = seen.processes;
  const [harmed, responsible] = ['harmed', 'responsible'].map((role) =>
    seen.participants.find((person) => person.role === role),
  );
  const asked = (purpose: string) => harmed?.questions.filter((one) => one.purpose === purpose);
  const basics = ['voluntary', 'confidentiality', 'dataUse', 'complaints'];
  const contact = { purpose: 'contact', processId: null, about: null, toName: null, explained: basics };
  expect(asked('contact')).toEqual([contact]);
  expect(asked('share')).toEqual([{ ...contact, purpose: 'share', toName: 'organisation' }]);
  expect(asked('interest')).toEqual([{ ...contact, purpose: 'interest', about: responsible?.id }]);
  expect(asked('prepare')).toEqual([expect.objectContaining({ processId: process?.id, about: null })]);
  // Before a kind of process is chosen nobody is asked to take part in one; nobody but a person harmed has somebody speak for them.
  expect(asked('takePart')).toEqual([]);
  expect(responsible?.questions.map(({ purpose }) => purpose)).not.toContain('spokenFor');
});
interface Asked {
  processes: { id: string }[];
  participants: { id: string; role: string; questions: { purpose: string; processId: string | null }[] }[];
}

test('somebody asked to take a case sees that a declaration is awaited, and nothing of the case before they are assigned (R42)', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  const bare = { id, stage: 'suitability', revision: null, participants: null };
  expect((await api.read(staff.lead, short, { id })).case).toBeNull();
  await api.say(id, { by: staff.coordinator, type: 'facilitator.asked', staffId: staff.lead.id, duty: 'lead' });
  expect((await api.read(staff.lead, short, { id })).case).toMatchObject({ ...bare, declaration: 'awaited' });
  const hidden = Object.entries((await api.read<{ case: object }>(staff.lead, wholeCase, { id })).case).filter(
    ([, value]) => value !== null,
  );
  expect(hidden.map(([name]) => name).toSorted()).toEqual(['declaration', 'id', 'reference', 'stage']);
  await api.say(id, { by: staff.lead, type: 'conflict.declared', staffId: staff.lead.id, connected: false });
  expect((await api.read(staff.lead, short, { id })).case).toMatchObject({ ...bare, declaration: 'made' });
});

test('a facilitator sees own cases only, and access ends with the event that releases them', async () => {
  const { service, staff } = api;
  const [own, other] = [await service.aCase(staff.coordinator), await service.aCase(staff.coordinator)];
  await api.clearTheWay(own, 'suitability.decided');
  expect((await api.read(staff.lead, short, { id: own })).case).toMatchObject({ id: own, declaration: 'notNeeded' });
  expect((await api.read(staff.lead, short, { id: other })).case).toBeNull();
  const then = new Date().toISOString();
  await api.say(own, {
    by: staff.coordinator,
    type: 'facilitator.released',
    staffId: staff.lead.id,
    reason: randomUUID(),
  });
  expect((await api.read(staff.lead, short, { id: own })).case).toBeNull();
  const before = 'query ($id: ID!, $at: DateTime!) { case(id: $id, at: $at) { id } }';
  expect((await api.read(staff.lead, before, { id: own, at: then })).case).toBeNull();
});

test("a manager and the safeguarding lead see their service's cases, and no other service's", async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  const { rows } = await service.pools.plain.query<{ id: string }>(
    `insert into service (name) values ('Another') returning id`,
  );
  const elsewhere = { ...staff.manager, serviceId: rows[0]?.id ?? '' };
  for (const actor of [staff.manager, staff.safeguardingLead])
    expect((await api.read(actor, short, { id })).case).toMatchObject({ id });
  expect((await api.read(elsewhere, short, { id })).case).toBeNull();
  expect((await api.read(elsewhere, short, { id: randomUUID() })).case).toBeNull();
  expect((await api.read(staff.manager, short, { id: 'not an id' })).case).toBeNull();
});

test('what safeguarding wrote and what it assessed is read by those on the case, not by every manager (R39)', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  await api.clearTheWay(id, 'suitability.decided');
  await api.say(id, { by: staff.lead, type: 'concern.raised', concernId: randomUUID(), text: randomUUID() });
  const query =
    'query ($id: ID!) { case(id: $id) { riskAssessments { level } concerns { at } journal(first: 100) { edges { node { type texts { words } } } } } }';
  type Shown = {
    riskAssessments: object[] | null;
    concerns: object[];
    journal: { edges: { node: { type: string; texts: { words: string | null }[] } }[] };
  };
  const wordsFor = async (actor: typeof staff.lead) => {
    const shown = (await api.read(actor, query, { id })).case as Shown;
    const raised = shown.journal.edges.find(({ node }) => node.type === 'concern.raised');
    return {
      assessed: shown.riskAssessments?.length ?? null,
      concerns: shown.concerns.length,
      words: raised?.node.texts[0]?.words,
    };
  };
  expect(await wordsFor(staff.safeguardingLead)).toEqual({ assessed: 2, concerns: 1, words: 'concern.raised text' });
  expect(await wordsFor(staff.lead)).toEqual({ assessed: 2, concerns: 1, words: null });
  expect(await wordsFor(staff.manager)).toEqual({ assessed: null, concerns: 1, words: null });
});

test('the case as it was is what was seen then, and there is none before it was opened', async () => {
  const { service, staff } = api;
  const start = new Date(Date.now() - 60_000).toISOString();
  const id = await service.aCase(staff.coordinator);
  await api.clearTheWay(id, 'suitability.decided');
  const seenThen = (await api.ask(staff.safeguardingLead, wholeCase, { id })).text;
  const { updatedAt } = await api.row(id);
  const [processId = ''] = Object.keys((await api.facts(id)).processes);
  await api.say(id, { by: staff.lead, type: 'suitability.decided', processId, suitable: true, reason: randomUUID() });
  await api.say(id, { by: staff.lead, type: 'concern.raised', concernId: randomUUID(), text: randomUUID() });
  const asOf = wholeCase
    .replace('($id: ID!)', '($id: ID!, $at: DateTime)')
    .replace('case(id: $id)', 'case(id: $id, at: $at)');
  const readAt = async (at: string) => (await api.ask(staff.safeguardingLead, asOf, { id, at })).text;
  expect(await readAt(updatedAt)).toBe(seenThen);
  expect(await readAt(new Date().toISOString())).not.toBe(seenThen);
  expect(JSON.parse(await readAt(start))).toEqual({ data: { case: null } });
  expect(codeOf(await api.ask(staff.safeguardingLead, asOf, { id, at: '2099-01-01T00:00:00Z' }))).toBe(
    'BAD_USER_INPUT',
  );
});

test('the steps can be asked for by kind, and those that are open alone', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  const query =
    'query ($id: ID!, $kind: DoorKind, $open: Boolean) { case(id: $id) { doors(kind: $kind, openOnly: $open, whose: anybody) { event kind open blockers { words } } } }';
  type Doors = { doors: { kind: string; open: boolean; blockers: { words: string }[] }[] };
  const read = async (variables: object) =>
    ((await api.read(staff.manager, query, { id, ...variables })).case as Doors).doors;
  const steps = await read({ kind: 'step' });
  expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['step']));
  expect(steps.find(({ open }) => !open)?.blockers[0]?.words).toMatch(/\.$/);
  expect((await read({ open: true })).every(({ open }) => open)).toBe(true);
  expect((await read({})).length).toBeGreaterThan(steps.length);
});

test('a reader sees what is theirs to take, apart from what waits for others, and never what comes with its day', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  type Step = { event: string; whoMay: string[]; waitsFor: string | null };
  const read = async (reader: typeof staff.manager, whose?: string) =>
    (
      (
        await api.read(
          reader,
          'query ($id: ID!, $whose: DoorsOf) { case(id: $id) { doors(whose: $whose) { event whoMay waitsFor } } }',
          {
            id,
            ...(whose && { whose }),
          },
        )
      ).case as { doors: Step[] }
    ).doors;
  const own = await read(staff.manager);
  const others = await read(staff.manager, 'others');
  // permissions.ts: a manager asks a facilitator to take a case, and closes one; the lead decides whether a process is suitable
  const named = (steps: readonly Step[]) => new Set(steps.map(({ event }) => event));
  expect([...named(own)]).toEqual(expect.arrayContaining(['facilitator.asked', 'case.closed']));
  expect(named(own).has('suitability.decided')).toBe(false);
  expect(own.every(({ waitsFor }) => waitsFor === null)).toBe(true);
  expect(others.find(({ event }) => event === 'suitability.decided')).toEqual({
    event: 'suitability.decided',
    whoMay: ['lead', 'supervisor'],
    waitsFor: 'This waits for the lead facilitator or the case supervisor.',
  });
  expect([...named(own)].filter((event) => named(others).has(event))).toEqual([]);
  const all = await read(staff.manager, 'anybody');
  expect(all.length).toBe(own.length + others.length);
  expect(named(all)).not.toContain('deadline.passed');
  expect(named(all)).not.toContain('notice.sent');
});
