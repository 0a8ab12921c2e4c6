// The forms of commands: each says all it asks in both languages, and reads what was typed by the kind of its fields.
import { z } from 'zod';
import { commandForm, type CommandForm } from '../src/command-form/definition.js';
import { schemaFor } from '../src/command-form/read.js';
import { londonClock, londonInstant } from '../src/locale/london-instant.js';
import { speaker } from '../src/locale/speaker.js';
import { problemsIn } from '../src/command-form/present.js';
import { drawn } from '../src/areas/staff/command-form/draw.js';
import type { AboveForm } from '../src/areas/staff/command-form/subject.js';
import { recordSafeContact } from '../src/areas/staff/forms/contact/record-safe-contact.js';
import { forms } from '../src/areas/staff/forms/forms.generated.js';

const written = { en: { channel: 'How?', outcome: 'How did it go?', aim: 'What for?' } };
const note = commandForm('attemptContact', {
  address: 'a-note',
  about: 'participantId',
  show: ['channel', 'outcome', 'aim', 'on'],
  words: { ...written, cy: written.en },
});
const person = '6f1c0d53-7d0c-4a44-9b1c-0a6a3a2f8a11';
const call = { participantId: person, channel: 'phone', outcome: 'reached', aim: 'welfare' };
const problems = (body: Record<string, unknown>) =>
  schemaFor(note)
    .safeParse(body)
    .error?.issues.map(({ path, message }) => [path[0], message]);

describe.each(forms)('$address', ({ words, fields }) => {
  test('has the same sentences in both languages, none empty, and none that it does not say', () => {
    expect(Object.keys(words.cy)).toEqual(Object.keys(words.en));
    expect([...Object.values(words.en), ...Object.values(words.cy)]).not.toContain('');
    const names = fields.map(({ name }) => name);
    const isSaid = (key: string) =>
      ['title', 'send', 'intro'].includes(key) ||
      names.some((name) => key === name || key === `${name}Hint` || key.startsWith(`${name}_`));
    expect(Object.keys(words.en).filter((key) => !isSaid(key))).toEqual([]);
  });
});

test('no two forms share an address', () => {
  const addresses = forms.map(({ address }) => address);
  expect(addresses).toEqual([...new Set(addresses)]);
});

test('a form is sent as it was typed; what was left empty is left out', () => {
  expect(schemaFor(note).parse({ ...call, 'on-day': '', 'on-month': '', 'on-year': '', 'on-time': '' })).toEqual(call);
});

test('what is missing is said of its field', () => {
  expect(problems({ participantId: person, channel: 'phone' })).toEqual([
    ['outcome', 'field.choose'],
    ['aim', 'field.choose'],
  ]);
});

test('a day and a time are of the clock in London: 14:30 in July is 13:30 UTC, and in December 14:30', () => {
  const at = (day: string, month: string, time: string) => ({
    ...call,
    'on-day': day,
    'on-month': month,
    'on-year': '2026',
    'on-time': time,
  });
  const on = (body: object) => (schemaFor(note).parse(body) as { on: string }).on;
  expect(on(at('1', '7', '14:30'))).toBe('2026-07-01T13:30:00.000Z');
  expect(on(at('1', '12', '14.30'))).toBe('2026-12-01T14:30:00.000Z');
  // A day that no calendar has, a time that no clock shows (the clocks go forward), half a day, and a time in words.
  for (const [day, month, time] of [
    ['31', '2', '10:00'],
    ['29', '3', '01:30'],
    ['', '3', '10:00'],
    ['1', '3', 'noon'],
    ['1', '3', ''],
  ] as const)
    expect(problems(at(day, month, time))).toEqual([['on', 'field.moment']]);
});

describe('when it is safe to reach somebody', () => {
  const safe = recordSafeContact;
  const read = (hours: object) => schemaFor(safe).safeParse({ participantId: person, channels: 'phone', ...hours });
  const wrong = (hours: object) => read(hours).error?.issues.map(({ path, message }) => [path[0], message]);
  const times = (hours: object) =>
    safe.sends(schemaFor(safe).parse({ participantId: person, channels: 'phone', ...hours })).event['times'];

  test('hours are said of the days that are chosen; days without hours are whole; neither means at any time', () => {
    const days = ['monday', 'friday'];
    expect(times({ days, opens: '09:00', closes: '17:30' })).toEqual([
      { day: 'monday', opens: '09:00', closes: '17:30' },
      { day: 'friday', opens: '09:00', closes: '17:30' },
    ]);
    expect(times({ days: 'sunday', opens: '9.15', closes: '9:45' })).toEqual([
      { day: 'sunday', opens: '09:15', closes: '09:45' },
    ]);
    expect(times({ days: 'sunday' })).toEqual([{ day: 'sunday', opens: '00:00', closes: '23:59' }]);
    expect(times({})).toBeUndefined();
  });

  test.each([
    ['hours of no day', { opens: '09:00', closes: '17:00' }, [['days', 'days_needed']]],
    ['no hour at which it ends', { days: 'monday', opens: '09:00' }, [['closes', 'closes_needed']]],
    ['no hour at which it begins', { days: 'monday', closes: '17:00' }, [['opens', 'opens_needed']]],
    ['an end before the beginning', { days: 'monday', opens: '17:00', closes: '09:00' }, [['closes', 'closes_later']]],
    ['an end at the beginning', { days: 'monday', opens: '09:00', closes: '09:00' }, [['closes', 'closes_later']]],
    ['an hour of no clock', { days: 'monday', opens: '09:00', closes: '24:00' }, [['closes', 'field.time']]],
    ['an hour in words', { days: 'monday', opens: 'nine', closes: '17:00' }, [['opens', 'field.time']]],
    [
      'an hour that may be of morning or evening',
      { days: 'monday', opens: '9', closes: '17' },
      [
        ['opens', 'field.time'],
        ['closes', 'field.time'],
      ],
    ],
    [
      'only an end, of no day',
      { closes: '17:00' },
      [
        ['days', 'days_needed'],
        ['opens', 'opens_needed'],
      ],
    ],
  ])('%s is not sent, and said in words', (_what, hours, said) => {
    expect(wrong(hours)).toEqual(said);
    for (const language of ['en', 'cy'] as const) {
      const { error = new z.ZodError([]) } = read(hours);
      const texts = problemsIn(error, safe, speaker(language, safe.view)).map(({ text }) => text);
      expect(texts).toEqual(said.map(() => expect.stringMatching(/\w \w/)));
    }
  });
});

