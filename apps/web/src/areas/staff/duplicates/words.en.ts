// The English sentences of this page.

export const en = {
  title: 'Who may be one person',
  lead: 'Two records look alike. You judge; nothing is merged by itself, and a merge can be taken back.',
  pair: 'Likeness {{score}} of 100',
  across: 'They stand on different sides: for the safeguarding lead alone',
  agrees: 'What agrees',
  against: 'What speaks against it',
  cases: 'In these cases',
  merge: 'They are one person',
  apart: 'They are two people',
  undo: 'Take the merge back',
  unnamed: 'No name is held',
  none: 'No two records look alike.',
  pages: 'Pages of this list',
  following: 'Next page',
} as const;
