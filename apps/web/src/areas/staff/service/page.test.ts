// Those who run a service, through pages alone over real HTTP: records merged and taken apart, what is kept and asked for, texts, agreements, figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../../../test/architecture/sources.js';
import { startWholeApplication, type WholeApplication } from '../../../../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../../../../test/harness/web/http-visitor.js';

let application: WholeApplication;
let manager: Browsing;
let coordinator: Browsing;
let facilitator: Browsing;
/** Somebody in a case, as an act about them is addressed. */
let someone: { readonly caseId: string; readonly participantId: string; readonly acts: string };

beforeAll(async () => {
  application = await startWholeApplication();
  manager = await Browsing.signedIn(application.url, 'demo-manager');
  coordinator = await Browsing.signedIn(application.url, 'demo-coordinator');
  facilitator = await Browsing.signedIn(application.url, 'demo-facilitator');
  const query = '{ caseload(filter: { mine: true }) { edges { node { id participants { id } } } } }';
  interface Found {
    readonly caseload: { readonly edges: { node: { id: string; participants: { id: string }[] } }[] };
  }
  const { caseload } = await application.ask<Found>('facilitator', query);
  const { id, participants } = (caseload.edges[0] as Found['caseload']['edges'][0]).node;
  const participantId = participants[0]?.id ?? '';
  await manager.open(`/cases/${id}/people/${participantId}`);
  const acts = /\/do\/place-legal-hold\/([^"]*)/.exec(manager.html)?.[1] ?? '';
  someone = { caseId: id, participantId, acts };
}, 120_000);
afterAll(() => application.ends());

/** Opens a form, fills it in and sends it; where it is looked at first, sends it again as it was seen. */
async function does(who: Browsing, path: string, typed: Record<string, string>): Promise<void> {
  await who.open(path);
  expect([path, who.status]).toEqual([path, 200]);
  const hidden = [...who.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const carried = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
  await who.send(path, { ...carried, ...typed });
  if (/name="_seen"/.test(who.html)) await who.send(path, { ...carried, ...typed, ...who.carried() });
}

test.each([
  '/board',
  '/allocation',
  '/loads',
  '/funnel',
  '/tasks',
  '/service',
  '/duplicates',
  '/emergencies',
  '/reading',
  '/people',
  '/settings',
])('%s is there for a manager, and is no page for a facilitator', async (path) => {
  await manager.open(path);
  expect([path, manager.status]).toEqual([path, 200]);
  if (path === '/tasks') return;
  await facilitator.open(path);
  expect([path, facilitator.status]).toEqual([path, 404]);
});

test('each number of the board opens the list behind it, and the board says what it counts', async () => {
  await manager.open('/board');
  expect(manager.html).toMatch(/Open cases by the stage/);
  const lists = [...manager.html.matchAll(/href="(\/figures\/list\?name=[^"]*)"/g)].map(([, href = '']) => href);
  expect(lists.length).toBeGreaterThan(3);
  for (const href of new Set(lists.slice(0, 6))) {
    await manager.open(href.replaceAll('&amp;', '&'));
    expect([href, manager.status]).toEqual([href, 200]);
  }
});

test('allocation names who could take a case and why the others could not, and leads to the form that asks', async () => {
  await coordinator.open('/allocation');
  expect(coordinator.html).toMatch(/Could take it[^]*Could not, and why[^]*Olwen[^]*supervision/);
  const form = /href="(\/cases\/[^"]*\/do\/ask-facilitator)"/.exec(coordinator.html)?.[1] ?? '';
  await coordinator.open(form);
  expect(coordinator.status).toBe(200);
});

test('two records that look alike are merged by a coordinator with a reason, and the merge is taken back', async () => {
  await coordinator.open('/duplicates');
  const form = /href="(\/do\/merge-persons\/[^"]*)"/.exec(coordinator.html)?.[1] ?? '';
  expect(form).not.toBe('');
  await coordinator.open(form);
  const goesOn = /name="goesOn"[^>]*value="([^"]*)"/.exec(coordinator.html)?.[1] ?? '';
  await does(coordinator, form, { goesOn, reason: '' });
  expect([coordinator.status, coordinator.html]).toEqual([422, expect.stringContaining('Why are they one?')]);
  await does(coordinator, form, { goesOn, reason: 'The same address and birthday.' });
  expect(coordinator.html).toMatch(/Take the merge back[^]*Done: They are one person/);
  expect(coordinator.html).not.toContain(form);
  const undo = /href="(\/do\/undo-merge\/[^"]*)"/.exec(coordinator.html)?.[1] ?? '';
  await does(coordinator, undo, { reason: 'They are father and son.' });
  expect(coordinator.html).toContain('Done: Take a merge back');
});

