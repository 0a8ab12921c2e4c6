// The English sentences of this page.

export const en = {
  title: 'Legal holds',
  lead: 'Nothing that a hold covers is erased while it stands. One is placed from the page of a person in a case.',
  what: 'What is held',
  why: 'Why',
  placed: 'Placed',
  lifted: 'Lifted',
  ofCase: 'A case',
  ofPerson: 'A person',
  erased: 'No longer held',
  lift: 'Lift it',
  none: 'There is no hold.',
  pages: 'Pages of this list',
  following: 'Next page',
} as const;
