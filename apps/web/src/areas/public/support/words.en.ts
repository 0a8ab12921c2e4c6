// The English sentences of this page.

export const en = {
  title: 'Who else can help',
  danger: 'In danger, call 999. If you cannot speak, call from a mobile and press 55 when asked.',
  need: 'What do you need help with?',
  any: 'Anything',
  area: 'Where?',
  anywhere: 'Anywhere',
  words: 'Any other words',
  search: 'Search',
  none: 'We found nothing. Try fewer words, or call us.',
  found: '{{count}} found',
  website: 'Website',
  email: 'E-mail:',
  who: 'For:',
  cost: 'Cost:',
  languages: 'Languages:',
  checked: 'Last checked on {{day}}.',
  neverChecked: 'Not checked yet.',
  overdue: 'That is over six months ago: it may have changed.',
} as const;
