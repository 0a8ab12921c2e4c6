// Recording a consent: the question is chosen before anything else, and what is sent is the text that stands on the page.
import { drawn } from '../src/areas/staff/command-form/draw.js';
import type { AboveForm } from '../src/areas/staff/command-form/subject.js';
import { giveConsent } from '../src/areas/staff/forms/consent/give-consent.js';
import { reconfirmConsent } from '../src/areas/staff/forms/consent/reconfirm-consent.js';
import { withdrawConsent } from '../src/areas/staff/forms/consent/withdraw-consent.js';
import { forms } from '../src/areas/staff/forms/forms.generated.js';
import { questionOfBlocker } from '../src/command-form/questions.js';
import type { CommandForm } from '../src/command-form/definition.js';
import { speaker } from '../src/locale/speaker.js';

const [ruth, dan, theCase, meeting] = [1, 2, 3, 4].map((n) => `6f1c0d53-7d0c-4a44-9b1c-0a6a3a2f8a0${n}`) as [
  string,
  string,
  string,
  string,
];
const question = (purpose: string, more: object = {}) => ({
  purpose,
  processId: null,
  about: null,
  toName: null,
  explained: ['voluntary', 'complaints'],
  ...more,
});
const takePart = question('takePart', { processId: meeting, about: 'faceToFace' });
const attendance = question('attendance', { processId: meeting, about: dan });
const share = question('share', { toName: 'organisation' });
const answered = (purpose: string, about: string | null, answer: string, processId: string | null = null) => ({
  participantId: ruth,
  purpose,
  processId,
  about,
  answer,
  live: answer === 'given',
});
const text = (language: string, version: string) => ({
  version,
  language,
  words: `Do you agree? ${language}\n\nYou may say no.`,
  sha256: `hash of ${language} ${version}`,
  draft: false,
  publishedAt: '2026-03-02T09:00:00.000Z',
});

function shown(
  form: CommandForm,
  about: string,
  { speaks = 'en', processId = null as string | null, texts = [text('cy', '4'), text('en', '3')] } = {},
) {
  const person = {
    id: ruth,
    name: 'Ruth Adeyemi',
    role: 'harmed',
    age: 'adult',
    leftAt: null,
    needs: { language: speaks },
    questions: [question('contact'), takePart, attendance, share],
  };
  const other = {
    id: dan,
    name: 'Dan Owusu',
    role: 'supporter',
    age: 'adult',
    leftAt: null,
    needs: null,
    questions: [],
  };
  const opened = {
    me: { id: theCase },
    texts,
    place: { caseId: theCase, about, processId },
    case: {
      id: theCase,
      reference: 'AB-1',
      participants: [person, other],
      processes: [],
      consents: [answered('contact', null, 'given'), answered('takePart', 'faceToFace', 'given', meeting)],
      doors: [],
    },
  };
  return drawn(form, opened as never, speaker('en', form.view, '2026-11-02T09:00:00.000Z'), null, []) as {
    readonly above: AboveForm;
    readonly fields: readonly {
      readonly name: string;
      readonly control: string;
      readonly value?: string;
      readonly items?: readonly { value: string }[];
      readonly parts?: readonly { value: string }[];
    }[];
  };
}
const hidden = ({ fields }: ReturnType<typeof shown>) =>
  Object.fromEntries(fields.filter(({ control }) => control === 'hidden').map(({ name, value }) => [name, value]));

test('without a question, everything that this person may be asked is there to choose, with how it stands', () => {
  const { above } = shown(giveConsent, ruth);
  expect(above.open).toBe(false);
  expect(above.choose.map(({ text: words, hint }) => [words, hint])).toEqual([
    ['Be contacted about restorative justice', 'Yes'],
    ['Take part in this kind of process: Face to face, without supporters', 'Yes'],
    ['This person may attend: Dan Owusu', undefined],
    ['Share information with an organisation', undefined],
  ]);
  expect(above.choose[1]?.href).toBe(`/cases/${theCase}/do/give-consent/${ruth}.takePart.faceToFace`);
});

