// Facilitators work on a case through pages alone, over real HTTP: asked, declared, assigned; a contact, a concern, what is shut, what is stale.
import { randomUUID } from 'node:crypto';
import { startWholeApplication, type WholeApplication } from '../../../../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../../../../test/harness/web/http-visitor.js';
import { commandFor } from '../../../command-form/supplied-by.js';
import { formFor } from '../forms-of-commands.js';

let application: WholeApplication;
let facilitator: Browsing;
let coordinator: Browsing;
/** The demonstration's case of which Farida is the lead, and one that she is asked to take. */
let own: CaseFound;
let offered: CaseFound;

interface CaseFound {
  readonly id: string;
  readonly reference: string;
  readonly participants: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

async function signsIn(subject: string): Promise<Browsing> {
  const browser = new Browsing(application.url);
  await browser.open('/sign-in');
  await browser.send('/sign-in');
  await browser.follow();
  await browser.send(browser.path, { subject });
  await browser.follow();
  return browser;
}
async function find(role: string, filter: string, not = ''): Promise<CaseFound> {
  const query = `{ caseload(filter: { ${filter} }) { edges { node { id reference participants { id name role } } } } }`;
  const { caseload } = await application.ask<{ caseload: { edges: { node: CaseFound }[] } }>(role, query);
  const first = caseload.edges.find(({ node }) => node.id !== not);
  if (!first) throw new Error(`no case with ${filter}`);
  return first.node;
}
async function tells(role: string, caseId: string, verb: string, input: string, event: object): Promise<string> {
  const query = `mutation ($c: Command!, $e: ${input}!) { ${verb}(command: $c, event: $e) { __typename } }`;
  const variables = { c: { caseId, key: randomUUID() }, e: event };
  const answer = await application.ask<Record<string, { __typename: string }>>(role, query, variables);
  return answer[verb]?.__typename ?? '';
}
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
/** What a form carries beside what is typed: its key, and the revision of the case where one was looked at. */
const carried = ({ html }: Browsing): Record<string, string> => {
  const revision = hidden(html, '_revision');
  return { _key: hidden(html, '_key'), ...(revision !== '' && { _revision: revision }) };
};
const personOf = ({ participants }: CaseFound, role: string) => participants.find((one) => one.role === role)?.id ?? '';

beforeAll(async () => {
  application = await startWholeApplication();
  [facilitator, coordinator] = [await signsIn('demo-facilitator'), await signsIn('demo-coordinator')];
  own = await find('facilitator', 'mine: true');
  offered = await find('coordinator', 'unassigned: true');
}, 120_000);
afterAll(() => application.ends());

test('asked to take a case, a facilitator sees the names in order and nothing else, and declares in one step', async () => {
  const { me } = await application.ask<{ me: { id: string } }>('facilitator', '{ me { id } }');
  await tells('coordinator', offered.id, 'askFacilitator', 'FacilitatorAsked', { staffId: me.id, duty: 'lead' });
  await facilitator.open('/today');
  expect(facilitator.html).toMatch(new RegExp(`Will you take a case\\?[^]*${offered.reference}`));
  const names = offered.participants.map(({ name }) => name).toSorted();
  for (const name of names) expect(facilitator.html).not.toContain(name);

  // Neither the case nor a form of it is there yet; the case leads to the names.
  await facilitator.open(`/cases/${offered.id}`);
  expect(facilitator.path).toBe(`/cases/${offered.id}/asked`);
  const shown = names.map((name) => facilitator.html.indexOf(name));
  expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  expect(shown).not.toContain(-1);
  const main = facilitator.html.slice(facilitator.html.indexOf('<main'));
  expect(main).not.toMatch(/harmed|responsible|burglary|criminal|offence/i);
  const form = carried(facilitator);
  await facilitator.open(`/cases/${offered.id}/do/attempt-contact`);
  expect(facilitator.status).toBe(404);

  await facilitator.open(`/cases/${offered.id}/asked`);
  await facilitator.send(`/cases/${offered.id}/asked`, {
    ...form,
    me: hidden(facilitator.html, 'me'),
    connected: 'no',
  });
  expect(facilitator.path).toBe('/today');
  expect(facilitator.html).not.toContain('Will you take a case?');
  await facilitator.open(`/cases/${offered.id}/asked`);
  expect(facilitator.html).toContain('You have declared.');
  for (const name of names) expect(facilitator.html).not.toContain(name);
});

test('the names to check are for whoever has still to declare, and for no other reader', async () => {
  const query = 'query ($id: ID!) { case(id: $id) { namesToCheck } }';
  for (const [role, { id }] of [
    ['coordinator', offered],
    ['manager', offered],
    ['facilitator', offered], // has declared
    ['facilitator', own],
  ] as const)
    expect([role, await application.ask(role, query, { id })]).toEqual([role, { case: { namesToCheck: null } }]);
});

test('a case offers each open step that is the reader’s and has a form, and none else', async () => {
  const query = `query ($id: ID!) { case(id: $id) { doors { event open yours processId } } }`;
  for (const [role, browser] of [
    ['facilitator', facilitator],
    ['coordinator', coordinator],
  ] as const) {
    const found = await application.ask<{ case: { doors: { event: string; open: boolean; yours: boolean }[] } }>(
      role,
      query,
      { id: own.id },
    );
    const open = found.case.doors.filter((door) => door.open && door.yours);
    const wanted = new Set(open.flatMap(({ event }) => formFor(commandFor(event))?.address ?? []));
    await browser.open(`/cases/${own.id}`);
    const main = browser.html.slice(browser.html.indexOf('<main'));
    const offeredHere = new Set([...main.matchAll(/\/do\/([\w-]+)/g)].map(([, address]) => address));
    expect([role, offeredHere]).toEqual([role, wanted]);
  }
});

test('what stands before a step says whom it is about, once', async () => {
  await facilitator.open(`/cases/${own.id}`);
  for (const { name } of own.participants) {
    expect(facilitator.html).toContain(`${name}: `);
    expect(facilitator.html).not.toContain(`${name}: ${name}`);
  }
});

test('a call is logged in three pages from Today, once, and what is missing is said beside its question', async () => {
  const harmed = personOf(own, 'harmed');
  await facilitator.open('/today');
  await facilitator.open(`/cases/${own.id}/people/${harmed}`);
  const address = `/cases/${own.id}/do/attempt-contact/${harmed}`;
  expect(facilitator.html).toContain(`href="${address}"`);
  await facilitator.open(address);
  const form = { ...carried(facilitator), participantId: harmed, channel: 'phone', aim: 'welfare' };
  await facilitator.send(address, form);
  expect([facilitator.status, /<title>Error: Log a contact/.test(facilitator.html)]).toEqual([422, true]);
  expect(facilitator.html).toMatch(/href="#outcome"[^]*Choose an answer: How did it go\?/);
  expect(facilitator.html).toMatch(/value="phone"[^>]*checked/);
  await facilitator.send(address, { ...form, outcome: 'reached' });
  expect(facilitator.path).toBe(`/cases/${own.id}/people/${harmed}?done=attempt-contact`);
  expect(facilitator.html).toContain('Done: Log a contact');
  const before = await revision();
  await facilitator.open(address);
  await facilitator.send(address, { ...form, outcome: 'reached' }); // the browser's own resubmission
  expect([facilitator.path.includes('?done='), await revision()]).toEqual([true, before]);
});

test('two facilitators save the same case: the second is told who did what, and what they typed is still there', async () => {
  const responsible = personOf(own, 'responsible');
  const address = `/cases/${own.id}/do/attempt-contact/${responsible}`;
  await facilitator.open(address);
  const form = carried(facilitator);
  await tells('coordinator', own.id, 'setFlag', 'FlagSet', { flag: 'multiParty' });
  const typed = { participantId: responsible, channel: 'post', outcome: 'noReply', aim: 'welfare' };
  await facilitator.send(address, { ...form, ...typed });
  expect(facilitator.status).toBe(409);
  expect(facilitator.html).toMatch(/The case changed while you typed[^]*Cora Coordinator: A flag was set\./);
  expect(facilitator.html).toMatch(/value="noReply"[^>]*checked/);
  await facilitator.send(address, { ...carried(facilitator), ...typed });
  expect(facilitator.html).toContain('Done: Log a contact');
});

test('a concern is raised in two pages, freezes contact at once, and the refusal says who can end that', async () => {
  await facilitator.open('/concern');
  await facilitator.send('/concern', { ...carried(facilitator), caseId: own.id, text: 'They were followed home.' });
  expect(facilitator.path).toBe(`/cases/${own.id}?done=raise-concern`);
  expect(facilitator.html).toMatch(/What is stopped[^]*A safeguarding concern is open/);
  expect(facilitator.html).not.toContain('followed home');
  const harmed = personOf(own, 'harmed');
  const address = `/cases/${own.id}/do/attempt-contact/${harmed}`;
  await facilitator.open(address);
  const form = { ...carried(facilitator), participantId: harmed, channel: 'phone', outcome: 'reached' };
  await facilitator.send(address, { ...form, aim: 'substance' });
  expect(facilitator.status).toBe(422);
  expect(facilitator.html).toMatch(/This is not saved yet[^]*A safeguarding concern is open[^]*The safeguarding lead/);
  await facilitator.open('/today');
  expect(facilitator.html).toMatch(new RegExp(`Safety first[^]*A concern is open[^]*${own.reference}`));
});

test('what one side tells stands on its own screen, and on neither of the neutral ones', async () => {
  const harmed = personOf(own, 'harmed');
  const event = { participantId: harmed, channels: ['phone'], mustNotKnow: 'her brother Wilbur' };
  await tells('facilitator', own.id, 'recordSafeContact', 'SafeContactRecorded', event);
  const holds = async (path: string) => (await facilitator.open(path), facilitator.html.includes('Wilbur'));
  expect(await holds(`/cases/${own.id}/sides/harmed`)).toBe(true);
  expect(await holds(`/cases/${own.id}/people/${harmed}`)).toBe(true);
  for (const path of ['', '/sides/responsible', `/people/${personOf(own, 'responsible')}`])
    expect([path, await holds(`/cases/${own.id}${path}`)]).toEqual([path, false]);
});

test('the timeline is filtered by kind, and a case is shown as it was only where it was', async () => {
  await facilitator.open(`/cases/${own.id}/timeline?kind=safety`);
  expect(facilitator.html).toMatch(/A concern was raised\./);
  expect(facilitator.html).not.toContain('The case was opened.');
  await facilitator.open(`/cases/${own.id}/timeline?on=2020-01-01`);
  expect(facilitator.path).toBe(`/cases/${own.id}/timeline`);
});

test('not there and not yours look the same, and no address or title names a person', async () => {
  const seen = async (path: string) => {
    await facilitator.open(path);
    return [facilitator.status, facilitator.html.replaceAll(/value="[^"]*"/g, '')];
  };
  const other = await find('coordinator', 'unassigned: true', offered.id);
  const absent = randomUUID();
  for (const part of ['', '/timeline', '/sides/harmed', `/people/${absent}`, '/do/attempt-contact', '/asked'])
    expect(await seen(`/cases/${other.id}${part}`)).toEqual(await seen(`/cases/${absent}${part}`));
  for (const path of [`/cases/${own.id}`, `/cases/${own.id}/people/${personOf(own, 'harmed')}`, '/cases', '/today']) {
    await facilitator.open(path);
    const title = /<title>([^<]*)/.exec(facilitator.html)?.[1] ?? '';
    for (const { name } of own.participants) expect([title, name, title.includes(name)]).toEqual([title, name, false]);
  }
});

async function revision(): Promise<number> {
  const query = 'query ($id: ID!) { case(id: $id) { revision } }';
  return (await application.ask<{ case: { revision: number } }>('coordinator', query, { id: own.id })).case.revision;
}
