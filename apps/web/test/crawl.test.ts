// Every kind of page as every role, over real HTTP and without scripts: there, with a title, one heading, nothing foreign, and no word of the other side.
import { randomUUID } from 'node:crypto';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';
import { crawl, wrongOn, type Crawled } from '../../../test/harness/web/crawl.js';
import { Browsing } from '../../../test/harness/web/http-visitor.js';

const PLANTED = { harmed: 'Quillfeather', responsible: 'Brackenthorpe' } as const;
type Side = keyof typeof PLANTED;
const sides: readonly Side[] = ['harmed', 'responsible'];

interface Found {
  readonly id: string;
  readonly participants: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}
let application: WholeApplication;
let cases: readonly Found[];

beforeAll(async () => {
  application = await startWholeApplication();
  await application.approachable();
  const query = '{ caseload(first: 100) { edges { node { id participants { id name role } } } } }';
  const { caseload } = await application.ask<{ caseload: { edges: { node: Found }[] } }>('coordinator', query);
  cases = caseload.edges.map(({ node }) => node);
  await Promise.all(cases.flatMap((found) => sides.map((side) => plants(found, side))));
}, 120_000);
afterAll(() => application.ends());

/** The wish of somebody holds a word that stands nowhere else. */
async function plants({ id, participants }: Found, side: Side): Promise<void> {
  const participantId = participants.find(({ role }) => role === side)?.id;
  if (participantId === undefined) return;
  const query = `mutation ($c: Command!, $e: PreferenceStated!) { statePreference(command: $c, event: $e) { __typename } }`;
  const event = { participantId, wish: `Please tell ${PLANTED[side]} nothing` };
  await application.ask('coordinator', query, { c: { caseId: id, key: randomUUID() }, e: event });
}

async function signsIn(subject: string, language: string): Promise<Browsing> {
  const browser = new Browsing(application.url, { 'accept-language': language });
  await browser.open('/sign-in');
  await browser.send('/sign-in');
  await browser.follow();
  await browser.send(browser.path, { subject });
  await browser.follow();
  return browser;
}

/** Forms are many of one template: some of them do for all here; `npm run test:deep` opens each, and more of every kind. */
const wide = process.env['CRAWL'] === 'wide' ? { most: 2, each: true } : { most: 2, each: false };

/** Whose words may stand on a page: those of the side or the person that its address names. */
function mayHold(path: string): readonly Side[] {
  const people = cases.flatMap(({ participants }) => participants);
  return sides.filter(
    (side) => path.includes(`/sides/${side}`) || people.some(({ id, role }) => role === side && path.includes(id)),
  );
}
const leaks = ({ path, html }: Crawled): string[] =>
  sides
    .filter((side) => html.includes(PLANTED[side]) && !mayHold(path).includes(side))
    .map((side) => `${path}: ${side}`);
const names = () => cases.flatMap(({ participants }) => participants.map(({ name }) => name));

describe.each([
  ['facilitator', 'en'],
  ['coordinator', 'en'],
  ['manager', 'en'],
  ['safeguarding-lead', 'en'],
  ['coordinator', 'cy'],
])('as %s, in %s', (role, language) => {
  test('each page is there, says what it is, asks nobody else, and holds no word of the side it is not of', async () => {
    const pages = await crawl(await signsIn(`demo-${role}`, language), ['/today', '/cases', '/me'], wide);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.flatMap((page) => wrongOn(page, names()))).toEqual([]);
    expect(pages.flatMap(leaks)).toEqual([]);
    // What is looked for is to be found: on the pages of its own side.
    if (role === 'facilitator') expect(pages.some(({ html }) => html.includes(PLANTED.harmed))).toBe(true);
    expect(pages.filter(({ html }) => !html.includes(`<html lang="${language}"`)).map(({ path }) => path)).toEqual([]);
  }, 120_000);
});

test('a participant finds nothing of the other side on any page of theirs, and nobody else’s name', async () => {
  const { caseId, participantId } = await application.approachable();
  const browser = new Browsing(application.url);
  await browser.open('/start');
  await browser.send('/start', { code: await application.invites() });
  await browser.send('/start/code', { code: await application.assists() });
  const pages = await crawl(browser, ['/your-page'], wide);
  expect(pages.flatMap((page) => wrongOn(page, []))).toEqual([]);
  const others = cases
    .flatMap(({ participants }) => participants)
    .filter(({ id }) => id !== participantId)
    .flatMap(({ id, name }) => [id, name]);
  const told = (html: string) => [PLANTED.responsible, ...others].filter((word) => html.includes(word));
  expect(pages.flatMap(({ path, html }) => told(html).map((word) => `${path}: ${word}`))).toEqual([]);
  expect(cases.map(({ id }) => id)).toContain(caseId);
}, 60_000);

test('a visitor finds every public page, and none of them leads nowhere', async () => {
  for (const language of ['en', 'cy']) {
    const browser = new Browsing(application.url, { 'accept-language': language });
    const pages = await crawl(browser, ['/'], wide);
    expect(pages.flatMap((page) => wrongOn(page, names()))).toEqual([]);
  }
}, 60_000);
