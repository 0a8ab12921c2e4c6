// A person's own page over HTTP: where they are, stopping and pausing, and saying that they are not safe; without a script.
import { startWholeApplication, type WholeApplication } from '../../../../../test/harness/web/whole-application.js';
import { Browsing } from '../../../../../test/harness/web/http-visitor.js';
import { catalogues } from '#libs/words';
import { en as stopEn } from './stop/words.en.js';
import { cy as reachCy } from './reach/words.cy.js';
import { cy as stopCy } from './stop/words.cy.js';

let application: WholeApplication;
let person: Browsing;
beforeAll(async () => {
  application = await startWholeApplication();
  person = await comesIn();
}, 60_000);
afterAll(() => application.ends());

/** The person harmed of the first demonstration case, come in with a new invitation. */
async function comesIn(): Promise<Browsing> {
  const browser = new Browsing(application.url);
  await browser.open('/start');
  await browser.send('/start', { code: await application.invites() });
  await browser.send('/start/code', { code: await application.assists() });
  return browser;
}
const hidden = ({ html }: Browsing, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const words = ({ html }: Browsing) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('my page says first what I am asked, then where I am and who works with me, and names neither crime nor other person', async () => {
  await person.open('/your-page');
  expect(words(person)).toMatch(
    /We ask you one thing now May we stay in touch with you\?.*Where you are We spoke for the first time .*You are here: we ask you something.*Next, only if you want it: getting ready.*Then: we stay in touch.*Your person here Farida Facilitator/,
  );
  expect(person.html).not.toMatch(/restorative|victim|offence|responsible|burglary|DM\/000/i);
});

test('the same three ways stand above and below every page of mine, in one order', async () => {
  const pages = ['', '/answers', '/reach', '/letters', '/talk', '/messages', '/visits', '/stop', '/unsafe'];
  for (const path of pages.map((page) => `/your-page${page}`)) {
    await person.open(path);
    expect([path, person.status]).toEqual([path, 200]);
    expect(words(person)).toMatch(
      /Stop or pause I do not feel safe .*At any time Stop or pause .*I do not feel safe .*Talk to us/,
    );
  }
});

test('the page to stop shows the very words that the other person may be told, in both languages', () => {
  expect(stopEn.toldWords).toBe(catalogues.en.notices.meetingOff);
  expect(stopCy.toldWords).toBe(catalogues.cy.notices.meetingOff);
});

/** Goes to the first question that I am asked, and gives its address. */
async function toTheQuestion(): Promise<string> {
  await person.open('/your-page/answers');
  const [, path = ''] = /href="(\/your-page\/answers\/[0-9a-f]{12})"/.exec(person.html) ?? [];
  await person.open(path);
  return path;
}

test('a question shows its exact text, who will know and until when; no answer is chosen, and all four have one size', async () => {
  await toTheQuestion();
  expect(words(person)).toMatch(
    /May we contact you about restorative justice\?.*What you would agree to .*Who will know your answer Farida Facilitator.*A yes counts until .*Your answer Yes .*Not now .*Ask me later .*No /,
  );
  expect(person.html.match(/class="concord-answer"/g)).toHaveLength(4);
  expect(person.html).not.toMatch(/<input[^>]*checked/);
});

test('a yes without what must be explained is not kept, and says what comes first', async () => {
  const path = await toTheQuestion();
  const key = hidden(person, 'key');
  await person.send(path, { key, answer: 'yes' });
  expect(words(person)).toMatch(/This is your answer .*Which of these did Farida Facilitator explain to you/);
  expect(person.html).not.toMatch(/<input[^>]*checked/);
  await person.send(path, { key, answer: 'yes', sure: 'yes', version: hidden(person, 'version'), items: 'voluntary' });
  expect([person.status, words(person)]).toEqual([
    422,
    expect.stringMatching(/Something was not explained yet.*Nothing was kept/),
  ]);
});

test('each answer is seen once more before it is kept, and can be read and printed with its words afterwards', async () => {
  const path = await toTheQuestion();
  const key = hidden(person, 'key');
  await person.send(path, { key, answer: 'yes' });
  const items = [...person.html.matchAll(/name="items" type="checkbox" value="(\w+)"/g)].map(
    ([, item = '']): [string, string] => ['items', item],
  );
  const version = hidden(person, 'version');
  await person.send(path, [['key', key], ['answer', 'yes'], ['sure', 'yes'], ['version', version], ...items]);
  expect(person.path).toBe(`${path}/kept`);
  expect(words(person)).toMatch(/You said yes May we contact you.*The words that you said yes to .*to version 1/);
  await person.open('/your-page');
  expect(words(person)).toContain('You said that we may be in touch');
});

test('an answer is taken back by a no, and said so', async () => {
  await person.open('/your-page/answers');
  const [, path = ''] = /What you said.*?href="(\/your-page\/answers\/[0-9a-f]{12})"/s.exec(person.html) ?? [];
  await person.open(path);
  await person.send(path, { key: hidden(person, 'key'), answer: 'later' });
  await person.send(path, { key: hidden(person, 'key'), answer: 'later', sure: 'yes' });
  expect(words(person)).toMatch(/You said not now .*The words that you said yes to/);
});

test('I ask for an update, and staff and I see the same day by which I am answered; then the answer stands here', async () => {
  await person.open('/your-page');
  expect(words(person)).toContain('Ask for an update');
  await person.open('/your-page/talk?for=update');
  await person.send('/your-page/talk', { _key: hidden(person, '_key'), kind: 'update', text: 'Is it still going on?' });
  const by = /You are answered by (\w+ \d+ \w+)/.exec(words(person))?.[1];
  await person.open('/your-page');
  expect(words(person)).toContain(`You asked for an update. You are answered by ${by}`);
  type Seen = {
    caseload: { edges: { node: { id: string } }[] };
    case: { participants: { id: string; help: { answerBy: string; text: { words: string } }[] }[] };
  };
  const { caseload } = await application.ask<Seen>('facilitator', '{ caseload { edges { node { id } } } }');
  const query = 'query ($id: ID!) { case(id: $id) { participants { id help { answerBy text { words } } } } }';
  const cases = await Promise.all(
    caseload.edges.map(({ node }) => application.ask<Seen>('facilitator', query, { id: node.id })),
  );
  const asked = cases.flatMap((one, at) =>
    (one.case?.participants ?? []).flatMap(({ id, help }) =>
      help.map((ask) => ({ ...ask, id, caseId: caseload.edges[at]?.node.id })),
    ),
  );
  expect(asked.map(({ text }) => text.words)).toEqual(['Is it still going on?']);
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  expect(day.format(new Date(`${asked[0]?.answerBy}T12:00:00Z`)).replace(',', '')).toBe(by);
  const answer = 'mutation ($c: Command!, $e: HelpAnswered!) { answerHelp(command: $c, event: $e) { __typename } }';
  const event = { participantId: asked[0]?.id, kind: 'update', answer: 'It goes on. We call you on Friday.' };
  const c = { caseId: asked[0]?.caseId, key: 'the answer' };
  expect(await application.ask('facilitator', answer, { c, e: event })).toEqual({ answerHelp: { __typename: 'Told' } });
  await person.open('/your-page/talk');
  expect(words(person)).toContain('Our answer It goes on. We call you on Friday.');
});

test('how I may be reached shows the very text of each message before I choose, in both languages', async () => {
  await person.open('/your-page/reach');
  for (const words of Object.values(catalogues.en.notices)) expect(person.html).toContain(`“${words}”`);
  for (const [name, words] of Object.entries(catalogues.cy.notices)) expect(reachCy).toHaveProperty(name, words);
});

test('what I change about being reached is kept word for word; hours that do not fit are said beside them', async () => {
  await person.open('/your-page/reach');
  const said: [string, string][] = [
    ['key', hidden(person, 'key')],
    ['channels', 'text'],
    ['channels', 'post'],
    ['when', 'days'],
    ['days', 'friday'],
    ['opens', '15:00'],
    ['voicemail', 'nothing'],
    ['alias', 'Mary from the library'],
    ['language', 'en'],
  ];
  await person.send('/your-page/reach', [...said, ['closes', '10:00']]);
  expect([person.status, words(person)]).toEqual([422, expect.stringContaining('a later one until which it is')]);
  await person.send('/your-page/reach', [...said, ['closes', '16:30']]);
  expect(words(person)).toMatch(/This is kept, and counts from now.*As I said before: Friday 15:00–16:30/);
  expect(person.html).toMatch(/value="text" checked[^]*value="post" checked[^]*value="Mary from the library"/);
});

test('each visit of mine is listed, with a button that ends it', async () => {
  await person.open('/your-page/visits');
  expect(words(person)).toMatch(/This visit, on this device .*End this visit, and leave.*When we helped you in/);
});

test('I do not feel safe: one step, without a word, and the safeguarding lead finds it at once', async () => {
  await person.open('/your-page/unsafe');
  const key = hidden(person, 'key');
  await person.send('/your-page/unsafe', { key, text: '' });
  expect(words(person)).toMatch(/We have heard you .*by the end of the next working day/);
  type Tasks = { tasks: { edges: { node: { task: string } }[] } };
  const { tasks } = await application.ask<Tasks>(
    'safeguarding lead',
    '{ tasks(mine: true) { edges { node { task } } } }',
  );
  expect(tasks.edges.map(({ node }) => node.task)).toContain('decideConcern');
});

test('a pause takes two pages and no reason, and says when I am asked again', async () => {
  await person.open('/your-page/stop');
  await person.send('/your-page/stop', { key: hidden(person, 'key'), how: 'pause' });
  expect(words(person)).toMatch(/It is paused Today, \d\d:\d\d\. .*we ask once, on \w+day/);
  await person.open('/your-page');
  expect(words(person)).toMatch(/We ask you nothing now.*You are here: a pause, because you said so/);
});

test('stopping takes two pages and no reason; sent again it has stopped once, and my page says so', async () => {
  await person.open('/your-page/stop');
  const key = hidden(person, 'key');
  for (let presses = 0; presses < 2; presses += 1) {
    await person.open('/your-page/stop');
    await person.send('/your-page/stop', { key, how: 'stop' });
    expect(words(person)).toMatch(/It has stopped Today, \d\d:\d\d\. Nothing more will happen/);
  }
  await person.open('/your-page');
  expect(words(person)).toMatch(/You are here: our work with you has ended/);
});
