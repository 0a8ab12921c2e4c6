// R70: everything held about one person and nothing about anybody else; what staff wrote is looked at before it leaves.
import { Decrypter } from 'age-encryption';
import { randomUUID } from 'node:crypto';
import { aCase } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let pause: string;
let harriet: Someone;
let ross: Someone;
let requestId: string;
beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).suitable().begins();
  harriet = await theCase.the('harmed');
  ross = await theCase.the('responsible');
}, 120_000);
afterAll(() => service.ends());

// Words that only one side may have; each is looked for where it must not be.
const hers = 'Zuckerharriet';
const his = 'Zimtross';
const about = { her: 'Nelkenharriet', him: 'Nelkenross', both: 'Ingwerbeide', safety: 'Kurkumaschutz' };

type Answer = { id?: string; problems?: string[] };
const done = '{ ... on DecisionRecorded { id } ... on DecisionRefused { problems } }';
const receive = async (who: string, personId: string, receivedOn: string) =>
  (
    await service.ask<{ receiveSubjectRequest: Answer }>(
      who,
      `mutation ($key: String!, $personId: ID!, $receivedOn: Date!) {
        receiveSubjectRequest(key: $key, personId: $personId, receivedOn: $receivedOn) ${done} }`,
      { key: randomUUID(), personId, receivedOn },
    )
  ).receiveSubjectRequest;
interface Item {
  item: string;
  what: string;
  words: string[];
  safeguarding: boolean;
  decided: boolean;
}
const review = async (who: string) =>
  (
    await service.ask<{ subjectReview: Item[] }>(
      who,
      'query ($id: ID!) { subjectReview(requestId: $id) { item what words safeguarding decided ground } }',
      { id: requestId },
    )
  ).subjectReview;
const decide = async (who: string, decisions: { item: string; ground?: string }[]) =>
  (
    await service.ask<{ reviewForSubject: Answer }>(
      who,
      `mutation ($key: String!, $id: ID!, $decisions: [SubjectDecision!]!) {
        reviewForSubject(key: $key, requestId: $id, decisions: $decisions) ${done} }`,
      { key: randomUUID(), id: requestId, decisions },
    )
  ).reviewForSubject;
interface File {
  json?: string;
  html?: string;
  passphrase?: string;
  problems?: string[];
}
const answer = async (who: string) =>
  (
    await service.ask<{ answerSubjectRequest: File | null }>(
      who,
      `mutation ($id: ID!) { answerSubjectRequest(requestId: $id) {
        ... on SubjectAnswer { json html passphrase } ... on DecisionRefused { problems } } }`,
      { id: requestId },
    )
  ).answerSubjectRequest ?? { problems: ['nothing'] };

/** What the person reads who has the files and their passphrase. */
const opened = async ({ json = '', html = '', passphrase = '' }: File) => {
  const open = (file: string) => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return decrypter.decrypt(Buffer.from(file, 'base64'), 'text');
  };
  return { json: await open(json), html: await open(html) };
};

test('both sides say and are said things, each in words of their own', async () => {
  await theCase.by('grace').statePreference({ participantId: harriet.id, wish: `Somebody who knows ${hers}` });
  await theCase.by('grace').statePreference({ participantId: ross.id, wish: `Somebody who knows ${his}` });
  await theCase.by('grace').reportRiskInformation({ participantId: harriet.id, text: `About her: ${about.her}` });
  await theCase.by('grace').reportRiskInformation({ participantId: ross.id, text: `About him: ${about.him}` });
  pause = await theCase.by('grace').pauseCase({ reason: `They know one another: ${about.both}` });
  await theCase.by('grace').raiseConcern({ about: harriet.id, text: `She is not safe: ${about.safety}` });
});

test('a request is recorded with the day it is due: one month from its receipt', async () => {
  expect(await receive('grace', harriet.personId, '2026-10-31')).toEqual({ problems: ['This is not yours to do.'] });
  expect((await receive('cora', harriet.personId, '2099-01-01')).problems).toHaveLength(1);
  expect((await receive('cora', randomUUID(), '2026-10-31')).problems).toEqual(['There is no such person.']);
  requestId = (await receive('cora', harriet.personId, '2026-10-31')).id ?? '';
  const { subjectRequests } = await service.ask<{ subjectRequests: { edges: object[] } }>(
    'mona',
    '{ subjectRequests { edges { node { receivedOn dueOn overdue answeredAt } } } }',
  );
  expect(subjectRequests.edges).toEqual([
    { node: { receivedOn: '2026-10-31', dueOn: '2026-11-30', overdue: false, answeredAt: null } },
  ]);
});

