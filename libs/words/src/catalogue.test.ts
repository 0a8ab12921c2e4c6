// Nobody in a case meets a sentence that is missing in their language: every word of the practice that is said to them is in each catalogue.
import {
  communicationKinds,
  consentPurposes,
  explainedItems,
  notices,
  permissions,
  processTypes,
  releases,
  rules,
  type EventType,
} from '#libs/case';
import { catalogueFor, catalogues, ownFields, ownRules, ownStages, type Language } from './index.js';

/** What each part of a catalogue must have, as the vocabulary names it. */
const wanted = {
  notices: Object.keys(notices),
  releases: Object.keys(releases),
  stages: ownStages,
  consents: Object.keys(consentPurposes),
  explained: Object.keys(explainedItems),
  processTypes: Object.keys(processTypes),
  communicationKinds: Object.keys(communicationKinds),
  blockers: ownRules,
  fields: ownFields,
  refusals: ['notNow', 'blocked', 'notPermitted'],
} as const;
const languages = Object.keys(catalogues) as Language[];
const rows = languages.flatMap((language) =>
  Object.keys(wanted).map((part) => [language, part as keyof typeof wanted] as const),
);

test.each(rows)('in %s every sentence of the %s is there', (language, part) => {
  const said: Readonly<Record<string, string>> = catalogues[language][part];
  expect(Object.keys(said).toSorted()).toEqual([...wanted[part]].toSorted());
  expect(Object.entries(said).filter(([, words]) => words.trim() === '')).toEqual([]);
});

test.each(rows.filter(([language]) => language !== 'en'))(
  'in %s no sentence of the %s is still English',
  (language, part) => {
    const [theirs, english]: Readonly<Record<string, string>>[] = [catalogues[language][part], catalogues.en[part]];
    expect(Object.keys(theirs ?? {}).filter((name) => theirs?.[name] === english?.[name])).toEqual([]);
  },
);

test('a sentence that names something names it in every language', () => {
  for (const language of languages) {
    expect(catalogues[language].takePartIn('THIS')).toContain('THIS');
    expect(catalogues[language].notExplained('THIS')).toContain('THIS');
  }
});

test('what stands before somebody in their own name is a rule of the case', () => {
  expect(ownRules.filter((rule) => !Object.hasOwn(rules, rule))).toEqual([]);
  expect(
    (Object.keys(permissions) as EventType[]).filter((type) => permissions[type].includes('self')).length,
  ).toBeGreaterThan(10);
});

test.each([
  ['cy', 'cy'],
  ['cy-GB', 'cy'],
  ['CY', 'cy'],
  ['en', 'en'],
  // where there is no catalogue in their language, English is what staff can read to them or have interpreted
  ['pl', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['constructor', 'en'],
] as const)('somebody who reads %j is spoken to in %s', (reads, spoken) => {
  expect(catalogueFor(reads)).toBe(catalogues[spoken]);
});
