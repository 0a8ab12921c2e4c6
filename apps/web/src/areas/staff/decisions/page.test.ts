// Those who watch over cases, over real HTTP: the queue of decisions, the risk picture, who looked, an emergency.
import { randomUUID } from 'node:crypto';
import { startWholeApplication, type WholeApplication } from '../../../../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../../../../test/harness/web/http-visitor.js';

let application: WholeApplication;
let lead: Browsing;
let facilitator: Browsing;
let own: CaseFound;

interface CaseFound {
  readonly id: string;
  readonly reference: string;
  readonly participants: readonly { readonly id: string; readonly role: string }[];
}

async function tells(role: string, caseId: string, verb: string, input: string, event: object): Promise<void> {
  const query = `mutation ($c: Command!, $e: ${input}!) { ${verb}(command: $c, event: $e) { __typename } }`;
  const variables = { c: { caseId, key: randomUUID() }, e: event };
  const answer = await application.ask<Record<string, { __typename: string }>>(role, query, variables);
  expect([verb, answer[verb]?.__typename]).toEqual([verb, 'Told']);
}

beforeAll(async () => {
  application = await startWholeApplication();
  lead = await Browsing.signedIn(application.url, 'demo-safeguarding-lead');
  facilitator = await Browsing.signedIn(application.url, 'demo-facilitator');
  const query = `{ caseload(filter: { mine: true }) { edges { node { id reference participants { id role } } } } }`;
  const { caseload } = await application.ask<{ caseload: { edges: { node: CaseFound }[] } }>('facilitator', query);
  own = (caseload.edges[0] as { node: CaseFound }).node;
}, 120_000);
afterAll(() => application.ends());

test('a concern stands first among the decisions, leads to its form, and goes when it is decided', async () => {
  await tells('facilitator', own.id, 'raiseConcern', 'ConcernRaised', { text: 'He waits outside her door.' });
  await lead.open('/decisions');
  expect(lead.status).toBe(200);
  const form = `/cases/${own.id}/do/decide-concern`;
  expect(lead.html).toMatch(new RegExp(`Everything is stopped[^]*href="${form}"[^]*${own.reference}`));
  // How often each gate said no stands below, each number leading to its cases.
  expect(lead.html).toMatch(/How often each gate said no[^]*figures\/list\?name=checkpoint%2F/);
  await lead.open(form);
  const concernId = /name="concernId"[^>]*value="([^"]*)"/.exec(lead.html)?.[1] ?? '';
  const typed = { ...lead.carried(), concernId, decision: 'pause', reason: 'We wait for the police.' };
  await lead.send(form, typed);
  if (lead.status === 200 && /name="_seen"/.test(lead.html)) await lead.send(form, { ...typed, ...lead.carried() });
  expect([lead.status, lead.path]).toEqual([200, expect.stringMatching(`/cases/${own.id}`)]);
  await lead.open('/decisions');
  expect(lead.html).not.toContain('Decide a concern');
  // What it left holds the case still: it is in the queue, and leads to the form that ends it.
  expect(lead.html).toMatch(new RegExp(`href="/cases/${own.id}/do/lift-freeze"`));
});

test('the risk picture lays versions side by side with who and when, for those on the case alone', async () => {
  const harmed = own.participants.find(({ role }) => role === 'responsible')?.id ?? '';
  const { vocabulary } = await application.ask<{ vocabulary: { riskFactors: { name: string }[] } }>(
    'facilitator',
    '{ vocabulary { riskFactors { name } } }',
  );
  const factors = vocabulary.riskFactors.map(({ name }) => name);
  for (const level of ['low', 'medium'])
    await tells('facilitator', own.id, 'assessRisk', 'RiskAssessed', { participantId: harmed, level, factors });
  await lead.open(`/cases/${own.id}/risk`);
  expect(lead.html).toMatch(/Low[^]*Medium[^]*changed/);
  // The words that a concern was raised with are among what is known.
  expect(lead.html).toContain('He waits outside her door.');
  const coordinator = await Browsing.signedIn(application.url, 'demo-coordinator');
  await coordinator.open(`/cases/${own.id}/risk`);
  expect(coordinator.status).toBe(404);
});

test('who looked is there for the safeguarding lead, and not for the facilitator whose case it is', async () => {
  await facilitator.open(`/cases/${own.id}`);
  await lead.open(`/cases/${own.id}/looked`);
  expect(lead.html).toMatch(/Farida[^]*Leads the case/);
  await facilitator.open(`/cases/${own.id}/looked`);
  expect(facilitator.status).toBe(404);
});

test('a case of others is opened in an emergency with a reason, each of its pages says so, and it can be closed again', async () => {
  const other = await Browsing.signedIn(application.url, 'demo-facilitator-4');
  await other.open(`/cases/${own.id}`);
  expect(other.status).toBe(404);
  await other.open('/emergency');
  await other.send('/emergency', { case: own.reference, reason: '' });
  expect([other.status, other.html]).toEqual([422, expect.stringContaining('Say why you need to see it now')]);
  expect(other.html).toContain(`value="${own.reference}"`);
  await other.send('/emergency', { case: 'AAAA-AAAA', reason: 'She rang and is frightened.' });
  expect([other.status, other.html]).toEqual([422, expect.stringContaining('No case that you can open')]);
  await other.send('/emergency', { case: own.reference, reason: 'She rang and is frightened.' });
  expect(other.path).toBe(`/cases/${own.id}`);
  const person = own.participants[0]?.id ?? '';
  for (const part of ['', '/sides/harmed', '/timeline', '/risk', `/people/${person}`, '/do/raise-concern']) {
    await other.open(`/cases/${own.id}${part}`);
    expect([part, other.html.includes('You see this case in an emergency')]).toEqual([part, true]);
  }
  await facilitator.open(`/cases/${own.id}`);
  expect(facilitator.html).not.toContain('in an emergency, until');
  const emergency = /name="emergency" value="([^"]*)"/.exec(other.html)?.[1] ?? '';
  await other.send('/emergency/end', { emergency });
  await other.open(`/cases/${own.id}`);
  expect(other.status).toBe(404);
});

test('a supervisor sees the cases they supervise, and nobody else’s', async () => {
  const supervisor = await Browsing.signedIn(application.url, 'demo-supervisor');
  await supervisor.open('/supervision');
  expect([supervisor.status, supervisor.html.includes(own.reference)]).toEqual([200, false]);
  const { me } = await application.ask<{ me: { id: string } }>('supervisor', '{ me { id } }');
  const duty = { staffId: me.id, duty: 'supervisor' };
  await tells('coordinator', own.id, 'askFacilitator', 'FacilitatorAsked', duty);
  await tells('supervisor', own.id, 'declareConflict', 'ConflictDeclared', { staffId: me.id, connected: false });
  await tells('coordinator', own.id, 'assignFacilitator', 'FacilitatorAssigned', duty);
  await supervisor.open('/supervision');
  expect(supervisor.html).toContain(own.reference);
  await facilitator.open('/supervision');
  expect(facilitator.html).toContain('You supervise no open case.');
});

test('a figure’s list is called by what it is, and a name that no figure has is no page', async () => {
  await lead.open('/figures/list?name=open');
  expect(lead.html).toMatch(new RegExp(`Open cases[^]*Cases that are not closed now[^]*${own.reference}`));
  await lead.open('/figures/list?name=everything');
  expect(lead.status).toBe(404);
  await facilitator.open('/figures/list?name=open');
  expect(facilitator.status).toBe(404);
});
