// A yes to one question: the text shown, what was explained, how it was said, and for a child what child and adult think.
import { mayBeUnder18, people } from '../../../../command-form/choices.js';
import { commandForm, type FormContext } from '../../../../command-form/definition.js';
import { askedIn, oneQuestion, textIn } from '../../../../command-form/questions.js';
import { londonClock } from '../../../../locale/london-instant.js';
import { namesOf } from '../../../../vocabulary/vocabulary.js';

const text = { kind: 'text', required: true, list: false } as const;

/** What must have been explained before a yes to this question; all there is, where it is not known. */
const explainedFor = (context: FormContext) =>
  (askedIn(context)?.explained ?? namesOf('explainedItems')).map((value) => ({
    value,
    text: context.name('explainedItems', value),
  }));

export const giveConsent = commandForm('giveConsent', {
  about: 'participantId',
  subject: oneQuestion(),
  readsConsentText: true,
  show: ['about', 'items', 'explainedOn', 'form', 'childView', 'adultId', 'position', 'competence', 'on'],
  own: {
    version: text,
    language: text,
    sha256: { kind: 'hash', required: true, list: false },
    items: { kind: 'name', of: 'explainedItems', required: true, list: true },
    explainedOn: { kind: 'day', required: true, list: false },
    by: { kind: 'id', required: true, list: false },
    adultId: { kind: 'id', required: false, list: false },
    position: { kind: 'name', of: 'AdultView', required: false, list: false },
  },
  fields: {
    purpose: { control: 'hidden' },
    version: { control: 'hidden', value: (context) => textIn(context)?.version ?? '' },
    language: { control: 'hidden', value: (context) => textIn(context)?.language ?? '' },
    sha256: { control: 'hidden', value: (context) => textIn(context)?.sha256 ?? '' },
    items: { from: explainedFor },
    explainedOn: { value: ({ now }) => londonClock(now).day },
    by: { control: 'hidden', value: ({ me }) => me.id },
    childView: { asked: mayBeUnder18 },
    adultId: { from: people, asked: mayBeUnder18 },
    position: { asked: mayBeUnder18 },
    competence: { asked: mayBeUnder18 },
  },
  // What an adult says is worth nothing without who says it.
  together: ({ adultId, position }) => ({
    ...(adultId === undefined && position !== undefined && { adultId: 'adultId_needed' }),
    ...(adultId !== undefined && position === undefined && { position: 'position_needed' }),
  }),
  sends: ({ version, language, sha256, items, explainedOn, by, adultId, position, ...event }) => ({
    verb: 'giveConsent',
    event: {
      ...event,
      text: { version, language, sha256 },
      explained: { items, by, on: explainedOn, language },
      ...(adultId !== undefined && { adult: { adultId, position } }),
    },
  }),
  words: {
    en: {
      intro: 'Record a yes only when they have seen the text and heard what each part means.',
      about: 'Which organisation, or who receives it?',
      items: 'What did you explain?',
      itemsHint: 'All of it must have been explained before a yes counts',
      explainedOn: 'On which day did you explain it?',
      form: 'How did they say yes?',
      childView: 'Under 18: what does the child say?',
      adultId: 'Under 18: which adult was asked?',
      adultId_needed: 'Choose the adult who says this',
      position: 'Under 18: what does that adult say?',
      position_needed: 'Choose what the adult says',
      competence: 'Under 18, where adult and child differ: how was it decided?',
    },
    cy: {
      intro: 'Cofnodwch gytundeb dim ond pan fyddant wedi gweld y testun ac wedi clywed beth mae pob rhan yn ei olygu.',
      about: 'Pa sefydliad, neu pwy sy’n ei dderbyn?',
      items: 'Beth wnaethoch chi ei esbonio?',
      itemsHint: 'Rhaid bod y cyfan wedi’i esbonio cyn bod cytundeb yn cyfrif',
      explainedOn: 'Ar ba ddiwrnod y gwnaethoch ei esbonio?',
      form: 'Sut y cytunon nhw?',
      childView: 'O dan 18: beth mae’r plentyn yn ei ddweud?',
      adultId: 'O dan 18: pa oedolyn a holwyd?',
      adultId_needed: 'Dewiswch yr oedolyn sy’n dweud hyn',
      position: 'O dan 18: beth mae’r oedolyn hwnnw’n ei ddweud?',
      position_needed: 'Dewiswch beth mae’r oedolyn yn ei ddweud',
      competence: 'O dan 18, lle mae oedolyn a phlentyn yn anghytuno: sut y penderfynwyd?',
    },
  },
});
