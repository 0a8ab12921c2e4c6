// A yes to one question: the text shown, what was explained, how it was said, and for a child what child and adult think.
import { mayBeUnder18, people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

const text = { kind: 'text', required: true, list: false } as const;

export const giveConsent = commandForm('giveConsent', {
  about: 'participantId',
  show: [
    'purpose',
    'about',
    'version',
    'language',
    'items',
    'explainedOn',
    'form',
    'childView',
    'adultId',
    'position',
    'competence',
    'on',
  ],
  own: {
    version: text,
    language: text,
    items: { kind: 'name', of: 'explainedItems', required: true, list: true },
    explainedOn: { kind: 'day', required: true, list: false },
    by: { kind: 'id', required: true, list: false },
    adultId: { kind: 'id', required: false, list: false },
    position: { kind: 'name', of: 'AdultView', required: false, list: false },
  },
  fields: {
    language: { value: () => 'en' },
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
  sends: ({ version, language, items, explainedOn, by, adultId, position, ...event }) => ({
    verb: 'giveConsent',
    event: {
      ...event,
      text: { version, language },
      explained: { items, by, on: explainedOn, language },
      ...(adultId !== undefined && { adult: { adultId, position } }),
    },
  }),
  words: {
    en: {
      intro: 'Record a yes only when they have seen the text and heard what each part means.',
      purpose: 'What did they say yes to?',
      about: 'What is it about?',
      aboutHint: 'The kind of process or the person, where the question needs one',
      version: 'Which version of the text did they see?',
      language: 'In which language?',
      languageHint: 'en for English, cy for Welsh, pl for Polish',
      items: 'What did you explain?',
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
      purpose: 'I beth y cytunon nhw?',
      about: 'Am beth mae e?',
      aboutHint: 'Y math o broses neu’r person, lle mae ei angen ar y cwestiwn',
      version: 'Pa fersiwn o’r testun a welson nhw?',
      language: 'Ym mha iaith?',
      languageHint: 'en am Saesneg, cy am Gymraeg, pl am Bwyleg',
      items: 'Beth wnaethoch chi ei esbonio?',
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
