// A consent text is published, for good: how it will read is looked at first. Another wording is another version.
import { actForm, type ActContext } from '../../../../command-form/act.js';

/** The text that the address names: its words are the draft of the next version. */
const before = ({ about, things }: ActContext) => things.consentTexts.find(({ id }) => id === about);

export const publishConsentText = actForm('publishConsentText', {
  for: ['manager'],
  backTo: '/consent-texts',
  reads: ['consentTexts'],
  fields: {
    purpose: { value: (context) => before(context)?.purpose ?? '' },
    about: { value: (context) => before(context)?.about ?? '' },
    language: { value: (context) => before(context)?.language ?? 'en' },
    words: { value: (context) => before(context)?.words ?? '' },
  },
  preview: ({ words }) => String(words).split(/\n\s*\n/),
  words: {
    en: {
      title: 'Publish a consent text',
      intro: 'A published text is never changed or removed: people say yes to these very words.',
      purpose: 'What is asked?',
      about: 'About which kind of process or letter?',
      aboutHint: 'Its name in the schema, such as faceToFace; leave it empty for the purpose in general',
      version: 'Your name for this wording',
      versionHint: 'Such as 2027-1',
      language: 'Language',
      languageHint: 'en, cy, pl',
      words: 'The words as people will read them',
      wordsHint: 'An empty line parts paragraphs',
      send: 'See how it reads',
    },
    cy: {
      title: 'Cyhoeddi testun cydsynio',
      intro: 'Ni chaiff testun a gyhoeddwyd byth ei newid na’i dynnu: mae pobl yn cytuno i’r union eiriau hyn.',
      purpose: 'Beth a ofynnir?',
      about: 'Am ba fath o broses neu lythyr?',
      aboutHint: 'Ei enw yn y sgema, megis faceToFace; gadewch yn wag ar gyfer y diben yn gyffredinol',
      version: 'Eich enw ar y geiriad hwn',
      versionHint: 'Megis 2027-1',
      language: 'Iaith',
      languageHint: 'en, cy, pl',
      words: 'Y geiriau fel y bydd pobl yn eu darllen',
      wordsHint: 'Mae llinell wag yn gwahanu paragraffau',
      send: 'Gweld sut mae’n darllen',
    },
  },
});