test('the exact text in force stands on the page, and its version, language and hash are what is sent', () => {
  const page = shown(giveConsent, `${ruth}.takePart.faceToFace`, { processId: meeting });
  expect(page.above).toMatchObject({
    open: true,
    words: { paragraphs: ['Do you agree? en', 'You may say no.'], language: 'en' },
  });
  expect(page.above.words?.footer).toMatch(/^Version 3, EN, in use since Mon\s2\sMar$/);
  expect(hidden(page)).toMatchObject({
    participantId: ruth,
    purpose: 'takePart',
    about: 'faceToFace',
    processId: meeting,
    version: '3',
    language: 'en',
    sha256: 'hash of en 3',
  });
});

test('the text is in the language they understand best; another is one link away, and is then what is sent', () => {
  const welsh = shown(giveConsent, `${ruth}.contact.-`, { speaks: 'cy' });
  expect([welsh.above.words?.language, hidden(welsh)['version']]).toEqual(['cy', '4']);
  const [other] = welsh.above.languages;
  expect(other?.href).toBe(`/cases/${theCase}/do/give-consent/${ruth}.contact.-.en`);
  const english = shown(giveConsent, `${ruth}.contact.-.en`, { speaks: 'cy' });
  expect(hidden(english)).toMatchObject({ language: 'en', version: '3', sha256: 'hash of en 3' });
  expect(shown(giveConsent, `${ruth}.contact.-`, { speaks: 'pl' }).above.words?.language).toBe('en');
});

test('without a published text nobody says yes to it', () => {
  expect(shown(giveConsent, `${ruth}.contact.-`, { texts: [] }).above).toMatchObject({ open: false, words: null });
});

test('only what must be explained for this question is asked about, and the day is today unless it is changed', () => {
  const { fields } = shown(giveConsent, `${ruth}.contact.-`);
  expect(fields.find(({ name }) => name === 'items')?.items?.map(({ value }) => value)).toEqual([
    'voluntary',
    'complaints',
  ]);
  expect(fields.find(({ name }) => name === 'explainedOn')?.parts?.map(({ value }) => value)).toEqual([
    '02',
    '11',
    '2026',
  ]);
});

test('an organisation is named by whoever asks; of anything else nothing is typed', () => {
  const controls = (about: string) =>
    shown(giveConsent, about)
      .fields.filter(({ name }) => name === 'about')
      .map(({ control }) => control);
  expect(controls(`${ruth}.share.-`)).toEqual(['text']);
  expect(controls(`${ruth}.contact.-`)).toEqual([]);
  expect(hidden(shown(giveConsent, `${ruth}.attendance.${dan}`, { processId: meeting }))['about']).toBe(dan);
});

test('what was given is what can be taken back, and on the day what is confirmed is the leave to take part', () => {
  expect(shown(withdrawConsent, ruth).above.choose).toHaveLength(2);
  expect(hidden(shown(reconfirmConsent, ruth))).toMatchObject({
    purpose: 'takePart',
    about: 'faceToFace',
    processId: meeting,
  });
});

test('what a blocker says is missing leads to that very question', () => {
  expect(questionOfBlocker(`${ruth}|takePart|${meeting}|faceToFace`)).toEqual({
    about: `${ruth}.takePart.faceToFace`,
    processId: meeting,
  });
  expect(questionOfBlocker(`${ruth}|contact|-|-`)).toEqual({ about: `${ruth}.contact.-`, processId: null });
});

test('every form of one question is about a person and is chosen before it is filled in', () => {
  const ofQuestions = forms.filter(({ subject }) => subject !== null).filter(({ verb }) => verb.endsWith('Consent'));
  expect(ofQuestions.map(({ verb }) => verb).toSorted()).toEqual([
    'deferConsent',
    'giveConsent',
    'reconfirmConsent',
    'refuseConsent',
    'withdrawConsent',
  ]);
  for (const { about } of ofQuestions) expect(about).toBe('participantId');
});