describe('a form that signs a letter is of one letter, whose text is on the page', () => {
  const [first, second] = ['6f1c0d53-7d0c-4a44-9b1c-0a6a3a2f8a21', '6f1c0d53-7d0c-4a44-9b1c-0a6a3a2f8a22'];
  const letter = (id: string, words: string | null, sha256: string) => ({
    id,
    kind: 'letter',
    from: person,
    to: person,
    state: 'drafted',
    sha256,
    text: { words },
  });
  const two = [letter(first, 'I am sorry.\n\nI think of it daily.', 'aa'), letter(second, 'Thank you.', 'bb')];
  const opened = (communications: readonly object[], about: string | null) => {
    const place = { caseId: person, about, processId: null };
    const process = { id: 'p', type: null, stage: 'exchange', members: [], communications, agreement: { items: [] } };
    return {
      me: { id: person },
      texts: [],
      place,
      case: { id: person, participants: [], processes: [process] },
    };
  };
  const signing = forms.filter(
    ({ readsLetter, fields }) => readsLetter && fields.some(({ name }) => name === 'sha256'),
  );
  const shown = (form: CommandForm, communications: readonly object[], about: string | null) => {
    const of = opened(communications, about) as never;
    const earlier = { communicationId: 'another', sha256: 'of another text' };
    return drawn(form, of, speaker('en', form.view), earlier, []) as {
      readonly above: AboveForm;
      readonly fields: readonly { readonly name: string; readonly value?: string }[];
    };
  };

  test('they are all that send the hash of a text as it was read', () => {
    expect(signing.map(({ verb }) => verb).toSorted()).toEqual([
      'agreeCommunication',
      'screenCommunication',
      'secondCheckCommunication',
    ]);
    for (const form of signing)
      expect(schemaFor(form).safeParse({ communicationId: first, sha256: '', participantId: person }).success).toBe(
        false,
      );
  });

  test.each(signing)('$address shows the letter that the address names, and signs what it shows', (form) => {
    const { above: model, fields } = shown(form, two, first);
    expect(model.words?.paragraphs).toEqual(['I am sorry.', 'I think of it daily.']);
    const value = (name: string) => fields.find((field) => field.name === name)?.value;
    expect([value('communicationId'), value('sha256')]).toEqual([first, 'aa']);
  });

  test.each(signing)('$address takes the only letter there is; of several, one is chosen first', (form) => {
    expect(shown(form, two.slice(1), null).above.words?.paragraphs).toEqual(['Thank you.']);
    const { words, choose } = shown(form, two, null).above;
    expect(words).toBeNull();
    expect(choose.map(({ href }) => href)).toEqual([
      `/cases/${person}/do/${form.address}/${first}`,
      `/cases/${person}/do/${form.address}/${second}`,
    ]);
  });

  test.each(signing)('$address is not for whoever may not read the text', (form) => {
    expect(shown(form, [letter(first, null, 'aa')], first).above).toMatchObject({ words: null, choose: [] });
  });
});

test('an hour that comes twice, when the clocks go back, is the first of the two', () => {
  expect(londonInstant('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(londonClock('2026-10-25T01:30:00.000Z')).toEqual({ day: '2026-10-25', time: '01:30' });
});

test('a form that leaves something out that the schema needs, or has no words for a field, is not made', () => {
  const words = { en: { channel: 'How?' }, cy: { channel: 'Sut?' } };
  const made = (show: readonly ('channel' | 'outcome')[]) => () =>
    commandForm('attemptContact', { address: 'x', about: 'participantId', show, words });
  expect(made(['channel'])).toThrow('nothing fills in outcome, aim');
  expect(made(['channel', 'outcome'])).toThrow();
  expect(() => commandForm('setFlag', { address: 'y', words: { en: {}, cy: {} } })).toThrow('no label for flag');
});
