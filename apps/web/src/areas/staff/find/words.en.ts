// The English sentences of this page.

export const en = {
  title: 'Find a person',
  intro:
    'What you look for is kept nowhere and stands in no address. That you looked, and whom you found, is recorded.',
  words: 'Name, telephone number, e-mail address, date of birth or crime reference',
  wordsHint: 'Names are found as they sound too. Give two things to find fewer people: a name and a date of birth.',
  wordsMissing: 'Write what you are looking for',
  wordsLong: 'This is too long',
  side: 'Where are they looked for?',
  sideHint: 'One side at a time, so that nobody is seen to stand on both',
  sideMissing: 'Choose where to look',
  harmed: 'Among people harmed, and those there for them',
  responsible: 'Among people referred as responsible, and those there for them',
  neither: 'Among people on neither side',
  all: 'Everywhere',
  find: 'Find',
  found: 'Found',
  who: 'Name',
  cases: 'Cases',
  noName: 'No name is kept',
  noCase: 'In no case',
  nobody: 'Nobody was found. Try fewer words, or another side.',
  more: 'Show more',
} as const;
