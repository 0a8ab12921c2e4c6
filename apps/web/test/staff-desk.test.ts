// What staff have at hand beside a case, through pages over real HTTP: forms they began, people they look for, those they let in.
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../test/harness/web/http-visitor.js';

let application: WholeApplication;
let facilitator: Browsing;
let coordinator: Browsing;
/** The demonstration's case of which Farida is the lead. */
let own: Found;

interface Found {
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
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const carried = ({ html }: Browsing) => ({ _key: hidden(html, '_key'), _revision: hidden(html, '_revision') });

beforeAll(async () => {
  application = await startWholeApplication();
  [facilitator, coordinator] = [await signsIn('demo-facilitator'), await signsIn('demo-coordinator')];
  const query =
    '{ caseload(filter: { mine: true }) { edges { node { id reference participants { id name role } } } } }';
  const { caseload } = await application.ask<{ caseload: { edges: { node: Found }[] } }>('facilitator', query);
  own = caseload.edges[0]?.node as Found;
}, 120_000);
afterAll(() => application.ends());

describe('a form that was begun', () => {
  const note = () => `/cases/${own.id}/do/report-risk-information/${own.participants[0]?.id}`;
  const text = 'He waits outside her work on Fridays.';
  /** No calendar has it. */
  const noDay = { 'on-day': '31', 'on-month': '2', 'on-year': '2026', 'on-time': '10:00' };

  test('is kept by the script while it is typed, found on Today and opened as it was left, by its author alone', async () => {
    await facilitator.open(note());
    const form = carried(facilitator);
    await facilitator.send(note(), { ...form, text, _draft: 'keep' });
    expect([facilitator.status, facilitator.html]).toEqual([200, expect.stringContaining('What you typed is kept')]);
    await facilitator.open('/today');
    expect(facilitator.html).toMatch(new RegExp(`Go on with[^]*href="${note()}"[^]*${own.reference}[^]*Kept at`));
    expect(facilitator.html).not.toContain('Fridays');
    await facilitator.open(note());
    expect(facilitator.html).toContain('You began this before. It is as you left it.');
    expect(facilitator.html).toContain(text);
    expect(hidden(facilitator.html, '_revision')).toBe(form._revision);
    await coordinator.open(note());
    expect(coordinator.status).toBe(200);
    expect(coordinator.html).not.toContain('Fridays');
  });

  test('is cleared in one step', async () => {
    await facilitator.open(note());
    await facilitator.send(note(), { _draft: 'forget' });
    expect([facilitator.path, facilitator.html.includes('Fridays')]).toEqual([note(), false]);
    await facilitator.open('/today');
    expect(facilitator.html).not.toContain('Go on with');
  });

  test('is kept by the server where it was tried and did not fit, and gone once it is done', async () => {
    await facilitator.open(note());
    await facilitator.send(note(), { ...carried(facilitator), text, ...noDay });
    expect(facilitator.status).toBe(422);
    await facilitator.open('/today');
    expect(facilitator.html).toContain('Go on with');
    await facilitator.open(note());
    expect(facilitator.html).toContain(text);
    await facilitator.send(note(), { ...carried(facilitator), text });
    expect(facilitator.path).toContain('done=report-risk-information');
    await facilitator.open('/today');
    expect(facilitator.html).not.toContain('Go on with');
  });
});

describe('finding a person', () => {
  const find = (browser: Browsing, words: string, side: string) => browser.send('/find', { words, side });

  test('a coordinator finds somebody by name on one side, with their cases, and no address tells what was typed', async () => {
    const harmed = own.participants.find(({ role }) => role === 'harmed');
    await coordinator.open('/find');
    await find(coordinator, harmed?.name ?? '', 'harmed');
    expect([coordinator.status, coordinator.path]).toEqual([200, '/find']);
    expect(coordinator.html).toMatch(new RegExp(`${harmed?.name}[^]*href="/cases/${own.id}"[^]*${own.reference}`));
    await find(coordinator, harmed?.name ?? '', 'responsible');
    expect(coordinator.html).toContain('Nobody was found');
  });

  test('what is missing is said; a coordinator cannot look on all sides at once', async () => {
    await coordinator.open('/find');
    await find(coordinator, '', 'harmed');
    expect([coordinator.status, coordinator.html.includes('Write what you are looking for')]).toEqual([422, true]);
    expect(coordinator.html).not.toContain('value="all"');
    await find(coordinator, own.participants[0]?.name ?? '', 'all');
    expect(coordinator.html).toContain('Nobody was found');
  });

  test('for a facilitator the page is not there', async () => {
    await facilitator.open('/find');
    expect(facilitator.status).toBe(404);
    await facilitator.open('/today');
    expect(facilitator.html).not.toContain('href="/find"');
    await find(facilitator, own.participants[0]?.name ?? '', 'harmed');
    expect(facilitator.status).toBe(404);
  });
});

describe('inviting', () => {
  const codeIn = ({ html }: Browsing) => /class="concord-code">([^<]+)</.exec(html)?.[1] ?? '';

  test('the code of an invitation is shown once; a colleague reads out the other; what was opened with it is ended', async () => {
    // The one person who may be approached and has safe contact, in a case that the facilitator leads.
    const { caseId, participantId } = await application.approachable();
    const at = `/cases/${caseId}/people/${participantId}/invite`;
    await facilitator.open(at);
    await facilitator.send(at, { act: 'invite' });
    expect([facilitator.status, facilitator.html.includes('Choose how the code reaches them')]).toEqual([422, true]);
    await facilitator.send(at, { act: 'invite', how: 'inPerson' });
    const invitation = codeIn(facilitator);
    expect(invitation).toMatch(/^[\w-]{10,}/);
    expect([facilitator.path, facilitator.html.includes('It is shown this once')]).toEqual([at, true]);
    await facilitator.open(at);
    expect(facilitator.html).toContain('Can be used');
    expect(facilitator.html).not.toContain(invitation);

    // Whoever made the invitation knows its code, and so does not read out the other.
    await facilitator.send(at, { act: 'assist', checked: 'inPerson' });
    expect([facilitator.status, codeIn(facilitator)]).toEqual([422, '']);
    await coordinator.open(at);
    await coordinator.send(at, { act: 'assist', checked: 'calledBack' });
    const code = codeIn(coordinator);
    const visitor = new Browsing(application.url);
    await visitor.open('/start');
    await visitor.send('/start', { code: invitation });
    await visitor.send(visitor.path, { code });
    await visitor.follow();
    expect(visitor.path).toBe('/your-page');

    await coordinator.open(at);
    expect(coordinator.html).toMatch(/They came in with it[^]*I rang the number held as safe/);
    await coordinator.send(at, { act: 'revoke', invitation: hidden(coordinator.html, 'invitation') });
    await visitor.open('/your-page');
    expect(visitor.path).not.toBe('/your-page');
  });

  test('somebody who may not be approached yet cannot be invited, and it is said what stands before it', async () => {
    const harmed = own.participants.find(({ role }) => role === 'harmed');
    const at = `/cases/${own.id}/people/${harmed?.id}/invite`;
    await facilitator.open(at);
    await facilitator.send(at, { act: 'invite', how: 'post' });
    expect([facilitator.status, codeIn(facilitator)]).toEqual([422, '']);
    expect(facilitator.html).toContain('This is not saved yet');
  });

  test('the page of a case that is not theirs is not there', async () => {
    const { caseId } = await application.approachable();
    await facilitator.open(`/cases/${caseId}/people/${own.participants[0]?.id}/invite`);
    expect(facilitator.status).toBe(404);
  });
});

test('the statechart of a case marks the state it is in, on the picture and in words', async () => {
  const { case: found } = await application.ask<{ case: { processes: { stage: string }[] } }>(
    'facilitator',
    'query ($id: ID!) { case(id: $id) { processes { stage } } }',
    { id: own.id },
  );
  await facilitator.open(`/cases/${own.id}/chart`);
  expect(facilitator.status).toBe(200);
  expect(facilitator.html).toMatch(new RegExp(`data-box="${found.processes[0]?.stage}" data-here`));
  expect(facilitator.html.match(/data-here/g)).toHaveLength(1);
  expect(facilitator.html).toMatch(/aria-current="step"><p><strong>[^<]+<\/strong>[^]{0,400}It is here/);
  // In words as on the picture: from preparation a process goes to the meeting, the exchange, back, or to follow-up.
  expect(facilitator.html).toMatch(/<strong>Preparation<\/strong>[^]{0,200}Can lead to: [^<]*Meeting: Arranging/);
});