test('nothing leaves before everything staff wrote about her or the case was looked at', async () => {
  const refused = await answer('mona');
  expect(refused.problems?.[0]).toMatch(/^\d+ notes and entries by staff must be looked at first\.$/);
  const items = await review('mona');
  expect(JSON.stringify(items)).toContain(about.both);
  for (const word of [his, about.him]) expect(JSON.stringify(items)).not.toContain(word);
  expect(await review('grace')).toEqual([]);
  expect(await review('cora')).toEqual([]);
});

test('words about safety are looked at by the safeguarding lead, and by nobody else', async () => {
  const mine = await review('mona');
  for (const word of [about.safety, about.her]) expect(JSON.stringify(mine)).not.toContain(word);
  const [guarded] = mine.filter(({ safeguarding }) => safeguarding);
  expect((await decide('mona', [{ item: guarded?.item ?? '' }])).problems).toEqual([
    'Words about safety are for the safeguarding lead to decide on.',
  ]);
  expect((await decide('mona', [{ item: `${theCase.id}/9999` }])).problems).toHaveLength(1);
  const hersToSee = await review('sade');
  expect(JSON.stringify(hersToSee)).toContain(about.safety);
  const decisions = hersToSee.map(({ item, words }) => ({
    item,
    ...(words.join().includes(about.safety) && { ground: 'safeguarding' }),
    ...(words.join().includes(about.both) && { ground: 'thirdParty' }),
  }));
  for (let n = 0; n < decisions.length; n += 100)
    expect((await decide('sade', decisions.slice(n, n + 100))).problems).toBeUndefined();
  expect((await review('mona')).every(({ decided }) => decided)).toBe(true);
});

test('the answer has all that is hers: values, consents word for word, what she said, what was released', async () => {
  const { json, html } = await opened(await answer('mona'));
  for (const file of [json, html]) {
    expect(file).toContain(hers);
    expect(file).toContain(about.her);
    expect(file).toContain('Harmed 1');
    expect(file).toContain('May we contact you about restorative justice?');
  }
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).toContain('Who looked at your record');
  expect(html).not.toContain('<script');
});

test('the answer has not one word of the other side, of what was withheld not even whether there is any, and of who looked the days', async () => {
  const { json, html } = await opened(await answer('mona'));
  const forbidden = [his, about.him, about.both, about.safety, 'Ross', ross.id, ross.personId, 'grace', 'sade'];
  for (const file of [json, html]) for (const word of forbidden) expect(file).not.toContain(word);
  const { reads, ...rest } = JSON.parse(json) as { reads: { on: string; who: string }[]; cases: object[] };
  expect(Object.keys(rest)).toEqual(['about', 'cases', 'disclosures', 'kept']);
  for (const read of reads) expect(Object.keys(read)).toEqual(['on', 'who']);
  for (const { on } of reads) expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  // What is kept and how long is the same for everybody, and names the class of notes about safety.
  expect(JSON.stringify([reads, rest.cases])).not.toMatch(/safeguarding|Leads|Manages/);
});

test('the answer leaves locked: only its own passphrase opens it, and none of its words can be read without', async () => {
  const [first, second] = [await answer('mona'), await answer('mona')];
  expect(first.passphrase).toMatch(/^([2-9a-hjkmnp-z]{5}-){4}[2-9a-hjkmnp-z]{5}$/);
  expect(Buffer.from(first.json ?? '', 'base64').toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  expect(Buffer.from(first.html ?? '', 'base64').toString('latin1')).not.toContain(hers);
  await expect(opened({ ...first, passphrase: second.passphrase ?? '' })).rejects.toThrow();
});

test('an answer is a manager’s to give, is on the record of reads as an export, and answers the request', async () => {
  expect((await answer('sade')).problems).toEqual(['nothing']);
  expect((await answer(await service.letsIn(harriet.personId))).problems).toEqual(['nothing']);
  const exports = await service.sql<{ by: string; person_ids: string[] }>(
    `select by, person_ids from read_record where kind = 'export'`,
  );
  expect(exports).toHaveLength(4);
  expect(exports[0]).toEqual({ by: service.colleagues.mona.id, person_ids: [harriet.personId] });
  const { subjectRequests } = await service.ask<{ subjectRequests: { edges: object[] } }>(
    'mona',
    '{ subjectRequests { edges { node { answeredBy { name } } } } }',
  );
  expect(subjectRequests.edges).toEqual([{ node: { answeredBy: { name: 'mona' } } }]);
});

test('what staff write after the answer waits for a decision again', async () => {
  await theCase.by('sade').liftFreeze({ freezeId: pause, reason: 'It is clear now' });
  expect((await answer('mona')).problems).toEqual(['1 notes and entries by staff must be looked at first.']);
});