test('a hold is placed from the page of a person, keeps them from being erased, and is lifted', async () => {
  await does(manager, `/do/place-legal-hold/${someone.acts}`, { of: 'person', reason: 'A court asked for the file.' });
  expect(manager.html).toMatch(/Done: Place a legal hold[^]*A court asked for the file\./);
  await does(manager, `/do/erase-person/${someone.acts}`, { reason: 'They asked.' });
  expect(manager.status).toBe(422);
  expect(manager.html).toContain('This is not saved yet');
  await manager.open('/holds');
  const lift = /href="(\/do\/lift-legal-hold\/[^"]*)"/.exec(manager.html)?.[1] ?? '';
  await does(manager, lift, { reason: 'The court has closed it.' });
  expect(manager.html).toContain('The court has closed it.');
  await facilitator.open(`/do/place-legal-hold/${someone.acts}`);
  expect(facilitator.status).toBe(404);
});

test('an organisation is shared with only under an agreement, which ends when a manager ends it', async () => {
  await does(manager, '/do/record-organisation', { name: 'Vale Housing', regime: 'ukGdpr', role: 'controller' });
  expect(manager.html).toMatch(/Vale Housing[^]*No agreement in force/);
  const agree = /href="(\/do\/record-sharing-agreement\/[^"]*)"[^>]*>[^<]*<span[^>]*>: Vale Housing/.exec(manager.html);
  const days = (name: string, year: string) => ({
    [`${name}-day`]: '1',
    [`${name}-month`]: '1',
    [`${name}-year`]: year,
  });
  const dates = { ...days('startsOn', '2026'), ...days('endsOn', '2099') };
  await does(manager, agree?.[1] ?? '', { reference: 'Cabinet 3', ...dates });
  expect(manager.html).toMatch(/Vale Housing[^]*May be shared with/);
});

test('how a consent text will read is shown before it is published, and then it stands for good', async () => {
  await manager.open('/consent-texts');
  const form = /href="(\/do\/publish-consent-text\/[^"]*)"/.exec(manager.html)?.[1] ?? '';
  await manager.open(form);
  const words = 'We ask you whether we may ring you.\n\nYou can say no.';
  const purpose = /name="purpose"[^>]*value="([^"]*)"[^>]*(?:checked|selected)/.exec(manager.html)?.[1] ?? 'contact';
  const typed = { purpose, version: '2027-1', language: 'en', words };
  await manager.send(form, { ...manager.carried(), ...typed });
  expect(manager.html).toMatch(/This is how it will read[^]*<p>You can say no\.<\/p>/);
  await manager.send(form, { ...typed, ...manager.carried() });
  expect(manager.html).toMatch(/Done: Publish a consent text[^]*Version 2027-1, en/);
});

test('where nothing is due nothing is proposed, and there is nothing for a second manager to approve', async () => {
  await does(manager, '/do/propose-retention', {});
  expect(manager.status).toBe(422);
  await manager.open('/do/approve-retention');
  expect(manager.status).toBe(404);
  await manager.open('/retention');
  expect(manager.html).toMatch(/Classes of records[^]*An example: confirm or change it/);
  await coordinator.open('/retention');
  expect(coordinator.status).toBe(404);
});

