// What a form sends fits the schema, and leaves out nothing that was typed.
import { buildSchema, coerceInputValue, isInputType } from 'graphql';
import * as cases from '#libs/case';
import { readSdl } from '../../api/src/server/graphql/schema-files.js';
import { acts, commands } from '../src/areas/commands/commands.generated.js';
import { actForms } from '../src/areas/staff/acts/acts.generated.js';
import { forms } from '../src/areas/staff/forms/forms.generated.js';
import { giveConsent } from '../src/areas/staff/forms/consent/give-consent.js';
import { passCheckpoint } from '../src/areas/staff/forms/safety/pass-checkpoint.js';
import {
  eventsOf,
  namesFor,
  type CommandForm,
  type FormField,
  type FormOf,
  type Typed,
} from '../src/command-form/definition.js';
import { fieldModels } from '../src/command-form/present.js';
import { schemaFor } from '../src/command-form/read.js';
import { speaker } from '../src/locale/speaker.js';

const schema = buildSchema(readSdl());
const someone = '6f1c0d53-7d0c-4a44-9b1c-0a6a3a2f8a11';
const findings = ['agencyEnquiries', 'noOngoingRisk', 'childrensNeeds'];

/** Where what fits each field alone does not fit together. */
const fitting: Readonly<Record<string, Typed>> = {
  settleArrangement: { aftercare: 'Somebody calls them' },
  recordSafeContact: { days: ['monday'], opens: '09:00', closes: '17:30' },
  passCheckpoint: { checkpoint: 'abuseGate', findings },
};

const single = ({ kind, name, ...field }: FormField): string => {
  if (kind === 'id') return someone;
  if (kind === 'name') return namesFor({ kind, ...field })[0] ?? '';
  const typed = { yesNo: 'yes', number: '5', time: '09:00', hash: 'ab12' } as const;
  return kind in typed ? typed[kind as 'time'] : `Words for ${name}`;
};
const filled = (field: FormField): Typed => {
  const day = { [`${field.name}-day`]: '7', [`${field.name}-month`]: '1', [`${field.name}-year`]: '2026' };
  if (field.kind === 'day') return day;
  if (field.kind === 'moment') return { ...day, [`${field.name}-time`]: '10:30' };
  return { [field.name]: field.list ? [single(field)] : single(field) };
};
const bodyOf = ({ fields }: FormOf, which: (field: FormField) => boolean, fit: Typed = {}): Typed =>
  Object.assign({}, ...fields.filter(which).map(filled), fit) as Typed;
const body = (form: CommandForm, which: (field: FormField) => boolean): Typed =>
  bodyOf(form, which, fitting[form.verb]);
const leaves = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

const unfit = (form: CommandForm, typed: Typed): string[] => {
  const wrong: string[] = [];
  for (const told of eventsOf(form.sends(typed)))
    for (const [verb, event] of Object.entries(told)) {
      const { input } = commands[verb as keyof typeof commands];
      const type = schema.getType(input);
      if (!isInputType(type)) return [`${input} is no input`];
      coerceInputValue(event, type, (path, _value, { message }) => void wrong.push(`${path.join('.')}: ${message}`));
    }
  return wrong;
};

test.each(forms)('$address, filled in whole or only where it must be, sends what the schema takes', (form) => {
  const whole = schemaFor(form).parse(body(form, () => true));
  const bare = schemaFor(form).parse(body(form, ({ required, needed }) => required || needed === true));
  expect([unfit(form, whole), unfit(form, bare)]).toEqual([[], []]);
});

test.each(forms)('$address sends all that was typed', (form) => {
  const whole = schemaFor(form).parse(body(form, () => true));
  expect(Object.keys(whole).toSorted()).toEqual(form.fields.map(({ name }) => name).toSorted());
  expect(leaves(eventsOf(form.sends(whole)))).toEqual(expect.arrayContaining(leaves(whole)));
});

test.each(actForms)(
  'the act $address, filled in whole or only where it must be, sends what the schema takes',
  (form) => {
    const { args = [] } = schema.getMutationType()?.getFields()[form.act] ?? {};
    const { wraps } = acts[form.act];
    const unfitAct = (typed: Typed): string[] => {
      const said = form.sends(typed);
      const given: Typed = { key: 'a key', ...(wraps === null ? said : { [wraps]: said }) };
      const wrong: string[] = [];
      for (const { name, type } of args)
        coerceInputValue(given[name] ?? null, type, (path, _value, { message }) => {
          wrong.push(`${name}.${path.join('.')}: ${message}`);
        });
      return wrong;
    };
    // Of several ids in one field, each is an id.
    const ids = { goesOn: `${someone}|${someone}`, ids: `${someone}|${someone}` };
    const fit = Object.fromEntries(
      Object.entries(ids).filter(([name]) => form.fields.some((one) => one.name === name)),
    );
    const whole = schemaFor(form).parse(bodyOf(form, () => true, fit));
    const bare = schemaFor(form).parse(bodyOf(form, ({ required, needed }) => required || needed === true, fit));
    expect([unfitAct(whole), unfitAct(bare)]).toEqual([[], []]);
  },
);

const wrongIn = (form: CommandForm, typed: Typed) =>
  schemaFor(form)
    .safeParse(typed)
    .error?.issues.map(({ path, message }) => [path[0], message]);

test('a checkpoint is signed with all that its signer must have found, and with nothing that belongs to another', () => {
  for (const [checkpoint, row] of Object.entries(cases.checkpoints)) {
    expect(wrongIn(passCheckpoint, { checkpoint, findings: [...row.findings] })).toBeUndefined();
    for (const one of row.findings)
      expect(wrongIn(passCheckpoint, { checkpoint, findings: row.findings.filter((other) => other !== one) })).toEqual([
        ['findings', 'findings_needed'],
      ]);
    if (row.findings.length === 0)
      expect(wrongIn(passCheckpoint, { checkpoint, findings })).toEqual([['findings', 'findings_notOfThis']]);
  }
});

test('what an adult says to the yes of a child is said with who they are, or not at all', () => {
  const { adultId, position, ...without } = body(giveConsent, () => true);
  expect(wrongIn(giveConsent, without)).toBeUndefined();
  expect(wrongIn(giveConsent, { ...without, position })).toEqual([['adultId', 'adultId_needed']]);
  expect(wrongIn(giveConsent, { ...without, adultId })).toEqual([['position', 'position_needed']]);
});

test.each([
  ['adult', false],
  ['sixteenOrSeventeen', true],
  ['underSixteen', true],
  ['unknown', true],
])('of a person who is %s, the questions for a child are asked: %s', (age, asked) => {
  const person = { id: someone, name: null, role: 'harmed', age, leftAt: null };
  const context = {
    case: { participants: [person], processes: [] },
    me: { id: someone },
    about: someone,
    processId: null,
    name: (_table: string, name: string) => name,
    day: (at: string) => at,
    now: '2026-11-02T09:00:00.000Z',
    texts: [],
    candidates: [],
  };
  const drawn = fieldModels(giveConsent, context as never, speaker('en', giveConsent.view), null, new Map());
  const names = drawn.map(({ name }) => name);
  for (const question of ['childView', 'adultId', 'position', 'competence'])
    expect([question, names.includes(question)]).toEqual([question, asked]);
});
