// The English sentences of this page.

export const en = {
  title: 'Who asks for what is held about them',
  lead: 'Each is due within the time the law gives. One is recorded from the page of a person in a case.',
  received: 'Asked on',
  due: 'Due',
  answered: 'Answered',
  next: 'Next',
  late: 'late',
  notYet: 'Not yet',
  review: 'Look through and answer',
  none: 'Nobody has asked.',
  pages: 'Pages of this list',
  following: 'Next page',
} as const;
