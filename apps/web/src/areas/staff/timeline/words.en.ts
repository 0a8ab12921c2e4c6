// The English sentences of this page.

export const en = {
  title: 'Timeline of case {{reference}}',
  happened: 'What happened',
  asItWas: 'As it was on',
  show: 'Show',
  asThen: 'As it was at the end of {{day}}, at the stage {{stage}}.',
  today: 'As it is now',
  kinds: 'Kinds',
  all: 'Everything',
  contact: 'Contact',
  consent: 'Consent',
  safety: 'Safety',
  people: 'People',
  preparation: 'Preparation',
  meeting: 'Meeting',
  words: 'Letters and messages',
  case: 'The case',
  older: 'These are the last hundred entries. For older ones, choose a past day.',
} as const;
