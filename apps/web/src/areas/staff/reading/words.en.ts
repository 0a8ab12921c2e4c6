// The English sentences of this page.

export const en = {
  title: 'Unusual reading',
  lead: 'From {{from}} to {{to}}. Unusual is not wrong: it is worth a question.',
  who: 'Who',
  what: 'What is unusual',
  reads: 'Reads',
  cases: 'Cases',
  days: 'Days',
  when: 'Last',
  first: 'first {{day}}',
  unnamed: 'No name is held',
  none: 'Nothing was unusual.',
} as const;
