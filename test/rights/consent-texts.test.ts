// R29: the exact text somebody was shown, in their language, is there years later, word for word, whatever was published since.
import { createHash, randomUUID } from 'node:crypto';
import { aCase } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).suitable().begins();
  harriet = await theCase.the('harmed');
  ross = await theCase.the('responsible');
}, 120_000);
afterAll(() => service.ends());

const publish = async (who: string, text: object, key: string = randomUUID()) => {
  const query = `mutation ($key: String!, $text: NewConsentText!) { publishConsentText(key: $key, text: $text) {
    ... on DecisionRecorded { id } ... on DecisionRefused { problems } } }`;
  const { publishConsentText } = await service.ask<{ publishConsentText: { id?: string; problems?: string[] } }>(
    who,
    query,
    { key, text },
  );
  return publishConsentText;
};
interface Shown {
  words: string;
  version: string;
  language: string;
  proven: boolean;
  endedAt: string | null;
  html: string;
}
const shownTo = async (who: string, participantId: string, purpose: string, more: object = {}) =>
  (
    await service.ask<{ consentAsShown: Shown | null }>(
      who,
      `query ($caseId: ID!, $participantId: ID!, $purpose: Purpose!, $about: String, $at: DateTime) {
        consentAsShown(caseId: $caseId, participantId: $participantId, purpose: $purpose, about: $about, at: $at) {
          words version language proven endedAt html } }`,
      { caseId: theCase.id, participantId, purpose, ...more },
    )
  ).consentAsShown;
const yes = (participantId: string, version: string, language: string) => ({
  participantId,
  purpose: 'survey' as const,
  form: 'electronic' as const,
  text: { version, language },
  explained: {
    items: ['voluntary', 'confidentiality', 'dataUse', 'complaints'] as const,
    by: service.colleagues.grace.id,
    on: service.clock.now().slice(0, 10),
    language,
  },
});
interface TextRead {
  language: string;
  version: string;
  words: string;
  sha256: string;
}
const welsh = {
  purpose: 'survey',
  version: 'Northfold 1',
  language: 'cy',
  words: 'Gawn ni ofyn sut oedd hi i chi?\n\nDoes dim rhaid i chi.',
};

test('a consent is given on a text that the service has published, and on no other', async () => {
  const refused = await theCase.by('grace').tries.giveConsent(yes(harriet.id, 'Northfold 1', 'cy'));
  expect(refused).toMatchObject({ ended: 'Refused', blockers: ['consentText survey:Northfold 1:cy'] });
  const herself = await harriet.tries.giveConsent(yes(harriet.id, '1', 'xx'));
  expect(herself).toMatchObject({ ended: 'Refused', blockers: ['consentText survey:1:xx'] });
});

test('a consent on other words than those published under that name is not taken; on the very words it is', async () => {
  const inForce = `{ consentTextsInForce(purpose: survey) { language version words sha256 } }`;
  const { consentTextsInForce: texts } = await service.ask<{ consentTextsInForce: TextRead[] }>('grace', inForce);
  expect(texts.map(({ language }) => language).toSorted()).toEqual(['cy', 'en']);
  const [text] = texts.filter(({ language }) => language === 'en');
  expect(
    createHash('sha256')
      .update(text?.words ?? '')
      .digest('hex'),
  ).toBe(text?.sha256);
  const said = yes(harriet.id, '1', 'en');
  const other = { ...said, text: { ...said.text, sha256: createHash('sha256').update('Other words').digest('hex') } };
  const refused = await theCase.by('grace').tries.giveConsent(other);
  expect(refused).toMatchObject({ ended: 'Refused', blockers: ['consentText survey:1:en'] });
  await theCase.by('grace').giveConsent({ ...said, text: { ...said.text, sha256: `${text?.sha256}` } });
  await harriet.withdrawConsent({ participantId: harriet.id, purpose: 'survey' });
});

test('a manager publishes a text for good; nobody else does, and nobody changes it', async () => {
  expect(await publish('cora', welsh)).toEqual({ problems: ['This is not yours to do.'] });
  const key = randomUUID();
  const made = await publish('mona', welsh, key);
  expect(await publish('mona', welsh, key)).toEqual(made);
  expect(await publish('mona', { ...welsh, words: 'Something else' })).toEqual({
    problems: ['This version is published in this language, and stays as it is: choose another version.'],
  });
  for (const change of [
    `update consent_text set words = 'Something else' where id = '${made.id}'`,
    `delete from consent_text where id = '${made.id}'`,
  ])
    await expect(service.sql(change)).rejects.toThrow(/final|denied/);
});

test('a person is asked by the latest text in the language they read', async () => {
  await theCase.by('grace').recordNeeds({ participantId: harriet.id, language: 'cy', needs: [] });
  const { myCases } = await service.ask<{
    myCases: { consents: { purpose: string; text: { words: string; draft: boolean } | null }[] }[];
  }>(await service.letsIn(harriet.personId), '{ myCases { consents { purpose text { words draft } } } }');
  const asked = (purpose: string) => myCases[0]?.consents.find((c) => c.purpose === purpose)?.text;
  expect(asked('survey')).toEqual({ words: welsh.words, draft: false });
  expect(asked('contact')).toMatchObject({ draft: true, words: expect.stringMatching(/^Gawn ni gysylltu â chi/) });
});

test('the words she agreed to are printed again years later: after later versions, and after she took it back', async () => {
  await harriet.giveConsent(yes(harriet.id, 'Northfold 1', 'cy'));
  service.clock.moves({ days: 40 });
  await publish('mona', { ...welsh, version: 'Northfold 2', words: 'Geiriau eraill' });
  await harriet.withdrawConsent({ participantId: harriet.id, purpose: 'survey' });
  service.clock.moves({ days: 700 });
  for (const who of ['grace', await service.letsIn(harriet.personId)]) {
    const shown = await shownTo(who, harriet.id, 'survey');
    expect(shown).toMatchObject({ words: welsh.words, version: 'Northfold 1', language: 'cy', proven: true });
    expect(shown?.endedAt).not.toBeNull();
    expect(shown?.html).toMatch(/<blockquote lang="cy">\s*<p>Gawn ni ofyn sut oedd hi i chi\?<\/p>/);
    expect(shown?.html).toContain('Taken back on');
  }
});

test('nobody else reads what she was shown: not the other side, not staff who do not work on the case', async () => {
  expect(await shownTo(await service.letsIn(ross.personId), harriet.id, 'survey')).toBeNull();
  expect(await shownTo('ivo', harriet.id, 'survey')).toBeNull();
  expect(await shownTo('grace', ross.id, 'survey')).toBeNull();
});
