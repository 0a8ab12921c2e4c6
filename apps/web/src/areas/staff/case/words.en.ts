// The English sentences of this page.

export const en = {
  theDay: 'The day of the meeting, on one screen',
  title: 'Case {{reference}}',
  next: 'What comes next',
  now: 'Now:',
  records: 'Put something on record in this process',
  ofCase: 'The case as a whole',
  recordsOfCase: 'Put something on record in the case',
  people: 'People',
  apart: 'What each side tells you stays on its own page.',
  beside: 'About this case',
  glance: 'At a glance',
  tasks: 'To do',
  days: 'Days to keep',
  overdue: 'Overdue',
  messages: 'Messages',
  happened: 'What happened last',
  everything: 'Everything that happened',
} as const;