test('who asks for what is held about them is reviewed item by item, and answered with two locked files', async () => {
  const asked = { 'receivedOn-day': '1', 'receivedOn-month': '12', 'receivedOn-year': '2025' };
  await does(manager, `/do/receive-subject-request/${someone.acts}`, asked);
  const request = /href="(\/subject-requests\/[^"]*)"/.exec(manager.html)?.[1] ?? '';
  expect(manager.html).toContain('late');
  const lead = await Browsing.signedIn(application.url, 'demo-safeguarding-lead');
  await lead.open(request);
  const items = [...lead.html.matchAll(/name="item" value="([^"]*)"/g)].map(([, item = '']) => item);
  if (items.length > 0) {
    await manager.open(request);
    await manager.send(`${request}/answer`, {});
    expect(manager.status).toBe(422);
    const body = new URLSearchParams();
    for (const item of items) body.append('item', item);
    for (const _item of items) body.append('decision', 'give');
    await lead.sendAll(request, body);
    expect([lead.status, lead.html.includes('Still to be decided: 0')]).toEqual([200, true]);
  }
  await manager.open(request);
  await manager.send(`${request}/answer`, {});
  expect(manager.html).toMatch(/The answer is made[^]*download="answer\.html\.age"/);
});

test('every link of the service’s page leads to a page', async () => {
  await manager.open('/service');
  const main = manager.html.slice(manager.html.indexOf('<main'), manager.html.indexOf('</main'));
  const links = [...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href);
  expect(links.length).toBeGreaterThan(10);
  for (const href of links) {
    await manager.open(href);
    expect([href, manager.status]).toEqual([href, 200]);
  }
});

test('a manager hands over a whole caseload: who had it sees it no longer, who is asked sees the names alone', async () => {
  const { me } = await application.ask<{ me: { id: string } }>('facilitator', '{ me { id } }');
  await manager.open('/people');
  expect(manager.html).toMatch(/Farida[^]*Advanced[^]*Registered until/);
  const address = `/people/${me.id}/hand-over`;
  await manager.open(address);
  const to =
    /value="([^"]*)"[^]*?Gwil Facilitator/.exec(manager.html.slice(manager.html.indexOf('name="to"')))?.[1] ?? '';
  await manager.send(address, { ...manager.carried(), to, reason: '' });
  expect([manager.status, manager.html]).toEqual([422, expect.stringContaining('Say why')]);
  // She has a form open while it happens: what she sends afterwards is not there for her any more.
  const form = `/cases/${someone.caseId}/do/pause-case`;
  await facilitator.open(form);
  expect(facilitator.status).toBe(200);
  await manager.open(address);
  await manager.send(address, { ...manager.carried(), to, reason: 'She is on leave until spring.' });
  expect([manager.path, manager.html]).toEqual([
    expect.stringMatching(/^\/people\?handed=\d+$/),
    expect.stringContaining('Done: handed over'),
  ]);
  await facilitator.send(form, { ...facilitator.carried(), reason: 'Too late.' });
  expect(facilitator.status).toBe(404);
  await facilitator.open(`/cases/${someone.caseId}`);
  expect(facilitator.status).toBe(404);
  const second = await Browsing.signedIn(application.url, 'demo-facilitator-2');
  await second.open('/today');
  expect(second.html).toContain('Will you take a case?');
});

test('a week’s file is sent in and looked at first: the fate of its rows, then it is taken', async () => {
  await coordinator.open('/referrals');
  const bytes = readFileSync(join(root, 'test/fixtures/referrals/referrals-police.csv'));
  await coordinator.sendFile('/referrals', 'file', bytes);
  expect([coordinator.status, coordinator.path]).toEqual([200, expect.stringMatching(/^\/referrals\/[0-9a-f-]+$/)]);
  expect(coordinator.html).toMatch(/Would be taken[^]*Would go back/);
  const take = /href="(\/do\/take-referrals\/[^"]*)"/.exec(coordinator.html)?.[1] ?? '';
  await does(coordinator, take, { whose: 'police' });
  expect(coordinator.html).toContain('Done: Take a file of referrals');
  await facilitator.open('/referrals');
  expect(facilitator.status).toBe(404);
});
